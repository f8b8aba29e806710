// Work lists: what each account manager has to do, with their files.

import { html, type TemplateResult } from 'lit';
import { figure } from '../../charts/figure.ts';
import type { OwnerWork, PlanFileKind } from '../../engine/types.ts';
import type { Part } from './contract.ts';

const KINDS = ['contacts', 'calendar', 'work_list'] as const satisfies readonly PlanFileKind[];
/** Above this a list of names helps nobody; the files hold all of them. */
const SHOWN = 60;

export function owners(part: Part): TemplateResult {
  const { report, t } = part;
  const words = t.interact.calendar;
  const named = report.owners.filter(({ owner }) => owner !== '').length;
  return figure(
    {
      name: 'owners',
      title: words.owners,
      unit: words.ownersUnit,
      sentence: words.ownersSentence(Math.max(1, named)),
      drawing: html`<div class="scroll-x" tabindex="0" role="region" aria-label=${words.owners}><table class="table">
        <thead><tr>
          <th scope="col">${words.owner}</th>
          <th scope="col" class="end">${t.interact.kpi.customers}</th>
          <th scope="col" class="end">${words.byPeople}</th>
          <th scope="col" class="end">${words.automatic}</th>
          <th scope="col" class="end">${words.work}</th>
          <th scope="col" class="no-print">${words.files}</th>
        </tr></thead>
        <tbody>
          ${row(part, null)} ${named > 0 ? report.owners.slice(0, SHOWN).map((owner) => row(part, owner)) : ''}
        </tbody>
      </table></div>`,
    },
    t,
  );
}

/** One account manager, or all together. */
function row({ report, t, save, list }: Part, one: OwnerWork | null): TemplateResult {
  const words = t.interact;
  const { figures, weeks } = report;
  const all = {
    customers: figures.customers,
    by_people: weeks.reduce((total, week) => total + week.by_people, 0),
    automatic: weeks.reduce((total, week) => total + week.automatic, 0),
    minutes: figures.minutes_planned,
  };
  const { customers, by_people, automatic, minutes } = one ?? all;
  const work = t.decimal(minutes / 60, 1);
  const had = one ? one.minutes_had : figures.minutes_had;
  const name = one ? one.owner || words.calendar.nobody : words.calendar.everybody;
  return html`<tr>
    <th scope="row"><button type="button" class="link" @click=${() => list(one ? { owner: one.owner } : {})}>${name}</button></th>
    <td class="end">${t.integer(customers)}</td>
    <td class="end">${t.integer(by_people)}</td>
    <td class="end">${t.integer(automatic)}</td>
    <td class="end">${had === null ? work : words.calendar.workOf(work, t.decimal(had / 60, 1))}</td>
    <td class="no-print"><span class="row tight">${KINDS.map(
      (kind) => html`<button
        type="button"
        class="link"
        data-save=${kind}
        aria-label=${words.files.of(words.files[kind], name)}
        @click=${() => save({ kind, ...(one && { owner: one.owner }) })}
      >${words.files.short[kind]}</button>`,
    )}</span></td>
  </tr>`;
}
