// Segments of one scheme as a table with bars: customers and revenue beside each other, coloured by health.

import { html, type TemplateResult } from 'lit';
import type { SegmentFigures } from '../engine/types.ts';
import type { Translation } from '../i18n/index.ts';
import { figure } from './figure.ts';
import { fixedPercent, largest, ratio, roundMoney, shareOf, sum } from './numbers.ts';
import { vars } from './vars.ts';

export interface SegmentTable {
  /** Schemes to choose from: id and name. */
  readonly schemes: readonly (readonly [id: string, name: string])[];
  readonly scheme: string;
  readonly whole: readonly SegmentFigures[];
  readonly segments: readonly SegmentFigures[];
  /** People without orders: they stand beside the segments, and no total counts them. */
  readonly prospects: number;
  /** Whether customers are named by this scheme already. */
  readonly current: boolean;
  choose(scheme: string): void;
  use(scheme: string): void;
  selected(code: string): boolean;
  toggle(code: string): void;
  /** Classes of the mark of a segment. */
  mark(code: string): string;
}

export function segmentTable(data: SegmentTable, t: Translation): TemplateResult {
  const words = t.differentiate.segments;
  return figure(
    {
      name: 'segments',
      title: words.title,
      unit: words.unit,
      sentence: segmentSentence(data.segments, t),
      drawing: table(data, t),
      tools: tools(data, t),
    },
    t,
  );
}

/** Which segment is the largest and which brings most. */
export function segmentSentence(segments: readonly SegmentFigures[], t: Translation): string {
  const words = t.differentiate.segments;
  const crowd = largest(segments, (segment) => segment.customers);
  const rich = largest(segments, (segment) => segment.revenue);
  if (!crowd || !rich || crowd.customers === 0) return t.differentiate.headline.nobody;
  const name = (segment: SegmentFigures) => t.names.segment(segment.code, segment.name);
  const share = ratio(
    crowd.customers,
    sum(segments, (segment) => segment.customers),
  );
  const revenue = shareOf(
    rich.revenue,
    sum(segments, (segment) => segment.revenue),
  );
  if (revenue === null) return words.largest(name(crowd), share);
  if (crowd === rich) return words.both(name(crowd), share, revenue);
  return (
    words.largest(name(crowd), share) +
    (t.lang === 'en' ? ' ' : '') +
    words.richest(name(rich), revenue)
  );
}

function tools(data: SegmentTable, t: Translation): TemplateResult {
  const words = t.differentiate.segments;
  const choose = (event: Event) => {
    if (event.target instanceof HTMLSelectElement) data.choose(event.target.value);
  };
  return html`<div class="row no-print">
    ${
      data.current
        ? ''
        : html`<button type="button" class="button quiet" @click=${() => data.use(data.scheme)}>${words.use}</button>`
    }
    <label class="label"
      >${words.scheme}
      <select class="field" @change=${choose}>
        ${data.schemes.map(([id, name]) => html`<option value=${id} ?selected=${id === data.scheme}>${name}</option>`)}
      </select>
    </label>
  </div>`;
}

function table(data: SegmentTable, t: Translation): TemplateResult {
  const { chart, segments: words } = t.differentiate;
  return html`<div class="scroll-x">
    <table class="table spark">
      <thead>
        <tr>
          <th scope="col">${words.segment}</th>
          <th scope="col">${chart.customers}</th>
          <th scope="col" class="end share">${chart.share}</th>
          <th scope="col" class="end wide">${chart.orders}</th>
          <th scope="col">${chart.revenue}</th>
          <th scope="col" class="end share">${chart.share}</th>
          <th scope="col" class="end wide">${chart.averageOrder}</th>
        </tr>
      </thead>
      <tbody>
        ${data.whole.map((segment) => row(data, segment, t))}
        ${data.prospects ? prospectsRow(data, t) : ''}
      </tbody>
    </table>
  </div>`;
}

function prospectsRow({ prospects }: SegmentTable, t: Translation): TemplateResult {
  return html`<tr class="none" data-prospects>
    <th scope="row"><span class="name-button">${t.scores.prospects}</span></th>
    <td class="number">${t.integer(prospects)}</td>
    <td colspan="5" class="small">${t.scores.beside}</td>
  </tr>`;
}

function row(data: SegmentTable, before: SegmentFigures, t: Translation): TemplateResult {
  const segment = data.segments.find((other) => other.code === before.code) ?? before;
  const customers = ratio(
    segment.customers,
    sum(data.segments, (other) => other.customers),
  );
  const revenue = shareOf(
    segment.revenue,
    sum(data.segments, (other) => other.revenue),
  );
  const pressed = data.selected(segment.code);
  const mark = data.mark(segment.code);
  return html`<tr class="${mark} ${pressed ? 'pressed' : ''} ${segment.customers ? '' : 'none'}">
    <th scope="row">${nameButton(data, segment, t)}</th>
    <td>${spark(data, before.customers, segment.customers, 'customers', t.integer(segment.customers))}</td>
    <td class="end share">${fixedPercent(customers, t)}</td>
    <td class="end wide">${t.integer(segment.orders)}</td>
    <td>${spark(data, before.revenue, segment.revenue, 'revenue', roundMoney(segment.revenue, t))}</td>
    <td class="end share">${revenue === null ? '–' : fixedPercent(revenue, t)}</td>
    <td class="end wide">${segment.orders ? roundMoney(segment.average_order, t) : '–'}</td>
  </tr>`;
}

function nameButton(data: SegmentTable, segment: SegmentFigures, t: Translation): TemplateResult {
  const tip = t.differentiate.tiers.tip(
    t.names.segment(segment.code, segment.name),
    segment.customers,
    ratio(
      segment.customers,
      sum(data.segments, (other) => other.customers),
    ),
    roundMoney(segment.revenue, t),
    shareOf(
      segment.revenue,
      sum(data.segments, (other) => other.revenue),
    ),
  );
  return html`<button
    type="button"
    class="name-button"
    aria-pressed=${data.selected(segment.code) ? 'true' : 'false'}
    data-tip=${tip}
    @click=${() => data.toggle(segment.code)}
  >
    <span class="swatch"></span><span class="text">${t.names.segment(segment.code, segment.name)}</span>
    <span class="visually-hidden">(${t.names.health(segment.health)})</span>
  </button>`;
}

function spark(
  data: SegmentTable,
  before: number,
  now: number,
  measure: 'customers' | 'revenue',
  text: string,
): TemplateResult {
  const most = Math.max(...data.whole.map((segment) => segment[measure]), 0);
  return html`<span class="spark-bar">
    <span class="track" ${vars({ w: ratio(Math.max(0, now), most), ghost: ratio(Math.max(0, before), most) })}></span>
    <span class="bar-label">${text}</span>
  </span>`;
}
