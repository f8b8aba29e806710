// The customer file in figures: how complete it is, who has not been heard of, and what is known in each field.

import { html, nothing, type TemplateResult } from 'lit';
import type { FieldReport, FileReport } from '../../engine/types.ts';
import type { View } from '../view.ts';
import { amount, clean } from './inputs.ts';

export function customerFile(view: View): TemplateResult {
  const { report } = view.state.curation;
  if (!report) return html`<p class="muted" aria-busy="true">${view.t.identify.loading}</p>`;
  return html`${figures(view, report)} ${completeness(view, report)} ${fields(view, report)}`;
}

function figures(view: View, report: FileReport): TemplateResult {
  const { t, state, act } = view;
  const words = t.identify.file;
  const days = state.recipe?.cleaning.stale_days ?? 0;
  const without = state.results?.summary.customers_without_orders ?? 0;
  const see = html`<button type="button" class="link" data-without-orders @click=${() => act.list('without_orders')}>${t.listed.seeWithout(without)}</button>`;
  const withOrders = html`${words.withOrders(report.with_orders)}${without > 0 ? html`<br />${see}` : nothing}`;
  const figure = (
    label: string,
    value: string,
    note: string | TemplateResult,
  ) => html`<div class="figure">
    <dt>${label}</dt>
    <dd class="number">${value}</dd>
    <dd class="muted small">${note}</dd>
  </div>`;
  const heard = ([count, customers]: [number, number], label: string) =>
    count > 0 ? figure(label, t.integer(count), words.byCustomers(customers)) : nothing;
  return html`<dl class="figures">
      ${figure(words.customers, t.integer(report.customers), withOrders)}
      ${heard(report.interactions, words.interactions)} ${heard(report.feedback, words.feedback)}
      ${figure(words.mean, t.percent(report.mean_completeness), words.meanNote)}
      ${figure(words.stale, t.integer(report.stale), words.staleNote(days, report.as_of))}
    </dl>
    <div class="settings-row">
      ${amount({
        label: words.staleDays,
        value: days,
        min: 1,
        max: 36_500,
        step: 1,
        onSet: (stale_days) => clean(view, { stale_days: Math.round(stale_days) }),
      })}
    </div>`;
}

/** Eleven bars of one colour, each with its number; the sentence says the same. */
function completeness({ t }: View, report: FileReport): TemplateResult {
  const words = t.identify.file;
  const bins = report.completeness;
  const most = Math.max(1, ...bins);
  const sentence = words.sentence(bins[10], bins[0], report.customers);
  return html`<figure class="completeness">
    <figcaption>
      <h3 class="problems-title">${words.completeness} <span class="muted tiny">${words.completenessUnit}</span></h3>
      <p class="muted small">${sentence}</p>
    </figcaption>
    <ul class="bins">
      ${bins.map(
        (
          count,
          at,
        ) => html`<li class="bin" title=${`${words.bin(at)}: ${t.frame.customers(count)}`}>
          <span class="bin-count number tiny">${count > 0 ? t.compact(count) : nothing}</span>
          <svg class="bin-bar" viewBox="0 0 1 100" preserveAspectRatio="none" aria-hidden="true">
            <rect x="0" width="1" y=${100 - (100 * count) / most} height=${(100 * count) / most} />
          </svg>
          <span class="bin-name muted tiny"
            ><span aria-hidden="true">${words.binShort(at)}</span
            ><span class="visually-hidden">${words.bin(at)}: ${t.frame.customers(count)}</span></span
          >
        </li>`,
      )}
    </ul>
  </figure>`;
}

function fields(view: View, { fields: known }: FileReport): TemplateResult {
  const { t } = view;
  const words = t.identify.file;
  const hasInvalid = known.some(({ invalid }) => invalid > 0);
  return html`<h3 class="problems-title">${words.fields}</h3>
    <div class="scroll-x" role="region" aria-label=${words.fields} tabindex="0">
      <table class="table">
        <thead>
          <tr>
            <th scope="col">${words.field}</th>
            <th scope="col" class="end">${words.known}</th>
            <th scope="col" class="end">${words.missing}</th>
            ${hasInvalid ? html`<th scope="col" class="end">${words.invalid}</th>` : nothing}
            <th scope="col" class="end">${words.distinct}</th>
            <th scope="col">${words.frequent}</th>
          </tr>
        </thead>
        <tbody>${known.map((field) => row(view, field, hasInvalid))}</tbody>
      </table>
    </div>`;
}

function row({ t }: View, report: FieldReport, hasInvalid: boolean): TemplateResult {
  const { field, name, known, missing, invalid, distinct, frequent } = report;
  const total = known + missing;
  return html`<tr>
    <th scope="row">${t.identify.fieldName(field, name, t.names.field)}</th>
    <td class="end">${t.integer(known)} <span class="muted">${t.percent(total > 0 ? known / total : 0)}</span></td>
    <td class="end">${missing > 0 ? t.integer(missing) : nothing}</td>
    ${hasInvalid ? html`<td class="end">${invalid > 0 ? html`<span class="warn-text">${t.integer(invalid)}</span>` : nothing}</td>` : nothing}
    <td class="end">${t.integer(distinct)}</td>
    <td class="frequent">${
      distinct === known && known > 1
        ? nothing
        : frequent
            .slice(0, 3)
            .map(
              ([value, count]) =>
                html`<span class="pair">${t.identify.file.times(value, count)}</span>`,
            )
    }</td>
  </tr>`;
}
