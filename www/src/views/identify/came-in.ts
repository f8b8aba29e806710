// What came in: figures, and each table with what it was taken for and how its rows found their customers.

import { html, nothing, type TemplateResult } from 'lit';
import type { Join, Summary, TableReport } from '../../engine/types.ts';
import type { View } from '../view.ts';
import { choice, clean, optionsOf } from './inputs.ts';

/** The kind of problem that a row of nobody is. */
const ORPHANS = 'customer.unknown';

export function cameIn(view: View): TemplateResult | typeof nothing {
  const { state, t, act } = view;
  const summary = state.results?.summary;
  if (!summary) return nothing;
  const hasJoins = summary.tables.some(({ join }) => join !== null);
  const hasOrphans = summary.tables.some(({ join }) => (join?.orphans ?? 0) > 0);
  return html`${figures(view, summary)} ${tables(view, summary, hasJoins)}
    ${hasJoins ? html`<p class="muted small">${t.identify.join.lists}</p>` : nothing}
    <div class="row">
      ${
        hasOrphans
          ? html`<button type="button" class="button" @click=${() => act.save('issues')}>${t.identify.join.download}</button>`
          : nothing
      }
    </div>
    ${
      summary.tables.length > 1 && state.recipe
        ? html`<div class="settings-row">${choice({
            label: t.identify.update.title,
            value: state.recipe.cleaning.update,
            options: optionsOf(t.identify.update.options),
            onPick: (update) => clean(view, { update }),
          })}</div>`
        : nothing
    }`;
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
    ${summary.days_are_relative ? nothing : figure(words.period, `${t.month(summary.first_day)} – ${t.month(summary.last_day)}`)}
  </dl>`;
}

function tables(view: View, summary: Summary, hasJoins: boolean): TemplateResult {
  const { t } = view;
  const words = t.data.table;
  const hasSheets = summary.tables.some(({ sheet }) => sheet !== null);
  const row = (table: TableReport) => {
    // What is not used is not read to its end: there is no number of rows.
    const rows = (count: number) => (table.used || table.rows_read > 0 ? t.integer(count) : '–');
    return html`<tr>
    <th scope="row">${table.file}</th>
    ${hasSheets ? html`<td>${table.sheet}${table.hidden ? html` <span class="chip">${t.data.hiddenSheet}</span>` : nothing}</td>` : nothing}
    <td>${t.names.kind(table.kind)}</td>
    <td class="end">${rows(table.rows_read)}</td>
    <td class="end">${rows(table.rows_used)}</td>
    <td>${table.used ? t.data.isUsed : t.data.isNotUsed}</td>
    ${hasJoins ? html`<td class="joins">${table.join ? joined(view, table.join) : nothing}</td>` : nothing}
    <td class="roles">${table.mapping.map(
      ([field, header]) =>
        html`<span class="pair"><span class="muted">${t.names.field(field)}</span> ${header}</span>`,
    )}</td>
  </tr>`;
  };
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
          ${hasJoins ? html`<th scope="col">${t.identify.join.title}</th>` : nothing}
          <th scope="col">${words.columns}</th>
        </tr>
      </thead>
      <tbody>${summary.tables.map(row)}</tbody>
    </table>
  </div>`;
}

/** by id 1,204 · by phone 33 · new 5 · not found 12 */
function joined(view: View, join: Join): TemplateResult {
  const { t } = view;
  const words = t.identify.join;
  const found = join.by.reduce((sum, [, rows]) => sum + rows, 0);
  const all = found + join.new + join.orphans;
  const parts = [
    ...join.by
      .filter(([, rows]) => rows > 0)
      .map(([field, rows]) => words.by(t.names.field(field), rows)),
    ...(join.new > 0 ? [words.fresh(join.new)] : []),
  ];
  return html`${all > 0 ? html`<span class="strong">${words.rate(found / all)}</span> ` : nothing}<span
      class="muted"
      >${parts.join(' · ')}</span
    >${join.orphans > 0 ? orphans(view, join) : nothing}`;
}

/** How many rows name nobody; where these rows are kept one by one, they are shown. */
function orphans({ state, t, act }: View, join: Join): TemplateResult {
  const text = t.identify.join.orphans(join.orphans);
  const code = state.results?.summary.issues.find((issue) => `${issue.code}` === ORPHANS)?.code;
  if (!code) return html`<span class="warn-text"> · ${text}</span>`;
  const show = () => {
    act.curate.open('repairs');
    act.showIssues(code);
  };
  return html` · <button type="button" class="link" @click=${show}>${text}</button>`;
}
