// By what customers are alike, into how many clusters, and whether the centres are found anew or kept.

import { html, nothing, type TemplateResult } from 'lit';
import type { ClusterReport, MetricKind } from '../../../../engine/types.ts';
import type { DifferentiateProps } from '../../contract.ts';
import { metricName } from '../condition-model.ts';
import type { ClusterScheme } from './clusters.ts';

const NUMBERS = [2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
/** As many as the core takes. */
const MOST_METRICS = 10;

export interface Settings {
  readonly scheme: ClusterScheme;
  readonly report: ClusterReport | undefined;
  /** What the files can say something of. */
  readonly metrics: readonly MetricKind[];
  change(scheme: ClusterScheme): void;
}

export function settings(data: Settings, props: DifferentiateProps): TemplateResult {
  const words = props.t.clusters;
  return html`<div class="cluster-settings no-print">
    <fieldset class="cluster-metrics">
      <legend>${words.metrics}</legend>
      ${factors(data).map((metric) => factor(metric, data, props))}
    </fieldset>
    <div class="row">
      ${data.scheme.frozen ? nothing : number(data, props)}
      ${centres(data, props)}
    </div>
  </div>`;
}

// Kept centres are as many as they are.
function number(data: Settings, props: DifferentiateProps): TemplateResult {
  const words = props.t.clusters;
  return html`<label class="label">${words.number}
  <select class="field" data-number @change=${(event: Event) => data.change(withNumber(data.scheme, event))}>
    <option value="" ?selected=${data.scheme.number === null}>${words.auto}</option>
    ${NUMBERS.map((number) => html`<option value=${number} ?selected=${number === data.scheme.number}>${props.t.integer(number)}</option>`)}
  </select>
</label>`;
}

/** What can be chosen, and what is chosen though these files say nothing of it. */
function factors({ metrics, scheme }: Settings): string[] {
  const known = metrics.map(({ metric }) => metric);
  return [...known, ...scheme.metrics.filter((metric) => !known.includes(metric))];
}

function factor(metric: string, data: Settings, { recipe, t }: DifferentiateProps): TemplateResult {
  const { scheme, change } = data;
  const isOn = scheme.metrics.includes(metric);
  const isFull = !isOn && scheme.metrics.length >= MOST_METRICS;
  const toggle = () => {
    const metrics = factors(data).filter((one) =>
      one === metric ? !isOn : scheme.metrics.includes(one),
    );
    // Kept centres are those of other metrics.
    change(foundAnew({ ...scheme, metrics }));
  };
  return html`<label class="small"><input type="checkbox" data-factor=${metric} .checked=${isOn} ?disabled=${isFull} @change=${toggle} /> ${metricName(metric, recipe, t)}</label>`;
}

function centres({ scheme, report, change }: Settings, { t }: DifferentiateProps) {
  const words = t.clusters;
  const model = report?.model;
  const button = scheme.frozen
    ? html`<button type="button" class="button" data-release @click=${() => change(foundAnew(scheme))}>${words.release}</button>`
    : model?.centres.length
      ? html`<button type="button" class="button" data-keep data-tip=${words.keepMeans} @click=${() => change({ ...scheme, frozen: model })}>${words.keep}</button>`
      : nothing;
  return html`<span class="label centres-state">${words.centres} <span data-centres=${scheme.frozen ? 'kept' : 'found'}>${scheme.frozen ? words.kept : words.found}</span></span>
    ${button}`;
}

function withNumber(scheme: ClusterScheme, event: Event): ClusterScheme {
  return foundAnew({
    ...scheme,
    number: Number((event.target as HTMLSelectElement).value) || null,
  });
}

function foundAnew({ frozen: _, ...scheme }: ClusterScheme): ClusterScheme {
  return scheme;
}
