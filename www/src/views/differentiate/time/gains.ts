// The gains curves: what share of the later purchases the best-ranked customers made. The scheme and the model in colour, the others pale.

import { line } from 'd3-shape';
import { html, svg, type TemplateResult } from 'lit';
import { figure } from '../../../charts/figure.ts';
import { vars } from '../../../charts/vars.ts';
import type { BackTest } from '../../../engine/types.ts';
import type { Translation } from '../../../i18n/index.ts';

/** Stands for the model where there are ids of schemes. */
export const MODEL = '*model';

const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1] as const;
type Curve = readonly (readonly [number, number])[];

/** The height of a gains curve at a share of customers, between its points. */
export function gainAt(curve: Curve, share: number): number {
  const after = curve.findIndex(([x]) => x >= share);
  if (after <= 0) return after < 0 ? 1 : (curve[0]?.[1] ?? 0);
  const [x0, y0] = curve[after - 1] ?? [0, 0];
  const [x1, y1] = curve[after] ?? [1, 1];
  return x1 > x0 ? y0 + ((y1 - y0) * (share - x0)) / (x1 - x0) : y1;
}

export function gainsChart(
  found: BackTest,
  shown: string,
  name: (id: string) => string,
  t: Translation,
): TemplateResult {
  const words = t.differentiate.time.test;
  const own = found.schemes.find(({ scheme }) => scheme === shown);
  const curves: [id: string, curve: Curve][] = [
    ...found.schemes.map(({ scheme, gains }): [string, Curve] => [scheme, gains]),
    ...(found.model ? [[MODEL, found.model.gains] as [string, Curve]] : []),
  ];
  const main = curves.filter(([id]) => id === shown || id === MODEL);
  const tenths = Array.from({ length: 10 }, (_, index) => (index + 1) / 10);
  return figure(
    {
      name: 'gains',
      title: words.gains,
      unit: words.gainsUnit,
      sentence: own ? words.gainsSentence(own.top_fifth, name(shown)) : '',
      drawing: drawing(curves, shown, name, t),
      table: {
        head: [t.differentiate.chart.ofCustomers, ...main.map(([id]) => name(id)), words.chance],
        rows: tenths.map((share) => [
          t.percent(share),
          ...main.map(([, curve]) => t.percent(gainAt(curve, share))),
          t.percent(share),
        ]),
      },
    },
    t,
  );
}

function drawing(
  curves: readonly [id: string, curve: Curve][],
  shown: string,
  name: (id: string) => string,
  t: Translation,
): TemplateResult {
  const words = t.differentiate.time.test;
  const style = (id: string) => (id === shown ? 'own' : id === MODEL ? 'model' : 'other');
  const path = line<readonly [number, number]>()
    .x(([x]) => 100 * x)
    .y(([, y]) => 100 - 100 * y);
  // What is drawn last lies on top.
  const drawn = curves.toSorted(([one], [other]) => rank(style(one)) - rank(style(other)));
  const label = ([id, curve]: [string, Curve]) =>
    html`<span class="gain-label ${style(id)}" ${vars({ y: gainAt(curve, 0.2) })}>${name(id)} ${t.percent(gainAt(curve, 0.2))}</span>`;
  return html`<div class="plot gains-plot">
    ${TICKS.map((tick) => html`<span class="tick-y" aria-hidden="true" ${vars({ y: tick })}>${t.percent(tick)}</span>`)}
    <svg class="plot-svg" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
      ${TICKS.map((tick) => svg`<line class="rule" x1="0" x2="100" y1=${100 - tick * 100} y2=${100 - tick * 100} />`)}
      <line class="reference" x1="0" y1="100" x2="100" y2="0" />
      <line class="reference" x1="20" y1="0" x2="20" y2="100" />
      ${drawn.map(([id, curve]) => svg`<path class="gain ${style(id)}" d=${path(curve) ?? ''} />`)}
    </svg>
    <span class="plot-note equal" aria-hidden="true">${words.chance}</span>
  </div>
  <div class="gain-labels" aria-hidden="true">${curves.filter(([id]) => style(id) !== 'other').map(label)}</div>`;
}

function rank(style: 'own' | 'model' | 'other'): number {
  return ['other', 'model', 'own'].indexOf(style);
}
