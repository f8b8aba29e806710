// Everything behind one element: engine, store, flow, deeds, and what the host page wished before the first file.

import type { CoreOptions } from '../engine/core.ts';
import { engineFailure } from '../engine/failure.ts';
import { createEngine, type Engine } from '../engine/index.ts';
import type { CustomerPage, CustomerQuery, Recipe } from '../engine/types.ts';
import { Curator } from '../state/curator.ts';
import { Deeds } from '../state/deeds.ts';
import { EVERYBODY } from '../state/filter.ts';
import { Flow, type Heard } from '../state/flow.ts';
import type { State } from '../state/state.ts';
import { Store } from '../state/store.ts';

/** What the host page says by attributes; read when the engine starts. */
export interface Wishes {
  readonly worker: CoreOptions['worker'];
  readonly workerSrc: string;
  readonly wasmSrc: string;
  readonly preset: string;
  readonly asOf: string;
}

export interface Ears {
  readonly onChange: (state: State) => void;
  readonly onHeard: (heard: Heard) => void;
}

export class Workshop {
  readonly store: Store;
  readonly engine: Engine;
  readonly flow: Flow;
  readonly deeds: Deeds;
  readonly curator: Curator;
  readonly #wishes: Wishes;
  /** A recipe set before the first file. */
  wished: Partial<Recipe> | null = null;

  constructor(wishes: Wishes, { onChange, onHeard }: Ears) {
    this.#wishes = wishes;
    this.store = new Store((state) => {
      onChange(state);
      this.curator.follow(state);
    });
    this.engine = createEngine(() => ({
      worker: wishes.worker,
      workerSrc: wishes.workerSrc,
      wasmSrc: wishes.wasmSrc,
      onRequests: (worker) => this.store.dispatch({ type: 'requests', worker }),
    }));
    this.flow = new Flow(this.engine, this.store, onHeard, () => this.#setUp());
    this.deeds = new Deeds(this.engine, this.store, this.flow, onHeard);
    this.curator = new Curator(this.engine, this.store, this.flow, onHeard);
  }

  /** The host page's recipe: now, or with the first file. */
  wish(recipe: Partial<Recipe>): void {
    if (this.store.state.recipe) void this.deeds.replace(recipe);
    else this.wished = recipe;
  }

  /** The analysis day of the attribute: now, or with the first file. */
  setAsOf(day: string): void {
    const { recipe } = this.store.state;
    if (recipe) void this.deeds.change({ measures: { ...recipe.measures, as_of: day || null } });
  }

  customers(query: Partial<CustomerQuery>): Promise<CustomerPage> {
    const all = {
      filter: EVERYBODY,
      listed: 'with_orders',
      sort: 'revenue',
      descending: true,
      offset: 0,
      limit: 100,
    } as const;
    return this.engine.customers({ ...all, ...query });
  }

  tellNoWasm(): void {
    this.store.dispatch({ type: 'failed', failure: engineFailure('engine.no_wasm') });
  }

  reset(): void {
    void this.flow.cancel();
    this.engine.forget();
    this.store.dispatch({ type: 'reset' });
  }

  async #setUp(): Promise<void> {
    const { preset, asOf } = this.#wishes;
    if (preset) await this.engine.setPreset(preset);
    if (!this.wished && !asOf) return;
    const recipe = { ...(await this.engine.recipe()), ...this.wished };
    const measures = asOf ? { ...recipe.measures, as_of: asOf } : recipe.measures;
    await this.engine.setRecipe({ ...recipe, measures });
  }
}
