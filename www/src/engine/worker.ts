// The worker's script: classic, so that a blob worker can run it.

import { initSync, Session } from '#wasm';
import { trapPlace } from './failure.ts';
import type { FileSession } from './perform.ts';
import type { ToWorker } from './protocol.ts';
import { type Say, serve } from './serve.ts';

// `self` of a dedicated worker; the library's type for it is that of any worker.
const scope = self as unknown as DedicatedWorkerGlobalScope;
const say: Say = (message, transfer = []) => scope.postMessage(message, transfer);

// A panic says where it happened on the console; it is told to the page instead, which shows it.
const panic = { place: '' };
console.error = (text: unknown) => {
  panic.place = trapPlace(text);
};

const hear = serve(
  say,
  (module) => {
    initSync({ module });
    return new Session() as unknown as FileSession;
  },
  panic,
);

scope.onmessage = ({ data }: MessageEvent<ToWorker>) => hear(data);
countRequests();

/** For the privacy proof: a worker's requests are not in the page's own list. */
function countRequests(): void {
  if (typeof PerformanceObserver === 'undefined') return;
  let count = 0;
  new PerformanceObserver((list) => {
    count += list.getEntries().filter(({ name }) => /^https?:/.test(name)).length;
    if (count > 0) say({ kind: 'requests', count });
  }).observe({ type: 'resource', buffered: true });
}
