// The cleaning log: every step in order, with the rule that made it.

import { html, nothing, type TemplateResult } from 'lit';
import type { IssueCode, Step } from '../../engine/types.ts';
import type { Section } from '../../state/curation.ts';
import type { View } from '../view.ts';

/** Where each rule can be changed. */
const PLACES: readonly (readonly [rule: RegExp, section: Section])[] = [
  [/^corrections/, 'corrections'],
  [/^recipe\.cleaning\.duplicates/, 'duplicates'],
  [/^recipe\.cleaning\.missing/, 'missing'],
  [/^recipe\.cleaning\.outliers/, 'outliers'],
  [/^recipe\.cleaning\.update/, 'came_in'],
  [/^recipe\.cleaning\.stale_days/, 'file'],
  [/^recipe\.cleaning/, 'repairs'],
];

/** The part of the room that holds a rule; none for what is always done or set elsewhere. */
export function sectionOf(rule: string): Section | null {
  return PLACES.find(([pattern]) => pattern.test(rule))?.[1] ?? null;
}

export function log(view: View): TemplateResult {
  const { state, t, act } = view;
  const words = t.identify.log;
  const { report } = state.curation;
  if (!report) return html`<p class="muted" aria-busy="true">${t.identify.loading}</p>`;
  return html`<div class="row">
      <p class="muted grow">${words.lead}</p>
      <button type="button" class="button" data-log @click=${() => act.save('cleaning_log')}>${words.download}</button>
    </div>
    <div class="scroll-x" role="region" aria-label=${t.identify.sections.log} tabindex="0">
      <table class="table">
        <thead>
          <tr>
            <th scope="col" class="end nth">${words.number}</th>
            <th scope="col">${words.what}</th>
            <th scope="col" class="end">${words.count}</th>
            <th scope="col">${words.place}</th>
            <th scope="col">${words.field}</th>
            <th scope="col">${words.rule}</th>
          </tr>
        </thead>
        <tbody>${report.steps.map((step, at) => row(view, step, at))}</tbody>
      </table>
    </div>`;
}

function row(view: View, step: Step, at: number): TemplateResult {
  const { t } = view;
  return html`<tr>
    <td class="end muted">${t.integer(at + 1)}</td>
    <th scope="row">${what(view, step)}</th>
    <td class="end">${t.integer(step.count)}</td>
    <td>${step.place || html`<span class="muted">${t.identify.log.everywhere}</span>`}</td>
    <td>${step.field ? t.names.field(step.field) : nothing}</td>
    <td>${rule(view, step)}</td>
  </tr>`;
}

/** Steps have names of their own, or are the code of a problem. */
function what({ t }: View, step: Step): string {
  return t.identify.log.step(step.what) ?? t.issues[step.what as IssueCode]?.what ?? step.what;
}

function rule({ t, act }: View, step: Step): TemplateResult {
  const words = t.identify.log;
  if (!step.rule) return html`<span class="muted">${words.always}</span>`;
  const section = sectionOf(step.rule);
  if (!section) return html`${words.recipe}`;
  const name = section === 'corrections' ? words.corrections : t.identify.sections[section];
  return html`<button
    type="button"
    class="link"
    aria-label=${words.toRule(name)}
    title=${step.rule}
    @click=${() => act.curate.open(section)}
  >${name}</button>`;
}
