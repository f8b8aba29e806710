// Identify: what came in, what was repaired, what was left out and why.

import { html, nothing, type TemplateResult } from 'lit';
import type { Summary, TableReport } from '../../engine/types.ts';
import type { View } from '../view.ts';
import { problems } from './problems.ts';

export function identify(view: View): TemplateResult | typeof nothing {
  const { state, t, act } = view;
  if (!state.results) return nothing;
  const { summary } = state.results;
  return html`<div class="identify">
    <div class="row">
      <h1 class="room-title grow" data-heading tabindex="-1">${t.data.title}</h1>
      <button type="button" class="button" @click=${act.askMapping}>${t.data.changeColumns}</button>
      <button type="button" class="button" @click=${act.chooseFiles}>${t.data.addFiles}</button>
    </div>
    ${figures(view, summary)}
    <section>
      <h2 class="part-title">${t.data.tables}</h2>
      ${tables(view, summary)}
    </section>
    ${problems(view, 'rejected')} ${problems(view, 'repaired')} ${problems(view, 'note')}
  </div>`;
}

function figures({ t }: View, summary: Summary): TemplateResult {
  const words = t.data.figures;
  const figure = (
    label: string,
    value: string,
    note: string | null = null,
  ) => html`<div class="figure">
    <dt>${label}</dt>
    <dd class="number">${value}</dd>
    ${note ? html`<dd class="muted small">${note}</dd>` : nothing}
  </div>`;
  const unidentified = summary.rows_unidentified
    ? words.unidentified(summary.rows_unidentified)
    : null;
  return html`<dl class="figures">
    ${figure(words.read, t.integer(summary.rows_read))}
    ${figure(words.used, t.integer(summary.rows_used))}
    ${figure(words.left, t.integer(summary.rows_rejected), unidentified)}
    ${figure(words.customers, t.integer(summary.customers))}
    ${figure(words.orders, t.integer(summary.orders))}
    ${figure(words.period, `${t.month(summary.first_day)} – ${t.month(summary.last_day)}`)}
  </dl>`;
}

function tables({ t }: View, summary: Summary): TemplateResult {
  const words = t.data.table;
  const hasSheets = summary.tables.some(({ sheet }) => sheet !== null);
  const row = (table: TableReport) => html`<tr>
    <th scope="row">${table.file}</th>
    ${hasSheets ? html`<td>${table.sheet}</td>` : nothing}
    <td>${t.names.kind(table.kind)}</td>
    <td class="end">${t.integer(table.rows_read)}</td>
    <td class="end">${t.integer(table.rows_used)}</td>
    <td>${table.used ? t.data.isUsed : t.data.isNotUsed}</td>
    <td class="roles">${table.mapping.map(
      ([field, header]) =>
        html`<span class="pair"><span class="muted">${t.names.field(field)}</span> ${header}</span>`,
    )}</td>
  </tr>`;
  return html`<div class="scroll-x" role="region" aria-label=${t.data.tables} tabindex="0">
    <table class="table">
      <thead>
        <tr>
          <th scope="col">${words.file}</th>
          ${hasSheets ? html`<th scope="col">${words.sheet}</th>` : nothing}
          <th scope="col">${words.kind}</th>
          <th scope="col" class="end">${words.rows}</th>
          <th scope="col" class="end">${t.data.figures.used}</th>
          <th scope="col">${words.used}</th>
          <th scope="col">${words.columns}</th>
        </tr>
      </thead>
      <tbody>${summary.tables.map(row)}</tbody>
    </table>
  </div>`;
}
