// A customer's card: who, why this tier, what every scheme says, and the orders behind it.

import { html, nothing, type TemplateResult } from 'lit';
import { sentences } from '../../charts/figure.ts';
import { orderStrip } from '../../charts/order-strip.ts';
import { scoreScale } from '../../charts/score-scale.ts';
import type { CustomerCard, SegmentReason, TimelineOrder } from '../../engine/types.ts';
import { namesOf, segmentMark, tierMark, tierOf } from '../../grid/columns.ts';
import type { Translation } from '../../i18n/index.ts';
import { byHandForm, byHandText } from './by-hand.ts';
import { contacts } from './card-contacts.ts';
import { whatNext } from './card-next.ts';
import { steadyWords } from './card-time.ts';
import type { DifferentiateProps } from './contract.ts';
import { because } from './rules.ts';
import { schemeMark } from './scheme-mark.ts';

/** What the card may ask of the drawer around it. */
export interface CardActions {
  /** How many orders are listed. */
  readonly listed: number;
  listMore(): void;
  /** Everybody of this segment. */
  select(scheme: string, segment: string): void;
}

export function customerCard(
  card: CustomerCard,
  props: DifferentiateProps,
  actions: CardActions,
): TemplateResult {
  const { scored, row } = card;
  if (!scored) {
    return html`${withoutOrders(card, props)}
      ${props.recipe.points.length ? html`<ct-customer-scores .props=${props} .customer=${row.customer}></ct-customer-scores>` : nothing}
      ${contacts(card, props.t)}`;
  }
  return html`${who(card, props)} ${why(card, props)} ${whatNext(card, props)}
    <ct-customer-value .props=${props} .customer=${row.customer}></ct-customer-value>
    <ct-customer-scores .props=${props} .customer=${row.customer}></ct-customer-scores>
    <ct-customer-offer .props=${props} .customer=${row.customer}></ct-customer-offer>
    ${schemes(card, props, actions)} ${byHandForm(card, props)} ${earlier(card, props)}
    ${orders(card, props, actions)} ${contacts(card, props.t)}`;
}

/** What is known of somebody who has not bought yet. */
function withoutOrders({ row, attributes, heard }: CustomerCard, props: DifferentiateProps) {
  const { t } = props;
  return html`<section data-without-orders>
    <p class="row">${tierOf(row, namesOf(props))}</p>
    <p class="small">${t.listed.card}</p>
    <p class="small muted">${heard ? t.listed.lastHeard(heard) : t.listed.neverHeard}</p>
    ${attributes.length ? attributeList(attributes, t) : nothing}
  </section>`;
}

/** The tiers of the past. */
function earlier({ row }: CustomerCard, props: DifferentiateProps) {
  return props.whole?.months.length
    ? html`<ct-tier-course .props=${props} .customer=${row.customer}></ct-tier-course>`
    : nothing;
}

export function titleOf({ row }: CustomerCard): string {
  return row.customer_name || row.customer_id;
}

function who(
  { row, attributes }: CustomerCard,
  { t, summary }: DifferentiateProps,
): TemplateResult {
  const { card, kpi } = t.differentiate;
  const names = namesOf({ t, summary });
  const figures: [string, string][] = [
    [kpi.revenue, t.money(row.revenue)],
    [kpi.orders, t.integer(row.orders)],
    [kpi.averageOrder, t.money(row.average_order)],
  ];
  return html`<section>
    <p class="row">
      <span class="chip">${tierMark(row.tier, names)}</span><span class="chip">${segmentMark(row.segment, names)}</span>
    </p>
    <dl class="kpis small-kpis" aria-label=${card.figures}>
      ${figures.map(([name, value]) => html`<div class="kpi"><dt>${name}</dt><dd class="value">${value}</dd></div>`)}
    </dl>
    <p class="small muted">
      ${row.first_order ? `${card.since(row.first_order)} · ` : ''}${card.lastOrder(row.last_order, row.recency_days)}
    </p>
    ${attributes.length ? attributeList(attributes, t) : nothing}
  </section>`;
}

function attributeList(attributes: CustomerCard['attributes'], t: Translation): TemplateResult {
  return html`<dl class="attributes small">
    ${attributes.map(([field, text]) => html`<div><dt class="muted">${fieldName(field, t)}</dt><dd>${text}</dd></div>`)}
  </dl>`;
}

const ATTRIBUTES = [
  'customer_name',
  'phone',
  'email',
  'company',
  'region',
  'city',
  'country',
  'gender',
  'birthday',
  'address',
  'area',
  'industry',
  'owner',
  'source',
] as const;

function fieldName(name: string, t: Translation): string {
  const field = ATTRIBUTES.find((known) => known === name);
  return field ? t.names.field(field) : name;
}

function why({ scores }: CustomerCard, { t, summary, whole }: DifferentiateProps): TemplateResult {
  return html`<section>
    <h3>${t.differentiate.card.why}</h3>
    ${scores.map((reason) =>
      scoreScale(
        reason,
        summary.thresholds.find(({ factor }) => factor === reason.factor),
        whole?.customers ?? 0,
        t,
      ),
    )}
  </section>`;
}

function schemes(
  { segments }: CustomerCard,
  props: DifferentiateProps,
  actions: CardActions,
): TemplateResult {
  const { t, summary } = props;
  // What decides how the customer is treated comes first, then what names the customer.
  const weight = ({ scheme }: SegmentReason) =>
    scheme === summary.tier_scheme ? 0 : scheme === summary.segment_scheme ? 1 : 2;
  const ordered = segments.toSorted((one, other) => weight(one) - weight(other));
  return html`<section>
    <h3>${t.differentiate.card.schemes}</h3>
    <ul class="reasons">${ordered.map((reason) => schemeLine(reason, props, actions))}</ul>
  </section>`;
}

function schemeLine(
  reason: SegmentReason,
  { t, whole, recipe, summary }: DifferentiateProps,
  { select }: CardActions,
): TemplateResult {
  const figures = whole?.schemes.find(({ id }) => id === reason.scheme);
  const name = t.names.segment(reason.segment, reason.name);
  return html`<li>
    <span class="muted tiny">${t.names.scheme(reason.scheme, figures?.name)}</span>
    <span class="reason-line ${schemeMark(reason.scheme, reason.segment, figures?.segments ?? [markOf(reason)], summary.tier_scheme)}">
      <span class="swatch"></span>
      <button
        type="button"
        class="link"
        aria-label=${t.differentiate.card.select(name)}
        @click=${() => select(reason.scheme, reason.segment)}
      >${name}</button>
    </span>
    <span class="small">${reason.by_hand ? html`${byHandText(reason, t)}<br />` : nothing}${because(reason, recipe, t)}</span>
    ${reason.steady ? html`<span class="small">${sentences(steadyWords(reason, t), t)}</span>` : nothing}
  </li>`;
}

function markOf({ segment, health }: SegmentReason) {
  return { code: segment, health };
}

function orders(
  card: CustomerCard,
  { t, summary }: DifferentiateProps,
  actions: CardActions,
): TemplateResult {
  const { card: words } = t.differentiate;
  const { timeline_total: total, row } = card;
  const timeline = card.timeline.filter((entry) => entry.kind === 'order');
  if (timeline.length === 0) {
    return html`<section><h3>${words.orders}</h3><p class="small muted">${words.noOrders}</p></section>`;
  }
  return html`<section>
    <h3>${words.orders}</h3>
    <p class="small">
      ${row.first_order && row.last_order ? words.ordersSentence(total, row.first_order, row.last_order) : nothing}
      ${timeline.length < total ? words.shown(timeline.length, total) : ''}
    </p>
    ${orderStrip(timeline, summary.as_of, t)} ${orderTable(timeline.slice(0, actions.listed), t)}
    ${
      timeline.length > actions.listed
        ? html`<button type="button" class="button quiet" @click=${actions.listMore}>${words.more(timeline.length - actions.listed)}</button>`
        : nothing
    }
  </section>`;
}

function orderTable(timeline: readonly TimelineOrder[], t: Translation): TemplateResult {
  const { card } = t.differentiate;
  const withIds = timeline.some((order) => order.order_id);
  return html`<table class="table order-table">
    <thead>
      <tr>
        <th scope="col">${card.day}</th>
        ${withIds ? html`<th scope="col">${card.order}</th>` : nothing}
        <th scope="col">${card.products}</th>
        <th scope="col" class="end">${t.differentiate.chart.revenue}</th>
      </tr>
    </thead>
    <tbody>
      ${timeline.map(
        (order) => html`<tr class=${order.refund ? 'refund' : ''}>
          <td class="day">${t.day(order.day)}</td>
          ${withIds ? html`<td>${order.order_id}</td>` : nothing}
          <td class="products">${order.refund ? html`<span class="chip refund-chip">${card.refund}</span> ` : ''}${t.list(order.products)}</td>
          <td class="end">${t.money(order.amount)}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}
