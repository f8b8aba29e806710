// <ct-customer-value>: what to expect of one customer, on the card: chance today and over time, next order, value, risk.

import { Task } from '@lit/task';
import { line } from 'd3-shape';
import { html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import { plainTable, sentences } from '../../charts/figure.ts';
import { roundMoney, unit } from '../../charts/numbers.ts';
import { dayNumber } from '../../charts/order-strip.ts';
import { rove } from '../../charts/roving.ts';
import { vars } from '../../charts/vars.ts';
import type { AlivePoint, CustomerValue } from '../../engine/types.ts';
import type { Translation } from '../../i18n/index.ts';
import type { DifferentiateProps } from './contract.ts';
import { levelMark, reasonText } from './value/risk-list.ts';

export class CustomerValueCard extends LitElement {
  static override properties = { props: { attribute: false }, customer: { attribute: false } };

  declare props: DifferentiateProps;
  declare customer: number;

  readonly #value = new Task(this, {
    task: ([ask, customer]) => ask.customerValue(customer),
    args: () => [this.props.ask, this.customer, this.props.revision] as const,
  });

  // The styles of the drawer around it are its own.
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const { t, summary } = this.props;
    return this.#value.render({
      pending: () => section(html`<p class="small muted">${t.value.card.loading}</p>`, t),
      error: () => section(html`<p class="small muted">${t.value.failed}</p>`, t),
      complete: (value) =>
        value ? section(expected(value, summary.as_of, t), t) : html`${nothing}`,
    }) as TemplateResult;
  }
}

function section(body: TemplateResult, t: Translation): TemplateResult {
  return html`<section data-value><h3>${t.value.card.title}</h3>${body}</section>`;
}

function expected(value: CustomerValue, asOf: string, t: Translation): TemplateResult {
  const words = t.value.card;
  if (value.method === 'nothing')
    return html`<p class="small muted">${words.nothing}</p>${risk(value, t)}`;
  return html`<p class="small">${sentences(sentencesOf(value, t), t)}</p>
    ${nextOrder(value, asOf, t)} ${figures(value, t)} ${risk(value, t)} ${history(value, asOf, t)}`;
}

/** The chance today, and what the horizon will bring. */
export function sentencesOf(value: CustomerValue, t: Translation): string[] {
  const words = t.value.card;
  const { expected_purchases: orders, expected_revenue: revenue, risk: found } = value;
  const parts: string[] = [];
  if (found.p_alive !== null) parts.push(words.alive(found.p_alive));
  if (value.method === 'simple' && orders?.expected === 0) parts.push(words.silentOver);
  else if (orders && revenue)
    parts.push(
      words.expected(
        value.months,
        t.decimal(orders.expected, 1),
        roundMoney(revenue.expected, t),
        roundMoney(revenue.low, t),
        roundMoney(revenue.high, t),
      ),
    );
  const { year, year_before: before } = value;
  if (before)
    parts.push(
      words.year(year.purchases, roundMoney(year.revenue, t)),
      words.yearBefore(before.purchases, roundMoney(before.revenue, t)),
    );
  return parts;
}

function nextOrder(
  { next_order: next, usual_days, risk: { p_alive } }: CustomerValue,
  asOf: string,
  t: Translation,
) {
  const words = t.value.card;
  // Of somebody who is most likely gone, no day is named.
  if (!next || (!next.own_rhythm && (p_alive ?? 1) < 0.5)) return nothing;
  const late = dayNumber(asOf) - dayNumber(next.day);
  const parts = [
    next.until === null
      ? words.nextFrom(next.from)
      : next.until === next.from
        ? ''
        : words.nextRange(next.from, next.until),
    next.own_rhythm && usual_days !== null ? words.byRhythm(usual_days) : words.byModel,
    late > 0 ? words.overdue(late) : '',
  ].filter(Boolean);
  return html`<p class="small" data-next><b>${words.next(next.day)}</b> <span class="muted">(${parts.join(t.lang === 'en' ? ', ' : '，')})</span></p>`;
}

function figures(value: CustomerValue, t: Translation): TemplateResult {
  const words = t.value.card;
  const all: [string, number | null][] = [
    [words.value, value.value],
    [words.historic, value.historic],
    [words.spend, value.expected_spend],
  ];
  return html`<dl class="kpis small-kpis" aria-label=${words.title}>
    ${all.map(([name, amount]) => html`<div class="kpi"><dt>${name}</dt><dd class="value">${amount === null ? '–' : roundMoney(amount, t)}</dd></div>`)}
  </dl>`;
}

function risk({ risk: found, at_stake }: CustomerValue, t: Translation): TemplateResult {
  const words = t.value.card;
  return html`<div data-risk>
    <p class="small">
      ${levelMark(found.level, words.risk(found.level))}
      ${at_stake > 0 ? html`<span class="muted">· ${words.atStake(roundMoney(at_stake, t))}</span>` : nothing}
    </p>
    ${
      found.reasons.length
        ? html`<ul class="evidence small">${found.reasons.map((reason) => html`<li>${reasonText(reason, t)}</li>`)}</ul>`
        : html`<p class="small muted">${words.noReasons}</p>`
    }
  </div>`;
}

/** Left to right (0 to 1) and bottom to top (0 to 1). */
export function placed(
  points: readonly AlivePoint[],
): { x: number; y: number; point: AlivePoint }[] {
  const start = dayNumber(points[0]?.day ?? '');
  const length = Math.max(1, dayNumber(points.at(-1)?.day ?? '') - start);
  return points.map((point) => ({
    x: unit((dayNumber(point.day) - start) / length),
    y: unit(point.p_alive),
    point,
  }));
}

function history({ history: points }: CustomerValue, asOf: string, t: Translation) {
  const words = t.value.card;
  if (points.length < 2) return nothing;
  const all = placed(points);
  const path = line<(typeof all)[number]>(
    ({ x }) => 100 * x,
    ({ y }) => 100 - 100 * y,
  )(all);
  // Orders, and today: every point would be a hundred stops for the arrow keys.
  const marked = all.filter(({ point }, index) => point.bought || index === all.length - 1);
  return html`<div>
    <h4 class="small">${words.history}</h4>
    <p class="small muted">${words.historySentence}</p>
    <div class="alive-line" role="group" aria-label=${words.history} @keydown=${rove()}>
      ${[0, 0.5, 1].map((y) => html`<span class="tick-y" aria-hidden="true" ${vars({ y })}>${t.percent(y)}</span>`)}
      <svg class="plot-svg" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        ${[0, 50, 100].map((y) => svg`<line class="rule" x1="0" x2="100" y1=${y} y2=${y} />`)}
        ${svg`<path class="stroke" d=${path ?? ''} />`}
      </svg>
      ${marked.map(({ x, y, point }, index) => {
        const tip = point.bought
          ? words.order(point.day, point.p_alive)
          : words.point(point.day, point.p_alive);
        return html`<span
          class="alive-dot ${point.bought ? 'bought' : ''}"
          role="img"
          data-cell
          tabindex=${index === marked.length - 1 ? 0 : -1}
          aria-label=${tip}
          data-tip=${tip}
          ${vars({ x, y })}
        ></span>`;
      })}
    </div>
    <div class="strip-axis" aria-hidden="true"><span>${t.day(points[0]?.day ?? asOf)}</span><span>${t.day(asOf)}</span></div>
    <details class="as-table no-print">
      <summary>${t.differentiate.chart.asTable}<span class="visually-hidden">: ${words.history}</span></summary>
      <div class="scroll-x" tabindex="0" role="region" aria-label=${words.history}>
        ${plainTable({
          head: [words.day, words.chance, words.ordered],
          rows: points.map((point) => [
            t.day(point.day),
            t.percent(point.p_alive, 1),
            point.bought ? '✓' : '',
          ]),
        })}
      </div>
    </details>
  </div>`;
}
