// What the figures say, in two or three sentences, and the figures themselves.

import { html, nothing, type TemplateResult } from 'lit';
import { sentences } from '../../charts/figure.ts';
import { ratio, roundMoney, shareOf } from '../../charts/numbers.ts';
import type { Listed, Overview } from '../../engine/types.ts';
import type { Translation } from '../../i18n/index.ts';
import { type DifferentiateProps, EVERYBODY, isEverybody } from './contract.ts';

/** The sentences for everybody: the first is the headline, the others explain it. */
export function storyOfAll(whole: Overview, t: Translation): string[] {
  const words = t.differentiate.headline;
  const { valuable_and_silent: silent } = whole;
  return [
    words.all(whole.customers, t.moneyShort(whole.revenue)),
    storyOfTop(whole, t),
    silent.customers > 0
      ? words.silent(silent.customers, t.moneyShort(silent.revenue))
      : words.noneSilent,
  ];
}

/** Who brings most of the revenue, where there is any to be shared. */
function storyOfTop({ customers, revenue, pareto }: Overview, t: Translation): string {
  const words = t.differentiate.headline;
  const top = pareto.top_fifth_customers;
  if (customers > 0 && revenue <= 0) return words.noRevenue;
  return top > 0 ? words.top(top, ratio(top, customers), pareto.top_fifth_share) : '';
}

/** The same for a selection, against everybody. */
export function storyOfPart(part: Overview, whole: Overview, t: Translation): string[] {
  const words = t.differentiate.headline;
  if (part.customers === 0) return [words.nobody, words.widen];
  return [
    words.part(part.customers, whole.customers, ratio(part.customers, whole.customers)),
    words.partMoney(t.moneyShort(part.revenue), shareOf(part.revenue, whole.revenue)),
  ];
}

interface HeadlineActions {
  select(filter: typeof EVERYBODY): void;
  list(listed: Listed): void;
}

export function headline(
  props: DifferentiateProps,
  { select, list }: HeadlineActions,
): TemplateResult {
  const { t, whole, overview, filter, summary } = props;
  if (!whole || !overview) return html`${nothing}`;
  const all = isEverybody(filter);
  const [first = '', ...rest] = all ? storyOfAll(whole, t) : storyOfPart(overview, whole, t);
  return html`<header class="headline">
    <h1>${first}</h1>
    <p class="lead">${sentences(rest, t)}</p>
    ${summary.set_by_hand > 0 ? html`<p class="small muted">${t.byHand.count(summary.set_by_hand)}</p>` : nothing}
    ${all && summary.customers_without_orders > 0 ? othersWithoutOrders(summary.customers_without_orders, t, list) : nothing}
    ${
      all
        ? nothing
        : html`<button type="button" class="button no-print" @click=${() => select(EVERYBODY)}>
            ${t.differentiate.headline.clear}
          </button>`
    }
  </header>`;
}

/** Who has not bought yet is in no figure above; the list has them. */
function othersWithoutOrders(
  count: number,
  t: Translation,
  list: HeadlineActions['list'],
): TemplateResult {
  return html`<p class="small">
    ${t.listed.others(count)}
    <button type="button" class="link no-print" data-without-orders @click=${() => list('without_orders')}>${t.listed.see}</button>
  </p>`;
}

/** One figure: name, value, and what to hold it against. */
interface Figure {
  readonly name: string;
  readonly value: string;
  readonly beside: string;
}

export function keyFigures(props: DifferentiateProps): TemplateResult {
  const { overview, whole, t } = props;
  if (!overview || !whole) return html`${nothing}`;
  return html`<dl class="kpis" aria-label=${t.differentiate.kpi.label}>
    ${figures(props, overview, whole).map(
      ({ name, value, beside }) => html`<div class="kpi">
        <dt>${name}</dt>
        <dd class="value">${value}</dd>
        <dd class="beside">${beside}</dd>
      </div>`,
    )}
  </dl>`;
}

function figures(
  { t, summary, filter }: DifferentiateProps,
  part: Overview,
  whole: Overview,
): Figure[] {
  const { kpi } = t.differentiate;
  const all = isEverybody(filter);
  const dated = (text: string) => (summary.days_are_relative ? '' : text);
  const against = (one: number, other: number) => (all ? '' : kpi.ofAll(ratio(one, other)));
  const besideRevenue = () => {
    if (whole.revenue <= 0 || part.revenue <= 0) return '';
    return against(part.revenue, whole.revenue) || kpi.repeat(part.pareto.top_fifth_share);
  };
  // Of everybody the distinct orders are known: one that two customers share counts once.
  const orders = all ? summary.orders : part.orders;
  return [
    {
      name: kpi.customers,
      value: t.integer(part.customers),
      beside: against(part.customers, whole.customers) || dated(kpi.asOf(summary.as_of)),
    },
    {
      name: kpi.orders,
      value: t.integer(orders),
      beside:
        against(part.orders, whole.orders) ||
        dated(kpi.period(summary.first_day, summary.last_day)),
    },
    {
      name: kpi.revenue,
      value: t.moneyShort(part.revenue),
      beside: besideRevenue(),
    },
    { name: kpi.averageOrder, value: roundMoney(ratio(part.revenue, orders), t), beside: '' },
    { name: kpi.ordersEach, value: t.decimal(ratio(part.orders, part.customers), 1), beside: '' },
    {
      name: kpi.revenueEach,
      value: roundMoney(ratio(part.revenue, part.customers), t),
      beside: '',
    },
    {
      name: kpi.silent,
      value: t.integer(part.valuable_and_silent.customers),
      beside: kpi.silentMoney(t.moneyShort(part.valuable_and_silent.revenue)),
    },
  ];
}
