// What changed since a day, as a file for programs that send by themselves.

import { html, type TemplateResult } from 'lit';
import { figure } from '../../charts/figure.ts';
import type { Part } from './contract.ts';
import { plusDays } from './days.ts';
import { dayInput } from './fields.ts';

/** A month before the analysis day, until another day is chosen. */
export function defaultSince({ props }: Part): string {
  return plusDays(props.summary.as_of, -30);
}

export function changes(
  { t, save }: Part,
  since: string,
  choose: (since: string) => void,
): TemplateResult {
  const words = t.interact.changes;
  return figure(
    {
      name: 'changes',
      title: words.title,
      unit: words.unit,
      sentence: words.sentence,
      drawing: html`<div class="row no-print">
        <label class="label">${words.since} ${dayInput(words.since, since, (day) => day && choose(day), 'since')}</label>
        <button type="button" class="button" data-save="changes" @click=${() => save({ kind: 'changes', since })}>${t.interact.files.changes}</button>
      </div>`,
    },
    t,
  );
}
