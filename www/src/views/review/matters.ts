// Who waits for an answer: open complaints and bad ratings nobody followed up, the best tiers first.

import { html, nothing, type TemplateResult } from 'lit';
import { figure } from '../../charts/figure.ts';
import type { Matter, MatterPage } from '../../engine/types.ts';
import { type DifferentiateProps, OpenCustomerEvent } from '../differentiate/contract.ts';
import { tierLabel } from './contract.ts';

export const PAGE = 15;

export function mattersFigure(
  page: MatterPage,
  offset: number,
  props: DifferentiateProps,
  turn: (offset: number) => void,
): TemplateResult {
  const { t } = props;
  const words = t.review.feedback;
  return figure(
    {
      name: 'feedback-matters',
      title: words.waiting,
      unit: words.waitingUnit,
      sentence: words.waitingSentence(page.total, page.complaints, page.overdue),
      drawing:
        page.rows.length > 0
          ? html`<div class="scroll-x" tabindex="0" role="region" aria-label=${words.waiting}><table class="table">
              <thead><tr>
                <th scope="col">${words.customer}</th>
                <th scope="col">${t.review.tier}</th>
                <th scope="col">${words.what}</th>
                <th scope="col">${words.words}</th>
                <th scope="col" class="end">${words.since}</th>
              </tr></thead>
              <tbody>${page.rows.map((matter) => row(matter, props))}</tbody>
            </table></div>
            ${pager(page, offset, props, turn)}`
          : html`${nothing}`,
    },
    t,
  );
}

function row(matter: Matter, props: DifferentiateProps): TemplateResult {
  const { t } = props;
  const words = t.review.feedback;
  const name = matter.row.customer_name || matter.row.customer_id;
  const open = (event: Event) =>
    event.target?.dispatchEvent(new OpenCustomerEvent(matter.row.customer));
  const { about } = matter;
  const what =
    about.kind === 'own' ? about.name : about.kind === 'topic' ? t.review.topics[about.name] : '';
  return html`<tr>
    <th scope="row"><button type="button" class="link" aria-label=${t.value.list.open(name)} @click=${open}>${name}</button></th>
    <td>${matter.row.tier ? tierLabel(props, matter.row.tier) : '–'}</td>
    <td>${words.kinds[matter.kind]}${what ? html`<span class="muted"> · ${what}</span>` : nothing}</td>
    <td class="quote">${matter.subject}</td>
    <td class="end">${matter.days === null ? words.noDay : words.days(matter.days)}${matter.overdue ? html`<span class="late"> · ${words.overdue}</span>` : nothing}</td>
  </tr>`;
}

function pager(
  { total, rows }: MatterPage,
  offset: number,
  { t }: DifferentiateProps,
  turn: (offset: number) => void,
): TemplateResult | typeof nothing {
  const words = t.differentiate.list;
  if (total <= PAGE) return nothing;
  return html`<p class="row small">
    <span class="muted number">${words.range(offset + 1, offset + rows.length, total)}</span>
    <button type="button" class="button quiet no-print" ?disabled=${offset === 0} @click=${() => turn(Math.max(0, offset - PAGE))}>${words.previous}</button>
    <button type="button" class="button quiet no-print" ?disabled=${offset + PAGE >= total} @click=${() => turn(offset + PAGE)}>${words.next}</button>
  </p>`;
}
