// The overview: a headline made from the data, then the charts. Pale bars are all customers, full ones the selection.

import { html, type TemplateResult } from 'lit';
import { histogramChart } from '../../charts/histogram.ts';
import type { Handles } from '../../charts/histogram-cuts.ts';
import { monthsChart } from '../../charts/months.ts';
import { paretoChart } from '../../charts/pareto.ts';
import { rfGrid } from '../../charts/rf-grid.ts';
import { segmentTable } from '../../charts/segment-table.ts';
import { tierBars } from '../../charts/tier-bars.ts';
import type {
  Filter,
  Histogram,
  Listed,
  Overview,
  SegmentFigures,
  Thresholds,
} from '../../engine/types.ts';
import type { DifferentiateProps } from './contract.ts';
import { headline, keyFigures } from './headline.ts';
import { inTurn } from './in-turn.ts';
import { schemeMark } from './scheme-mark.ts';
import * as selection from './selection.ts';

/** What the overview may ask of the element around it. */
export interface OverviewActions {
  /** The scheme of the table of segments. */
  readonly scheme: string;
  chooseScheme(scheme: string): void;
  /** Customers are to be named by this scheme. */
  useScheme(scheme: string): void;
  select(filter: Filter): void;
  /** Opens the list of customers with orders, without, or of both. */
  list(listed: Listed): void;
  readonly cuts: CutActions;
}

/** How thresholds are drawn and moved, and how a measure is cut. */
export interface CutActions {
  /** The thresholds as they are drawn: those that are being moved, before the results follow. */
  shown(factor: Histogram['factor']): Thresholds | undefined;
  handles(histogram: Histogram, thresholds: Thresholds | undefined): Handles | undefined;
  settings(factor: Histogram['factor']): TemplateResult;
  /** Above the histograms: whose the thresholds are. */
  bar(): TemplateResult;
}

export function overviewPage(props: DifferentiateProps, actions: OverviewActions): TemplateResult {
  const { whole, overview, t } = props;
  if (!whole || !overview)
    return html`<p class="empty muted" role="status">${t.differentiate.pending}</p>`;
  return html`${headline(props, actions)} ${keyFigures(props)}
    <div class="charts">
      ${tiers(props, whole, overview, actions)}
      ${inTurn(() => concentration(props, whole, overview, actions))}
      ${inTurn(() => segments(props, whole, overview, actions))}
      ${inTurn(() => cells(props, overview, actions))}
      ${distributions(props, whole, overview, actions)}
      ${overview.months.length > 1 ? inTurn(() => monthsChart({ months: overview.months }, t)) : ''}
    </div>`;
}

function tiers(
  { t, summary, filter }: DifferentiateProps,
  whole: Overview,
  part: Overview,
  { select }: OverviewActions,
) {
  const scheme = summary.tier_scheme;
  return tierBars(
    {
      scheme,
      whole: figuresOf(whole, scheme),
      tiers: figuresOf(part, scheme),
      ...segmentChoice(filter, scheme, select),
    },
    t,
  );
}

function concentration(
  { t, filter }: DifferentiateProps,
  whole: Overview,
  part: Overview,
  { select }: OverviewActions,
) {
  const abc = figuresOf(part, 'abc');
  const shown = part.customers > 0 ? part : whole;
  return paretoChart(
    {
      pareto: shown.pareto,
      customers: shown.customers,
      revenue: shown.revenue,
      abc,
      ...segmentChoice(filter, 'abc', select),
    },
    t,
  );
}

function segments(
  { t, filter, recipe, summary }: DifferentiateProps,
  whole: Overview,
  part: Overview,
  actions: OverviewActions,
) {
  const { scheme } = actions;
  const all = figuresOf(whole, scheme);
  return segmentTable(
    {
      schemes: whole.schemes.map(({ id, name }) => [id, t.names.scheme(id, name)] as const),
      scheme,
      whole: all,
      segments: figuresOf(part, scheme),
      current: scheme === recipe.segment,
      prospects: summary.customers_without_orders,
      choose: actions.chooseScheme,
      use: actions.useScheme,
      mark: (code) => schemeMark(scheme, code, all, summary.tier_scheme),
      ...segmentChoice(filter, scheme, actions.select),
    },
    t,
  );
}

function cells({ t, filter }: DifferentiateProps, part: Overview, { select }: OverviewActions) {
  return rfGrid(
    {
      grid: part.grid,
      selected: (r, f) => selection.hasCell(filter, r, f),
      toggle: (r, f) => select(selection.toggleCell(filter, r, f)),
    },
    t,
  );
}

function distributions(
  { t, filter }: DifferentiateProps,
  whole: Overview,
  part: Overview,
  { select, cuts }: OverviewActions,
) {
  return html`<div class="histograms">
    ${cuts.bar()}
    ${part.histograms.map((histogram) => {
      const { factor } = histogram;
      const thresholds = cuts.shown(factor);
      const data = {
        histogram,
        whole: whole.histograms.find((other) => other.factor === factor) ?? histogram,
        thresholds,
        handles: cuts.handles(histogram, thresholds),
        settings: cuts.settings(factor),
        selected: (from: number, to: number) => selection.hasRange(filter, factor, from, to),
        toggle: (from: number, to: number) =>
          select(selection.toggleRange(filter, factor, from, to)),
      };
      return inTurn(() => histogramChart(data, t));
    })}
  </div>`;
}

function figuresOf(overview: Overview, scheme: string): readonly SegmentFigures[] {
  return overview.schemes.find(({ id }) => id === scheme)?.segments ?? [];
}

function segmentChoice(filter: Filter, scheme: string, select: (filter: Filter) => void) {
  return {
    selected: (code: string) => selection.hasSegment(filter, scheme, code),
    toggle: (code: string) => select(selection.toggleSegment(filter, scheme, code)),
  };
}
