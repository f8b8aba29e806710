// How each measure is cut into scores: method, number of scores, and what it means for customers with equal values.

import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveElement,
  type TemplateResult,
} from 'lit';
import { sentences } from '../../charts/figure.ts';
import type { Binning, Factor, Recipe, SchemeEntry, Thresholds } from '../../engine/types.ts';
import type { Translation } from '../../i18n/index.ts';
import type { DifferentiateProps } from './contract.ts';
import { asFixed } from './cut-drag.ts';

const METHODS = ['quantile', 'ntile', 'equal_width', 'jenks', 'mean', 'r_rfm', 'fixed'] as const;
type Method = (typeof METHODS)[number];
const MOST_BINS = 10;

/** Schemes that go with any number of scores, for those that do not. */
const NAMES_ANYHOW = ['cn-8', 'life-cycle'];
const TIERS_ANYHOW = ['abc'];

export class ScoreSettings implements ReactiveController {
  /** A scheme that had to give way, and the one in its place. */
  #refit: { readonly left: string; readonly taken: string; readonly revision: number } | null =
    null;

  constructor(
    private readonly host: ReactiveElement,
    private readonly change: (changes: Partial<Recipe>) => void,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#refit = null;
  }

  /** Whose the thresholds are, and the way back. */
  bar(props: DifferentiateProps): TemplateResult {
    const { t, recipe, summary } = props;
    const words = t.scoring;
    const own = summary.thresholds.filter(({ factor }) => recipe.scores[factor].method === 'fixed');
    const names = own.map(({ factor }) => t.differentiate.histogram.title[factor]);
    const freeze = () => this.#freeze(summary.thresholds, props);
    const back = () => this.#setAll(own, props, { method: 'quantile', bins: 5 });
    const { nested } = recipe.scores;
    const groups = summary.nested;
    const small = groups?.small ? words.nestedSmall(groups.small, groups.groups.length) : '';
    const nest = (event: Event) =>
      this.change({
        scores: { ...recipe.scores, nested: (event.target as HTMLInputElement).checked },
      });
    return html`<div class="cuts-bar small">
      <p>${nested ? sentences([words.nestedMeans, small], t) : sentences([own.length ? words.ours(t.list(names)) : words.follow, words.drag], t)}</p>
      <p class="row no-print">
        ${own.length ? html`<button type="button" class="button" data-quantiles @click=${back}>${words.back}</button>` : nothing}
        ${own.length < summary.thresholds.length && !nested ? html`<button type="button" class="button" data-freeze @click=${freeze}>${words.freeze}</button>` : nothing}
        <label class="label"><input type="checkbox" data-nested .checked=${nested} @change=${nest} /> ${words.nested}</label>
      </p>
      ${this.#refitNote(props)}
    </div>`;
  }

  form(factor: Factor, props: DifferentiateProps): TemplateResult {
    const { t, recipe, summary } = props;
    const binning = recipe.scores[factor];
    const thresholds = summary.thresholds.find((other) => other.factor === factor);
    const bins = thresholds?.bins ?? 5;
    return html`<details class="as-table score-settings no-print" data-scores=${factor}>
      <summary>${t.scoring.settings(t.scoring.method[binning.method as Method], bins)}<span class="visually-hidden">: ${t.differentiate.histogram.title[factor]}</span></summary>
      <div class="row">
        <label class="label">${t.scoring.methodLabel}
          <select class="field" @change=${(event: Event) => this.#setMethod(factor, chosenIn(event) as Method, props)}>
            ${METHODS.map((method) => html`<option value=${method} ?selected=${method === binning.method}>${t.scoring.method[method]}</option>`)}
          </select>
        </label>
        <label class="label">${t.scoring.binsLabel}
          <select class="field" ?disabled=${!('bins' in binning)} @change=${(event: Event) => this.#setBins(factor, Number(chosenIn(event)), props)}>
            ${range(2, Math.max(MOST_BINS, bins)).map((count) => html`<option value=${count} ?selected=${count === bins}>${count}</option>`)}
          </select>
        </label>
      </div>
      <p class="small">${sentences(explained(binning.method as Method, thresholds, t), t)}</p>
    </details>`;
  }

  #setMethod(factor: Factor, method: Method, props: DifferentiateProps): void {
    const thresholds = props.summary.thresholds.find((other) => other.factor === factor);
    if (!thresholds) return;
    const now = props.recipe.scores[factor];
    const bins = 'bins' in now ? now.bins : now.method === 'fixed' ? now.cuts.length + 1 : 5;
    void this.#set(factor, binningOf(method, bins, thresholds, props.recipe), props);
  }

  #setBins(factor: Factor, bins: number, props: DifferentiateProps): void {
    const now = props.recipe.scores[factor];
    if ('bins' in now) void this.#set(factor, { ...now, bins }, props);
  }

  async #set(factor: Factor, binning: Binning, props: DifferentiateProps): Promise<void> {
    await this.#propose({ ...props.recipe.scores, [factor]: binning }, props);
  }

  #setAll(of: readonly Thresholds[], props: DifferentiateProps, binning: Binning): void {
    const changed = Object.fromEntries(of.map(({ factor }) => [factor, binning]));
    void this.#propose({ ...props.recipe.scores, ...changed }, props);
  }

  #freeze(of: readonly Thresholds[], { recipe }: DifferentiateProps): void {
    const cuts = of.map((thresholds) => [
      thresholds.factor,
      { method: 'fixed', cuts: asFixed(thresholds, recipe).cuts },
    ]);
    this.change({ scores: { ...recipe.scores, ...Object.fromEntries(cuts) } });
  }

  /** A scheme in use that was made for other scores gives way to one that goes with any; it is said which. */
  async #propose(scores: Recipe['scores'], { ask, recipe, t, revision }: DifferentiateProps) {
    const entries = await ask.schemes(scores).catch(() => []);
    const segment = fitting(recipe.segment, NAMES_ANYHOW, entries);
    const tier = fitting(recipe.tier, TIERS_ANYHOW, entries);
    const [left, taken] =
      segment !== recipe.segment ? [recipe.segment, segment] : [recipe.tier, tier];
    const name = (id: string) =>
      t.names.scheme(id, entries.find(({ scheme }) => scheme.id === id)?.scheme.name);
    this.#refit = left === taken ? null : { left: name(left), taken: name(taken), revision };
    this.host.requestUpdate();
    this.change({ scores, segment, tier });
  }

  #refitNote({ t, revision }: DifferentiateProps): TemplateResult | typeof nothing {
    // It stands until the result after the one that it brought.
    if (!this.#refit || revision > this.#refit.revision + 1) return nothing;
    return html`<p class="notice" role="status">${t.scoring.refit(this.#refit.left, this.#refit.taken)}</p>`;
  }
}

/** What the method means, and what it did with equal values. */
export function explained(
  method: Method,
  thresholds: Thresholds | undefined,
  t: Translation,
): string[] {
  const empty = thresholds?.empty ?? [];
  return [
    t.scoring.means[method],
    method === 'ntile' ? t.scoring.split(thresholds?.split_ties ?? 0) : '',
    empty.length ? t.scoring.empty(t.either(empty.map(String))) : '',
  ];
}

/** A method with its settings; own thresholds begin where the cuts are now. */
export function binningOf(
  method: Method,
  bins: number,
  thresholds: Thresholds,
  recipe: Pick<Recipe, 'measures'>,
): Binning {
  switch (method) {
    case 'fixed':
      return { method, cuts: asFixed(thresholds, recipe).cuts };
    case 'mean':
      return { method };
    case 'ntile':
      return { method, bins, ties: 'measures', remainder: 'first' };
    default:
      return { method, bins };
  }
}

/** The scheme itself when it goes with the scores, otherwise the first that does. */
export function fitting(
  id: string,
  instead: readonly string[],
  entries: readonly Pick<SchemeEntry, 'scheme' | 'fits'>[],
): string {
  const fits = (wanted: string) => entries.find(({ scheme }) => scheme.id === wanted)?.fits;
  return fits(id) === false ? (instead.find(fits) ?? id) : id;
}

function chosenIn(event: Event): string {
  return event.target instanceof HTMLSelectElement ? event.target.value : '';
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
