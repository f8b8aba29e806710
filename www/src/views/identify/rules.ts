// The rules behind what is left out, changeable where their effect is seen; and the rule that lets a kind of problem be undone.

import { html, type TemplateResult } from 'lit';
import type { Cleaning, IssueCode } from '../../engine/types.ts';
import * as icon from '../icons.ts';
import type { View } from '../view.ts';
import { choice, clean, optionsOf } from './inputs.ts';

/** The rule that keeps the rows of this kind of problem; none when no rule leaves them out. */
export function keeping(code: IssueCode, cleaning: Cleaning): Partial<Cleaning> | null {
  const rules: Readonly<Record<string, Partial<Cleaning>>> = {
    'row.refund_dropped': cleaning.refunds === 'drop' ? { refunds: 'net' } : {},
    'row.repeated': { repeated: 'keep' },
    'amount.excluded': { outliers: { ...cleaning.outliers, action: 'report' } },
    'amount.winsorised': { outliers: { ...cleaning.outliers, action: 'report' } },
    'customer.incomplete': { missing: withoutExclusion(cleaning) },
    'value.filled': { missing: {} },
  };
  const rule = rules[code] ?? {};
  return Object.keys(rule).length > 0 ? rule : null;
}

/** Gaps are filled as before, but nobody is left out for one. */
function withoutExclusion({ missing }: Cleaning): Cleaning['missing'] {
  const kept = Object.entries(missing ?? {}).filter(([, rule]) => rule.fill !== 'exclude');
  return Object.fromEntries(kept);
}

export function rules(view: View): TemplateResult | null {
  const cleaning = view.state.recipe?.cleaning;
  if (!cleaning) return null;
  const words = view.t.identify.rules;
  return html`<details class="settings" open>
    <summary>${words.title}</summary>
    <div class="settings-row">
      ${choice({
        label: words.refunds,
        value: cleaning.refunds,
        options: optionsOf(words.refundsOptions),
        onPick: (refunds) => clean(view, { refunds }),
      })}
      ${choice({
        label: words.repeated,
        value: cleaning.repeated,
        options: optionsOf(words.repeatedOptions),
        onPick: (repeated) => clean(view, { repeated }),
      })}
      ${placeholders(view, cleaning.placeholders)}
    </div>
  </details>`;
}

function placeholders(view: View, known: readonly string[]): TemplateResult {
  const words = view.t.identify.rules;
  // No form: a sandboxed frame may not submit any.
  const add = (event: Event) => {
    const group = (event.target as Element).closest('.words');
    const input = group?.querySelector('input');
    const word = input?.value.trim() ?? '';
    if (!input || !word) return;
    input.value = '';
    if (!known.includes(word)) clean(view, { placeholders: [...known, word] });
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.isComposing) add(event);
  };
  const remove = (word: string) =>
    clean(view, { placeholders: known.filter((other) => other !== word) });
  return html`<div class="setting words">
    <label class="setting">${words.placeholders}
      <span class="amount">
        <input class="field" maxlength="60" placeholder=${words.placeholder} @keydown=${onKey} />
        <button type="button" class="button" @click=${add}>${words.addPlaceholder}</button>
      </span>
    </label>
    <span class="row">${known.map(
      (word) => html`<span class="chip removable">${word}<button
        type="button"
        class="remove"
        aria-label=${words.remove(word)}
        @click=${() => remove(word)}
      >${icon.cross}</button></span>`,
    )}</span>
    <span class="tiny">${words.placeholdersNote}</span>
  </div>`;
}
