// The value score's weights: a slider and a number for each figure, what share each has, and what is left out.

import { html, nothing, type TemplateResult } from 'lit';
import { ratio, sum } from '../../../charts/numbers.ts';
import { vars } from '../../../charts/vars.ts';
import type { Recipe, ValueFactor } from '../../../engine/types.ts';
import type { Translation } from '../../../i18n/index.ts';
import { binsOf } from '../schemes/axes.ts';
import { metricChoices, metricName } from '../schemes/condition-model.ts';
import { bandBinning } from '../schemes/forms.ts';

/** Weights go from 1 to this by the slider; the recipe allows up to 1000. */
const MOST = 100;
const MOST_FACTORS = 20;
const METHODS = ['quantile', 'equal_width', 'jenks'] as const;
const DEFAULT: readonly (readonly [string, number])[] = [
  ['revenue', 30],
  ['purchasing_power', 20],
  ['loyalty', 20],
  ['potential', 15],
  ['interactions', 15],
];

export interface Weights {
  readonly factors: readonly ValueFactor[];
  readonly recipe: Pick<Recipe, 'points'>;
  /** What the files say something of; undefined until that is known. */
  readonly atHand: ReadonlySet<string> | undefined;
  /** @param metric whose weight is being dragged; null when the change is a step of its own */
  change(factors: ValueFactor[], metric: string | null): void;
  /** A drag has ended. */
  drop(): void;
}

export function weightsEditor(data: Weights, t: Translation): TemplateResult {
  const { factors } = data;
  const words = t.scores.value;
  const total = sum(factors, ({ weight }) => weight);
  return html`<section class="weights" data-weights>
    <div class="title"><h2>${words.title}</h2>
      <span class="number" role="status" data-sum>${words.sum(t.decimal(total))}</span></div>
    <p class="small muted">${words.means}</p>
    <div class="share-bar" aria-hidden="true">
      ${factors.map(({ weight }, at) => html`<span class="share-${at % 5}" ${vars({ w: ratio(weight, total) })}></span>`)}
    </div>
    <ul class="factors">${factors.map((factor, at) => factorRow(data, factor, at, total, t))}</ul>
    <p class="row">${adder(data, t)}
      <button type="button" class="link small" data-reset-weights @click=${() => data.change(defaults(), null)}>${words.reset}</button>
    </p>
  </section>`;
}

function defaults(): ValueFactor[] {
  return DEFAULT.map(([metric, weight]) => fresh(metric, weight));
}

function fresh(metric: string, weight: number): ValueFactor {
  return { metric, weight, binning: { method: 'quantile', bins: 5 } };
}

/** A weight that the recipe takes, from what was typed; null when it is none. */
export function weightIn(text: string): number | null {
  const weight = Number(text);
  return Number.isFinite(weight) && weight > 0 ? Math.min(1000, weight) : null;
}

function factorRow(
  data: Weights,
  factor: ValueFactor,
  at: number,
  total: number,
  t: Translation,
): TemplateResult {
  const words = t.scores.value;
  const name = metricName(factor.metric, data.recipe, t);
  const { factors, change } = data;
  const set = (next: Partial<ValueFactor>, metric: string | null) =>
    change(factors.with(at, { ...factor, ...next }), metric);
  const weigh = (event: Event, metric: string | null) => {
    const weight = weightIn((event.target as HTMLInputElement).value);
    if (weight !== null) set({ weight }, metric);
  };
  return html`<li class="factor" data-factor=${factor.metric}>
    <span class="factor-name"><span class="swatch share-${at % 5}"></span>${name}${data.atHand?.has(factor.metric) === false ? html` <span class="small muted" data-absent>${words.absent}</span>` : nothing}</span>
    <input type="range" min="1" max=${Math.max(MOST, factor.weight)} step="1" aria-label=${words.weight(name)}
      .value=${String(factor.weight)} @input=${(event: Event) => weigh(event, factor.metric)} @change=${() => data.drop()} />
    <input class="field weight-field" type="number" min="0" max="1000" step="any" aria-label=${words.weight(name)}
      .value=${String(factor.weight)} @change=${(event: Event) => weigh(event, null)} />
    <b class="number">${words.share(ratio(factor.weight, total))}</b>
    ${cut(factor, name, (binning) => set({ binning }, null), t)}
    <button type="button" class="button icon quiet" aria-label=${words.remove(name)} ?disabled=${factors.length < 2}
      @click=${() => change(factors.toSpliced(at, 1), null)}>×</button>
  </li>`;
}

/** How a figure is cut into scores; other ways of a recipe are left as they are. */
function cut(
  { binning }: ValueFactor,
  name: string,
  set: (binning: ValueFactor['binning']) => void,
  t: Translation,
): TemplateResult | typeof nothing {
  const words = t.scores.value;
  if (!METHODS.some((method) => method === binning.method)) return nothing;
  const bins = binsOf(binning);
  const value = (event: Event) => (event.target as HTMLInputElement | HTMLSelectElement).value;
  const number = (event: Event) =>
    Math.min(10, Math.max(2, Math.round(Number(value(event))) || bins));
  return html`<span class="factor-cut row small">
    <select class="field" aria-label=${words.method(name)} @change=${(event: Event) => set(bandBinning(value(event), bins))}>
      ${METHODS.map((method) => html`<option value=${method} ?selected=${method === binning.method}>${t.scoring.method[method]}</option>`)}
    </select>
    <input class="field bins-field" type="number" min="2" max="10" aria-label=${words.bins(name)} .value=${String(bins)}
      @change=${(event: Event) => set(bandBinning(binning.method, number(event)))} />
  </span>`;
}

function adder({ factors, recipe, change }: Weights, t: Translation) {
  const words = t.scores.value;
  const used = new Set(factors.map(({ metric }) => metric));
  const open = metricChoices(recipe, '').filter(
    (metric) => metric !== 'value_score' && !used.has(metric),
  );
  if (factors.length >= MOST_FACTORS) return nothing;
  const add = (event: Event) => {
    const { value } = event.target as HTMLSelectElement;
    if (value) change([...factors, fresh(value, 10)], null);
  };
  return html`<label class="label">${words.add}
    <select class="field subject" data-add-factor .value=${''} @change=${add}>
      <option value="">${words.addChoose}</option>
      ${open.map((metric) => html`<option value=${metric}>${metricName(metric, recipe, t)}</option>`)}
    </select>
  </label>`;
}
