// Whether a table gives everybody exactly one segment, in plain sentences.

import { html, nothing, type TemplateResult } from 'lit';
import type { PartitionReport } from '../../../engine/types.ts';
import type { Translation } from '../../../i18n/index.ts';
import type { Painting } from './paint.ts';
import { segmentsOf } from './table-editor.ts';

/** Cells that are listed by name at most. */
const LISTED = 60;

export interface Problem {
  readonly text: string;
  /** Cells, or cells with who claims them. */
  readonly cells: readonly string[];
  /** Nobody is left out by it. */
  readonly isHarmless: boolean;
}

/** What is wrong; nothing when the table is a true partition. */
export function problems(
  report: PartitionReport,
  painting: Painting,
  /** Customers in cells of nobody. */
  left: number,
  t: Translation,
): Problem[] {
  const { check } = t.schemes;
  const segments = segmentsOf(painting);
  const name = (code: string) =>
    t.names.segment(code, segments.find((segment) => segment.code === code)?.name);
  const { uncovered, overlapping, unreachable } = report;
  const found: Problem[] = [];
  if (uncovered.length) {
    const { otherwise } = painting;
    const text = otherwise
      ? check.gapsToRest(uncovered.length, name(otherwise.code))
      : check.gaps(uncovered.length, left);
    found.push({ text, cells: uncovered, isHarmless: otherwise !== null });
  }
  if (overlapping.length) {
    const cells = overlapping.map(([cell, [winner = '', ...others]]) =>
      check.overlap(cell, name(winner), t.list(others.map(name))),
    );
    found.push({ text: check.overlaps(overlapping.length), cells, isHarmless: true });
  }
  if (unreachable.length)
    found.push({
      text: check.unreachable(t.list(unreachable.map(name))),
      cells: [],
      isHarmless: true,
    });
  return found;
}

/** Whether the table can be used: nobody is left without a segment. */
export function isComplete(report: PartitionReport, { otherwise }: Painting): boolean {
  return report.uncovered.length === 0 || otherwise !== null;
}

export function checkPanel(
  report: PartitionReport | undefined,
  painting: Painting,
  left: number,
  settle: () => void,
  t: Translation,
): TemplateResult {
  const { check, loading } = t.schemes;
  const found = report ? problems(report, painting, left, t) : [];
  const says = report
    ? found.length === 0
      ? html`<p>${check.good(report.cells)}</p>`
      : html`<ul>${found.map((problem) => one(problem, t))}</ul>`
    : html`<p class="muted">${loading}</p>`;
  return html`<section class="check" role="status" aria-live="polite" data-check=${report && isComplete(report, painting) ? 'complete' : 'gaps'}>
    <h3>${check.title}</h3>
    ${says}
    ${report?.overlapping.length ? html`<button type="button" class="button" data-settle @click=${settle}>${check.settle}</button>` : nothing}
  </section>`;
}

function one({ text, cells, isHarmless }: Problem, t: Translation): TemplateResult {
  const more = cells.length > LISTED ? ' …' : '';
  return html`<li class="notice ${isHarmless ? '' : 'bad'}">
    ${text}
    ${
      cells.length
        ? html`<details class="as-table"><summary>${t.schemes.check.cellsOf}</summary><p class="tiny number">${cells.slice(0, LISTED).join(' · ')}${more}</p></details>`
        : nothing
    }
  </li>`;
}
