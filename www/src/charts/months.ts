// Revenue and order lines by calendar month: two small lines over one time axis, so that no second scale misleads.

import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { html, svg, type TemplateResult } from 'lit';
import type { Month } from '../engine/types.ts';
import type { Translation } from '../i18n/index.ts';
import { figure, sentences, type Table } from './figure.ts';
import { largest, sum } from './numbers.ts';
import { rove } from './roving.ts';
import { vars } from './vars.ts';

export interface MonthsChart {
  readonly months: readonly Month[];
}

export function monthsChart({ months }: MonthsChart, t: Translation): TemplateResult {
  const words = t.differentiate.months;
  return figure(
    {
      name: 'months',
      title: words.title,
      unit: words.unit,
      sentence: monthsSentence(months, t),
      drawing: drawing(months, t),
      table: monthsTable(months, t),
    },
    t,
  );
}

/** The strongest month, and the last year against the one before where there are two. */
export function monthsSentence(months: readonly Month[], t: Translation): string {
  const words = t.differentiate.months;
  const best = largest(months, (month) => month.revenue);
  if (!best) return t.differentiate.headline.nobody;
  const parts = [words.sentence(t.month(best.month), t.moneyShort(best.revenue))];
  if (months.length >= 24) {
    const now = sum(months.slice(-12), (month) => month.revenue);
    const before = sum(months.slice(-24, -12), (month) => month.revenue);
    const change = before > 0 ? now / before - 1 : 0;
    if (before > 0)
      parts.push(
        words.lastYear(t.moneyShort(now), change < 0 ? words.less(-change) : words.more(change)),
      );
  }
  return sentences(parts, t);
}

export function monthsTable(months: readonly Month[], t: Translation): Table {
  const { chart, months: words } = t.differentiate;
  return {
    head: [words.month, chart.revenue, words.lines],
    rows: months.map((month) => [
      t.month(month.month),
      t.money(month.revenue),
      t.integer(month.lines),
    ]),
  };
}

function drawing(months: readonly Month[], t: Translation): TemplateResult {
  const { chart, months: words } = t.differentiate;
  return html`<div class="months-plots" role="group" aria-label=${words.title} @keydown=${rove()}>
    ${panel(
      chart.revenue,
      months.map((month) => month.revenue),
      t.moneyShort,
    )}
    ${panel(
      words.lines,
      months.map((month) => month.lines),
      t.compact,
    )}
    <div class="plot-hits">${months.map((month, index) => hit(month, index, months.length, t))}</div>
    <div class="hist-axis" aria-hidden="true">
      ${ticks(months).map((index) => html`<span ${vars({ x: middle(index, months.length) })}>${tickText(months, index, t)}</span>`)}
    </div>
  </div>`;
}

function panel(
  name: string,
  values: readonly number[],
  text: (value: number) => string,
): TemplateResult {
  const scale = scaleLinear()
    .domain([Math.min(0, ...values), Math.max(1, ...values)])
    .nice(3);
  const marks = scale.ticks(2);
  const height = (value: number) => 100 - 100 * share(scale.domain(), value);
  const points = values.map((value, index): [number, number] => [
    100 * middle(index, values.length),
    height(value),
  ]);
  const fill = area<[number, number]>(
    (p) => p[0],
    height(0),
    (p) => p[1],
  );
  return html`<div class="plot month-plot">
    <span class="plot-note name" aria-hidden="true">${name}</span>
    ${marks.map((mark) => html`<span class="tick-y" aria-hidden="true" ${vars({ y: share(scale.domain(), mark) })}>${text(mark)}</span>`)}
    <svg class="plot-svg" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
      ${marks.map((mark) => svg`<line class="rule" x1="0" x2="100" y1=${height(mark)} y2=${height(mark)} />`)}
      ${svg`<path class="fill" d=${fill(points) ?? ''} /><path class="stroke" d=${line()(points) ?? ''} />`}
    </svg>
  </div>`;
}

/** A month's invisible column over both panels: it holds the sentence. */
function hit(month: Month, index: number, count: number, t: Translation): TemplateResult {
  const tip = t.differentiate.months.tip(
    t.month(month.month),
    t.moneyShort(month.revenue),
    month.lines,
  );
  return html`<span
    class="hit"
    role="img"
    data-cell
    tabindex=${index === count - 1 ? 0 : -1}
    aria-label=${tip}
    data-tip=${tip}
  ></span>`;
}

/** Months that get a label: each January of long stretches, otherwise about every sixth of the width. */
export function ticks(months: readonly Month[]): number[] {
  const indices = months.map((_, index) => index);
  if (months.length > 30) {
    const januaries = indices.filter((index) => months[index]?.month.slice(5, 7) === '01');
    return everyNth(januaries, Math.ceil(januaries.length / 8));
  }
  return everyNth(indices, Math.max(1, Math.ceil(months.length / 6)));
}

function everyNth(indices: readonly number[], step: number): number[] {
  return indices.filter((_, place) => place % step === 0);
}

function tickText(months: readonly Month[], index: number, t: Translation): string {
  const iso = months[index]?.month ?? '';
  return months.length > 30 ? iso.slice(0, 4) : t.month(iso);
}

function middle(index: number, count: number): number {
  return (index + 0.5) / count;
}

function share(domain: readonly number[], value: number): number {
  const [low = 0, high = 1] = domain;
  return (value - low) / (high - low);
}
