// One group: its members side by side, how they agree, and the customer that merging gives.

import { html, nothing, type TemplateResult } from 'lit';
import type { Agreement, DuplicateGroup, DuplicatePage } from '../../engine/types.ts';
import type { View } from '../view.ts';
import { canUndo, decide, type Standing, standingOf } from './duplicate-decision.ts';

const SIGNS: Readonly<Record<Agreement, string>> = {
  same: '=',
  similar: '≈',
  different: '≠',
  missing: '·',
};

export function duplicateGroup(
  view: View,
  page: DuplicatePage,
  group: DuplicateGroup,
  place: number,
): TemplateResult {
  const { t, state } = view;
  const words = t.duplicates;
  const standing = standingOf(state.curation, group);
  const title = words.group(place + 1);
  const likely = words.likelihood(group.likelihood, group.certain);
  return html`<article
    class="group"
    data-group
    data-standing=${standing}
    tabindex="0"
    aria-label=${`${title}, ${likely}, ${standingText(view, standing)}`}
  >
    <div class="row group-head">
      <h3 class="group-title">${title}</h3>
      <span class="number">${likely}${group.certain ? nothing : html` · ${words.percent(group.likelihood)}`}</span>
      <span class="muted small grow">${words.members(group.members.length)}</span>
      ${standing === 'open' ? nothing : html`<span class="chip standing">${standingText(view, standing)}</span>`}
      ${buttons(view, group, standing, place)}
    </div>
    ${compared(view, page, group, title)}
  </article>`;
}

function standingText({ t }: View, standing: Standing): string {
  return standing === 'open' ? '' : t.duplicates[standing];
}

function buttons(view: View, group: DuplicateGroup, standing: Standing, place: number) {
  const { t, state } = view;
  const words = t.duplicates;
  const button = (did: 'merge' | 'apart' | 'undo', isOn: boolean, isThere: boolean) => html`<button
    type="button"
    class="button"
    data-did=${did}
    aria-pressed=${did === 'undo' ? nothing : isOn ? 'true' : 'false'}
    aria-label=${`${words[did]}: ${words.group(place + 1)}`}
    aria-disabled=${isThere ? 'false' : 'true'}
    @click=${() => decide(view, group, did, place)}
  >${words[did]}</button>`;
  return html`<span class="group-buttons">
    ${button('merge', standing === 'willMerge' || standing === 'isMerged', true)}
    ${button('apart', standing === 'willApart' || standing === 'isApart', true)}
    ${button('undo', false, canUndo(state.curation, group))}
  </span>`;
}

/** Roles are written out: on a phone the table is laid out as blocks, and would no longer be read as one. */
function compared(
  view: View,
  page: DuplicatePage,
  group: DuplicateGroup,
  title: string,
): TemplateResult {
  const { t } = view;
  const words = t.duplicates;
  const known = page.columns
    .map(([field, name], at) => ({ name: t.identify.fieldName(field, name, t.names.field), at }))
    .filter(({ at }) => group.members.some(({ values }) => values[at]));
  const heard = group.members.map((member) => (member.heard ? t.day(member.heard) : ''));
  return html`<div class="compare" role="table" aria-label=${title}>
    <div role="row" class="compare-row compare-head">
      <span role="columnheader" class="compare-field">${words.id}</span>
      ${group.members.map(({ shown }) => html`<span role="columnheader" class="compare-id">${shown}</span>`)}
      <span role="columnheader" class="compare-merged">${words.merged}</span>
    </div>
    ${known.map(({ name, at }) =>
      line(
        view,
        group,
        name,
        group.agreement[at] ?? null,
        group.members.map(({ values }) => values[at] ?? ''),
        group.merged[at] ?? '',
      ),
    )}
    ${line(
      view,
      group,
      words.lines,
      null,
      group.members.map(({ lines }) => t.integer(lines)),
      t.integer(group.members.reduce((sum, { lines }) => sum + lines, 0)),
    )}
    ${heard.some(Boolean) ? line(view, group, words.heard, null, heard, latest(view, group)) : nothing}
  </div>`;
}

function line(
  { t }: View,
  group: DuplicateGroup,
  name: string,
  agreement: Agreement | null,
  values: readonly string[],
  merged: string,
): TemplateResult {
  const words = t.duplicates;
  const sign = agreement
    ? html`<b class="sign" aria-hidden="true">${SIGNS[agreement]}</b><span class="visually-hidden">(${words.agreement[agreement]})</span>`
    : nothing;
  const cell = (value: string, who: string) => html`<span role="cell" class="compare-value">
    <span class="who muted tiny" aria-hidden="true">${who}</span>
    <span class="what">${value || html`<span class="muted">${words.blank}</span>`}</span>
  </span>`;
  return html`<div role="row" class=${`compare-row ${agreement ?? 'plain'}`}>
    <span role="rowheader" class="compare-field">${sign}${name}</span>
    ${values.map((value, at) => cell(value, group.members[at]?.shown ?? ''))}
    <span role="cell" class="compare-value compare-merged">
      <span class="who muted tiny" aria-hidden="true">${words.merged}</span>
      <span class="what">${merged || html`<span class="muted">${words.blank}</span>`}</span>
    </span>
  </div>`;
}

function latest({ t }: View, { members }: DuplicateGroup): string {
  const last = members
    .flatMap(({ heard }) => heard ?? [])
    .sort()
    .at(-1);
  return last ? t.day(last) : '';
}
