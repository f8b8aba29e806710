// How good each number of clusters is: two small lines over one axis, the silhouette and the spread inside clusters.

import { line } from 'd3-shape';
import { html, svg, type TemplateResult } from 'lit';
import { figure, sentences } from '../../../../charts/figure.ts';
import { ratio } from '../../../../charts/numbers.ts';
import { vars } from '../../../../charts/vars.ts';
import type { Candidate, ClusterReport } from '../../../../engine/types.ts';
import type { Translation } from '../../../../i18n/index.ts';
import type { ClusterScheme } from './clusters.ts';

type Value = (candidate: Candidate) => number | null;

export function numbersFigure(
  report: ClusterReport,
  scheme: ClusterScheme,
  t: Translation,
): TemplateResult {
  const words = t.clusters.numbers;
  const { candidates, elbow } = report;
  const used = report.model.centres.length;
  const of = (number: number) =>
    candidates.find(({ clusters }) => clusters === number)?.silhouette ?? 0;
  const [silhouette, two] = [of(used), of(2)];
  const isAuto = scheme.number === null;
  const chosen = isAuto ? words.best : words.given;
  return figure(
    {
      name: 'cluster-numbers',
      title: words.title,
      unit: words.unit,
      sentence: sentences(
        [
          chosen(used, silhouette),
          isAuto && used > 2 && two > silhouette ? words.two(two) : '',
          elbow ? words.elbow(elbow) : '',
        ],
        t,
      ),
      drawing: html`<div class="number-lines">
          ${lines(words.silhouette, words.silhouetteMeans, candidates, (one) => one.silhouette, used, words.chosen, t)}
          ${lines(words.inertia, words.inertiaMeans, candidates, (one) => one.inertia, elbow, words.bend, t)}
        </div>
        <p class="number-axis tiny muted" aria-hidden="true">
          ${candidates.map(({ clusters }) => html`<span>${t.integer(clusters)}</span>`)}
        </p>`,
      table: {
        head: [words.number, words.silhouette, words.inertia],
        rows: candidates.map((one) => [
          t.integer(one.clusters),
          silhouetteText(one, t),
          t.decimal(one.inertia, 2),
        ]),
      },
    },
    t,
  );
}

function lines(
  title: string,
  means: string,
  candidates: readonly Candidate[],
  value: Value,
  marked: number | null,
  mark: string,
  t: Translation,
): TemplateResult {
  const most = Math.max(1e-9, ...candidates.map((one) => value(one) ?? 0));
  const x = (place: number) => (place + 0.5) / candidates.length;
  const y = (one: Candidate) => Math.max(0, ratio(value(one) ?? 0, most)) * 0.84;
  const path = line<readonly [Candidate, number]>()
    .defined(([one]) => value(one) !== null)
    .x(([, place]) => x(place) * 100)
    .y(([one]) => 100 - y(one) * 100);
  const placed = candidates.map((one, place) => [one, place] as const);
  return html`<div>
    <h3 class="small">${title} <span class="unit muted tiny">${means}</span></h3>
    <div class="number-plot">
      <svg class="plot-svg" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        ${svg`<line class="rule" x1="0" x2="100" y1="100" y2="100" /><path class="stroke" d=${path(placed) ?? ''} />`}
      </svg>
      ${placed.map(([one, place]) => (value(one) === null ? '' : point(one, value, { x: x(place), y: y(one) }, one.clusters === marked ? mark : '', t)))}
    </div>
  </div>`;
}

function point(
  one: Candidate,
  value: Value,
  at: { readonly x: number; readonly y: number },
  mark: string,
  t: Translation,
): TemplateResult {
  const tip = t.clusters.numbers.point(
    one.clusters,
    silhouetteText(one, t),
    t.decimal(one.inertia, 2),
  );
  return html`<span class="number-point ${mark ? 'marked' : ''}" data-tip=${tip} ${vars(at)}></span>
    ${mark ? html`<span class="number-label tiny" ${vars(at)}>${mark} <b>${t.decimal(value(one) ?? 0, 2)}</b></span>` : ''}`;
}

function silhouetteText({ silhouette }: Candidate, t: Translation): string {
  return silhouette === null ? '–' : t.decimal(silhouette, 2);
}
