// Instead of charts that would be made of nothing: the files name customers, and say of no order.

import { html, type TemplateResult } from 'lit';
import type { Summary } from '../../engine/types.ts';
import type { DifferentiateProps } from './contract.ts';

export interface NoOrdersActions {
  /** Asks for more files. */
  add(): void;
  /** Opens the list of those who are there. */
  list(): void;
}

/** Whether there are customers, and none of them has an order. */
export function isNobodyScored(
  summary: Pick<Summary, 'customers' | 'customers_without_orders' | 'not_scored'>,
): boolean {
  const { customers, customers_without_orders: others, not_scored } = summary;
  return customers === 0 && others > 0 && not_scored !== null;
}

export function noOrders(
  { t, summary }: Pick<DifferentiateProps, 't' | 'summary'>,
  { add, list }: NoOrdersActions,
): TemplateResult {
  const { title, means } = t.listed.nobodyScored;
  return html`<header class="headline" data-no-orders>
    <h1>${title}</h1>
    <p class="lead">${means}</p>
    <p class="row no-print">
      <button type="button" class="button primary" @click=${add}>${t.data.addFiles}</button>
      <button type="button" class="link" data-without-orders @click=${list}>${t.listed.seeWithout(summary.customers_without_orders)}</button>
    </p>
  </header>`;
}
