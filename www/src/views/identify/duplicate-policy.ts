// How duplicates are found and merged: threshold, whose values are kept, and exceptions for single fields.

import { html, type TemplateResult } from 'lit';
import type { DuplicatePage, Duplicates, Field, Keep } from '../../engine/types.ts';
import type { View } from '../view.ts';
import { amount, choice, clean, optionsOf } from './inputs.ts';

export function duplicatePolicy(view: View, page: DuplicatePage): TemplateResult | null {
  const rule = view.state.recipe?.cleaning.duplicates;
  if (!rule) return null;
  const { t } = view;
  const words = t.duplicates;
  const change = (changes: Partial<Duplicates>) =>
    clean(view, { duplicates: { ...rule, ...changes } });
  const fields = page.columns.flatMap(([field]) => field ?? []);
  return html`<details class="settings">
    <summary>${words.policy}</summary>
    <div class="settings-row">
      ${amount({
        label: words.threshold,
        value: Math.round(rule.threshold * 1000) / 10,
        min: 50,
        max: 99.9,
        step: 0.5,
        unit: '%',
        onSet: (percent) => change({ threshold: percent / 100 }),
      })}
      ${choice({
        label: words.keepLabel,
        value: rule.keep,
        options: optionsOf(words.keep),
        onPick: (keep) => change({ keep }),
      })}
      ${choice({
        label: words.merge,
        value: rule.merge,
        options: optionsOf(t.identify.mergeOptions),
        onPick: (merge) => change({ merge }),
      })}
    </div>
    <p class="small-title">${words.perField}</p>
    <div class="settings-row">${fields.map((field) => exception(view, rule, field, change))}</div>
  </details>`;
}

function exception(
  { t }: View,
  rule: Duplicates,
  field: Field,
  change: (changes: Partial<Duplicates>) => void,
): TemplateResult {
  const words = t.duplicates;
  const options: readonly (readonly [Keep | '', string])[] = [
    ['', words.asAbove],
    ...optionsOf(words.keep),
  ];
  return choice<Keep | ''>({
    label: t.names.field(field),
    value: rule.fields[field] ?? '',
    options,
    onPick: (keep) => {
      const { [field]: _, ...others } = rule.fields;
      change({ fields: keep ? { ...others, [field]: keep } : others });
    },
  });
}
