// A core on the page itself, where workers are not allowed. It blocks the page while it works, and holds files whole.

import { asCoreFailure, engineFailure, type Failure, FailureError, trapPlace } from './failure.ts';
import { type BytesSession, perform } from './perform.ts';
import type { CallName, Core, Input, Output, Request } from './protocol.ts';
import type { Progress } from './types.ts';

export class InlineEngine implements Core {
  readonly kind = 'inline';
  readonly #session: BytesSession;
  #dead: Failure | null = null;
  // One after another, as in a worker.
  #queue: Promise<unknown> = Promise.resolve();

  constructor(session: BytesSession) {
    this.#session = session;
  }

  get isAlive(): boolean {
    return this.#dead === null;
  }

  call<N extends CallName>(
    name: N,
    input: Input<N>,
    onProgress: (progress: Progress) => void = () => {},
  ): Promise<Output<N>> {
    // As in the worker engine: exactly the parts of the union.
    const request = { kind: 'call', id: 0, name, ...input } as unknown as Request;
    const answer = this.#queue.then(() => this.#answer(request, onProgress));
    this.#queue = answer.catch(() => {});
    return answer as Promise<Output<N>>;
  }

  end(): void {
    this.#dead ??= engineFailure('engine.ended');
  }

  async #answer(request: Request, onProgress: (progress: Progress) => void): Promise<unknown> {
    if (this.#dead) throw new FailureError(this.#dead);
    if (request.name === 'run') await painted();
    try {
      if (request.name !== 'inspect') return perform(this.#session, request, onProgress);
      return this.#session.inspectBytes(request.file.name, await bytesOf(request.file));
    } catch (error) {
      throw new FailureError(this.#failure(error));
    }
  }

  #failure(error: unknown): Failure {
    if (error instanceof FailureError) return error.failure;
    const failure = asCoreFailure(error);
    if (failure) return failure;
    // A poisoned core cannot be replaced without loading the page again.
    this.#dead = {
      code: 'engine.crashed_inline',
      file: null,
      sheet: null,
      place: trapPlace(error),
    };
    return this.#dead;
  }
}

async function bytesOf(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    const detail = error instanceof Error ? error.name : '';
    throw new FailureError({ code: 'file.unreadable', file: file.name, sheet: null, detail });
  }
}

/** Lets the page draw what it is about to wait for. */
function painted(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 30));
}
