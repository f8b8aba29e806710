// Who is handed over, who is in the pool, whom several claim: the most valuable first, the whole list as a file.

import { html, nothing, type TemplateResult } from 'lit';
import { figure } from '../../../charts/figure.ts';
import type { Assignment, OwnedCustomer, OwnerList } from '../../../engine/types.ts';
import { namesOf, tierMark } from '../../../grid/columns.ts';
import type { DifferentiateProps } from '../../differentiate/contract.ts';

export interface OwnerLists {
  readonly assignment: Assignment;
  open(customer: number): void;
  save(list: OwnerList): void;
}

type Shown = Exclude<OwnerList, 'work'>;

/** What stands in the columns that are the list's own. */
interface Column {
  readonly head: string;
  readonly cells: readonly string[];
}

export function ownerLists(lists: OwnerLists, props: DifferentiateProps): TemplateResult {
  const { assignment } = lists;
  const { t } = props;
  const words = t.owners.lists;
  const nobody = (name: string) => name || words.nobody;
  return html`${list(lists, props, 'hand_over', assignment.moves, assignment.moved, [
    { head: words.from, cells: assignment.moves.map(({ from }) => nobody(from)) },
    { head: words.to, cells: assignment.moves.map(({ to }) => to) },
    { head: words.why, cells: assignment.moves.map(({ why }) => t.owners.move[why]) },
  ])}
  ${list(lists, props, 'pool', assignment.pool, assignment.pooled, [
    { head: words.from, cells: assignment.pool.map(({ from }) => nobody(from)) },
    { head: words.why, cells: assignment.pool.map(({ why }) => t.owners.pool[why]) },
  ])}
  ${list(lists, props, 'conflicts', assignment.conflicts, assignment.claimed, [
    { head: words.owners, cells: assignment.conflicts.map(({ owners }) => t.list(owners)) },
  ])}`;
}

function list(
  lists: OwnerLists,
  props: DifferentiateProps,
  kind: Shown,
  rows: readonly OwnedCustomer[],
  total: number,
  columns: readonly Column[],
): TemplateResult {
  const { t } = props;
  const words = t.owners.lists[kind];
  return figure(
    {
      name: `owner-${kind.replace('_', '-')}`,
      title: words.title,
      unit: t.integer(total),
      sentence: total ? words.sentence : words.none,
      tools: html`<button type="button" class="button no-print" data-list=${kind} ?disabled=${total === 0} @click=${() => lists.save(kind)}>${t.owners.save[kind]}</button>`,
      drawing: html`${rows.length ? table(lists, props, words.title, rows, columns) : nothing}
        ${total > rows.length ? html`<p class="muted small">${t.owners.lists.more(total - rows.length)}</p>` : nothing}`,
    },
    t,
  );
}

function table(
  { open }: OwnerLists,
  props: DifferentiateProps,
  title: string,
  rows: readonly OwnedCustomer[],
  columns: readonly Column[],
): TemplateResult {
  const { t } = props;
  const words = t.owners.lists;
  return html`<div class="scroll-x" tabindex="0" role="region" aria-label=${title}>
    <table class="table wordy">
      <thead>
        <tr>
          <th scope="col">${words.customer}</th>
          <th scope="col">${t.value.tiers.tier}</th>
          ${columns.map(({ head }) => html`<th scope="col">${head}</th>`)}
          <th scope="col">${words.last}</th>
          <th scope="col" class="end">${words.revenue}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map((row, at) => {
          const name = row.customer_name || row.customer_id;
          return html`<tr>
            <th scope="row"><button type="button" class="link" aria-label=${t.customize.offers.list.card(name)} @click=${() => open(row.customer)}>${name}</button></th>
            <td>${tierMark(row.tier, namesOf(props))}</td>
            ${columns.map(({ cells }) => html`<td>${cells[at]}</td>`)}
            <td>${row.last ? t.day(row.last) : '–'}</td>
            <td class="end">${t.moneyShort(row.revenue)}</td>
          </tr>`;
        })}
      </tbody>
    </table>
  </div>`;
}
