import { describe, expect, it } from 'vitest';
import type { Recipe, SchemeEntry, Thresholds } from '../../engine/types.ts';
import { createTranslation } from '../../i18n/index.ts';
import { binningOf, explained, fitting } from './score-settings.ts';

const zh = createTranslation('zh-CN', 'CNY');
const en = createTranslation('en', 'CNY');

const thresholds: Thresholds = {
  factor: 'frequency',
  method: 'quantile',
  bins: 4,
  cuts: [1, 1, 3.5],
  right_closed: true,
  min: 1,
  max: 9,
  sizes: [50, 0, 30, 20],
  empty: [2],
  split_ties: 12,
};
const RECIPE = { measures: { recency: 'days' } } as Pick<Recipe, 'measures'>;

describe('a method', () => {
  it('of one’s own begins where the cuts are', () => {
    expect(binningOf('fixed', 5, thresholds, RECIPE)).toEqual({
      method: 'fixed',
      cuts: [1, 1.001, 3],
    });
  });

  it.each([
    ['mean', { method: 'mean' }],
    ['jenks', { method: 'jenks', bins: 7 }],
    ['ntile', { method: 'ntile', bins: 7, ties: 'measures', remainder: 'first' }],
  ] as const)('%s has the settings that it knows', (method, expected) => {
    expect(binningOf(method, 7, thresholds, RECIPE)).toEqual(expected);
  });

  it('says scores of nobody, and customers whom only the order tells apart', () => {
    expect(explained('quantile', thresholds, zh).at(-1)).toBe(
      '没有客户得 2 分：数值相同的客户太多。',
    );
    expect(explained('ntile', thresholds, en)[1]).toMatch(/^12 customers have the same value/);
    expect(explained('ntile', { ...thresholds, split_ties: 0 }, en)[1]).toMatch(/^No equal values/);
    expect(explained('quantile', thresholds, en)[1]).toBe('');
  });
});

describe('a scheme', () => {
  const entry = (id: string, fits: boolean) =>
    ({ scheme: { id, name: '', rule: 'abc' }, fits }) as SchemeEntry;
  const entries = [entry('rfm-11', false), entry('cn-8', false), entry('abc', true)];

  it.each([
    ['that fits stays', 'abc', ['cn-8'], 'abc'],
    ['that does not gives way to the first that does', 'rfm-11', ['cn-8', 'abc'], 'abc'],
    ['stays when nothing fits', 'rfm-11', ['cn-8'], 'rfm-11'],
    ['that nobody knows stays', 'other', ['abc'], 'other'],
  ])('%s', (_, id, instead, expected) => {
    expect(fitting(id, instead, entries)).toBe(expected);
  });
});
