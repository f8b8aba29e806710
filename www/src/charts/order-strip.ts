// A customer's orders over time: a bar a day, as high as its amount; refunds hang below the line.

import { html, svg, type TemplateResult } from 'lit';
import type { TimelineOrder } from '../engine/types.ts';
import type { Translation } from '../i18n/index.ts';
import { rove } from './roving.ts';
import { vars } from './vars.ts';

const DAY_MS = 86_400_000;

/** Days since 1970-01-01 of a day given as 2026-11-21. */
export function dayNumber(iso: string): number {
  const [year = 1970, month = 1, day = 1] = iso.split('-').map(Number);
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

/** A bar: left to right (0 to 1), height against the largest amount (refunds negative). */
export interface Stick {
  readonly x: number;
  readonly height: number;
  readonly order: TimelineOrder;
}

/** The bars from the first order to the day from which recency counts, earliest first. */
export function sticks(orders: readonly TimelineOrder[], asOf: string): Stick[] {
  const days = orders.map((order) => dayNumber(order.day));
  const start = Math.min(...days);
  const length = Math.max(1, dayNumber(asOf) - start);
  const most = Math.max(1e-9, ...orders.map((order) => Math.abs(order.amount)));
  return orders
    .map((order, index) => ({
      x: ((days[index] ?? start) - start) / length,
      height: order.amount / most,
      order,
    }))
    .reverse();
}

export function orderStrip(
  orders: readonly TimelineOrder[],
  asOf: string,
  t: Translation,
): TemplateResult {
  const { card } = t.differentiate;
  const all = sticks(orders, asOf);
  const refunds = all.some((stick) => stick.height < 0);
  const first = all[0]?.order.day ?? asOf;
  return html`<div class="strip" role="group" aria-label=${card.amount} @keydown=${rove()}>
    <svg class="strip-svg" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
      ${all.map((stick) => drawn(stick, refunds))}
      ${svg`<line class="rule" x1="0" x2="100" y1=${refunds ? 70 : 100} y2=${refunds ? 70 : 100} />`}
    </svg>
    ${all.map((stick, index) => target(stick, index === all.length - 1, t))}
    <div class="strip-axis" aria-hidden="true"><span>${t.day(first)}</span><span>${t.day(asOf)}</span></div>
  </div>`;
}

function drawn({ x, height }: Stick, refunds: boolean): TemplateResult {
  const zero = refunds ? 70 : 100;
  const room = height < 0 ? 30 : zero;
  const at = 1 + x * 98;
  return svg`<line class="stick ${height < 0 ? 'refund' : ''}" x1=${at} x2=${at} y1=${zero} y2=${zero - height * room} />`;
}

function target({ x, order }: Stick, last: boolean, t: Translation): TemplateResult {
  const { card } = t.differentiate;
  const tip = order.refund
    ? card.refundTip(order.day, t.money(-order.amount))
    : card.orderTip(order.day, t.money(order.amount));
  return html`<span class="strip-hit" role="img" data-cell tabindex=${last ? 0 : -1} aria-label=${tip} data-tip=${tip} ${vars({ x })}></span>`;
}
