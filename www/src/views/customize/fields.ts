// Fields of forms: a change counts when it is valid and finished; what is not goes back to what it was.

import { html, nothing, type TemplateResult } from 'lit';

export interface NumberField {
  /** What it is called where no label is beside it. */
  readonly label?: string;
  /** Its name for tests, and what it is for. */
  readonly name: string;
  readonly value: number | null;
  readonly least: number;
  readonly most: number;
  /** Only whole numbers. */
  readonly whole?: boolean;
}

/** A number; `null` when the field may be empty and is. */
export function numberField(
  field: NumberField,
  change: (value: number) => void,
  clear?: () => void,
) {
  const { label, name, value, least, most, whole } = field;
  const text = value === null ? '' : String(value);
  return html`<input
    class="field"
    type="number"
    inputmode="decimal"
    data-setting=${name}
    aria-label=${label ?? nothing}
    min=${least}
    max=${most}
    step=${whole ? '1' : 'any'}
    .value=${text}
    @change=${(event: Event) => {
      const input = event.target;
      if (!(input instanceof HTMLInputElement)) return;
      if (input.value === '' && clear) clear();
      else if (input.value !== '' && input.reportValidity()) change(input.valueAsNumber);
      else input.value = text;
    }}
  />`;
}

export function textField(
  label: string,
  value: string,
  change: (value: string) => void,
  hint = '',
) {
  return html`<input
    class="field"
    type="text"
    aria-label=${label}
    placeholder=${hint}
    maxlength="200"
    .value=${value}
    @change=${(event: Event) => {
      if (event.target instanceof HTMLInputElement) change(event.target.value.trim());
    }}
  />`;
}

/** A control under its name, with a sentence. */
export function labelled(name: string, control: TemplateResult, means = ''): TemplateResult {
  return html`<label class="value-field"><span>${name}</span> ${control} <span class="small muted">${means}</span></label>`;
}

/** "a, b，c" → a, b, c */
export function several(text: string): string[] {
  return [...new Set(text.split(/[,，、;；]/).map((part) => part.trim()))].filter(Boolean);
}
