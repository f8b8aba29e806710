// The names of those who moved; a name opens the customer's card.

import { html, nothing, type TemplateResult } from 'lit';
import { figure } from '../../../charts/figure.ts';
import { roundMoney } from '../../../charts/numbers.ts';
import type { Migration, Mover, MoverPage } from '../../../engine/types.ts';
import { type DifferentiateProps, OpenCustomerEvent } from '../contract.ts';
import { schemeMark } from '../scheme-mark.ts';
import { nameOf } from './matrix.ts';

export function moverList(
  title: string,
  page: MoverPage,
  found: Migration,
  props: DifferentiateProps,
  more: () => void,
): TemplateResult {
  const { t } = props;
  const { chart } = t.differentiate;
  const words = t.differentiate.time.moves;
  const table = html`<div class="scroll-x">
      <table class="table mover-table">
        <thead>
          <tr>
            <th scope="col">${words.customer}</th>
            <th scope="col">${words.was}</th>
            <th scope="col">${words.now}</th>
            <th scope="col" class="end">${chart.revenue}</th>
            <th scope="col" class="end">${words.last}</th>
          </tr>
        </thead>
        <tbody>${page.rows.map((mover) => row(mover, found, props))}</tbody>
      </table>
    </div>
    ${
      page.rows.length < page.total
        ? html`<button type="button" class="button quiet" @click=${more}>${words.more}</button>`
        : nothing
    }`;
  return figure(
    {
      name: 'mover-list',
      title,
      unit: page.total ? words.listUnit : '',
      sentence: page.total ? words.listSentence(page.rows.length, page.total) : words.nobody,
      drawing: page.total ? table : html``,
    },
    t,
  );
}

function row({ row: customer, was, is }: Mover, found: Migration, props: DifferentiateProps) {
  const { t } = props;
  const tier = (place: number | null) => {
    if (place === null) return t.differentiate.time.moves.arrived;
    const code = found.segments[place]?.code ?? '';
    const mark = schemeMark(found.scheme, code, found.segments, props.recipe.tier);
    return html`<span class="cell-mark ${mark}"><span class="swatch"></span> ${nameOf(found, place, t)}</span>`;
  };
  const open = (event: Event) =>
    event.target?.dispatchEvent(new OpenCustomerEvent(customer.customer));
  return html`<tr>
    <th scope="row"><button type="button" class="link" @click=${open}>${customer.customer_name || customer.customer_id}</button></th>
    <td>${tier(was)}</td>
    <td>${tier(is)}</td>
    <td class="end">${roundMoney(customer.revenue, t)}</td>
    <td class="end">${customer.last_order ? t.day(customer.last_order) : ''}</td>
  </tr>`;
}
