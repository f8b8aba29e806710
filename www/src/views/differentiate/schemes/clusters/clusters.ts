// <ct-clusters>: by what customers are alike and into how many clusters they fall, with the map, the numbers tried and the centres.
//
// It shows a draft as it is: what is looked at here becomes a scheme when it is saved.

import { Task } from '@lit/task';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { chartStyles } from '../../../../charts/charts.styles.ts';
import { figureStyles } from '../../../../charts/figure.styles.ts';
import { Tooltip } from '../../../../charts/tooltip.ts';
import type { ClusterConcern, ClusterReport, Clusters, Scheme } from '../../../../engine/types.ts';
import { base } from '../../../../styles/base.ts';
import { marks } from '../../../../styles/marks.ts';
import type { DifferentiateProps } from '../../contract.ts';
import { hasSegment } from '../../selection.ts';
import { metricName } from '../condition-model.ts';
import { centresFigure } from './centres.ts';
import { clustersStyles } from './clusters.styles.ts';
import { mapFigure } from './map.ts';
import { numbersFigure } from './numbers.ts';
import { settings } from './settings.ts';

export type ClusterScheme = Extract<Scheme, { rule: 'clusters' }>;

export interface ClusterPanel {
  readonly scheme: ClusterScheme;
  readonly props: DifferentiateProps;
  change(scheme: ClusterScheme): void;
  /** Selects customers of a scheme of the recipe, or all again. */
  select(scheme: string, code: string): void;
}

/** What the figures are drawn from. */
export interface Shown {
  readonly report: ClusterReport;
  readonly scheme: ClusterScheme;
  readonly props: DifferentiateProps;
  /** Whether clicking selects customers; a draft can only be looked at. */
  readonly isSaved: boolean;
  chosen(code: string): boolean;
  choose(code: string): void;
}

export class ClustersPanel extends LitElement {
  static override styles = [base, marks, figureStyles, chartStyles, clustersStyles];
  static override properties = { panel: { attribute: false }, picked: { state: true } };

  declare panel: ClusterPanel;
  /** Code of the cluster that is picked out of a draft. */
  declare picked: string;

  readonly #tooltip = new Tooltip(this);
  readonly #metrics = new Task(this, {
    task: ([ask]) => ask.metrics(),
    args: () => [this.panel.props.ask, this.panel.props.revision] as const,
  });
  readonly #report = new Task(this, {
    task: async ([ask, , rule]) => {
      const asked: Clusters = JSON.parse(rule);
      return asked.metrics.length ? ask.clusters(asked) : undefined;
    },
    args: () =>
      [this.panel.props.ask, this.panel.props.revision, JSON.stringify(this.#rule)] as const,
  });

  constructor() {
    super();
    this.picked = '';
  }

  get #rule(): Clusters {
    const { metrics, number, frozen } = this.panel.scheme;
    return { metrics, number, ...(frozen ? { frozen } : {}) };
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.panel) return nothing;
    const { scheme, props, change } = this.panel;
    // The last answer stays while the next one is looked for, but only of the same metrics.
    const report = this.#report.value;
    return html`${settings({ scheme, report, metrics: this.#metrics.value ?? [], change }, props)}
      ${report && isOf(report, scheme) ? this.#found(report) : this.#waiting()} ${this.#tooltip.render()}`;
  }

  #waiting(): TemplateResult {
    const { clusters: words } = this.panel.props.t;
    const isEmpty = this.panel.scheme.metrics.length === 0;
    const text = this.#report.error ? words.failed : words.pending;
    return html`<p class="muted" role="status">${isEmpty ? words.oneMetric : text}</p>`;
  }

  #found(report: ClusterReport): TemplateResult {
    const { scheme, props } = this.panel;
    const shown = this.#shown(report);
    return html`${concerns(report, shown)}
      ${
        report.model.centres.length
          ? html`<div class="cluster-figures">
              ${mapFigure(shown)} ${report.candidates.length > 1 ? numbersFigure(report, scheme, props.t) : nothing}
            </div>
            ${centresFigure(shown)}`
          : nothing
      }`;
  }

  #shown(report: ClusterReport): Shown {
    const { scheme, props, select } = this.panel;
    const own = props.recipe.schemes.find(({ id }) => id === scheme.id);
    const isSaved = own?.rule === 'clusters' && same(own, scheme);
    return {
      report,
      scheme,
      props,
      isSaved,
      chosen: (code) =>
        isSaved ? hasSegment(props.filter, scheme.id, code) : this.picked === code,
      choose: (code) => {
        if (isSaved) select(scheme.id, code);
        else this.picked = this.picked === code ? '' : code;
      },
    };
  }
}

/** Whether two schemes ask for the same clusters. */
function same(one: Clusters, other: Clusters): boolean {
  const said = ({ metrics, number, frozen }: Clusters) =>
    JSON.stringify([metrics, number, frozen ?? null]);
  return said(one) === said(other);
}

/** Whether a report has a figure for each metric. */
function isOf(report: ClusterReport, { metrics }: ClusterScheme): boolean {
  return report.model.footings.length === metrics.length;
}

function concerns({ concerns: all }: ClusterReport, { props }: Shown) {
  if (all.length === 0) return nothing;
  return html`<ul class="concerns">${all.map((concern) => html`<li class="notice" data-concern=${concern.code}>${concernText(concern, props)}</li>`)}</ul>`;
}

function concernText(concern: ClusterConcern, { recipe, t }: DifferentiateProps): string {
  const words = t.clusters.concern;
  switch (concern.code) {
    case 'too_few':
      return words.too_few(concern);
    case 'all_alike':
      return words.all_alike();
    case 'constant':
      return words.constant(metricName(concern.metric, recipe, t));
    case 'unknown':
      return words.unknown(metricName(concern.metric, recipe, t), concern);
    case 'few':
      return words.few(concern);
    case 'fewer':
      return words.fewer(concern);
    case 'weak':
      return words.weak(concern);
    default:
      return concern satisfies never;
  }
}
