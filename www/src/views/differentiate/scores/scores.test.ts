// What is typed into the fields of weights and sheets, and rules in words.

import { describe, expect, it } from 'vitest';
import type { Condition, PointSheet, Recipe } from '../../../engine/types.ts';
import { createTranslation } from '../../../i18n/index.ts';
import { conditionText, ruleText } from './condition-text.ts';
import { freshSheet, isUsed } from './scores.ts';
import { sheetIsSaid } from './sheet-editor.ts';
import { weightIn } from './weights.ts';

const recipe = { points: [], schemes: [], value_score: { factors: [] } } as unknown as Recipe;

describe('a weight', () => {
  it.each([
    ['30', 30],
    ['0.5', 0.5],
    ['2000', 1000],
    ['0', null],
    ['-3', null],
    ['', null],
    ['much', null],
  ])('typed as %j is %j', (text, expected) => {
    expect(weightIn(text)).toBe(expected);
  });
});

describe('a sheet', () => {
  const sheet = (rules: PointSheet['rules']): PointSheet => ({ id: 'a', name: '', rules });
  it.each<[string, PointSheet['rules'], boolean]>([
    ['without rules', [], true],
    ['for everybody', [{ points: 1 }], true],
    [
      'for a list of texts that is empty',
      [{ points: 1, when: { all: [{ attribute: { of: 'gender', is: [] } }] } }],
      false,
    ],
    ['by steps of nothing', [{ points: 1, per: { metric: 'revenue', step: 0 } }], false],
  ])('%s: said is %j', (_name, rules, expected) => {
    expect(sheetIsSaid(sheet(rules))).toBe(expected);
  });

  it('gets an id that no other has', () => {
    const first = freshSheet([], 'A');
    expect(freshSheet([first, { ...first, id: 'sheet-3' }], 'B').id).toBe('sheet-4');
  });

  it('is in use where a scheme, another sheet or a weight names it', () => {
    const named = (part: Partial<Recipe>) => isUsed('a', { ...recipe, ...part });
    expect(named({})).toBe(false);
    const per = { metric: 'points:a', step: 1 };
    expect(named({ points: [{ id: 'b', name: '', rules: [{ points: 1, per }] }] })).toBe(true);
    expect(named({ points: [{ id: 'ab', name: 'points:a', rules: [] }] })).toBe(true);
    expect(
      isUsed('b', { ...recipe, points: [{ id: 'ab', name: '', rules: [{ points: 1, per }] }] }),
    ).toBe(false);
  });
});

describe('a condition in words', () => {
  const both: Condition = {
    all: [
      { metric: { of: 'frequency', at_least: 2, at_most: 5 } },
      { not: { attribute: { of: 'age', known: true } } },
    ],
  };
  it.each<[Condition, string, string]>([
    [
      both,
      'Orders ≥ 2 and Orders ≤ 5 and not (Age band is known)',
      '订单数 ≥ 2且订单数 ≤ 5且非（年龄段已知）',
    ],
    [
      {
        any: [
          { attribute: { of: 'own:x', is: ['a', 'b'] } },
          { attribute: { of: 'own:x', contains: 'c' } },
        ],
      },
      'Own column: x: a or b or Own column: x contains “c”',
      '自有列：x为a或b或自有列：x包含“c”',
    ],
  ])('%j', (condition, en, zh) => {
    expect(conditionText(condition, recipe, createTranslation('en'))).toBe(en);
    expect(conditionText(condition, recipe, createTranslation('zh-CN'))).toBe(zh);
  });

  it('of a rule says for whom and for each of what', () => {
    const rule = { points: 2, per: { metric: 'revenue:90', step: 10_000 } };
    expect(ruleText(rule, recipe, createTranslation('en'))).toBe(
      'everybody; for each 10,000 of Revenue of the last 90 days',
    );
  });
});
