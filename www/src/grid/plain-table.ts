// The same list as an ordinary table, a page at a time: nothing virtual, for screen readers and for printing.

import { html, type TemplateResult } from 'lit';
import type { CustomerRow, SortColumn } from '../engine/types.ts';
import { type Column, columnName, type Names } from './columns.ts';
import { ariaSort, arrow, type Order } from './rows.ts';

export const PLAIN_ROWS = 200;

export interface PlainTable {
  readonly columns: readonly Column[];
  readonly names: Names;
  readonly order: Order;
  readonly total: number;
  readonly page: number;
  row(index: number): CustomerRow | undefined;
  sortBy(column: SortColumn): void;
  open(customer: number): void;
  turn(page: number): void;
}

export function plainTable(data: PlainTable): TemplateResult {
  const { list } = data.names.t.differentiate;
  const first = data.page * PLAIN_ROWS;
  const last = Math.min(data.total, first + PLAIN_ROWS);
  const indices = Array.from({ length: last - first }, (_, index) => first + index);
  return html`<div class="scroll-x plain" tabindex="0" role="region" aria-label=${list.title}>
      <table class="table">
        <caption class="visually-hidden">${list.range(first + 1, last, data.total)}</caption>
        <thead>
          <tr>${data.columns.map((column) => header(data, column))}</tr>
        </thead>
        <tbody>
          ${indices.map((index) => line(data, data.row(index)))}
        </tbody>
      </table>
    </div>
    <div class="row no-print">
      <button type="button" class="button" ?disabled=${data.page === 0} @click=${() => data.turn(data.page - 1)}>${list.previous}</button>
      <span class="small number">${list.range(Math.min(data.total, first + 1), last, data.total)}</span>
      <button type="button" class="button" ?disabled=${last >= data.total} @click=${() => data.turn(data.page + 1)}>${list.next}</button>
    </div>`;
}

function header({ names, order, sortBy }: PlainTable, column: Column): TemplateResult {
  const name = columnName(column.id, names.t);
  const by = column.sort;
  return html`<th scope="col" class=${column.end ? 'end' : ''} aria-sort=${ariaSort(column, order) ?? 'none'}>
    ${by ? html`<button type="button" class="sort-button" @click=${() => sortBy(by)}>${name}${arrow(column, order)}</button>` : name}
  </th>`;
}

function line({ columns, names, open }: PlainTable, row: CustomerRow | undefined): TemplateResult {
  if (!row)
    return html`<tr><td class="muted" colspan=${columns.length}>${names.t.differentiate.list.loading}</td></tr>`;
  return html`<tr>
    ${columns.map((column, place) =>
      place === 0
        ? html`<th scope="row"><button type="button" class="link" @click=${() => open(row.customer)}>${column.cell(row, names)}</button></th>`
        : html`<td class=${column.end ? 'end' : ''}>${column.cell(row, names)}</td>`,
    )}
  </tr>`;
}
