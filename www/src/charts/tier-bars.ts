// Tiers side by side: their share of customers, of orders and of revenue, so that few customers with much revenue are seen.

import { html, type TemplateResult } from 'lit';
import type { SegmentFigures } from '../engine/types.ts';
import type { Translation } from '../i18n/index.ts';
import { tierClass } from '../styles/marks.ts';
import { figure, sentences, type Table } from './figure.ts';
import { ratio, shareOf, sum } from './numbers.ts';
import { vars } from './vars.ts';

/** Tiers of everybody and of the selection. Shares are always those of everybody: the selection is a part of them. */
export interface Tiers {
  /** All customers: drawn pale behind the selection. */
  readonly whole: readonly SegmentFigures[];
  /** The selection. */
  readonly tiers: readonly SegmentFigures[];
}

export interface TierBars extends Tiers {
  readonly scheme: string;
  selected(code: string): boolean;
  toggle(code: string): void;
}

const MEASURES = ['customers', 'orders', 'revenue'] as const;
type Measure = (typeof MEASURES)[number];
type Totals = Readonly<Record<Measure, number>>;

export function tierBars(data: TierBars, t: Translation): TemplateResult {
  const words = t.differentiate;
  return figure(
    {
      name: 'tiers',
      title: words.tiers.title(t.names.scheme(data.scheme)),
      unit: words.tiers.unit,
      sentence: tierSentence(data, t),
      drawing: drawing(data, t),
      table: tierTable(data, t),
    },
    t,
  );
}

/** "High value: 158 customers (20%) bring 43% of the revenue." for the best and the lowest tier. */
export function tierSentence({ whole, tiers }: Tiers, t: Translation): string {
  const totals = totalsOf(whole);
  const present = tiers.filter((tier) => tier.customers > 0);
  const ends = present.length > 1 ? [present.at(0), present.at(-1)] : present;
  const parts = ends.map((tier) =>
    tier
      ? t.differentiate.tiers.sentence(
          t.names.segment(tier.code, tier.name),
          tier.customers,
          ratio(tier.customers, totals.customers),
          shareOf(tier.revenue, totals.revenue),
        )
      : '',
  );
  return sentences(parts, t);
}

export function tierTable({ whole, tiers }: Tiers, t: Translation): Table {
  const { chart, tiers: words } = t.differentiate;
  const totals = totalsOf(whole);
  return {
    head: [
      words.tier,
      chart.customers,
      chart.ofCustomers,
      chart.orders,
      chart.revenue,
      chart.ofRevenue,
      chart.averageOrder,
    ],
    rows: tiers.map((tier) => [
      t.names.segment(tier.code, tier.name),
      t.integer(tier.customers),
      t.percent(ratio(tier.customers, totals.customers), 1),
      t.integer(tier.orders),
      t.money(tier.revenue),
      totals.revenue > 0 ? t.percent(ratio(tier.revenue, totals.revenue), 1) : '–',
      t.money(tier.average_order),
    ]),
  };
}

function drawing(data: TierBars, t: Translation): TemplateResult {
  const { chart } = t.differentiate;
  const totals = totalsOf(data.whole);
  const longest = Math.max(
    ...MEASURES.flatMap((measure) =>
      data.whole.map((tier) => ratio(tier[measure], totals[measure])),
    ),
  );
  return html`<div class="bars">
    <div class="bars-head" aria-hidden="true">
      <span></span>${MEASURES.map((measure) => html`<span>${chart[measure]}</span>`)}
    </div>
    ${data.whole.map((tier, place) => row(data, { place, totals, longest }, tier, t))}
  </div>`;
}

interface Scale {
  readonly place: number;
  readonly totals: Totals;
  /** The largest share there is: it fills the width, so that bars of all three measures compare. */
  readonly longest: number;
}

function row(data: TierBars, scale: Scale, before: SegmentFigures, t: Translation): TemplateResult {
  const tier = data.tiers.find((other) => other.code === before.code) ?? before;
  const name = t.names.segment(tier.code, tier.name);
  const tip = t.differentiate.tiers.tip(
    name,
    tier.customers,
    ratio(tier.customers, scale.totals.customers),
    t.moneyShort(tier.revenue),
    shareOf(tier.revenue, scale.totals.revenue),
  );
  return html`<button
    type="button"
    class="bars-row ${tierClass(scale.place, data.whole.length)}"
    aria-pressed=${data.selected(tier.code) ? 'true' : 'false'}
    aria-label=${tip}
    data-tip=${tip}
    @click=${() => data.toggle(tier.code)}
  >
    <span class="name"><span class="swatch"></span>${name}</span>
    ${MEASURES.map((measure) => bar(measure, before, tier, scale, t))}
  </button>`;
}

function bar(
  measure: Measure,
  before: SegmentFigures,
  tier: SegmentFigures,
  { totals, longest }: Scale,
  t: Translation,
): TemplateResult {
  const share = ratio(tier[measure], totals[measure]);
  const figures = measure === 'revenue' ? t.moneyShort(tier.revenue) : t.integer(tier[measure]);
  return html`<span class="bar">
    <span class="track" ${vars({ w: ratio(share, longest), ghost: ratio(ratio(before[measure], totals[measure]), longest) })}></span>
    <span class="bar-label"><b>${totals[measure] > 0 ? t.percent(share) : ''}</b> <span class="muted">${figures}</span></span>
  </span>`;
}

function totalsOf(tiers: readonly SegmentFigures[]): Totals {
  return {
    customers: sum(tiers, (tier) => tier.customers),
    orders: sum(tiers, (tier) => tier.orders),
    revenue: sum(tiers, (tier) => tier.revenue),
  };
}
