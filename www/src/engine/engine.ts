// The engine: a core that can be lost at any time, and a memory that brings it back.
//
// Synchronous WebAssembly cannot be interrupted, so abort ends the worker; a trap poisons its instance, so it ends too. The page
// still holds the files and the recipe: the next call starts another core and replays them. Nothing starts before the first call.

import { engineFailure, FailureError, isCrash } from './failure.ts';
import type { CallName, Core, Input, Output } from './protocol.ts';
import { type MaybeSignal, Questions } from './questions.ts';
import type { Corrections, Inspection, Progress, Recipe, Summary } from './types.ts';

type OnProgress = (progress: Progress) => void;

/** An engine without anything loaded is ended after this time; it starts again by itself. */
const IDLE_MS = 60_000;

export class Engine extends Questions {
  readonly #start: () => Promise<Core>;
  /** Files in the order of the core's numbers. */
  #files: readonly File[] = [];
  #recipe: string | null = null;
  #corrections: string | null = null;
  #isMasked = false;
  #hasRun = false;
  #core: Core | null = null;
  #alive: Promise<Core> | null = null;
  #generation = 0;
  #calls = 0;
  #idle: ReturnType<typeof setTimeout> | undefined;

  constructor(start: () => Promise<Core>) {
    super();
    this.#start = start;
  }

  /** Where the core runs; null while there is none. */
  get kind(): Core['kind'] | null {
    return this.#core?.kind ?? null;
  }

  /** Files that are loaded, in the order of their numbers. */
  get files(): readonly File[] {
    return this.#files;
  }

  /** What a file holds; it is loaded from now on, and part of the next run. */
  async inspect(signal: MaybeSignal, file: File): Promise<Inspection> {
    const inspection = await this.ask(signal, 'inspect', { file });
    this.#files = [...this.#files, file];
    return inspection;
  }

  /** Inspects all files again, after a change of the recipe's import settings. */
  async inspectAgain(signal: MaybeSignal): Promise<Inspection[]> {
    const inspections: Inspection[] = [];
    for (const index of this.#files.keys())
      inspections.push(await this.ask(signal, 'inspect_again', { index }));
    return inspections;
  }

  async removeFile(index: number): Promise<void> {
    this.#files = this.#files.filter((_, at) => at !== index);
    // Without a core there is nothing to tell: it will get the list as it is now.
    if (this.#core) await this.ask(null, 'remove_file', { index });
  }

  async recipe(): Promise<Recipe> {
    const json = await this.ask(null, 'recipe', {});
    return JSON.parse(json) as Recipe;
  }

  /** Checks and sets the recipe; fields that are not there get their defaults. */
  async setRecipe(recipe: Partial<Recipe>): Promise<void> {
    const json = JSON.stringify(recipe);
    await this.ask(null, 'set_recipe', { json });
    this.#recipe = json;
  }

  async setPreset(preset: string): Promise<void> {
    await this.ask(null, 'set_preset', { preset });
    this.#recipe = await this.ask(null, 'recipe', {});
  }

  /** Files → tiers. */
  async run(signal: MaybeSignal, onProgress?: OnProgress): Promise<Summary> {
    const summary = await this.ask(signal, 'run', {}, onProgress);
    this.#hasRun = true;
    return summary;
  }

  /** Tiers again, after a change of the recipe that touches neither import nor mapping nor cleaning. */
  decide(signal: MaybeSignal): Promise<Summary> {
    return this.ask(signal, 'decide', {});
  }

  async corrections(): Promise<Corrections> {
    const json = await this.ask(null, 'corrections', {});
    return JSON.parse(json) as Corrections;
  }

  /** Checks and sets what was decided about cells and customers; the next run follows it. */
  async setCorrections(corrections: Corrections): Promise<void> {
    const json = JSON.stringify(corrections);
    await this.ask(null, 'set_corrections', { json });
    this.#corrections = json;
  }

  /** Whether names, phone numbers and addresses are masked in what is shown from now on. */
  async setMasked(isMasked: boolean): Promise<void> {
    this.#isMasked = isMasked;
    await this.ask(null, 'set_masked', { isMasked });
  }

  /** Forgets the files, what was decided about them, and the results; the recipe stays. */
  forget(): void {
    this.#files = [];
    // They name cells and customers of these files.
    this.#corrections = null;
    this.#hasRun = false;
    this.#drop();
  }

  /** Ends the core; everything open rejects with `engine.ended`. A later call starts it again. */
  close(): void {
    this.#drop();
  }

  protected async ask<N extends CallName>(
    signal: MaybeSignal,
    name: N,
    input: Input<N>,
    onProgress?: OnProgress,
  ): Promise<Output<N>> {
    signal?.throwIfAborted();
    const stop = () => this.#drop();
    signal?.addEventListener('abort', stop, { once: true });
    this.#calls += 1;
    try {
      const core = await this.#ready();
      return await this.#told(core, name, input, onProgress);
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    } finally {
      signal?.removeEventListener('abort', stop);
      this.#calls -= 1;
      this.#restIfEmpty();
    }
  }

  /** One call on a core, and what its death says about the file at work. */
  async #told<N extends CallName>(
    core: Core,
    name: N,
    input: Input<N>,
    onProgress?: OnProgress,
  ): Promise<Output<N>> {
    let at = this.#files.length - 1;
    try {
      return await core.call(name, input, (progress) => {
        at = progress.file;
        onProgress?.(progress);
      });
    } catch (error) {
      if (!isCrash(error)) throw error;
      if (this.#core === core) this.#drop();
      const culprit = 'file' in input ? input.file : name === 'run' ? this.#files[at] : undefined;
      this.#files = this.#files.filter((file) => file !== culprit);
      // What is left comes back at once, not only when it is asked for.
      if (this.#files.length > 0) void this.#ready();
      throw new FailureError({ ...error.failure, file: culprit?.name ?? null });
    }
  }

  #ready(): Promise<Core> {
    clearTimeout(this.#idle);
    // A worker can die while nothing is at work: nobody has to hear of it.
    if (this.#core?.isAlive === false) this.#drop();
    if (this.#alive) return this.#alive;
    this.#generation += 1;
    const alive = this.#revive(this.#generation);
    this.#alive = alive;
    // A core that did not come up must not be waited for again.
    alive.catch(() => {
      if (this.#alive === alive) this.#drop();
    });
    return alive;
  }

  async #revive(generation: number): Promise<Core> {
    const core = await this.#start();
    if (generation !== this.#generation) {
      core.end();
      throw new FailureError(engineFailure('engine.ended'));
    }
    this.#core = core;
    if (this.#recipe !== null) await core.call('set_recipe', { json: this.#recipe });
    if (this.#corrections !== null) await core.call('set_corrections', { json: this.#corrections });
    if (this.#isMasked) await core.call('set_masked', { isMasked: true });
    for (const file of this.#files) await this.#reload(core, file);
    if (this.#hasRun && this.#files.length > 0) await this.#told(core, 'run', {});
    return core;
  }

  /** A file that cannot be read any more is given up, with its reason; the others come back with the next call. */
  async #reload(core: Core, file: File): Promise<void> {
    try {
      await this.#told(core, 'inspect', { file });
    } catch (error) {
      const gone = error instanceof FailureError && error.failure.code.startsWith('file.');
      if (gone) this.#files = this.#files.filter((other) => other !== file);
      throw error;
    }
  }

  #drop(): void {
    this.#generation += 1;
    this.#core?.end();
    this.#core = null;
    this.#alive = null;
  }

  #restIfEmpty(): void {
    clearTimeout(this.#idle);
    const rest = () => {
      if (this.#calls === 0 && this.#files.length === 0) this.#drop();
    };
    this.#idle = setTimeout(rest, IDLE_MS);
  }
}
