// Why a rule put a customer into a segment, with the values that it looked at.

import type { ClusterFactor, Fact, Recipe, RuleReason } from '../../engine/types.ts';
import type { Translation } from '../../i18n/index.ts';
import { attributeName, metricName } from './schemes/condition-model.ts';

type Known = Pick<Recipe, 'points' | 'schemes'>;

/** Metrics that are amounts of money. */
const MONEY = /^(monetary|revenue|average_order|largest_order|lifetime_value|revenue:\d+)$/;

/** Half a sentence, as the reasons of tables are. */
export function ruleReasonText(reason: RuleReason, recipe: Known, t: Translation): string {
  const { why } = t.rules;
  const metric = (name: string, value: number | null) =>
    why.is(metricName(name, recipe, t), metricText(name, value, t));
  switch (reason.kind) {
    case 'condition': {
      const facts = reason.facts.map((fact) => factText(fact, recipe, t));
      return joined([reason.row === null ? why.none : why.rule(reason.row + 1), ...facts], t);
    }
    case 'band':
      return joined([metric(reason.metric, reason.value), bandText(reason, t)], t);
    case 'attribute':
      return why.is(attributeName(reason.of, t), reason.text ?? why.notKnown);
    case 'quota':
      return joined(
        [
          metric(reason.metric, reason.value),
          reason.value === null ? '' : why.ahead(reason.better),
          reason.equal > 1 ? why.equal(reason.equal) : '',
        ],
        t,
      );
    case 'need':
      return reason.share === null
        ? why.noProduct
        : why.need(t.percent(reason.share), t.percent(reason.limit));
    case 'cluster':
      return clusterText(reason, recipe, t);
    case 'adaptive':
      return why.adaptive(reason.orders, schemeName(reason.scheme, recipe, t));
    default:
      return reason satisfies never;
  }
}

/** How far the centres are, then what speaks most for the own one. */
function clusterText(
  { distance, next, factors, frozen }: Extract<RuleReason, { kind: 'cluster' }>,
  recipe: Known,
  t: Translation,
): string {
  const { why } = t.clusters;
  if (distance === null) {
    const unknown = factors.filter(({ value }) => value === null);
    const names = unknown.map(({ metric }) => metricName(metric, recipe, t));
    return names.length ? why.unknown(t.list(names)) : why.nobody;
  }
  const deciding = factors.filter(({ speaks }) => speaks > 0).sort((a, b) => b.speaks - a.speaks);
  const factor = ({ metric, value, centre, next }: ClusterFactor) => {
    const text = (figure: number | null) => metricText(metric, figure, t);
    return why.factor(metricName(metric, recipe, t), text(value), text(centre), text(next));
  };
  const away = next
    ? why.distance(distance, t.names.segment(next.segment, next.name), next.distance)
    : why.alone(distance);
  return joined([away, ...deciding.slice(0, 2).map(factor), frozen ? why.kept : ''], t);
}

function factText(fact: Fact, recipe: Known, t: Translation): string {
  const { why } = t.rules;
  if ('metric' in fact) {
    const [name, value] = fact.metric;
    return why.is(metricName(name, recipe, t), metricText(name, value, t));
  }
  if ('attribute' in fact) {
    const [name, text] = fact.attribute;
    return why.is(attributeName(name, t), text ?? why.notKnown);
  }
  const [scheme, code] = fact.segment;
  return why.is(schemeName(scheme, recipe, t), t.names.segment(code));
}

function bandText(
  { metric, above, up_to }: Extract<RuleReason, { kind: 'band' }>,
  t: Translation,
): string {
  const { why } = t.rules;
  const text = (value: number) => metricText(metric, value, t);
  if (above !== null && up_to !== null) return why.between(text(above), text(up_to));
  if (up_to !== null) return why.upTo(text(up_to));
  return above === null ? '' : why.above(text(above));
}

export function isMoney(metric: string): boolean {
  return MONEY.test(metric);
}

export function metricText(metric: string, value: number | null, t: Translation): string {
  if (value === null) return t.rules.why.notKnown;
  return isMoney(metric) ? t.money(Math.round(value * 100) / 100) : t.decimal(value, 2);
}

function schemeName(id: string, { schemes }: Known, t: Translation): string {
  return t.names.scheme(id, schemes.find((scheme) => scheme.id === id)?.name);
}

function joined(parts: readonly string[], t: Translation): string {
  return parts.filter(Boolean).join(t.lang === 'en' ? '; ' : '；');
}
