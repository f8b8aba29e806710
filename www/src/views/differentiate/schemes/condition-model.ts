// Conditions as the rule builder sees them: what is looked at, how it is compared, and whether enough is said.

import type { Condition, Recipe } from '../../../engine/types.ts';
import type { Translation } from '../../../i18n/index.ts';
import { METRICS, type PlainMetric, WINDOWED, type Windowed } from '../../../i18n/rules.en.ts';

/** A condition that is no group: `metric:revenue`, `attribute:region`, `segment:rfm-11`. */
export type Leaf = Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown }>;

export type How = 'at_least' | 'at_most' | 'between' | 'is' | 'contains' | 'known' | 'unknown';

const OF_METRICS: readonly How[] = ['at_least', 'at_most', 'between', 'known', 'unknown'];
const OF_ATTRIBUTES: readonly How[] = ['is', 'contains', 'known', 'unknown'];

export const ATTRIBUTES = [
  'gender',
  'age',
  'area',
  'region',
  'city',
  'city_tier',
  'country',
  'origin',
  'company',
  'industry',
  'owner',
  'source',
  'customer_name',
  'phone',
  'email',
] as const;

/** What can be chosen as an attribute: those that files have a role for, the columns of their own, and what is used already. */
export function attributeChoices(own: readonly string[], used: string): readonly string[] {
  const all = [...ATTRIBUTES, ...own];
  return used === '' || all.includes(used) ? all : [...all, used];
}

/** A condition with `not` taken off. */
export function positive(condition: Condition): { inner: Condition; isNot: boolean } {
  return 'not' in condition
    ? { inner: condition.not, isNot: true }
    : { inner: condition, isNot: false };
}

export function negated(inner: Condition, isNot: boolean): Condition {
  return isNot ? { not: inner } : inner;
}

export function isGroup(
  condition: Condition,
): condition is { all: Condition[] } | { any: Condition[] } {
  return 'all' in condition || 'any' in condition;
}

export function partsOf(condition: Condition): readonly Condition[] {
  return 'all' in condition ? condition.all : 'any' in condition ? condition.any : [];
}

export function withParts(condition: Condition, parts: Condition[]): Condition {
  return 'any' in condition ? { any: parts } : { all: parts };
}

export function subjectOf(leaf: Leaf): string {
  if ('metric' in leaf) return `metric:${leaf.metric.of}`;
  if ('attribute' in leaf) return `attribute:${leaf.attribute.of}`;
  return `segment:${leaf.segment.scheme}`;
}

/** A condition about something else, with nothing said yet. */
export function about(subject: string): Leaf {
  const [kind = '', ...rest] = subject.split(':');
  const of = rest.join(':');
  if (kind === 'attribute') return { attribute: { of, is: [] } };
  if (kind === 'segment') return { segment: { scheme: of, is: [] } };
  return { metric: { of, at_least: 0 } };
}

export function howsOf(leaf: Leaf): readonly How[] {
  if ('metric' in leaf) return OF_METRICS;
  return 'attribute' in leaf ? OF_ATTRIBUTES : ['is'];
}

export function howOf(leaf: Leaf): How {
  if ('segment' in leaf) return 'is';
  if ('attribute' in leaf) {
    const { known, contains } = leaf.attribute;
    if (typeof known === 'boolean') return known ? 'known' : 'unknown';
    return typeof contains === 'string' ? 'contains' : 'is';
  }
  const { known, at_least, at_most } = leaf.metric;
  if (typeof known === 'boolean') return known ? 'known' : 'unknown';
  if (typeof at_least === 'number') return typeof at_most === 'number' ? 'between' : 'at_least';
  return 'at_most';
}

/** The same thing compared in another way; figures and texts that still make sense stay. */
export function compared(leaf: Leaf, how: How): Leaf {
  if ('segment' in leaf) return leaf;
  if ('attribute' in leaf) {
    const { of, is = [], contains } = leaf.attribute;
    if (how === 'known' || how === 'unknown') return { attribute: { of, known: how === 'known' } };
    if (how === 'contains') return { attribute: { of, contains: contains ?? is[0] ?? '' } };
    return { attribute: { of, is: is.length ? is : contains ? [contains] : [] } };
  }
  const { of, at_least, at_most } = leaf.metric;
  const low = at_least ?? at_most ?? 0;
  const high = at_most ?? at_least ?? 0;
  switch (how) {
    case 'known':
    case 'unknown':
      return { metric: { of, known: how === 'known' } };
    case 'at_most':
      return { metric: { of, at_most: high } };
    case 'between':
      return { metric: { of, at_least: Math.min(low, high), at_most: Math.max(low, high) } };
    default:
      return { metric: { of, at_least: low } };
  }
}

/** Whether everything is said: an empty group or an empty list of texts means nothing to a reader. */
export function isSaid(condition: Condition): boolean {
  if ('not' in condition) return isSaid(condition.not);
  if (isGroup(condition)) return partsOf(condition).length > 0 && partsOf(condition).every(isSaid);
  if ('segment' in condition) return condition.segment.is.length > 0;
  if ('attribute' in condition) {
    const { is = [], contains, known } = condition.attribute;
    return is.length > 0 || Boolean(contains) || typeof known === 'boolean';
  }
  const { at_least, at_most } = condition.metric;
  return typeof at_least !== 'number' || typeof at_most !== 'number' || at_least <= at_most;
}

/** Who is in the n-th row: for whom its condition holds and no earlier one; after the last row, everybody else. */
export function reached(conditions: readonly Condition[], place: number): Condition {
  const own = conditions[place];
  const earlier = conditions.slice(0, place);
  const none: Condition[] = earlier.length ? [{ not: { any: earlier } }] : [];
  return { all: own ? [own, ...none] : none };
}

/** What can be looked at, with its name: metrics of these rules, of windows and of point sheets. */
export function metricChoices(recipe: Pick<Recipe, 'points'>, used: string): string[] {
  const windows = WINDOWED.flatMap((name) => [30, 90, 365].map((days) => `${name}:${days}`));
  const points = recipe.points.map(({ id }) => `points:${id}`);
  const all = [...METRICS, ...windows, ...points];
  return used && !all.includes(used) ? [...all, used] : all;
}

export function metricName(metric: string, recipe: Pick<Recipe, 'points'>, t: Translation): string {
  const { rules } = t;
  if (isPlain(metric)) return rules.metric[metric];
  const [kind = '', ...rest] = metric.split(':');
  const parameter = rest.join(':');
  if (isWindowed(kind)) return rules.windowed[kind](Number(parameter));
  if (kind === 'points')
    return rules.points(recipe.points.find(({ id }) => id === parameter)?.name || parameter);
  return rules.ownColumn(parameter);
}

export function attributeName(attribute: string, t: Translation): string {
  const { attribute: own, ownColumn } = t.rules;
  if (attribute.startsWith('own:')) return ownColumn(attribute.slice(4));
  if (attribute === 'age' || attribute === 'city_tier' || attribute === 'origin')
    return own[attribute];
  return t.names.field(attribute as Parameters<Translation['names']['field']>[0]);
}

function isPlain(metric: string): metric is PlainMetric {
  return METRICS.some((name) => name === metric);
}

function isWindowed(kind: string): kind is Windowed {
  return WINDOWED.some((name) => name === kind);
}
