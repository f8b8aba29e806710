// Stacked areas of the tiers, the slider under them, and the figures of the chosen day beside them: the labels of the areas.

import { area } from 'd3-shape';
import { html, svg, type TemplateResult } from 'lit';
import { figure, type Table } from '../../../charts/figure.ts';
import { ratio, roundMoney, sum } from '../../../charts/numbers.ts';
import { vars } from '../../../charts/vars.ts';
import type { TierSeries } from '../../../engine/types.ts';
import type { Translation } from '../../../i18n/index.ts';

export const MEASURES = ['customers', 'share', 'revenue'] as const;
export type Measure = (typeof MEASURES)[number];

export interface SeriesChart {
  readonly series: TierSeries;
  /** Place of the day whose figures are shown. */
  readonly chosen: number;
  readonly measure: Measure;
  mark(code: string): string;
  choose(place: number): void;
  readonly tools: TemplateResult;
  readonly below: TemplateResult;
}

export function seriesChart(data: SeriesChart, t: Translation): TemplateResult {
  const words = t.differentiate.time.series;
  const { series, chosen } = data;
  const day = series.days[chosen] ?? '';
  return figure(
    {
      name: 'tier-series',
      title: words.title,
      unit: words.unit(series.period),
      sentence: t.day(day),
      tools: data.tools,
      drawing: html`<div class="series-body">
        <div>${drawing(data)}${slider(data, t)}</div>
        ${labels(data, t)}
      </div>${data.below}`,
      table: seriesTable(data, t),
    },
    t,
  );
}

/** The heights of every segment at every day, from the bottom of the stack: one row a segment, the best at the bottom. */
export function stacked(series: TierSeries, measure: Measure): [low: number, high: number][][] {
  const totals = series.points.map((point) => sum(point, (total) => amount(total, measure)));
  const most = Math.max(1e-9, ...totals);
  const heights = series.points.map(() => 0);
  return series.segments.map((_, place) =>
    series.points.map((point, day): [number, number] => {
      const own = point[place];
      const whole = measure === 'share' ? (totals[day] ?? 0) : most;
      const low = heights[day] ?? 0;
      const high = low + ratio(own ? amount(own, measure) : 0, whole);
      heights[day] = high;
      return [low, high];
    }),
  );
}

interface Total {
  readonly customers: number;
  readonly revenue: number;
}

/** Refunds can outweigh what a tier bought: an area has no negative height. */
function amount(total: Total, measure: Measure): number {
  return measure === 'revenue' ? Math.max(0, total.revenue) : total.customers;
}

function drawing(data: SeriesChart): TemplateResult {
  const { series, chosen, measure } = data;
  const count = Math.max(1, series.points.length - 1);
  const x = (day: number) => (100 * day) / count;
  const shape = area<[number, number]>()
    .x((_, day) => x(day))
    .y0(([low]) => 100 - 100 * low)
    .y1(([, high]) => 100 - 100 * high);
  return html`<div class="series-plot">
    <svg class="plot-svg" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
      ${stacked(series, measure).map((layer, place) => svg`<path class="layer ${data.mark(series.segments[place]?.code ?? '')}" d=${shape(layer) ?? ''} />`)}
    </svg>
    <span class="series-now" aria-hidden="true" ${vars({ x: chosen / count })}></span>
  </div>`;
}

function slider(data: SeriesChart, t: Translation): TemplateResult {
  const { series, chosen } = data;
  const choose = (event: Event) => {
    if (event.target instanceof HTMLInputElement) data.choose(event.target.valueAsNumber);
  };
  return html`<input
      class="series-slider no-print"
      type="range"
      min="0"
      max=${series.days.length - 1}
      step="1"
      .value=${String(chosen)}
      aria-label=${t.differentiate.time.series.slider}
      aria-valuetext=${t.day(series.days[chosen] ?? '')}
      @input=${choose}
    />
    <div class="series-axis" aria-hidden="true"><span>${t.month(series.days[0] ?? '')}</span><span>${t.month(series.days.at(-1) ?? '')}</span></div>`;
}

/** The areas' names and figures, from the top of the stack down. */
function labels(data: SeriesChart, t: Translation): TemplateResult {
  const { series, chosen, measure } = data;
  const point = series.points[chosen] ?? [];
  const whole = sum(point, (total) => amount(total, measure));
  const rows = series.segments.map((segment, place) => {
    const total = point[place] ?? { customers: 0, revenue: 0 };
    const value = measure === 'revenue' ? roundMoney(total.revenue, t) : t.integer(total.customers);
    return html`<tr class=${data.mark(segment.code)}>
      <th scope="row"><span class="swatch"></span> ${t.names.segment(segment.code, segment.name)}</th>
      <td class="end">${value}</td>
      <td class="end muted">${t.percent(ratio(amount(total, measure), whole))}</td>
    </tr>`;
  });
  const words = t.differentiate.time;
  return html`<table class="table series-labels">
    <thead class="visually-hidden"><tr><th scope="col">${t.day(series.days[chosen] ?? '')}</th><th scope="col">${measure === 'revenue' ? words.revenue : words.customers}</th><th scope="col">${words.share}</th></tr></thead>
    <tbody>${rows.reverse()}</tbody>
  </table>`;
}

function seriesTable({ series, measure }: SeriesChart, t: Translation): Table {
  const words = t.differentiate.time.series;
  const text = (value: number) => (measure === 'revenue' ? t.money(value) : t.integer(value));
  const value = ({ customers, revenue }: Total) => (measure === 'revenue' ? revenue : customers);
  return {
    head: [
      words.day,
      ...series.segments.map(({ code, name }) => t.names.segment(code, name)),
      words.all,
    ],
    rows: series.points.map((point, place) => [
      t.day(series.days[place] ?? ''),
      ...point.map((total) => text(value(total))),
      text(sum(point, value)),
    ]),
  };
}
