// Small inputs: a number that must fit, a choice, a day, a switch.

import { html, type TemplateResult } from 'lit';

export interface NumberField {
  readonly label: string;
  readonly value: number;
  readonly min?: number;
  readonly max: number;
  /** Name for tests and styles. */
  readonly name: string;
  change(value: number): void;
}

/** Whole numbers only; an impossible one goes back to what it was. */
export function numberInput({ label, value, min = 0, max, name, change }: NumberField) {
  const onChange = (event: Event) => {
    if (!(event.target instanceof HTMLInputElement)) return;
    const input = event.target;
    if (input.value !== '' && input.checkValidity()) change(input.valueAsNumber);
    else input.value = String(value);
  };
  return html`<input
    class="field short"
    type="number"
    inputmode="numeric"
    min=${min}
    max=${max}
    step="1"
    aria-label=${label}
    data-field=${name}
    .value=${String(value)}
    @change=${onChange}
  />`;
}

/** The same with its label beside it. */
export function numberField(field: NumberField): TemplateResult {
  return html`<label class="pair"><span>${field.label}</span>${numberInput(field)}</label>`;
}

/** `options`: value and what is shown; null stands for "any". */
export function choice<V extends string | null>(
  label: string,
  options: readonly (readonly [V, string])[],
  chosen: V,
  choose: (option: V) => void,
): TemplateResult {
  return html`<select
    class="field"
    aria-label=${label}
    @change=${(event: Event) => {
      const at = event.target instanceof HTMLSelectElement ? event.target.selectedIndex : -1;
      const option = options[at];
      if (option) choose(option[0]);
    }}
  >
    ${options.map(([option, text]) => html`<option ?selected=${option === chosen}>${text}</option>`)}
  </select>`;
}

export function dayInput(
  label: string,
  value: string,
  change: (day: string) => void,
  name = '',
): TemplateResult {
  return html`<input
    class="field"
    type="date"
    aria-label=${label}
    data-field=${name}
    .value=${value}
    @change=${(event: Event) => {
      if (event.target instanceof HTMLInputElement) change(event.target.value);
    }}
  />`;
}

export function toggle(text: string, isOn: boolean, change: () => void): TemplateResult {
  return html`<button type="button" class="toggle" aria-pressed=${isOn ? 'true' : 'false'} @click=${change}>${text}</button>`;
}

/** The list with this one in it, or without it when it was there; in the order of all. */
export function switched<V>(list: readonly V[], one: V, all: readonly V[]): V[] {
  return all.filter((other) => (other === one ? !list.includes(one) : list.includes(other)));
}
