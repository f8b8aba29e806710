// The lines of the grid: header, customers, and placeholders while a block is on its way.

import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { vars } from '../charts/vars.ts';
import type { CustomerRow, SortColumn } from '../engine/types.ts';
import { type Column, columnName, listMoney, type Names, segmentMark, tierOf } from './columns.ts';
import type { Cell } from './keys.ts';

/** How the list is ordered. */
export interface Order {
  readonly sort: SortColumn;
  readonly descending: boolean;
}

export interface Lines {
  readonly columns: readonly Column[];
  readonly names: Names;
  readonly order: Order;
  /** The one cell that Tab leads to. */
  readonly active: Cell;
  /** Two-line cards instead of columns. */
  readonly narrow: boolean;
}

export function headerLine(lines: Lines): TemplateResult {
  return html`<div class="grid-row grid-header" role="row" aria-rowindex="1">
    ${lines.columns.map((column, index) => headerCell(lines, column, index))}
  </div>`;
}

function headerCell(
  { order, active, names }: Lines,
  column: Column,
  index: number,
): TemplateResult {
  const name = columnName(column.id, names.t);
  return html`<span
    role="columnheader"
    class="grid-cell ${column.end ? 'end' : ''} ${column.sort ? 'sortable' : ''}"
    aria-colindex=${index + 1}
    aria-sort=${ariaSort(column, order) ?? nothing}
    tabindex=${active.row === 0 && active.column === index ? 0 : -1}
    data-row="0"
    data-column=${index}
    ><span class="text">${name}</span>${arrow(column, order)}</span
  >`;
}

export function ariaSort(
  column: Column,
  { sort, descending }: Order,
): 'ascending' | 'descending' | 'none' | undefined {
  if (!column.sort) return undefined;
  if (column.sort !== sort) return 'none';
  return descending ? 'descending' : 'ascending';
}

export function arrow(
  column: Column,
  { sort, descending }: Order,
): TemplateResult | typeof nothing {
  if (!column.sort || column.sort !== sort) return nothing;
  return html`<span class="arrow" aria-hidden="true">${descending ? '↓' : '↑'}</span>`;
}

/**
 * The line of a customer; a placeholder while it is not here. `index` counts from 0.
 * It is drawn anew only when something it shows has changed: scrolling moves lines, it does not make them.
 */
export function customerLine(lines: Lines, index: number, row: CustomerRow | undefined): unknown {
  const { columns, names, narrow, active } = lines;
  const current = active.row === index + 1 ? active.column : -1;
  const ids = columns.map(({ id }) => id).join();
  return guard([row, names.t, names.tiers, names.segments, ids, narrow, current], () => {
    const state = `${current < 0 ? '' : 'current'} ${row ? '' : 'waiting'}`;
    return html`<div class="grid-row ${state}" role="row" aria-rowindex=${index + 2}>
      ${
        narrow
          ? card(lines, index, row)
          : columns.map((column, place) =>
              cell(lines, column, { row: index + 1, column: place }, row),
            )
      }
    </div>`;
  });
}

function cell(
  { active, names }: Lines,
  column: Column,
  at: Cell,
  row: CustomerRow | undefined,
): TemplateResult {
  const here = active.row === at.row && active.column === at.column;
  return html`<span
    role="gridcell"
    class="grid-cell ${column.end ? 'end' : ''} ${column.id}"
    aria-colindex=${at.column + 1}
    tabindex=${here ? 0 : -1}
    data-row=${at.row}
    data-column=${at.column}
    >${row ? column.cell(row, names) : html`<span class="ghost" ${vars({ w: ghostWidth(at) })}></span>`}</span
  >`;
}

function card(
  { active, names }: Lines,
  index: number,
  row: CustomerRow | undefined,
): TemplateResult {
  const { t } = names;
  return html`<span
    role="gridcell"
    class="grid-card"
    aria-colindex="1"
    tabindex=${active.row === index + 1 ? 0 : -1}
    data-row=${index + 1}
    data-column="0"
    >${
      row
        ? html`<span class="line"
              ><b class="text">${row.customer_name || row.customer_id}</b>${row.has_orders ? html`<b class="number">${listMoney(row.revenue, names)}</b>` : nothing}</span
            >
            <span class="line muted tiny"
              ><span class="row">${tierOf(row, names)} ${row.has_orders ? segmentMark(row.segment, names) : row.contact}</span
              ><span>${row.has_orders ? t.differentiate.list.days(row.recency_days) : nothing}</span></span
            >`
        : html`<span class="ghost" ${vars({ w: 0.6 })}></span>`
    }</span
  >`;
}

// Uneven, so that waiting rows look like text; always the same for a place.
function ghostWidth({ row, column }: Cell): number {
  return 0.4 + (((row * 7 + column * 13) % 10) / 10) * 0.45;
}
