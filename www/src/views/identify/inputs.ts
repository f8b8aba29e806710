// Small controls of the room: a choice with its label, a number that is written when it is left.

import { html, nothing, type TemplateResult } from 'lit';
import type { Cleaning } from '../../engine/types.ts';
import type { View } from '../view.ts';

/** Writes a part of the recipe's cleaning; the files are read again. */
export function clean({ state, act }: View, changes: Partial<Cleaning>): void {
  const cleaning = state.recipe?.cleaning;
  if (cleaning) act.change({ cleaning: { ...cleaning, ...changes } });
}

interface Choice<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly (readonly [value: Value, text: string])[];
  readonly onPick: (value: Value) => void;
  /** The label is only read aloud: it stands in the table already. */
  readonly isBare?: boolean;
}

export function choice<Value extends string>({
  label,
  value,
  options,
  onPick,
  isBare = false,
}: Choice<Value>): TemplateResult {
  const change = (event: Event) => {
    const { value: picked } = event.target as HTMLSelectElement;
    const option = options.find(([id]) => id === picked);
    if (option) onPick(option[0]);
  };
  const select = html`<select class="field" aria-label=${isBare ? label : nothing} .value=${value} @change=${change}>
    ${options.map(([id, text]) => html`<option value=${id} ?selected=${id === value}>${text}</option>`)}
  </select>`;
  return isBare ? select : html`<label class="setting">${label}${select}</label>`;
}

/** The options of a table of words, in its order. */
export function optionsOf<Value extends string>(
  words: Readonly<Record<Value, string>>,
  allowed: readonly Value[] = Object.keys(words) as Value[],
): (readonly [Value, string])[] {
  return allowed.map((value) => [value, words[value]]);
}

interface Amount {
  readonly label: string;
  readonly note?: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly unit?: string;
  readonly onSet: (value: number) => void;
}

/** A number; what is out of range goes back to what it was. */
export function amount({
  label,
  note,
  value,
  min,
  max,
  step,
  unit,
  onSet,
}: Amount): TemplateResult {
  const change = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const set = Number(input.value);
    if (input.value === '' || !(set >= min && set <= max)) input.value = String(value);
    else if (set !== value) onSet(set);
  };
  return html`<label class="setting">${label}
    <span class="amount">
      <input
        class="field short"
        type="number"
        min=${min}
        max=${max}
        step=${step}
        .value=${String(value)}
        @change=${change}
      />${unit ?? nothing}
    </span>
    ${note ? html`<span class="tiny">${note}</span>` : nothing}
  </label>`;
}

/** Where something stands, in words: file · sheet · row 12 · column. */
export function placeOf(
  { t }: View,
  place: { file: string; sheet: string | null; row: number; column?: string | null },
): string {
  const row = place.row > 0 ? t.data.rowNumber(place.row) : t.data.wholeTable;
  return [place.file, place.sheet, row, place.column].filter(Boolean).join(' · ');
}
