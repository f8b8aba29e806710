// A core in a worker. Every call settles: by its reply, by the worker's death, or by its end.

import { engineFailure, type Failure, FailureError } from './failure.ts';
import type { CallName, Core, FromWorker, Input, Output, Request, ToWorker } from './protocol.ts';
import type { Progress } from './types.ts';

/** What of a Worker is used; a test brings its own. */
export interface WorkerLike {
  postMessage(message: ToWorker): void;
  terminate(): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<FromWorker>) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: (event: Event) => void): void;
}

interface Open {
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

/** How long a worker may take to say that it runs: a blocked one often says nothing at all. */
const START_MS = 15_000;

export class WorkerEngine implements Core {
  readonly kind = 'worker';
  readonly #worker: WorkerLike;
  readonly #open = new Map<number, Open>();
  readonly #onRequests: (count: number) => void;
  #lastId = 0;
  #dead: Failure | null = null;
  #started: (() => void) | null = null;
  #notStarted: ((error: unknown) => void) | null = null;

  private constructor(worker: WorkerLike, onRequests: (count: number) => void) {
    this.#worker = worker;
    this.#onRequests = onRequests;
    worker.addEventListener('message', ({ data }) => this.#hear(data));
    worker.addEventListener('error', () => this.#die(crashed('')));
    worker.addEventListener('messageerror', () => this.#die(crashed('')));
  }

  /** Starts a core in this worker; rejects with `engine.no_worker` when it does not come up. */
  static async start(
    worker: WorkerLike,
    module: WebAssembly.Module,
    onRequests: (count: number) => void = () => {},
  ): Promise<WorkerEngine> {
    const engine = new WorkerEngine(worker, onRequests);
    const up = new Promise<void>((resolve, reject) => {
      engine.#started = resolve;
      engine.#notStarted = reject;
    });
    const timer = setTimeout(() => engine.#die(engineFailure('engine.no_worker')), START_MS);
    worker.postMessage({ kind: 'start', module });
    await up.finally(() => clearTimeout(timer));
    return engine;
  }

  get isAlive(): boolean {
    return this.#dead === null;
  }

  call<N extends CallName>(
    name: N,
    input: Input<N>,
    onProgress?: (progress: Progress) => void,
  ): Promise<Output<N>> {
    if (this.#dead) return Promise.reject(new FailureError(this.#dead));
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#open.set(id, { resolve, reject, onProgress });
      try {
        // The union of requests is made of exactly these parts; the compiler cannot follow a name that is still generic.
        this.#worker.postMessage({ kind: 'call', id, name, ...input } as unknown as Request);
      } catch (error) {
        this.#open.delete(id);
        reject(error);
      }
    });
  }

  end(): void {
    this.#die(engineFailure('engine.ended'));
  }

  #hear(message: FromWorker): void {
    switch (message.kind) {
      case 'started':
        this.#started?.();
        return;
      case 'progress':
        this.#open.get(message.id)?.onProgress?.(message.progress);
        return;
      case 'reply':
        // The protocol's edge: the worker answers a call with the value of that call.
        this.#settle(message.id, (open) => open.resolve(message.value as never));
        return;
      case 'failed':
        this.#settle(message.id, (open) => open.reject(new FailureError(message.failure)));
        return;
      case 'trapped':
        this.#die(crashed(message.place));
        return;
      case 'requests':
        this.#onRequests(message.count);
        return;
      default:
        this.#unknown(message);
    }
  }

  #settle(id: number, how: (open: Open) => void): void {
    const open = this.#open.get(id);
    this.#open.delete(id);
    if (open) how(open);
  }

  #die(failure: Failure): void {
    if (this.#dead) return;
    this.#dead = failure;
    this.#worker.terminate();
    this.#notStarted?.(new FailureError(engineFailure('engine.no_worker')));
    const open = [...this.#open.values()];
    this.#open.clear();
    for (const { reject } of open) reject(new FailureError(failure));
  }

  #unknown(_message: never): void {
    this.#die(crashed(''));
  }
}

function crashed(place: string): Failure {
  return { code: 'engine.crashed', file: null, sheet: null, place };
}
