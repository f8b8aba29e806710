import { describe, expect, it } from 'vitest';
import type { Condition } from '../../../engine/types.ts';
import { createTranslation } from '../../../i18n/index.ts';
import {
  about,
  attributeName,
  compared,
  howOf,
  isSaid,
  metricName,
  reached,
  subjectOf,
} from './condition-model.ts';
import { attributesIn } from './tried.ts';

const zh = createTranslation('zh-CN', 'CNY');
const rich: Condition = { metric: { of: 'revenue', at_least: 1000 } };
const recent: Condition = { metric: { of: 'recency', at_most: 30 } };

describe('a condition', () => {
  it.each(['metric:revenue', 'metric:orders:90', 'attribute:own:需求', 'segment:rfm-11'])(
    'about %s says so',
    (subject) => expect(subjectOf(about(subject))).toBe(subject),
  );

  it('compared in every way says how', () => {
    for (const how of ['at_least', 'at_most', 'between', 'known', 'unknown'] as const)
      expect(howOf(compared(about('metric:revenue'), how))).toBe(how);
    for (const how of ['is', 'contains', 'known', 'unknown'] as const)
      expect(howOf(compared(about('attribute:city'), how))).toBe(how);
  });

  it('keeps its figures when it is compared in another way', () => {
    const between = compared({ metric: { of: 'revenue', at_least: 5 } }, 'between');
    expect(between).toEqual({ metric: { of: 'revenue', at_least: 5, at_most: 5 } });
    expect(compared({ attribute: { of: 'city', contains: '海' } }, 'is')).toEqual({
      attribute: { of: 'city', is: ['海'] },
    });
  });

  it.each<[Condition, boolean]>([
    [rich, true],
    [{ all: [] }, false],
    [{ any: [rich, { not: { segment: { scheme: 'abc', is: [] } } }] }, false],
    [{ all: [rich, { attribute: { of: 'city', is: ['上海'] } }] }, true],
    [{ attribute: { of: 'city', contains: '' } }, false],
    [{ attribute: { of: 'city', known: false } }, true],
    [{ metric: { of: 'revenue', at_least: 9, at_most: 5 } }, false],
  ])('%j is complete: %s', (condition, expected) => expect(isSaid(condition)).toBe(expected));
});

describe('rules in order', () => {
  it('a row has whom no earlier one has, and the rest whom none has', () => {
    expect(reached([rich, recent], 0)).toEqual({ all: [rich] });
    expect(reached([rich, recent], 1)).toEqual({ all: [recent, { not: { any: [rich] } }] });
    expect(reached([rich, recent], 2)).toEqual({ all: [{ not: { any: [rich, recent] } }] });
    expect(reached([], 0)).toEqual({ all: [] });
  });
});

describe('names', () => {
  it('of metrics and attributes are words, with their parameters', () => {
    const recipe = { points: [{ id: 'p', name: '会员' }] } as Parameters<typeof metricName>[1];
    expect(metricName('orders:90', recipe, zh)).toBe('近 90 天下单天数');
    expect(metricName('points:p', recipe, zh)).toBe('积分：会员');
    expect(metricName('own:预算', recipe, zh)).toBe('自有列：预算');
    expect(attributeName('city_tier', zh)).toBe('城市等级');
    expect(attributeName('region', zh)).toBe('地区');
  });
});

describe('the attributes that a condition speaks of', () => {
  it('are found in groups and behind a not', () => {
    const region = { attribute: { of: 'region', is: ['上海'] } };
    const own = { not: { attribute: { of: 'own:需求', contains: '高' } } };
    expect(
      attributesIn({ all: [{ metric: { of: 'revenue', at_least: 1 } }, { any: [region, own] }] }),
    ).toEqual(['region', 'own:需求']);
    expect(attributesIn({ not: { all: [region] } })).toEqual(['region']);
  });
});
