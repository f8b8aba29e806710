// How few customers bring how much: the cumulative curve with the best fifth, the 80 % mark, and the groups A, B and C below it.

import { area, line } from 'd3-shape';
import { html, svg, type TemplateResult } from 'lit';
import type { Pareto, SegmentFigures } from '../engine/types.ts';
import type { Translation } from '../i18n/index.ts';
import { tierClass } from '../styles/marks.ts';
import { figure, sentences, type Table } from './figure.ts';
import { ratio, sum } from './numbers.ts';
import { vars } from './vars.ts';

export interface ParetoChart {
  readonly pareto: Pareto;
  readonly customers: number;
  /** What they brought in all; of nothing, or of less, there are no shares. */
  readonly revenue: number;
  /** The segments of the scheme `abc`; empty when there is none. */
  readonly abc: readonly SegmentFigures[];
  selected(code: string): boolean;
  toggle(code: string): void;
}

const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1] as const;

export function paretoChart(data: ParetoChart, t: Translation): TemplateResult {
  const words = t.differentiate.pareto;
  return figure(
    {
      name: 'pareto',
      title: words.title,
      unit: words.unit,
      sentence: paretoSentence(data, t),
      ...(data.revenue > 0
        ? { drawing: drawing(data, t), table: paretoTable(data.pareto, t) }
        : { drawing: html`` }),
    },
    t,
  );
}

/** "The best 158 customers (20%) bring 43% of the revenue. 80% of the revenue comes from …" */
export function paretoSentence(
  { pareto, customers, revenue }: ParetoChart,
  t: Translation,
): string {
  const words = t.differentiate.pareto;
  if (revenue <= 0) return t.differentiate.headline.noRevenue;
  const few = pareto.top_fifth_customers;
  return sentences(
    [
      few > 0 ? words.sentence(few, ratio(few, customers), pareto.top_fifth_share) : '',
      words.eighty(
        pareto.customers_for_80_percent,
        ratio(pareto.customers_for_80_percent, customers),
      ),
    ],
    t,
  );
}

/** The curve at every tenth of the customers. */
export function paretoTable(pareto: Pareto, t: Translation): Table {
  const { chart } = t.differentiate;
  const tenths = Array.from({ length: 10 }, (_, index) => (index + 1) / 10);
  return {
    head: [chart.ofCustomers, chart.ofRevenue],
    rows: tenths.map((share) => [t.percent(share), t.percent(revenueAt(pareto.curve, share), 1)]),
  };
}

/** The curve's height at a share of customers, between its points. */
export function revenueAt(curve: Pareto['curve'], share: number): number {
  const after = curve.findIndex(([x]) => x >= share);
  const [x1, y1] = curve[after] ?? [1, 1];
  const [x0, y0] = curve[after - 1] ?? [0, 0];
  return x1 > x0 ? y0 + ((y1 - y0) * (share - x0)) / (x1 - x0) : y1;
}

function drawing(data: ParetoChart, t: Translation): TemplateResult {
  const { pareto, customers } = data;
  const words = t.differentiate.pareto;
  const fifth = ratio(pareto.top_fifth_customers, customers);
  const most = ratio(pareto.customers_for_80_percent, customers);
  // Where the two points nearly meet, the label of the higher one goes above it.
  const near = Math.abs(most - fifth) < 0.25 && Math.abs(0.8 - pareto.top_fifth_share) < 0.15;
  const fifthIsHigher = pareto.top_fifth_share > 0.8;
  return html`<div class="plot pareto-plot">
      ${TICKS.map((tick) => html`<span class="tick-y ${(tick * 10) % 4 ? 'minor' : ''}" aria-hidden="true" ${vars({ y: tick })}>${t.percent(tick)}</span>`)}
      ${curves(pareto.curve)}
      <span class="plot-note equal" aria-hidden="true">${words.equal}</span>
      ${point(fifth, pareto.top_fifth_share, near && fifthIsHigher, t)}
      ${point(most, 0.8, near && !fifthIsHigher, t)}
      <span class="plot-note gini" tabindex="0" role="note" data-tip=${words.giniMeans(pareto.gini)}>${words.gini(pareto.gini)}</span>
    </div>
    ${data.abc.length ? bands(data, t) : ''}`;
}

function curves(curve: Pareto['curve']): TemplateResult {
  const points: [number, number][] = [
    [0, 100],
    ...curve.map(([x, y]): [number, number] => [x * 100, 100 - y * 100]),
  ];
  const fill = area<[number, number]>(
    (p) => p[0],
    100,
    (p) => p[1],
  );
  return html`<svg class="plot-svg" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
    ${TICKS.map((tick) => svg`<line class="rule" x1="0" x2="100" y1=${100 - tick * 100} y2=${100 - tick * 100} />`)}
    ${svg`<path class="fill" d=${fill(points) ?? ''} />
      <line class="reference" x1="0" y1="100" x2="100" y2="0" />
      <path class="stroke" d=${line()(points) ?? ''} />`}
  </svg>`;
}

// A point of the curve that says its sentence; lines lead from it to both axes.
function point(x: number, y: number, above: boolean, t: Translation): TemplateResult {
  const tip = t.differentiate.pareto.point(x, y);
  return html`<span class="guide" aria-hidden="true" ${vars({ x, y })}></span>
    <span class="point" role="img" tabindex="0" aria-label=${tip} data-tip=${tip} ${vars({ x, y })}></span>
    <span class="point-label ${x > 0.62 ? 'left' : above ? 'above' : ''}" aria-hidden="true" ${vars({ x, y })}>
      <b>${t.percent(x)}</b> → <b>${t.percent(y)}</b>
    </span>`;
}

function bands(data: ParetoChart, t: Translation): TemplateResult {
  const total = sum(data.abc, (group) => group.customers);
  return html`<div class="bands" role="group" aria-label=${t.names.scheme('abc')}>
    ${data.abc.map((group, place) => band(data, group, place, total, t))}
  </div>`;
}

function band(
  data: ParetoChart,
  group: SegmentFigures,
  place: number,
  total: number,
  t: Translation,
): TemplateResult {
  const share = ratio(group.customers, total);
  const revenue = ratio(
    group.revenue,
    sum(data.abc, (other) => other.revenue),
  );
  const tip = t.differentiate.pareto.group(
    t.names.segment(group.code, group.name),
    group.customers,
    share,
    revenue,
  );
  return html`<button
    type="button"
    class="band ${tierClass(place, data.abc.length)}"
    aria-pressed=${data.selected(group.code) ? 'true' : 'false'}
    aria-label=${tip}
    data-tip=${tip}
    ${vars({ w: share })}
    @click=${() => data.toggle(group.code)}
  >
    <b>${group.code.toUpperCase()}</b> <span class="band-count">${t.integer(group.customers)}</span>
  </button>`;
}
