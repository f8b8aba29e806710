// The frame of every chart: title with its unit, a sentence made from the numbers, the drawing, and the same as a table.

import { html, nothing, type TemplateResult } from 'lit';
import type { Translation } from '../i18n/index.ts';

/** What a chart says besides its drawing. */
export interface Figure {
  readonly title: string;
  readonly unit: string;
  readonly sentence: string;
  readonly drawing: TemplateResult;
  /** None when the drawing is a table already. */
  readonly table?: Table;
  /** Buttons beside the title. */
  readonly tools?: TemplateResult;
  /** Name of the figure's class, for its place on the page. */
  readonly name: string;
}

/** A plain table: the first column names the row, the others are figures. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function figure(chart: Figure, t: Translation): TemplateResult {
  return html`<figure class="figure ${chart.name}">
    <figcaption>
      <div class="title">
        <h2>${chart.title} <span class="unit">${chart.unit}</span></h2>
        ${chart.tools ?? nothing}
      </div>
      <p class="sentence">${chart.sentence}</p>
    </figcaption>
    ${chart.drawing} ${chart.table ? asTable(chart.title, chart.table, t) : nothing}
  </figure>`;
}

function asTable(title: string, table: Table, t: Translation): TemplateResult {
  return html`<details class="as-table no-print">
    <summary>${t.differentiate.chart.asTable}<span class="visually-hidden">: ${title}</span></summary>
    <div class="scroll-x" tabindex="0" role="region" aria-label=${title}>${plainTable(table)}</div>
  </details>`;
}

export function plainTable(table: Table): TemplateResult {
  return html`<table class="table">
    <thead>
      <tr>
        ${table.head.map((text, column) => html`<th scope="col" class=${column ? 'end' : ''}>${text}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${table.rows.map(([name, ...cells]) => tableRow(name ?? '', cells))}
    </tbody>
  </table>`;
}

function tableRow(name: string, cells: readonly string[]): TemplateResult {
  return html`<tr>
    <th scope="row">${name}</th>
    ${cells.map((text) => html`<td class="end">${text}</td>`)}
  </tr>`;
}

/** Sentences one after the other, as each language does it. */
export function sentences(parts: readonly string[], t: Translation): string {
  return parts.filter(Boolean).join(t.lang === 'en' ? ' ' : '');
}
