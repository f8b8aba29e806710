// Problems of one seriousness: how often, what was done, and the rows themselves.

import { html, nothing, type TemplateResult } from 'lit';
import type { IssueCount, IssueRow, Severity } from '../../engine/types.ts';
import { ISSUE_ROWS } from '../../state/state.ts';
import type { View } from '../view.ts';

export function problems(view: View, severity: Severity): TemplateResult | typeof nothing {
  const { state, t, act } = view;
  const counts = (state.results?.summary.issues ?? []).filter(
    (issue) => issue.severity === severity,
  );
  const none = t.data.problemsNone[severity];
  if (counts.length === 0 && !none) return nothing;
  return html`<section class="problems" aria-label=${t.data.problems[severity]}>
    <div class="row">
      <h2 class="part-title grow">${t.data.problems[severity]}</h2>
      ${
        severity === 'rejected' && counts.length > 0
          ? html`<button type="button" class="button" @click=${() => act.save('issues')}>${t.data.downloadProblems}</button>`
          : nothing
      }
    </div>
    ${counts.length === 0 ? html`<p class="muted">${none}</p>` : nothing}
    <ul>${counts.map((count) => group(view, count))}</ul>
  </section>`;
}

function group(view: View, issue: IssueCount): TemplateResult {
  const { state, t, act } = view;
  const { what, next } = t.issues[issue.code];
  const isOpen = state.issues?.code === issue.code;
  return html`<li class="problem">
    <span class="problem-count number">${t.integer(issue.count)}</span>
    <div class="problem-words">
      <p class="problem-what">${what}</p>
      <p class="muted small">${next}</p>
    </div>
    ${
      issue.kept > 0
        ? html`<button
      type="button"
      class="button quiet"
      aria-expanded=${isOpen ? 'true' : 'false'}
      aria-label=${`${isOpen ? t.data.hideRows : t.data.showRows(issue.kept)}: ${what}`}
      @click=${() => act.showIssues(isOpen ? null : issue.code)}
    >${isOpen ? t.data.hideRows : t.data.showRows(issue.kept)}</button>`
        : nothing
    }
    ${isOpen ? rows(view) : nothing}
  </li>`;
}

function rows(view: View): TemplateResult | typeof nothing {
  const { state, t } = view;
  const page = state.issues?.page;
  if (!page)
    return html`<div class="problem-rows"><progress aria-label=${t.frame.reading.opening}></progress></div>`;
  const words = t.data.columnsOf;
  const hasBecame = page.rows.some(({ became }) => became !== '');
  return html`<div class="problem-rows scroll-x" role="region" aria-label=${words.place} tabindex="0">
    <table class="table">
      <thead>
        <tr>
          <th scope="col">${words.place}</th>
          <th scope="col">${words.original}</th>
          ${hasBecame ? html`<th scope="col">${words.became}</th>` : nothing}
        </tr>
      </thead>
      <tbody>${page.rows.map((row) => one(view, row, hasBecame))}</tbody>
    </table>
    ${pager(view)}
  </div>`;
}

function one({ t }: View, row: IssueRow, hasBecame: boolean): TemplateResult {
  const at = row.row > 0 ? t.data.rowNumber(row.row) : t.data.wholeTable;
  const place = [row.file, row.sheet, at, row.column].filter(Boolean).join(' · ');
  return html`<tr>
    <td class="muted">${place}</td>
    <td>${row.original || html`<span class="muted">${t.data.blank}</span>`}</td>
    ${hasBecame ? html`<td>${row.became}</td>` : nothing}
  </tr>`;
}

function pager({ state, t, act }: View): TemplateResult | typeof nothing {
  const view = state.issues;
  if (!view?.page || view.page.total <= ISSUE_ROWS) return nothing;
  const { total, rows: shown } = view.page;
  const { offset } = view;
  const step = (label: string, to: number) => html`<button
    type="button"
    class="button"
    ?disabled=${to < 0 || to >= total}
    @click=${() => act.showIssues(view.code, to)}
  >${label}</button>`;
  return html`<div class="row pager">
    ${step(t.data.previous, offset - ISSUE_ROWS)}
    <span class="muted small number">${t.data.shown(offset + 1, offset + shown.length, total)}</span>
    ${step(t.data.next, offset + ISSUE_ROWS)}
  </div>`;
}
