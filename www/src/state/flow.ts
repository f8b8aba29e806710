// Files → results: reading, questions, importing, cancel. Everything that waits lives here; what it means for the screen is the reducer's.

import type { Engine } from '../engine/engine.ts';
import { type Failure, isAbort, toFailure } from '../engine/failure.ts';
import type { Import, Recipe } from '../engine/types.ts';
import { type Document, documentIn, isJson } from './document-file.ts';
import { isDoubtful, withDraft } from './draft.ts';
import { EVERYBODY, isEverybody } from './filter.ts';
import { deepFrozen } from './frozen.ts';
import type { Results, Stage } from './state.ts';
import type { Store } from './store.ts';
import { whyEmpty, whyNotScored, whyUseless } from './usable.ts';

/** What a host page may want to hear. */
export type Heard =
  | { readonly type: 'progress' }
  | { readonly type: 'mapping-needed' }
  | { readonly type: 'result' }
  | { readonly type: 'error'; readonly failure: Failure };

/** A column is missing. */
const UNSAID = /^table\.no_(customer|date|amount)$/;

/** Failures that a look at the columns can mend. */
const isMendable = (code: string) => UNSAID.test(code) || code.startsWith('mapping.');

export class Flow {
  readonly #engine: Engine;
  readonly #store: Store;
  readonly #hear: (heard: Heard) => void;
  readonly #setUp: () => Promise<void>;
  #isSetUp = false;
  #abort: AbortController | null = null;
  /** What is at work; the next thing waits for it. */
  #current: Promise<void> = Promise.resolve();

  /** @param setUp what the host page wants to be set before the first file */
  constructor(
    engine: Engine,
    store: Store,
    hear: (heard: Heard) => void,
    setUp: () => Promise<void> = async () => {},
  ) {
    this.#engine = engine;
    this.#store = store;
    this.#hear = hear;
    this.#setUp = setUp;
  }

  /** Takes files, recipes and corrections; the good ones go on, the bad ones are told about. */
  load(files: readonly File[]): Promise<void> {
    return this.#start(async (signal) => {
      const [first] = files;
      if (!first) return;
      this.#reading(first.name);
      await this.#prepare();
      let isNew = false;
      const data: File[] = [];
      for (const file of files) {
        const isOurs = await this.#tried(async () => {
          const found = isJson(file) ? await documentIn(file) : null;
          if (!found) data.push(file);
          else {
            await this.#obey(found);
            this.#store.dispatch({ type: 'obeyed', kind: found.kind });
          }
        });
        isNew = (isOurs && data.at(-1) !== file) || isNew;
      }
      await this.#knowRecipe();
      for (const file of data) await this.#tried(() => this.#inspect(signal, file));
      await this.#next(signal, isNew);
    });
  }

  /** The mapping screen's one confirm. */
  confirm(): Promise<void> {
    return this.#start(async (signal) => {
      const { recipe, draft, files } = this.#store.state;
      if (!recipe || !draft) return;
      await this.#setRecipe(withDraft(recipe, draft, files));
      await this.#run(signal);
    });
  }

  /** Reads the files again in another way: encoding, delimiter, header row. */
  readAgain(changes: Partial<Import>): Promise<void> {
    return this.#start(async (signal) => {
      const { recipe } = this.#store.state;
      if (!recipe) return;
      try {
        await this.#setRecipe({ ...recipe, import: { ...recipe.import, ...changes } });
        const inspections = await this.#engine.inspectAgain(signal);
        this.#store.dispatch({ type: 'inspected-again', inspections });
      } catch (error) {
        if (isAbort(error)) throw error;
        this.#tell(toFailure(error));
        await this.#tried(() => this.#setRecipe(recipe));
      }
    });
  }

  /** Stops what is at work, or leaves the questions, and goes back to what was there. */
  async cancel(): Promise<void> {
    if (this.#abort) this.#abort.abort();
    else if (this.#store.state.phase === 'mapping') await this.#giveUp();
  }

  /** Runs again with the recipe as it is. */
  rerun(stage?: Stage): Promise<void> {
    return this.#start((signal) => this.#run(signal, stage));
  }

  /** Everything the screens need after a run or a decision. */
  async results(summary: Results['summary']): Promise<Results> {
    const engine = this.#engine;
    const { filter } = this.#store.state;
    const [whole, plan, offers] = await Promise.all([
      engine.overview(EVERYBODY),
      engine.plan(),
      engine.offers(),
    ]);
    const overview = isEverybody(filter) ? whole : await engine.overview(filter);
    return { summary: deepFrozen(summary), whole, overview, plan, offers };
  }

  async #setRecipe(recipe: Partial<Recipe>): Promise<void> {
    await this.#engine.setRecipe(recipe);
    await this.#knowRecipe();
  }

  async #knowRecipe(): Promise<void> {
    this.#store.dispatch({ type: 'recipe', recipe: await this.#engine.recipe() });
  }

  /** A recipe or corrections from a file. */
  async #obey(found: Document): Promise<void> {
    if (found.kind === 'recipe') return this.#setRecipe(found.recipe);
    await this.#engine.setCorrections(found.corrections);
    const { steps } = await this.#engine.corrections();
    this.#store.dispatch({ type: 'curated', what: { did: 'loaded', steps } });
  }

  async #inspect(signal: AbortSignal, file: File): Promise<void> {
    this.#reading(file.name);
    const inspection = await this.#engine.inspect(signal, file);
    this.#store.dispatch({ type: 'inspected', file: { name: file.name, inspection } });
  }

  async #next(signal: AbortSignal, isForced: boolean): Promise<void> {
    const { files, added } = this.#store.state;
    if (files.length === 0 || (added === 0 && !isForced)) return this.#leave('back');
    const fresh = files.slice(files.length - added);
    // With other files there the core would go on without these: say that they give nothing.
    const useless = added < files.length ? whyUseless(fresh) : null;
    if (useless) this.#tell(useless);
    if (useless || isDoubtful(fresh)) return this.#ask();
    await this.#run(signal);
  }

  #ask(): void {
    this.#store.dispatch({ type: 'ask-mapping' });
    this.#hear({ type: 'mapping-needed' });
  }

  async #run(signal: AbortSignal, stage?: Stage): Promise<void> {
    const { files, results } = this.#store.state;
    this.#store.dispatch({ type: 'importing', name: files[0]?.name ?? '', now: performance.now() });
    const summary = await this.#engine.run(signal, (progress) => {
      this.#store.dispatch({ type: 'progress', progress, now: performance.now() });
      this.#hear({ type: 'progress' });
    });
    const all = await this.results(summary);
    signal.throwIfAborted();
    // Customers without a tier are looked at where the customer file is.
    const untiered = whyNotScored(files, summary);
    const first: Stage | undefined = untiered ? 'identify' : results ? stage : 'differentiate';
    this.#store.dispatch({ type: 'results', results: all, ...(first && { stage: first }) });
    this.#hear({ type: 'result' });
    if (untiered) this.#tell(untiered);
  }

  /** After an error or a cancel: what was there before is still there. */
  async #stopped(error: unknown): Promise<void> {
    if (isAbort(error)) return this.#giveUp();
    const failure = toFailure(error);
    // Without rows no column can say anything, whatever its header promises.
    const empty = UNSAID.test(failure.code) ? whyEmpty(this.#store.state.files) : null;
    this.#tell(empty ?? failure);
    this.#forgetLost();
    if (isMendable(failure.code) && this.#store.state.files.length > 0) return this.#ask();
    await this.#giveUp();
  }

  /** Takes back the files that are not part of a result. */
  async #giveUp(): Promise<void> {
    const { added } = this.#store.state;
    this.#leave('give-up');
    for (let left = added; left > 0; left -= 1) {
      const last = this.#engine.files.length - 1;
      if (last >= 0) await this.#tried(() => this.#engine.removeFile(last));
    }
  }

  /** A file that broke the engine is no longer loaded: it must not stand on the screen either. */
  #forgetLost(): void {
    const { files } = this.#store.state;
    const left = this.#engine.files.map(({ name }) => name);
    const index = files.findIndex(({ name }) => !left.includes(name));
    if (index < 0) return;
    this.#store.dispatch({ type: 'lost-file', index });
  }

  #leave(type: 'give-up' | 'back'): void {
    this.#store.dispatch({ type });
  }

  /** One thing after another; whatever goes wrong ends here. */
  #start(job: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.#current = this.#current.then(async () => {
      const abort = new AbortController();
      this.#abort = abort;
      try {
        await job(abort.signal);
      } catch (error) {
        await this.#stopped(error);
      } finally {
        this.#abort = null;
      }
    });
    return this.#current;
  }

  async #prepare(): Promise<void> {
    if (this.#isSetUp) return;
    await this.#tried(this.#setUp);
    this.#isSetUp = true;
  }

  #reading(name: string): void {
    this.#store.dispatch({ type: 'reading', name, now: performance.now() });
  }

  /** True when it worked; what went wrong is told. */
  async #tried(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      if (isAbort(error)) throw error;
      this.#tell(toFailure(error));
      return false;
    }
  }

  #tell(failure: Failure): void {
    this.#store.dispatch({ type: 'failed', failure });
    this.#hear({ type: 'error', failure });
  }
}
