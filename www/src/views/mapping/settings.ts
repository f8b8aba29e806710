// How the files are read: what was detected, and overrides for when it was wrong. A change reads the files again at once.

import { html, nothing, type TemplateResult } from 'lit';
import type { DateOrder } from '../../engine/types.ts';
import type { View } from '../view.ts';

const ORDERS: readonly DateOrder[] = ['year_month_day', 'day_month_year', 'month_day_year'];

interface Choice {
  readonly label: string;
  readonly value: string;
  readonly detected: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly onPick: (value: string) => void;
}

export function importSettings(view: View): TemplateResult | typeof nothing {
  const { state, t, act } = view;
  const { recipe, draft, files } = state;
  if (!recipe) return nothing;
  const words = t.data.mapping;
  const text = files.find(({ inspection }) => inspection.encoding !== null)?.inspection;
  const encodings: Record<string, string> = words.encodings;
  const delimiters: Record<string, string> = words.delimiters;
  const textChoices = text && [
    choice(t, {
      label: words.encoding,
      value: recipe.import.encoding ?? '',
      detected: encodings[(text.encoding ?? '').toLowerCase()] ?? text.encoding ?? '',
      options: Object.entries(encodings),
      onPick: (encoding) => act.readAgain({ encoding: encoding || null }),
    }),
    choice(t, {
      label: words.delimiter,
      value: recipe.import.delimiter ?? '',
      detected: delimiters[text.delimiter ?? ''] ?? text.delimiter ?? '',
      options: Object.entries(delimiters),
      onPick: (delimiter) => act.readAgain({ delimiter: delimiter || null, widths: [] }),
    }),
  ];
  return html`<details class="settings" ?open=${Object.values(recipe.import).some((value) => value !== null && value !== false && !Array.isArray(value))}>
    <summary>${words.reading}</summary>
    <div class="settings-body">
      ${textChoices ?? nothing} ${headerRow(view)}
      ${choice(t, {
        label: words.dateOrderLabel,
        value: draft?.dateOrder ?? '',
        detected: '',
        options: ORDERS.map((order) => [order, words.order(order)] as const),
        onPick: (value) => act.dateOrder(ORDERS.find((order) => order === value) ?? null),
      })}
      ${blanks(view, recipe.import.blanks_as_above)}
    </div>
  </details>`;
}

function choice(t: View['t'], { label, value, detected, options, onPick }: Choice): TemplateResult {
  return html`<label class="setting">${label}
    <select class="field" @change=${(event: Event) => onPick((event.target as HTMLSelectElement).value)}>
      <option value="" ?selected=${value === ''}>${t.data.mapping.detected(detected)}</option>
      ${options.map(([id, text]) => html`<option value=${id} ?selected=${id === value}>${text}</option>`)}
    </select>
  </label>`;
}

function blanks({ t, act }: View, isAbove: boolean): TemplateResult {
  const words = t.data.mapping;
  const change = (event: Event) =>
    void act.readAgain({ blanks_as_above: (event.target as HTMLSelectElement).value === 'above' });
  return html`<label class="setting">${words.blanks}
    <select class="field" data-blanks @change=${change}>
      <option value="nobody" ?selected=${!isAbove}>${words.blanksNobody}</option>
      <option value="above" ?selected=${isAbove}>${words.blanksAbove}</option>
    </select>
  </label>`;
}

function headerRow({ state, t, act }: View): TemplateResult {
  const words = t.data.mapping;
  const found = state.files[0]?.inspection.tables[0]?.header_row ?? 1;
  const change = (event: Event) => {
    const { value } = event.target as HTMLInputElement;
    act.readAgain({ header_row: value === '' ? null : Number(value) });
  };
  return html`<label class="setting">${words.headerRow}
    <input
      class="field"
      type="number"
      min="0"
      max="1000"
      .value=${String(state.recipe?.import.header_row ?? '')}
      placeholder=${words.detected(String(found))}
      title=${words.headerRowNote}
      @change=${change}
    />
  </label>`;
}
