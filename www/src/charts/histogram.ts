// How one measure is spread over the customers, with the thresholds that cut it into scores and the scores between them.

import { html, type TemplateResult } from 'lit';
import type { Factor, Histogram, Thresholds } from '../engine/types.ts';
import type { Translation } from '../i18n/index.ts';
import { STEP } from './cuts.ts';
import { figure, sentences, type Table } from './figure.ts';
import { cutsText, type Handles, scoreRow } from './histogram-cuts.ts';
import { ratio, sum } from './numbers.ts';
import { rove } from './roving.ts';
import { vars } from './vars.ts';

export interface HistogramChart {
  readonly histogram: Histogram;
  /** The same for all customers: drawn pale behind, if its bars are the same. */
  readonly whole: Histogram;
  readonly thresholds: Thresholds | undefined;
  selected(from: number, to: number): boolean;
  toggle(from: number, to: number): void;
  /** Moves thresholds; without it they only stand there. */
  readonly handles?: Handles | undefined;
  /** Below the drawing: how the measure is cut. */
  readonly settings?: TemplateResult | undefined;
}

/** One bar: customers with `from <= value <= to`. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly ghost: number;
  /** Holds everything beyond as well. */
  readonly open: boolean;
}

export function histogramChart(data: HistogramChart, t: Translation): TemplateResult {
  const words = t.differentiate.histogram;
  const { factor } = data.histogram;
  return figure(
    {
      name: `histogram ${factor}`,
      title: words.title[factor],
      unit: words.unit[factor],
      sentence: histogramSentence(data, t),
      drawing: drawing(data, t),
      table: histogramTable(data, t),
    },
    t,
  );
}

/** The median, and scores that nobody has. */
export function histogramSentence(
  { histogram, thresholds }: HistogramChart,
  t: Translation,
): string {
  const words = t.differentiate.histogram;
  const { factor, median } = histogram;
  const empty = thresholds?.empty ?? [];
  return sentences(
    [
      words.half[factor](
        t.differentiate.quantity(factor, factor === 'monetary' ? Math.round(median) : median),
      ),
      empty.length ? words.empty(t.either(empty.map(String))) : '',
    ],
    t,
  );
}

export function histogramTable(data: HistogramChart, t: Translation): Table {
  const { chart } = t.differentiate;
  const all = bins(data);
  const total = sum(all, (bin) => bin.count);
  return {
    head: [t.differentiate.histogram.unit[data.histogram.factor], chart.customers, chart.share],
    rows: all.map((bin) => [
      span(bin, data.histogram.factor, t),
      t.integer(bin.count),
      t.percent(ratio(bin.count, total), 1),
    ]),
  };
}

/** The bars with the values they hold, upper end included. */
export function bins({ histogram, whole, thresholds }: HistogramChart): Bin[] {
  const { edges, counts, factor, open_ended } = histogram;
  const same =
    whole.edges.length === edges.length &&
    whole.edges.every((edge, index) => edge === edges[index]);
  return counts.map((count, index) => {
    const last = index === counts.length - 1;
    const upper = edges[index + 1] ?? 0;
    return {
      from: edges[index] ?? 0,
      to: last
        ? Math.max(upper, open_ended ? (thresholds?.max ?? upper) : upper)
        : upper - STEP[factor],
      count,
      ghost: same ? (whole.counts[index] ?? 0) : 0,
      open: last && open_ended,
    };
  });
}

function drawing(data: HistogramChart, t: Translation): TemplateResult {
  const { histogram, thresholds } = data;
  const all = bins(data);
  const most = Math.max(1, ...all.map((bin) => Math.max(bin.count, bin.ghost)));
  return html`<div class="hist">
    ${thresholds ? scoreRow(thresholds, histogram.edges, data.handles, t) : ''}
    <div class="hist-bars" role="group" aria-label=${t.differentiate.histogram.unit[histogram.factor]} @keydown=${rove()}>
      ${all.map((bin, index) => bar(data, bin, { most, first: index === 0 }, t))}
    </div>
    ${axis(histogram, t)} ${thresholds ? cutsText(thresholds, t) : ''} ${data.settings ?? ''}
  </div>`;
}

function bar(
  data: HistogramChart,
  bin: Bin,
  { most, first }: { most: number; first: boolean },
  t: Translation,
): TemplateResult {
  const total = sum(data.histogram.counts, (count) => count);
  const tip = sentence(bin, data.histogram.factor, ratio(bin.count, total), t);
  return html`<button
    type="button"
    data-cell
    class="hist-bar"
    tabindex=${first ? 0 : -1}
    aria-pressed=${data.selected(bin.from, bin.to) ? 'true' : 'false'}
    aria-label=${tip}
    data-tip=${tip}
    ${vars({ h: bin.count / most, ghost: bin.ghost / most })}
    @click=${() => data.toggle(bin.from, bin.to)}
  ></button>`;
}

/** A label at about every fifth of the width: on the edges of bars, or in the middle of bars that hold one value each. */
function axis({ edges, factor, open_ended }: Histogram, t: Translation): TemplateResult {
  const bars = edges.length - 1;
  const single =
    STEP[factor] === 1 && edges.every((edge, index) => edge === (edges[0] ?? 0) + index);
  const last = single ? bars - 1 : bars;
  const every = Math.max(1, Math.ceil(last / 5));
  const text = factor === 'monetary' ? t.moneyShort : t.compact;
  return html`<div class="hist-axis ${single ? 'middle' : ''}" aria-hidden="true">
    ${edges.slice(0, last + 1).map((edge, index) => {
      // The last one says that more is in its bar; the one before must leave it room.
      if (index !== last && (index % every || last - index < every)) return '';
      const more = open_ended && index === last ? '+' : '';
      return html`<span class=${(index / every) % 2 ? 'minor' : ''} ${vars({ x: (index + (single ? 0.5 : 0)) / bars })}>${text(edge)}${more}</span>`;
    })}
  </div>`;
}

/** "30 to 59 days", "3 orders", "5,000 and more". */
function span(bin: Bin, factor: Factor, t: Translation): string {
  const { quantity, chart } = t.differentiate;
  const from = quantity(factor, bin.from);
  if (bin.open) return `${from} ${chart.andMore}`;
  if (bin.from === bin.to) return from;
  return `${t.integer(bin.from)} – ${quantity(factor, upper(bin, factor))}`;
}

function sentence(bin: Bin, factor: Factor, share: number, t: Translation): string {
  const { quantity, histogram: words } = t.differentiate;
  const from = quantity(factor, bin.from);
  if (bin.open) return words.open(from, bin.count, share);
  if (bin.from === bin.to) return words.single(from, bin.count, share);
  return words.tip(
    factor === 'monetary' ? from : t.integer(bin.from),
    quantity(factor, upper(bin, factor)),
    bin.count,
    share,
  );
}

// Money is shown up to the edge, not to the last ten-thousandth before it.
function upper(bin: Bin, factor: Factor): number {
  return factor === 'monetary' ? Math.round(bin.to * 100) / 100 : bin.to;
}
