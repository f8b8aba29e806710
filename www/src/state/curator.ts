// What the Identify room asks of the engine: figures about the file when it is open, and decisions applied together.

import type { Engine } from '../engine/engine.ts';
import { toFailure } from '../engine/failure.ts';
import type { Correction } from '../engine/types.ts';
import {
  type Curated,
  correctionsOf,
  DUPLICATE_GROUPS,
  SEARCHED_AT_ONCE,
  type Section,
} from './curation.ts';
import type { Flow, Heard } from './flow.ts';
import { ISSUE_ROWS, type State } from './state.ts';
import type { Store } from './store.ts';

/** Rows of each kind of problem that are shown without being asked for. */
const SAMPLES = 2;

export class Curator {
  readonly #engine: Engine;
  readonly #store: Store;
  readonly #flow: Flow;
  readonly #hear: (heard: Heard) => void;

  constructor(engine: Engine, store: Store, flow: Flow, hear: (heard: Heard) => void) {
    this.#engine = engine;
    this.#store = store;
    this.#flow = flow;
    this.#hear = hear;
  }

  /** Called after every change: when the room is open and its figures are of an earlier result, they are asked for. */
  follow({ phase, stage, revision, curation, results }: State): void {
    if (phase !== 'ready' || stage !== 'identify' || curation.revision === revision) return;
    const isSmall = (results?.summary.customers ?? 0) <= SEARCHED_AT_ONCE;
    const isSearched = isSmall || curation.section === 'duplicates';
    this.#did({ did: 'asked', revision, isSearched });
    void this.#tried(() => this.#look(revision, isSearched));
  }

  /** Opens a part; duplicates that were not looked for are looked for now. */
  async open(section: Section): Promise<void> {
    this.#did({ did: 'section', section });
    if (section === 'duplicates' && !this.#store.state.curation.duplicates)
      await this.showDuplicates(0);
  }

  async showDuplicates(offset: number): Promise<void> {
    await this.#tried(() => this.#duplicates(this.#store.state.revision, offset));
  }

  /** Reads the files again with the corrections that are wanted, and tells how many rows that saved. */
  async apply(): Promise<void> {
    const { curation, results, revision } = this.#store.state;
    const { wanted, applied } = curation;
    if (!results) return;
    const used = results.summary.rows_used;
    await this.#tried(async () => {
      await this.#engine.setCorrections(correctionsOf(wanted));
      await this.#flow.rerun();
      const { results: after, revision: now } = this.#store.state;
      // What went wrong was told by the flow; the results are still those of before.
      if (!after || now === revision) return this.#engine.setCorrections(correctionsOf(applied));
      this.#did({ did: 'applied', steps: wanted, saved: after.summary.rows_used - used });
    });
  }

  /** A decision that needs no file, as a customer's segment: in effect at once, or taken back at once. */
  async settle(step: Correction, isSet: boolean): Promise<void> {
    const { curation: before } = this.#store.state;
    this.#did({ did: 'settled', step, isSet });
    this.#store.dispatch({ type: 'pending', isPending: true });
    await this.#tried(async () => {
      try {
        await this.#engine.setCorrections(correctionsOf(this.#store.state.curation.applied));
        const results = await this.#flow.results(await this.#engine.decide(null));
        this.#store.dispatch({ type: 'results', results });
        this.#hear({ type: 'result' });
      } catch (error) {
        await this.#engine.setCorrections(correctionsOf(before.applied)).catch(() => {});
        this.#did({ did: 'settled', step, isSet: !isSet });
        throw error;
      }
    });
  }

  /** One after another, the cheapest first; each is drawn when it is there. */
  async #look(revision: number, isSearched: boolean): Promise<void> {
    const report = await this.#engine.report();
    if (!this.#isCurrent(revision)) return;
    this.#did({ did: 'report', report });
    await this.#openRows(revision);
    await this.#samples(revision);
    const { duplicates } = this.#store.state.curation;
    if (isSearched) await this.#duplicates(revision, duplicates?.offset ?? 0);
  }

  /** Rows that were being looked at are looked at again. */
  async #openRows(revision: number): Promise<void> {
    const { issues } = this.#store.state;
    if (!issues) return;
    const page = await this.#engine.issues(issues.code, issues.offset, ISSUE_ROWS);
    if (!this.#isCurrent(revision) || this.#store.state.issues?.code !== issues.code) return;
    this.#store.dispatch({ type: 'issues', view: page.total > 0 ? { ...issues, page } : null });
  }

  async #samples(revision: number): Promise<void> {
    for (const { code, kept } of this.#store.state.results?.summary.issues ?? []) {
      if (kept === 0) continue;
      const { rows } = await this.#engine.issues(code, 0, SAMPLES);
      if (!this.#isCurrent(revision)) return;
      this.#did({ did: 'sample', code, rows });
    }
  }

  async #duplicates(revision: number, wanted: number): Promise<void> {
    let offset = wanted;
    let page = await this.#engine.duplicates(null, offset, DUPLICATE_GROUPS);
    // There may be fewer groups than there were.
    if (page.groups.length === 0 && offset > 0) {
      offset = 0;
      page = await this.#engine.duplicates(null, offset, DUPLICATE_GROUPS);
    }
    if (this.#isCurrent(revision)) this.#did({ did: 'duplicates', view: { offset, page } });
  }

  #isCurrent(revision: number): boolean {
    return this.#store.state.revision === revision;
  }

  #did(what: Curated): void {
    this.#store.dispatch({ type: 'curated', what });
  }

  async #tried(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const failure = toFailure(error);
      // Whoever forgets the files does not wait for figures about them any more.
      if (failure.code === 'engine.ended') return;
      this.#store.dispatch({ type: 'failed', failure });
      this.#hear({ type: 'error', failure });
    }
  }
}
