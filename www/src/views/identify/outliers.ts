// Outliers: where the fences stand, what lies beyond them, and what becomes of it.

import { html, nothing, type TemplateResult } from 'lit';
import type { OutlierReport, Outliers } from '../../engine/types.ts';
import { EVERYBODY } from '../../state/filter.ts';
import type { View } from '../view.ts';
import { amount, choice, clean, optionsOf } from './inputs.ts';
import { fenceStrip } from './outlier-strip.ts';

export function outliers(view: View): TemplateResult {
  const { state, t } = view;
  const words = t.identify.outliers;
  const { report } = state.curation;
  if (!report) return html`<p class="muted" aria-busy="true">${t.identify.loading}</p>`;
  const found = report.outliers;
  const rule = state.recipe?.cleaning.outliers;
  if (!found || !rule) return html`<p>${words.none}</p>`;
  return html`<p>${words.sentence(found.lines, found.share)} <span class="muted">${words.lead(rule.fence)}</span></p>
    ${policy(view, rule)}
    ${fenceStrip(t, found)}
    ${found.farthest.length > 0 ? farthest(view, found) : nothing}`;
}

function policy(view: View, rule: Outliers): TemplateResult {
  const words = view.t.identify.outliers;
  const change = (changes: Partial<Outliers>) => clean(view, { outliers: { ...rule, ...changes } });
  return html`<div class="settings-row">
    ${choice({
      label: words.action,
      value: rule.action,
      options: optionsOf(words.actions),
      onPick: (action) => change({ action }),
    })}
    ${amount({
      label: words.fence,
      note: words.fenceNote,
      value: rule.fence,
      min: 1,
      max: 100,
      step: 0.5,
      onSet: (fence) => change({ fence }),
    })}
  </div>`;
}

function farthest(view: View, { farthest: rows, high, low }: OutlierReport): TemplateResult {
  const { t, act } = view;
  const words = t.identify.outliers;
  const show = (id: string) => {
    act.select({ ...EVERYBODY, search: id });
    act.go('differentiate');
  };
  const times = (value: number) => {
    const fence = value < 0 ? low : high;
    return fence ? `${t.decimal(value / fence, 1)}×` : '';
  };
  return html`<h3 class="problems-title">${words.farthest(rows.length)}</h3>
    <div class="scroll-x" role="region" aria-label=${words.farthest(rows.length)} tabindex="0">
      <table class="table narrow-table">
        <thead>
          <tr>
            <th scope="col">${words.customer}</th>
            <th scope="col">${words.day}</th>
            <th scope="col" class="end">${words.amount}</th>
            <th scope="col" class="end">${words.times}</th>
          </tr>
        </thead>
        <tbody>${rows.map(
          ({ id, day, amount: value }) => html`<tr>
            <th scope="row">${
              // What is masked finds nobody.
              view.state.isMasked
                ? id
                : html`<button
                    type="button"
                    class="link"
                    aria-label=${words.showCustomer(id)}
                    @click=${() => show(id)}
                  >${id}</button>`
            }</th>
            <td>${t.day(day)}</td>
            <td class="end">${t.money(value)}</td>
            <td class="end">${times(value)}</td>
          </tr>`,
        )}</tbody>
      </table>
    </div>`;
}
