// Conditions and rules of points in plain words.

import type { Condition, PointRule, Recipe } from '../../../engine/types.ts';
import type { Translation } from '../../../i18n/index.ts';
import { attributeName, metricName } from '../schemes/condition-model.ts';

type Known = Pick<Recipe, 'points' | 'schemes'>;

export function conditionText(condition: Condition, recipe: Known, t: Translation): string {
  const { scores: words } = t;
  if ('not' in condition) return words.not(conditionText(condition.not, recipe, t));
  if ('all' in condition || 'any' in condition) {
    const parts = 'all' in condition ? condition.all : condition.any;
    const join = 'all' in condition ? words.and : words.or;
    return parts.map((part) => conditionText(part, recipe, t)).join(join);
  }
  if ('segment' in condition) {
    const { scheme, is } = condition.segment;
    const own = recipe.schemes.find(({ id }) => id === scheme)?.name;
    const names = is.map((code) => t.names.segment(code));
    return words.isOne(t.names.scheme(scheme, own), t.either(names));
  }
  if ('attribute' in condition) {
    const { of, is = [], contains, known } = condition.attribute;
    const name = attributeName(of, t);
    if (typeof known === 'boolean') return known ? words.isKnown(name) : words.isUnknown(name);
    return typeof contains === 'string'
      ? words.contains(name, contains)
      : words.isOne(name, t.either(is));
  }
  const { of, at_least, at_most, known } = condition.metric;
  const name = metricName(of, recipe, t);
  if (typeof known === 'boolean') return known ? words.isKnown(name) : words.isUnknown(name);
  const bounds = [
    typeof at_least === 'number' ? words.atLeast(name, t.decimal(at_least)) : '',
    typeof at_most === 'number' ? words.atMost(name, t.decimal(at_most)) : '',
  ];
  return bounds.filter(Boolean).join(words.and);
}

/** What a rule of a sheet looks at. */
export function ruleText({ when, per }: PointRule, recipe: Known, t: Translation): string {
  const { scores: words } = t;
  const who = when ? conditionText(when, recipe, t) : words.sheet.everybody;
  const steps = per ? words.per(t.decimal(per.step), metricName(per.metric, recipe, t)) : '';
  return [who, steps].filter(Boolean).join(t.lang === 'en' ? '; ' : '；');
}
