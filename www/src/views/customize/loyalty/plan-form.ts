// The loyalty plan as a form: a change is a draft that is compared before it is used.

import { html, type TemplateResult } from 'lit';
import { figure } from '../../../charts/figure.ts';
import type { Loyalty, LoyaltyFigures, LoyaltyLevel } from '../../../engine/types.ts';
import type { Translation } from '../../../i18n/index.ts';
import { labelled, numberField, textField } from '../fields.ts';

/** The name of a level: known ones are translated. */
export function levelName({ name }: LoyaltyLevel, t: Translation): string {
  return t.loyalty.levels.names[name] ?? name;
}

export function planForm(plan: Loyalty, change: (plan: Loyalty) => void, t: Translation) {
  const words = t.loyalty.edit;
  const set = (changes: Partial<Loyalty>) => change({ ...plan, ...changes });
  const number = (
    name:
      | 'points_per_unit'
      | 'point_value'
      | 'redeemed_percent'
      | 'coupons_used_percent'
      | 'window_days',
    least: number,
    most: number,
    whole = true,
  ) =>
    labelled(
      words[name],
      numberField({ name, value: plan[name], least, most, whole }, (value) =>
        set({ [name]: value }),
      ),
    );
  const expiry = numberField(
    { name: 'expiry_days', value: plan.expiry_days, least: 1, most: 3650, whole: true },
    (expiry_days) => set({ expiry_days }),
    () => set({ expiry_days: null }),
  );
  return html`<details class="value-settings no-print" open>
    <summary>${words.title}</summary>
    <div class="value-fields">
      ${number('points_per_unit', 0, 1000, false)} ${number('point_value', 0, 1_000_000, false)}
      ${labelled(words.expiry_days, expiry, words.expiryMeans)} ${number('redeemed_percent', 0, 100)}
      ${number('coupons_used_percent', 0, 100)} ${number('window_days', 30, 3650)}
    </div>
  </details>`;
}

export function levelTable(
  plan: Loyalty,
  figures: LoyaltyFigures | undefined,
  change: (plan: Loyalty) => void,
  t: Translation,
): TemplateResult {
  const words = t.loyalty.levels;
  return figure(
    {
      name: 'loyalty-levels',
      title: words.title,
      unit: words.unit,
      sentence: figures ? words.sentence(figures.rose, figures.fell) : '',
      drawing: html`<div class="scroll-x" tabindex="0" role="region" aria-label=${words.title}>
        <table class="table form-table">
          <thead>
            <tr>
              ${[words.name, words.threshold, words.points_percent, words.yearly_cost, words.coupon].map((head) => html`<th scope="col">${head}</th>`)}
              ${[words.customers, words.before, words.revenue].map((head) => html`<th scope="col" class="end">${head}</th>`)}
            </tr>
          </thead>
          <tbody>${plan.levels.map((level, at) => levelRow(plan, level, at, figures, change, t))}</tbody>
        </table>
      </div>`,
    },
    t,
  );
}

function levelRow(
  plan: Loyalty,
  level: LoyaltyLevel,
  at: number,
  figures: LoyaltyFigures | undefined,
  change: (plan: Loyalty) => void,
  t: Translation,
): TemplateResult {
  const words = t.loyalty.levels;
  const name = levelName(level, t);
  const set = (changes: Partial<LoyaltyLevel>) =>
    change({ ...plan, levels: plan.levels.with(at, { ...level, ...changes }) });
  const least = at === 0 ? 0 : (plan.levels[at - 1]?.threshold ?? 0) + 1;
  const most = at === 0 ? 0 : (plan.levels[at + 1]?.threshold ?? 1_000_000_001) - 1;
  const number = (
    field: 'threshold' | 'points_percent' | 'yearly_cost' | 'coupon',
    [low, high]: readonly [number, number],
  ) =>
    html`<td>${numberField(
      {
        label: words.of(words[field], name),
        name: `${field}-${at}`,
        value: level[field],
        least: low,
        most: high,
        whole: field === 'points_percent',
      },
      (value) => set({ [field]: value }),
    )}</td>`;
  const found = figures?.levels[at];
  return html`<tr>
    <td>${textField(words.of(words.name, name), name, (text) => set({ name: text || level.name }))}</td>
    ${number('threshold', [least, most])} ${number('points_percent', [0, 1000])}
    ${number('yearly_cost', [0, 1_000_000])} ${number('coupon', [0, 1_000_000])}
    <td class="end">${found ? t.integer(found.customers) : '–'}</td>
    <td class="end">${found ? t.integer(found.before) : '–'}</td>
    <td class="end">${found ? t.moneyShort(found.revenue) : '–'}</td>
  </tr>`;
}
