// Recency × frequency: every cell a button with its customers, their share and their mean value; the fuller the darker.

import { scaleSqrt } from 'd3-scale';
import { html, type TemplateResult } from 'lit';
import type { GridCell } from '../engine/types.ts';
import type { Translation } from '../i18n/index.ts';
import { figure, type Table } from './figure.ts';
import { ratio, roundMoney, sum } from './numbers.ts';
import { rove } from './roving.ts';
import { vars } from './vars.ts';

export interface RfGrid {
  /** For each recency score (1 up) the frequency scores (1 up): the selection. */
  readonly grid: readonly (readonly GridCell[])[];
  selected(r: number, f: number): boolean;
  toggle(r: number, f: number): void;
}

/** Most of the accent that a cell takes on, in percent: text stays readable on it in both themes. */
const DARKEST = 45;

export function rfGrid(data: RfGrid, t: Translation): TemplateResult {
  const words = t.differentiate.grid;
  return figure(
    {
      name: 'rf',
      title: words.title,
      unit: words.unit,
      sentence: rfSentence(data.grid, t),
      drawing: drawing(data, t),
      table: rfTable(data.grid, t),
    },
    t,
  );
}

/** Customers in the best and in the worst corner: the scores above and below the middle in both directions. */
export function rfSentence(grid: RfGrid['grid'], t: Translation): string {
  const total = totalOf(grid);
  const half = Math.floor(grid.length / 2);
  const corner = (inside: (score: number, count: number) => boolean) =>
    sum(grid, (line) =>
      inside(grid.indexOf(line), grid.length)
        ? sum(line, (cell) => (inside(line.indexOf(cell), line.length) ? cell.customers : 0))
        : 0,
    );
  const best = corner((score, count) => score >= count - half);
  const gone = corner((score) => score < half);
  return t.differentiate.grid.sentence(best, ratio(best, total), gone, ratio(gone, total));
}

export function rfTable(grid: RfGrid['grid'], t: Translation): Table {
  const { chart, grid: words } = t.differentiate;
  const total = totalOf(grid);
  const rows = grid.flatMap((line, r) =>
    line.map((cell, f) => [
      words.cell(r + 1, f + 1),
      t.integer(cell.customers),
      t.percent(ratio(cell.customers, total), 1),
      t.money(cell.revenue),
      cell.customers ? t.money(cell.mean_monetary) : '–',
    ]),
  );
  return {
    head: ['R, F', chart.customers, chart.share, chart.revenue, words.mean],
    rows: rows.reverse(),
  };
}

function drawing(data: RfGrid, t: Translation): TemplateResult {
  const words = t.differentiate.grid;
  const columns = data.grid[0]?.length ?? 0;
  const lines = data.grid.map((line, index) => ({ line, r: index + 1 })).reverse();
  return html`<div class="heat" ${vars({ columns })}>
    <p class="heat-axis" aria-hidden="true">↑ ${words.recency} · ${data.grid.length} = ${words.recent}</p>
    <div class="heat-cells" role="grid" aria-label=${words.title} @keydown=${rove(columns)}>
      ${lines.map(({ line, r }, place) => heatRow(data, line, r, place === 0, t))}
      <div class="heat-row heat-x-scores" aria-hidden="true">
        <span></span>${Array.from({ length: columns }, (_, f) => html`<span>${f + 1}</span>`)}
      </div>
    </div>
    <p class="heat-axis end" aria-hidden="true">${words.frequency} · ${columns} = ${words.often} →</p>
  </div>`;
}

function heatRow(
  data: RfGrid,
  line: readonly GridCell[],
  r: number,
  top: boolean,
  t: Translation,
): TemplateResult {
  return html`<div class="heat-row" role="row">
    <span class="heat-score" role="rowheader" aria-label="R ${r}">${r}</span>
    ${line.map((cell, f) => heatCell(data, cell, { r, f: f + 1, first: top && f === 0 }, t))}
  </div>`;
}

interface Place {
  readonly r: number;
  readonly f: number;
  /** The one that Tab leads to. */
  readonly first: boolean;
}

function heatCell(
  data: RfGrid,
  cell: GridCell,
  { r, f, first }: Place,
  t: Translation,
): TemplateResult {
  const words = t.differentiate.grid;
  const share = ratio(cell.customers, totalOf(data.grid));
  const tip = cell.customers
    ? words.tip(r, f, cell.customers, share, roundMoney(cell.mean_monetary, t))
    : words.empty(r, f);
  return html`<span role="gridcell" class="heat-cell">
    <button
      type="button"
      data-cell
      tabindex=${first ? 0 : -1}
      aria-pressed=${data.selected(r, f) ? 'true' : 'false'}
      aria-label=${tip}
      data-tip=${tip}
      ${vars({ heat: `${shade(cell.customers, data.grid).toFixed(1)}%` })}
      @click=${() => data.toggle(r, f)}
    >
      <b>${cell.customers ? t.integer(cell.customers) : '–'}</b>
      <span class="more">${cell.customers ? t.percent(share, share < 0.01 ? 1 : 0) : ''}</span>
      <span class="more">${cell.customers ? roundMoney(cell.mean_monetary, t) : ''}</span>
    </button>
  </span>`;
}

/** Percent of accent: the square root of the count, since a few cells hold most customers. */
export function shade(customers: number, grid: RfGrid['grid']): number {
  const most = Math.max(1, ...grid.flat().map((cell) => cell.customers));
  return scaleSqrt().domain([0, most]).range([0, DARKEST])(customers);
}

function totalOf(grid: RfGrid['grid']): number {
  return sum(grid, (line) => sum(line, (cell) => cell.customers));
}
