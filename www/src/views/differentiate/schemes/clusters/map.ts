// The map of customers: the plane on which they differ most, one dot a customer, the centres as numbers that can be chosen.

import { html, svg, type TemplateResult } from 'lit';
import { figure, sentences } from '../../../../charts/figure.ts';
import { ratio, sum } from '../../../../charts/numbers.ts';
import { vars } from '../../../../charts/vars.ts';
import type { ClusterMap, MapAxis } from '../../../../engine/types.ts';
import { healthClass } from '../../../../styles/marks.ts';
import type { Shown } from './clusters.ts';

/** Metrics that count at least so much along an axis are named. */
const NAMED = 0.35;
/** Share of the length on each side of the outermost points. */
const PAD = 0.04;

export function mapFigure(shown: Shown): TemplateResult {
  const { report, isSaved, props } = shown;
  const { t } = props;
  const words = t.clusters.map;
  const { axes, points } = report.map;
  const [right, up] = axes.map((axis) => traits(axis, shown));
  const named = [
    right ? words.right(right, axes[0]?.explained ?? 0) : '',
    up ? words.up(up, axes[1]?.explained ?? 0) : '',
  ];
  const explained = sum(axes, (axis) => axis.explained);
  return figure(
    {
      name: 'cluster-map',
      title: words.title,
      unit: words.unit(points.length, report.customers),
      sentence: sentences(
        [
          words.sentence(report.model.centres.length, report.customers, explained),
          isSaved ? words.hint : words.hintDraft,
        ],
        t,
      ),
      drawing: html`${drawing(shown)}
        <p class="map-axes tiny muted">${named.map((text, at) => (text ? html`<span>${at === 0 ? '→' : '↑'} ${text}</span>` : ''))}</p>`,
    },
    t,
  );
}

/** What the better end of an axis means: `frequent, high spend`. */
function traits({ loadings }: MapAxis, { scheme, props }: Shown): string {
  const strong = scheme.metrics
    .map((metric, at) => ({ metric, loading: loadings[at] ?? 0 }))
    .filter(({ loading }) => Math.abs(loading) >= NAMED)
    .sort((a, b) => Math.abs(b.loading) - Math.abs(a.loading));
  const { clusters, lang } = props.t;
  const words = strong.map(({ metric, loading }) =>
    clusters.trait({ metric, level: loading > 0 ? 'high' : 'low' }),
  );
  return words.join(lang === 'en' ? ', ' : '、');
}

interface Plane {
  /** From 0 to 1, from the left. */
  x(value: number): number;
  /** From 0 to 1, from below. */
  y(value: number): number;
}

function planeOf({ points, centres }: ClusterMap): Plane {
  const scale = (values: readonly number[]) => {
    const low = values.reduce((least, value) => Math.min(least, value), Infinity);
    const high = values.reduce((most, value) => Math.max(most, value), -Infinity);
    return (value: number) =>
      high > low ? PAD + ((1 - 2 * PAD) * (value - low)) / (high - low) : 0.5;
  };
  return {
    x: scale([...points, ...centres].map(([x]) => x)),
    y: scale([...points, ...centres].map(([, y]) => y)),
  };
}

function drawing(shown: Shown): TemplateResult {
  const { report } = shown;
  const plane = planeOf(report.map);
  // Where two numbers would lie on each other, each can still be chosen in the table.
  return html`<div class="map-plot">
    <svg viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden="true" @click=${(event: MouseEvent) => chooseNearest(event, shown, plane)}>
      ${report.model.centres.map((_, place) => dots(shown, place, plane))}
    </svg>
    ${report.map.centres.map(([x, y], place) => centre(shown, place, plane.x(x), plane.y(y)))}
  </div>`;
}

// One path a cluster: round caps of lines without length are dots, and a path of two thousand is one element.
function dots(shown: Shown, place: number, plane: Plane): TemplateResult {
  const { map } = shown.report;
  const path = map.points
    .filter(([, , cluster]) => cluster === place)
    .map(
      ([x, y]) => `M${(plane.x(x) * 1000).toFixed(1)} ${(1000 - plane.y(y) * 1000).toFixed(1)}h0`,
    );
  return svg`<path class="dots ${markOf(shown, place)} ${isFaded(shown, place) ? 'faded' : ''}" d=${path.join('')} />`;
}

function centre(shown: Shown, place: number, x: number, y: number): TemplateResult {
  const { report, props } = shown;
  const { t } = props;
  const cluster = report.clusters[place];
  if (!cluster) return html``;
  const { segment, customers } = cluster;
  const name = t.names.segment(segment.code, segment.name);
  const tip = t.clusters.map.choose(place + 1, name, customers, ratio(customers, report.customers));
  const isOn = shown.chosen(segment.code);
  return html`<button type="button" class="map-centre ${markOf(shown, place)}" data-centre=${segment.code} aria-pressed=${isOn ? 'true' : 'false'} aria-label=${tip} data-tip=${tip} ${vars({ x, y })} @click=${() => shown.choose(segment.code)}>${t.integer(place + 1)}</button>`;
}

function markOf({ report }: Shown, place: number): string {
  const segments = report.clusters.map(({ segment }) => segment);
  return healthClass(segments[place]?.code ?? '', segments);
}

function isFaded({ report, chosen }: Shown, place: number): boolean {
  const isAny = report.clusters.some(({ segment }) => chosen(segment.code));
  const code = report.clusters[place]?.segment.code;
  return isAny && !(code && chosen(code));
}

/** The cluster of the dot nearest to the pointer, within a finger's width. */
function chooseNearest(event: MouseEvent, shown: Shown, plane: Plane): void {
  const box = (event.currentTarget as SVGElement).getBoundingClientRect();
  let nearest = { distance: 24, cluster: -1 };
  for (const [x, y, cluster] of shown.report.map.points) {
    const distance = Math.hypot(
      box.left + plane.x(x) * box.width - event.clientX,
      box.bottom - plane.y(y) * box.height - event.clientY,
    );
    if (distance < nearest.distance) nearest = { distance, cluster };
  }
  const code = shown.report.clusters[nearest.cluster]?.segment.code;
  if (code) shown.choose(code);
}
