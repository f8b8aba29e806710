// The worker: owns one session, answers every message. A classic script, so that a blob worker can run it.

import { initSync, Session } from '#wasm';
import { asCoreFailure, trapPlace } from './failure.ts';
import { type FileSession, perform } from './perform.ts';
import type { FromWorker, Request, ToWorker } from './protocol.ts';

// `self` of a dedicated worker; the library's type for it is that of any worker.
const scope = self as unknown as DedicatedWorkerGlobalScope;
let session: FileSession | null = null;

scope.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  switch (data.kind) {
    case 'start':
      return start(data.module);
    case 'call':
      return answer(data);
    default:
      return unknownMessage(data);
  }
};

function say(message: FromWorker, transfer: Transferable[] = []): void {
  scope.postMessage(message, transfer);
}

function start(module: WebAssembly.Module): void {
  try {
    initSync({ module });
    session = new Session() as unknown as FileSession;
    say({ kind: 'started' });
    countRequests();
  } catch (error) {
    say({ kind: 'trapped', place: trapPlace(error) });
  }
}

function answer(request: Request): void {
  const { id } = request;
  try {
    if (!session) throw new Error('called before start');
    const value =
      request.name === 'inspect'
        ? session.inspect(request.file)
        : perform(session, request, (progress) => say({ kind: 'progress', id, progress }));
    say({ kind: 'reply', id, value }, value instanceof Uint8Array ? [value.buffer] : []);
  } catch (error) {
    const failure = asCoreFailure(error);
    say(failure ? { kind: 'failed', id, failure } : { kind: 'trapped', place: trapPlace(error) });
  }
}

/** For the privacy proof: a worker's requests are not in the page's own list. */
function countRequests(): void {
  if (typeof PerformanceObserver === 'undefined') return;
  let count = 0;
  new PerformanceObserver((list) => {
    count += list.getEntries().filter(({ name }) => /^https?:/.test(name)).length;
    if (count > 0) say({ kind: 'requests', count });
  }).observe({ type: 'resource', buffered: true });
}

function unknownMessage(_message: never): void {
  say({ kind: 'trapped', place: '' });
}
