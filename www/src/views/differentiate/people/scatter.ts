// Orders against monetary value, one dot a customer, coloured by segment. The table beside it has the medians.

import { html, svg, type TemplateResult } from 'lit';
import { figure } from '../../../charts/figure.ts';
import { vars } from '../../../charts/vars.ts';
import type { Dot, People } from '../../../engine/types.ts';
import type { Translation } from '../../../i18n/index.ts';

const WIDTH = 480;
const HEIGHT = 300;
const PAD = 6;

/** A logarithmic scale from the smallest to the largest positive value, in px. */
export function logScale(values: readonly number[], length: number): (value: number) => number {
  const positive = values.filter((value) => value > 0);
  const low = Math.log10(positive.reduce((least, value) => Math.min(least, value), Infinity));
  const high = Math.log10(positive.reduce((most, value) => Math.max(most, value), 0));
  const span = high - low;
  if (!(span > 0)) return () => length / 2;
  // Nothing and refunds have no logarithm: they lie on the edge.
  return (value) => (value > 0 ? ((Math.log10(value) - low) / span) * length : 0);
}

/** Powers of ten inside the scale. */
export function decades(values: readonly number[]): number[] {
  const positive = values.filter((value) => value > 0);
  const least = positive.reduce((low, value) => Math.min(low, value), Infinity);
  const most = positive.reduce((high, value) => Math.max(high, value), 0);
  if (!(least < most)) return [];
  const from = Math.ceil(Math.log10(least));
  const to = Math.floor(Math.log10(most));
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, place) => 10 ** (from + place));
}

export function scatterFigure(
  people: People,
  mark: (code: string) => string,
  t: Translation,
): TemplateResult {
  const words = t.people.scatter;
  const { figures } = t.people;
  return figure(
    {
      name: 'scatter',
      title: words.title,
      unit: words.unit,
      sentence: words.sentence(people.dots.length, people.everybody.customers),
      drawing: drawing(people, mark, t),
      table: {
        head: [words.medians, words.orders, words.monetary, figures.recency],
        rows: people.segments.map(({ segment, profile: { medians } }) => [
          t.names.segment(segment.code, segment.name),
          medians ? t.decimal(medians.orders, 1) : '–',
          medians ? t.money(medians.monetary) : '–',
          medians ? figures.ago(medians.recency_days) : '–',
        ]),
      },
    },
    t,
  );
}

function drawing(people: People, mark: (code: string) => string, t: Translation): TemplateResult {
  const orders = people.dots.map((dot) => dot.orders);
  const money = people.dots.map((dot) => dot.monetary);
  const x = logScale(orders, WIDTH - 2 * PAD);
  const y = logScale(money, HEIGHT - 2 * PAD);
  const at = (dot: Dot) => `${PAD + x(dot.orders)} ${HEIGHT - PAD - y(dot.monetary)}`;
  return html`<div class="scatter-plot" aria-hidden="true">
      <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none">
        ${people.segments.map(({ segment }, place) => dots(people.dots, place, mark(segment.code), at))}
      </svg>
      ${decades(money).map((value) => html`<span class="scatter-y" ${vars({ y: (PAD + y(value)) / HEIGHT })}>${t.moneyShort(value)}</span>`)}
      ${decades(orders).map((value) => html`<span class="scatter-x" ${vars({ x: (PAD + x(value)) / WIDTH })}>${t.compact(value)}</span>`)}
    </div>
    <ul class="legend" aria-hidden="true">
      ${people.segments.filter(({ profile }) => profile.customers > 0).map(({ segment }) => html`<li class=${mark(segment.code)}><span class="swatch"></span>${t.names.segment(segment.code, segment.name)}</li>`)}
    </ul>`;
}

// One path a segment: round caps of lines without length are dots, and a path of two thousand is one element.
function dots(
  all: readonly Dot[],
  place: number,
  mark: string,
  at: (dot: Dot) => string,
): TemplateResult {
  const own = all.filter((dot) => dot.segment === place);
  return svg`<path class="dots ${mark}" d=${own.map((dot) => `M${at(dot)}h0`).join('')} />`;
}
