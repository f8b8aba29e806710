// Left out and repaired: each kind of problem with how often, what was done, before → after, and the rule behind it.

import { html, nothing, type TemplateResult } from 'lit';
import type { IssueCount, IssueRow, Severity } from '../../engine/types.ts';
import type { View } from '../view.ts';
import { clean } from './inputs.ts';
import { problemRows } from './problem-rows.ts';
import { keeping, rules } from './rules.ts';

const SEVERITIES: readonly Severity[] = ['rejected', 'repaired', 'note'];

export function repairs(view: View): TemplateResult {
  return html`${rules(view)} ${SEVERITIES.map((severity) => problems(view, severity))}`;
}

function problems(view: View, severity: Severity): TemplateResult | typeof nothing {
  const { state, t, act } = view;
  const counts = (state.results?.summary.issues ?? []).filter(
    (issue) => issue.severity === severity,
  );
  const none = t.data.problemsNone[severity];
  if (counts.length === 0 && !none) return nothing;
  return html`<section class="problems" aria-label=${t.data.problems[severity]}>
    <div class="row">
      <h3 class="problems-title grow">${t.data.problems[severity]}</h3>
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
  const { state, t } = view;
  const { what, next } = t.issues[issue.code];
  const isOpen = state.issues?.code === issue.code;
  return html`<li class="problem" data-code=${issue.code}>
    <span class="problem-count number">${t.integer(issue.count)}</span>
    <div class="problem-words">
      <p class="problem-what">${what}</p>
      <p class="muted small">${next}</p>
      ${isOpen ? nothing : samples(view, issue)}
    </div>
    <div class="problem-buttons">${undo(view, issue, what)} ${opener(view, issue, what, isOpen)}</div>
    ${isOpen ? problemRows(view) : nothing}
  </li>`;
}

function opener(view: View, issue: IssueCount, what: string, isOpen: boolean) {
  const { t, act } = view;
  if (issue.kept === 0) return nothing;
  const label = isOpen ? t.data.hideRows : t.data.showRows(issue.kept);
  return html`<button
    type="button"
    class="button quiet"
    data-rows
    aria-expanded=${isOpen ? 'true' : 'false'}
    aria-label=${`${label}: ${what}`}
    @click=${() => act.showIssues(isOpen ? null : issue.code)}
  >${label}</button>`;
}

function undo(view: View, issue: IssueCount, what: string): TemplateResult | typeof nothing {
  const cleaning = view.state.recipe?.cleaning;
  const rule = cleaning && keeping(issue.code, cleaning);
  if (!rule) return nothing;
  const label = view.t.identify.rules.undo;
  return html`<button
    type="button"
    class="button"
    aria-label=${`${label}: ${what}`}
    @click=${() => clean(view, rule)}
  >${label}</button>`;
}

/** Before → after, as a taste of what the rows hold. */
function samples({ state, t }: View, issue: IssueCount): TemplateResult | typeof nothing {
  const rows = state.curation.samples[issue.code] ?? [];
  const shown = rows.filter(({ original, became }) => original !== '' || became !== '');
  if (shown.length === 0) return nothing;
  const after = ({ became, severity }: IssueRow) =>
    became || (severity === 'rejected' ? t.identify.leftOut : '');
  return html`<p class="samples">${shown.map((row) => {
    const before = row.original || t.data.blank;
    const text = after(row) ? t.identify.sample(before, after(row)) : before;
    return html`<span class="sample-pair">${text}</span>`;
  })}</p>`;
}
