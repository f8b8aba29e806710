// The rows of one kind of problem as a grid: where a row is about a column, its value can be corrected in place.
//
// On a phone the table is laid out as blocks, hence the written roles. Enter and the arrows move as in a spreadsheet; Escape brings the original back. A value is taken when its cell is left.

import { html, nothing, type TemplateResult } from 'lit';
import type { Correction, Field, IssueRow } from '../../engine/types.ts';
import { keyOf } from '../../state/curation.ts';
import { ISSUE_ROWS } from '../../state/state.ts';
import * as icon from '../icons.ts';
import type { View } from '../view.ts';
import { placeOf } from './inputs.ts';

export function problemRows(view: View): TemplateResult {
  const { state, t } = view;
  const page = state.issues?.page;
  if (!page)
    return html`<div class="problem-rows"><progress aria-label=${t.frame.reading.opening}></progress></div>`;
  const words = t.data.columnsOf;
  const hasBecame = page.rows.some(({ became }) => became !== '');
  const hasCells = page.rows.some((row) => cellOf(row) !== null);
  return html`<div class="problem-rows">
    <div class="scroll-x" role="region" aria-label=${words.place} tabindex="0">
      <table class="table" role="table" @keydown=${onKey}>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">${words.place}</th>
            <th scope="col" role="columnheader">${words.original}</th>
            ${hasBecame ? html`<th scope="col" role="columnheader">${words.became}</th>` : nothing}
            ${hasCells ? html`<th scope="col" role="columnheader">${t.identify.grid.correct}</th>` : nothing}
          </tr>
        </thead>
        <tbody role="rowgroup">${page.rows.map((row) => one(view, row, hasBecame, hasCells))}</tbody>
      </table>
    </div>
    ${hasCells ? html`<p class="muted tiny hint">${t.identify.grid.keys}</p>` : nothing}
    ${pager(view)}
  </div>`;
}

function one(view: View, row: IssueRow, hasBecame: boolean, hasCells: boolean): TemplateResult {
  const { t } = view;
  return html`<tr role="row">
    <td role="cell" class="muted">${placeOf(view, row)}</td>
    <td role="cell">${row.original || html`<span class="muted">${t.data.blank}</span>`}</td>
    ${hasBecame ? html`<td role="cell">${row.became}</td>` : nothing}
    ${hasCells ? html`<td role="cell" class="correct">${correct(view, row)}</td>` : nothing}
  </tr>`;
}

/** A cell of a file that can be corrected. */
interface Cell {
  readonly file: string;
  readonly sheet: string | null;
  readonly row: number;
  readonly field: Field;
  readonly original: string;
}

function cellOf(row: IssueRow): Cell | null {
  const { file, sheet, row: number, field, original } = row;
  return field && number > 0 ? { file, sheet, row: number, field, original } : null;
}

function correct(view: View, row: IssueRow): TemplateResult {
  const { t, act } = view;
  const words = t.identify.grid;
  const cell = cellOf(row);
  if (cell && row.masked) return html`<span class="muted">${t.linedUp.masked}</span>`;
  if (!cell) return html`<span class="muted">${words.notCorrectable}</span>`;
  const { set, replace } = stepsAbout(view, cell);
  const value = set?.value ?? replace?.to ?? cell.original;
  const change = (event: Event) => {
    const { value: typed } = event.target as HTMLInputElement;
    take(view, cell, typed);
  };
  const isChanged = set !== null || replace !== null;
  const toEverywhere = (step: Correction) =>
    act.curate.replace(keyOf(step), {
      do: 'replace',
      field: cell.field,
      from: cell.original,
      to: value,
    });
  const unset = () => {
    const step = set ?? replace;
    if (step) act.curate.retract(keyOf(step));
  };
  const place = placeOf(view, row);
  return html`<span class="amount">
    <input
      class=${isChanged ? 'field cell changed' : 'field cell'}
      data-cell
      data-original=${cell.original}
      maxlength="1000"
      aria-label=${words.correctOf(place)}
      .value=${value}
      @change=${change}
    />
    ${
      replace
        ? html`<span class="chip">${words.isEverywhere}</span>`
        : set && cell.original
          ? html`<button
              type="button"
              class="button quiet"
              aria-label=${words.everywhereOf(cell.original, value)}
              @click=${() => toEverywhere(set)}
            >${words.everywhere}</button>`
          : nothing
    }
    ${
      isChanged
        ? html`<button type="button" class="button icon quiet" aria-label=${words.unset(place)} @click=${unset}>${icon.cross}</button>`
        : nothing
    }
  </span>`;
}

/** What was typed becomes a decision; the original is no decision. */
function take(view: View, cell: Cell, typed: string): void {
  const { curate } = view.act;
  const { set, replace } = stepsAbout(view, cell);
  const { original, ...place } = cell;
  const step = set ?? replace;
  if (replace && typed !== original) curate.correct({ ...replace, to: typed });
  else if (typed !== original) curate.correct({ do: 'set', ...place, value: typed });
  else if (step) curate.retract(keyOf(step));
}

type Of<Do extends Correction['do']> = Extract<Correction, { do: Do }>;

function stepsAbout(
  { state }: View,
  cell: Cell,
): { set: Of<'set'> | null; replace: Of<'replace'> | null } {
  const { file, sheet, row, field } = cell;
  const wanted = keyOf({ do: 'set', file, sheet, row, field, value: '' });
  const steps = state.curation.wanted;
  const set = steps.find((step): step is Of<'set'> => step.do === 'set' && keyOf(step) === wanted);
  const replace = steps.find(
    (step): step is Of<'replace'> =>
      step.do === 'replace' && step.field === field && step.from === cell.original,
  );
  return { set: set ?? null, replace: replace ?? null };
}

function onKey(event: KeyboardEvent): void {
  const { target, currentTarget } = event;
  if (!(target instanceof HTMLInputElement) || !(currentTarget instanceof Element)) return;
  if (event.isComposing) return;
  if (event.key === 'Escape') {
    target.value = target.dataset['original'] ?? '';
    target.dispatchEvent(new Event('change'));
    target.select();
    event.preventDefault();
    return;
  }
  const step = stepOf(event);
  if (step === 0) return;
  event.preventDefault();
  const cells = [...currentTarget.querySelectorAll<HTMLInputElement>('[data-cell]')];
  const next = cells[cells.indexOf(target) + step];
  // Leaving a cell takes its value; at the end it is taken all the same.
  if (next) next.focus();
  else target.dispatchEvent(new Event('change'));
  (next ?? target).select();
}

/** Where a key leads: the next row, the one before, or nowhere. */
export function stepOf({ key, shiftKey }: { key: string; shiftKey: boolean }): -1 | 0 | 1 {
  if (key === 'ArrowDown' || (key === 'Enter' && !shiftKey)) return 1;
  return key === 'ArrowUp' || key === 'Enter' ? -1 : 0;
}

function pager({ state, t, act }: View): TemplateResult | typeof nothing {
  const view = state.issues;
  if (!view?.page || view.page.total <= ISSUE_ROWS) return nothing;
  const { total, rows: shown } = view.page;
  const { offset } = view;
  const step = (label: string, to: number) => html`<button
    type="button"
    class="button"
    aria-disabled=${to < 0 || to >= total ? 'true' : 'false'}
    @click=${() => to < 0 || to >= total || act.showIssues(view.code, to)}
  >${label}</button>`;
  return html`<div class="row pager">
    ${step(t.data.previous, offset - ISSUE_ROWS)}
    <span class="muted small number">${t.data.shown(offset + 1, offset + shown.length, total)}</span>
    ${step(t.data.next, offset + ISSUE_ROWS)}
  </div>`;
}
