// What the forecast is asked for: every control with one plain sentence. A change is a change of the recipe.

import { html, type TemplateResult } from 'lit';
import type { LifetimeValue, PurchaseModelKind, TimeUnit } from '../../../engine/types.ts';
import type { Translation } from '../../../i18n/index.ts';

const MODELS: readonly PurchaseModelKind[] = ['mbg_nbd', 'bg_nbd', 'pareto_nbd', 'bg_bb', 'simple'];
const UNITS: readonly TimeUnit[] = ['day', 'week', 'month'];
/** What one opportunity to buy can be. */
const OPPORTUNITIES: readonly TimeUnit[] = ['week', 'month', 'quarter', 'year'];

/** The units that a model can count in. */
export function unitsOf(model: PurchaseModelKind): readonly TimeUnit[] {
  return model === 'bg_bb' ? OPPORTUNITIES : UNITS;
}

/** The model with a unit that it can count in. */
export function chosen(model: PurchaseModelKind, unit: TimeUnit): Partial<LifetimeValue> {
  return unitsOf(model).includes(unit) ? { model } : { model, unit: 'month' };
}
const MONTHS: readonly number[] = [3, 6, 12, 24, 36, 60];

export function settings(
  asked: LifetimeValue,
  change: (changes: Partial<LifetimeValue>) => void,
  t: Translation,
): TemplateResult {
  const words = t.value.settings;
  const counts = asked.model === 'bg_bb';
  const months = MONTHS.includes(asked.months)
    ? MONTHS
    : [...MONTHS, asked.months].toSorted((one, other) => one - other);
  return html`<details class="value-settings no-print">
    <summary>${words.title}: <span class="muted">${words.summary(words.models[asked.model], asked.months)}</span></summary>
    <div class="value-fields">
      ${field(
        words.model,
        words.modelMeans[asked.model],
        choice(
          'model',
          MODELS,
          asked.model,
          (model) => words.models[model],
          (model) => change(chosen(model, asked.unit)),
        ),
      )}
      ${field(
        words.months,
        words.monthsMeans,
        choice('months', months, asked.months, words.monthsOf, (value) =>
          change({ months: value }),
        ),
      )}
      ${field(
        counts ? words.opportunity : words.unit,
        counts ? words.opportunityMeans : words.unitMeans,
        choice(
          'unit',
          unitsOf(asked.model),
          asked.unit,
          (unit) => words.units[unit],
          (unit) => change({ unit }),
        ),
      )}
      ${field(
        words.discount,
        words.discountMeans,
        percent('monthly_discount', asked.monthly_discount, [0, 50], (monthly_discount) =>
          change({ monthly_discount }),
        ),
      )}
      ${field(
        words.margin,
        words.marginMeans,
        percent('margin', asked.margin, [1, 100], (margin) => change({ margin })),
      )}
      <label class="value-field check">
        <span class="row">
          <input
            type="checkbox"
            data-setting="export"
            .checked=${asked.export}
            @change=${(event: Event) => {
              if (event.target instanceof HTMLInputElement)
                change({ export: event.target.checked });
            }}
          />
          ${words.export}
        </span>
        <span class="small muted">${words.exportMeans}</span>
      </label>
    </div>
  </details>`;
}

function field(name: string, means: string, control: TemplateResult): TemplateResult {
  return html`<label class="value-field">
    <span>${name}</span>
    ${control}
    <span class="small muted">${means}</span>
  </label>`;
}

function choice<V extends string | number>(
  name: string,
  options: readonly V[],
  chosen: V,
  text: (option: V) => string,
  choose: (option: V) => void,
): TemplateResult {
  return html`<select
    class="field"
    data-setting=${name}
    @change=${(event: Event) => {
      const option =
        event.target instanceof HTMLSelectElement ? options[event.target.selectedIndex] : undefined;
      if (option !== undefined) choose(option);
    }}
  >
    ${options.map((option) => html`<option value=${option} ?selected=${option === chosen}>${text(option)}</option>`)}
  </select>`;
}

function percent(
  name: string,
  share: number,
  [least, most]: readonly [number, number],
  choose: (share: number) => void,
): TemplateResult {
  return html`<input
    class="field"
    type="number"
    inputmode="decimal"
    data-setting=${name}
    min=${least}
    max=${most}
    step="any"
    .value=${String(Math.round(share * 10_000) / 100)}
    @change=${(event: Event) => {
      const input = event.target;
      if (!(input instanceof HTMLInputElement) || !input.reportValidity() || input.value === '')
        return;
      choose(input.valueAsNumber / 100);
    }}
  />`;
}
