// One suite for both engines: every call settles, a lost core comes back with what was loaded.

import { afterEach, describe, expect, it, vi } from 'vitest';
import { Engine } from './engine.ts';
import { FailureError, isAbort } from './failure.ts';
import { fakeFile, fakeSession } from './fake-session.ts';
import { InlineEngine } from './inline-engine.ts';
import type { Core, FromWorker, ToWorker } from './protocol.ts';
import { serve } from './serve.ts';
import { WorkerEngine, type WorkerLike } from './worker-engine.ts';

type Listener = (event: { readonly data: FromWorker }) => void;

/** A worker in this thread: messages arrive later, as they do between threads. */
function fakeWorker(isMute = false): WorkerLike & { fire: (type: string) => void; ended: boolean } {
  const listeners = new Map<string, Listener>();
  const worker = {
    ended: false,
    fire: (type: string) => listeners.get(type)?.({ data: { kind: 'started' } }),
    terminate: () => {
      worker.ended = true;
    },
    addEventListener: (type: string, listener: unknown) =>
      void listeners.set(type, listener as Listener),
    postMessage: (message: ToWorker) =>
      void setTimeout(() => {
        if (!worker.ended && !isMute) hear(message);
      }),
  };
  const say = (data: FromWorker) =>
    void setTimeout(() => {
      if (!worker.ended) listeners.get('message')?.({ data });
    });
  const hear = serve(say, fakeSession);
  return worker as ReturnType<typeof fakeWorker>;
}

afterEach(() => {
  vi.useRealTimers();
});

const module = {} as WebAssembly.Module;
const cores: [string, () => Promise<Core>][] = [
  ['worker', () => WorkerEngine.start(fakeWorker(), module)],
  ['inline', async () => new InlineEngine(fakeSession())],
];

const codeOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'no error',
    (error: unknown) => (error instanceof FailureError ? error.failure.code : error),
  );

describe.each(cores)('%s core', (_name, start) => {
  it('replies', async () => {
    const core = await start();
    expect(await core.call('memory_bytes', {})).toBe(1);
    expect(await core.call('customer', { customer: 7 })).toBeUndefined();
  });

  it('passes an error of the core on, and goes on working', async () => {
    const core = await start();
    expect(await codeOf(core.call('run', {}))).toBe('state.nothing_imported');
    expect(await core.call('memory_bytes', {})).toBe(1);
  });

  it('a trap settles every open call, and forwards no text of the panic', async () => {
    const core = await start();
    const calls = [
      core.call('inspect', { file: fakeFile('trap.csv') }),
      core.call('plan', {}),
      core.call('memory_bytes', {}),
    ];
    const results = await Promise.allSettled(calls);
    for (const result of results) expect(result.status).toBe('rejected');
    const [first] = results;
    const reason = first?.status === 'rejected' ? first.reason : null;
    expect(reason.failure.place).toBe('src/identify/read.rs:12');
    expect(JSON.stringify(reason.failure)).not.toContain('张三');
  });

  it('an end settles every open call, and later ones', async () => {
    const core = await start();
    const open = codeOf(core.call('plan', {}));
    core.end();
    expect(await open).toBe('engine.ended');
    expect(await codeOf(core.call('plan', {}))).toBe('engine.ended');
  });
});

describe('worker core', () => {
  it.each(['error', 'messageerror'])('%s settles every open call', async (type) => {
    const worker = fakeWorker();
    const core = await WorkerEngine.start(worker, module);
    const open = codeOf(core.call('plan', {}));
    worker.fire(type);
    expect(await open).toBe('engine.crashed');
    expect(worker.ended).toBe(true);
  });

  it('a worker that never answers is given up', async () => {
    vi.useFakeTimers();
    const up = codeOf(WorkerEngine.start(fakeWorker(true), module));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await up).toBe('engine.no_worker');
  });
});

describe.each(cores)('engine over a %s core', (_name, start) => {
  it('a file that breaks the core is left out, the others come back', async () => {
    const engine = new Engine(start);
    await engine.inspect(null, fakeFile('good.csv'));
    await engine.run(null);
    expect(await codeOf(engine.inspect(null, fakeFile('trap.csv')))).toMatch(/^engine.crashed/);
    expect(engine.files.map(({ name }) => name)).toEqual(['good.csv']);
    expect(
      (await engine.overview({ segments: [], scores: [], ranges: [], search: '' })).customers,
    ).toBe(1);
  });

  it('a file that breaks the run is named and left out', async () => {
    const engine = new Engine(start);
    for (const name of ['a.csv', 'late-trap.csv', 'b.csv'])
      await engine.inspect(null, fakeFile(name));
    const error = await engine.run(null).catch((reason: unknown) => reason);
    expect(error instanceof FailureError && error.failure.file).toBe('late-trap.csv');
    expect(engine.files.map(({ name }) => name)).toEqual(['a.csv', 'b.csv']);
    expect((await engine.run(null)).customers).toBe(2);
  });

  it('a core that died while nothing was at work is replaced in silence', async () => {
    const started: Core[] = [];
    const engine = new Engine(async () => {
      const core = await start();
      started.push(core);
      return core;
    });
    await engine.inspect(null, fakeFile('a.csv'));
    await engine.run(null);
    started[0]?.end();
    expect((await engine.run(null)).customers).toBe(1);
    expect(started).toHaveLength(2);
  });

  it('an abort ends the call; recipe and files are replayed', async () => {
    const engine = new Engine(start);
    await engine.inspect(null, fakeFile('a.csv'));
    await engine.setRecipe({ name: 'mine' });
    const abort = new AbortController();
    const run = engine.run(abort.signal).catch((reason: unknown) => reason);
    abort.abort();
    expect(isAbort(await run)).toBe(true);
    expect((await engine.recipe()).name).toBe('mine');
    expect((await engine.run(null)).customers).toBe(1);
  });

  it('a recipe that is not valid leaves the one before', async () => {
    const engine = new Engine(start);
    await engine.setRecipe({ name: 'mine' });
    expect(await codeOf(engine.setRecipe({ name: 'bad' }))).toBe('recipe.invalid');
    engine.close();
    expect((await engine.recipe()).name).toBe('mine');
  });

  it('an engine with nothing loaded rests after a while; one with files does not', async () => {
    vi.useFakeTimers();
    const empty = new Engine(start);
    const full = new Engine(start);
    const both = Promise.all([empty.recipe(), full.inspect(null, fakeFile('a.csv'))]);
    await vi.advanceTimersByTimeAsync(100);
    await both;
    await vi.advanceTimersByTimeAsync(120_000);
    expect([empty.kind === null, full.kind === null]).toEqual([true, false]);
  });
});
