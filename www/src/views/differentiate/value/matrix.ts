// Repeat orders × silence: what the model says of every history, and how many customers there are.

import { html, type TemplateResult } from 'lit';
import { figure } from '../../../charts/figure.ts';
import { rove } from '../../../charts/roving.ts';
import { vars } from '../../../charts/vars.ts';
import type { AliveCell, AliveMatrix } from '../../../engine/types.ts';
import type { Translation } from '../../../i18n/index.ts';

export type MatrixMeasure = 'chance' | 'orders';

export interface MatrixChart {
  readonly matrix: AliveMatrix;
  readonly measure: MatrixMeasure;
  choose(measure: MatrixMeasure): void;
}

/** Most of the accent that a cell takes on, in percent: text stays readable on it in both themes. */
const DARKEST = 45;

export function matrixChart(chart: MatrixChart, t: Translation): TemplateResult {
  const words = t.value.matrix;
  const { matrix, measure } = chart;
  return figure(
    {
      name: 'alive-matrix',
      title: words.title,
      unit: words.unit[measure],
      sentence: words.sentence(matrix.age_days),
      drawing: drawing(chart, t),
      tools: tools(chart, t),
      table: {
        head: [words.repeats, ...matrix.since_days.map((days) => `≤ ${t.integer(days)}`)],
        rows: matrix.cells.map((line, row) => [
          rowName(matrix, row, t),
          ...line.map((cell) => `${cellText(cell, measure, t)} (${t.integer(cell.customers)})`),
        ]),
      },
    },
    t,
  );
}

/** "3", "5–6", "25+": repeat orders of a row. */
export function rowName({ repeats }: AliveMatrix, row: number, t: Translation): string {
  const next = repeats[row + 1];
  return t.value.matrix.row(repeats[row] ?? 0, next === undefined ? null : next - 1);
}

export function cellText(cell: AliveCell, measure: MatrixMeasure, t: Translation): string {
  // More opportunities taken than there were: nobody can be here.
  if (!Number.isFinite(cell.p_alive)) return '';
  if (measure === 'chance') return t.integer(cell.p_alive * 100);
  return t.decimal(cell.purchases, cell.purchases < 10 ? 1 : 0);
}

function tools({ measure, choose }: MatrixChart, t: Translation): TemplateResult {
  const words = t.value.matrix;
  return html`<div class="row no-print" role="group" aria-label=${words.show}>
    ${(['chance', 'orders'] as const).map(
      (one) => html`<button
        type="button"
        class="button quiet"
        aria-pressed=${one === measure ? 'true' : 'false'}
        @click=${() => choose(one)}
      >${words[one]}</button>`,
    )}
  </div>`;
}

function drawing({ matrix, measure }: MatrixChart, t: Translation): TemplateResult {
  const words = t.value.matrix;
  const columns = matrix.since_days.length;
  const possible = matrix.cells.flat().filter((cell) => Number.isFinite(cell.p_alive));
  const most = Math.max(1e-9, ...possible.map((cell) => cell.purchases));
  const shade = (cell: AliveCell) =>
    DARKEST * (measure === 'chance' ? cell.p_alive : Math.sqrt(cell.purchases / most)) || 0;
  return html`<div class="heat wide-heads" ${vars({ columns })}>
    <p class="heat-axis" aria-hidden="true">↑ ${words.repeats}</p>
    <div class="heat-cells" role="grid" aria-label=${words.title} @keydown=${rove(columns)}>
      ${matrix.cells
        .map(
          (line, row) => html`<div class="heat-row" role="row">
            <span class="heat-score" role="rowheader">${rowName(matrix, row, t)}</span>
            ${line.map((cell, column) => {
              const since = matrix.since_days[column] ?? 0;
              const tip = Number.isFinite(cell.p_alive)
                ? words.tip(
                    rowName(matrix, row, t),
                    since,
                    cell.p_alive,
                    cell.purchases,
                    cell.customers,
                  )
                : words.impossible(rowName(matrix, row, t), since);
              return html`<span
                role="gridcell"
                class="alive-cell ${cell.customers ? '' : 'nobody'}"
                data-cell
                tabindex=${row === matrix.cells.length - 1 && column === 0 ? 0 : -1}
                aria-label=${tip}
                data-tip=${tip}
                ${vars({ heat: `${shade(cell).toFixed(1)}%` })}
              >${cellText(cell, measure, t)}</span>`;
            })}
          </div>`,
        )
        .reverse()}
      <div class="heat-row heat-x-scores" aria-hidden="true">
        <span></span>${matrix.since_days.map((days) => html`<span>${t.compact(days)}</span>`)}
      </div>
    </div>
    <p class="heat-axis end" aria-hidden="true">${words.since} →</p>
  </div>`;
}
