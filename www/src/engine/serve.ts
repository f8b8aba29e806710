// What a worker does: owns one session, answers every message. Apart from the worker itself, so that a test can run it.

import { asCoreFailure, trapPlace } from './failure.ts';
import { type FileSession, perform } from './perform.ts';
import type { FromWorker, Request, ToWorker } from './protocol.ts';

export type Say = (message: FromWorker, transfer?: Transferable[]) => void;

/**
 * The handler of a worker's messages.
 * @param panic where the last panic happened, as `file.rs:line`
 */
export function serve(
  say: Say,
  open: (module: WebAssembly.Module) => FileSession,
  panic: { readonly place: string } = { place: '' },
): (message: ToWorker) => void {
  let session: FileSession | null = null;
  const trapped = (error: unknown): FromWorker => ({
    kind: 'trapped',
    place: panic.place || trapPlace(error),
  });

  const start = (module: WebAssembly.Module): void => {
    try {
      session = open(module);
      say({ kind: 'started' });
    } catch (error) {
      say(trapped(error));
    }
  };

  const answer = (request: Request): void => {
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
      say(failure ? { kind: 'failed', id, failure } : trapped(error));
    }
  };

  return (message) => {
    switch (message.kind) {
      case 'start':
        return start(message.module);
      case 'call':
        return answer(message);
      default:
        return unknownMessage(message, say);
    }
  };
}

function unknownMessage(_message: never, say: Say): void {
  say({ kind: 'trapped', place: '' });
}
