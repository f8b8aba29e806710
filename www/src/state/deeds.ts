// What can be done with results: select, change the recipe, look at problem rows, export.

import type { Engine } from '../engine/engine.ts';
import { toFailure } from '../engine/failure.ts';
import type { ExportFormat } from '../engine/protocol.ts';
import type { Filter, IssueCode, Listed, Recipe } from '../engine/types.ts';
import { asksForFigures, isEverybody, searchOnly } from './filter.ts';
import type { Flow, Heard } from './flow.ts';
import { decisionsOf, redone, undone } from './history.ts';
import { ISSUE_ROWS, type State } from './state.ts';
import type { Store } from './store.ts';

export class Deeds {
  readonly #engine: Engine;
  readonly #store: Store;
  readonly #flow: Flow;
  readonly #hear: (heard: Heard) => void;
  /** The recipe that is wanted last; while one is being decided, later ones replace each other. */
  #wanted: Recipe | null = null;
  #isDeciding = false;

  constructor(engine: Engine, store: Store, flow: Flow, hear: (heard: Heard) => void) {
    this.#engine = engine;
    this.#store = store;
    this.#flow = flow;
    this.#hear = hear;
  }

  /** Everything on the page follows the selection. */
  async select(filter: Filter): Promise<void> {
    this.#store.dispatch({ type: 'filter', filter });
    const whole = this.#store.state.results?.whole;
    await this.#tried(async () => {
      const overview = isEverybody(filter) && whole ? whole : await this.#engine.overview(filter);
      // Another selection may have been made meanwhile; only the last one counts.
      if (this.#store.state.filter === filter) this.#store.dispatch({ type: 'overview', overview });
    });
  }

  /** Opens the list of customers with orders, without, or of both; who has none is in no selection by figures. */
  async list(listed: Listed): Promise<void> {
    const { filter } = this.#store.state;
    this.#store.dispatch({ type: 'list', listed });
    if (listed !== 'with_orders' && asksForFigures(filter)) await this.select(searchOnly(filter));
  }

  /**
   * Changes parts of the recipe; results follow.
   * @param gesture what the change is part of, as one drag: all of it is undone at once
   */
  async change(changes: Partial<Recipe>, gesture: string | null = null): Promise<void> {
    const { recipe, history, results } = this.#store.state;
    if (!recipe) return;
    const next = { ...recipe, ...changes };
    const isFromFiles = 'import' in changes || 'mapping' in changes || 'cleaning' in changes;
    if (results && !isFromFiles) {
      this.#store.dispatch({ type: 'decided', recipe: next, gesture });
      return this.#want(next, { recipe, history });
    }
    this.#store.dispatch({ type: 'recipe', recipe: next });
    try {
      await this.#engine.setRecipe(next);
    } catch (error) {
      this.#store.dispatch({ type: 'recipe', recipe });
      return this.#failed(error);
    }
    if (this.#store.state.results) await this.#flow.rerun();
  }

  /** Takes the last change of the recipe back, or does it again. What the files were read by stays. */
  async travel(way: 'undo' | 'redo'): Promise<void> {
    const { recipe, history } = this.#store.state;
    const there = recipe && (way === 'undo' ? undone : redone)(history, recipe);
    if (!there) return;
    const next = { ...recipe, ...decisionsOf(there.recipe) };
    this.#store.dispatch({ type: 'recipe', recipe: next, history: there.history });
    await this.#want(next, { recipe, history });
  }

  /** Shows problem rows of one kind, or closes them. */
  async showIssues(code: IssueCode | null, offset = 0): Promise<void> {
    const kept = this.#store.state.issues;
    // A page stays until the next one is there, so that nothing jumps.
    const page = kept?.code === code ? kept.page : null;
    this.#store.dispatch({ type: 'issues', view: code && { code, offset, page } });
    if (!code) return;
    await this.#tried(async () => {
      const found = await this.#engine.issues(code, offset, ISSUE_ROWS);
      const { issues } = this.#store.state;
      if (issues?.code === code && issues.offset === offset)
        this.#store.dispatch({ type: 'issues', view: { code, offset, page: found } });
    });
  }

  /** Names, phone numbers and addresses masked on the screen, or shown. */
  async mask(isMasked: boolean): Promise<void> {
    await this.#tried(async () => {
      await this.#engine.setMasked(isMasked);
      const inspections = await this.#engine.inspectAgain(null);
      this.#store.dispatch({ type: 'masked', isMasked, inspections });
    });
  }

  /** A file to save. */
  async exportAs(format: ExportFormat, words: Record<string, string>): Promise<Blob> {
    const bytes = await this.#engine.exportAs(format, words);
    return new Blob([bytes], { type: MEDIA_TYPES[format] });
  }

  /** The same; what goes wrong is told on the screen. */
  async tryExport(format: ExportFormat, words: Record<string, string>): Promise<Blob | null> {
    try {
      return await this.exportAs(format, words);
    } catch (error) {
      this.#failed(error);
      return null;
    }
  }

  /** Another recipe altogether; what it does not say gets its default. */
  async replace(recipe: Partial<Recipe>): Promise<void> {
    await this.#tried(async () => {
      await this.#engine.setRecipe(recipe);
      this.#store.dispatch({ type: 'recipe', recipe: await this.#engine.recipe() });
      if (this.#store.state.results) await this.#flow.rerun();
    });
  }

  /** Back to the defaults, except for how these files are read. */
  async resetRecipe(): Promise<void> {
    const { recipe } = this.#store.state;
    if (!recipe) return;
    await this.replace({ import: recipe.import, mapping: recipe.mapping });
  }

  /** Decides this recipe, now or as soon as the one at work is done. */
  async #want(recipe: Recipe, before: Before): Promise<void> {
    this.#wanted = recipe;
    if (!this.#isDeciding) await this.#decide(before);
  }

  async #decide(before: Before): Promise<void> {
    this.#isDeciding = true;
    this.#store.dispatch({ type: 'pending', isPending: true });
    try {
      while (this.#wanted) {
        const recipe = this.#wanted;
        this.#wanted = null;
        await this.#engine.setRecipe(recipe);
        const results = await this.#flow.results(await this.#engine.decide(null));
        // Shown even when a newer one waits already: what is dragged is followed at the engine's pace.
        this.#store.dispatch({ type: 'results', results });
        if (this.#wanted) this.#store.dispatch({ type: 'pending', isPending: true });
      }
      this.#hear({ type: 'result' });
    } catch (error) {
      this.#failed(error);
      this.#wanted = null;
      this.#store.dispatch({ type: 'recipe', ...before });
      await this.#engine.setRecipe(before.recipe).catch(() => {});
    } finally {
      this.#isDeciding = false;
    }
  }

  async #tried(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#failed(error);
    }
  }

  #failed(error: unknown): void {
    const failure = toFailure(error);
    this.#store.dispatch({ type: 'failed', failure });
    this.#hear({ type: 'error', failure });
  }
}

/** What to go back to when a decision cannot be made. */
type Before = { readonly recipe: Recipe } & Pick<State, 'history'>;

const MEDIA_TYPES: Record<ExportFormat, string> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
  issues: 'text/csv',
  recipe: 'application/json',
  summary: 'application/json',
  customer_file: 'text/csv',
  cleaning_log: 'text/csv',
  recommendations: 'text/csv',
  promotions: 'text/csv',
  loyalty_ledger: 'text/csv',
  corrections: 'application/json',
};
