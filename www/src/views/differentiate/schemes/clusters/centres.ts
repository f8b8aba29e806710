// What is typical of each cluster: its centre in the units of its metrics, against the centre of everybody.

import { html, type TemplateResult } from 'lit';
import { figure } from '../../../../charts/figure.ts';
import { ratio, roundMoney, sum } from '../../../../charts/numbers.ts';
import type { ClusterFigures } from '../../../../engine/types.ts';
import { healthClass } from '../../../../styles/marks.ts';
import { isMoney, metricText } from '../../rule-reason.ts';
import { metricName } from '../condition-model.ts';
import type { Shown } from './clusters.ts';

export function centresFigure(shown: Shown): TemplateResult {
  const { report, props } = shown;
  const { t } = props;
  const words = t.clusters.table;
  const [best] = report.clusters;
  const total = sum(report.clusters, ({ customers }) => customers);
  const revenue = sum(report.clusters, (cluster) => cluster.revenue);
  return figure(
    {
      name: 'centres',
      title: words.title,
      unit: words.unit,
      sentence: best
        ? words.sentence(
            t.names.segment(best.segment.code, best.segment.name),
            ratio(best.customers, total),
            ratio(best.revenue, revenue),
          )
        : '',
      drawing: html`<div class="scroll-x" tabindex="0" role="region" aria-label=${words.title}>${table(shown, total, revenue)}</div>
        ${note(shown)}`,
    },
    t,
  );
}

function table(shown: Shown, total: number, revenue: number): TemplateResult {
  const { report, scheme, props } = shown;
  const { t, recipe } = props;
  const words = t.clusters;
  const head = [
    words.customers,
    words.share,
    words.revenue,
    ...scheme.metrics.map((metric) => metricName(metric, recipe, t)),
  ];
  return html`<table class="table">
    <thead><tr><th scope="col">${words.cluster}</th>${head.map((text) => html`<th scope="col" class="end">${text}</th>`)}</tr></thead>
    <tbody>
      ${report.clusters.map((cluster, place) => (cluster.customers || cluster.centre.length ? row(shown, cluster, place, total) : ''))}
      <tr class="everybody">
        <th scope="row">${words.everybody}</th>
        <td class="end">${t.integer(total)}</td><td class="end">${t.percent(1)}</td><td class="end">${roundMoney(revenue, t)}</td>
        ${scheme.metrics.map((metric, at) => html`<td class="end">${everybody(metric, at, shown)}</td>`)}
      </tr>
    </tbody>
  </table>`;
}

function row(shown: Shown, cluster: ClusterFigures, place: number, total: number): TemplateResult {
  const { report, scheme, props } = shown;
  const { t } = props;
  const { segment, customers, centre } = cluster;
  const name = t.names.segment(segment.code, segment.name);
  const segments = report.clusters.map((one) => one.segment);
  const isOn = shown.chosen(segment.code);
  return html`<tr class="${healthClass(segment.code, segments)} ${isOn ? 'chosen' : ''}">
    <th scope="row"><span class="swatch"></span>
      ${centre.length ? html`<span class="muted number">${t.integer(place + 1)}</span>` : ''}
      <button type="button" class="link" data-cluster=${segment.code} aria-pressed=${isOn ? 'true' : 'false'} aria-label=${t.clusters.table.show(name)} @click=${() => shown.choose(segment.code)}>${name}</button></th>
    <td class="end">${t.integer(customers)}</td>
    <td class="end">${t.percent(ratio(customers, total), 1)}</td>
    <td class="end">${roundMoney(cluster.revenue, t)}</td>
    ${scheme.metrics.map((metric, at) => html`<td class="end">${centre.length ? figureText(metric, centre[at] ?? 0, shown) : '–'}</td>`)}
  </tr>`;
}

/** The mean of everybody belongs to kept centres as it was when they were kept: that is not today's. */
function everybody(metric: string, at: number, shown: Shown): string {
  const { frozen, everybody: centre } = shown.report;
  return frozen ? '–' : figureText(metric, centre[at] ?? 0, shown);
}

/** Centres are no customer's figures: nobody asks for their cents. */
function figureText(metric: string, value: number, { props: { t } }: Shown): string {
  if (isMoney(metric)) return roundMoney(value, t);
  return Math.abs(value) >= 2 ? t.decimal(value, 1) : metricText(metric, value, t);
}

function note({ report, props }: Shown): TemplateResult | '' {
  const text = props.t.clusters.sample(report.chose, report.placed, report.customers);
  return text && !report.frozen ? html`<p class="small muted">${text}</p>` : '';
}
