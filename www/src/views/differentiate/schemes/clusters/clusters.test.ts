// Names of clusters in words, and the reason of a customer.

import { expect, it } from 'vitest';
import type { RuleReason } from '../../../../engine/types.ts';
import { parseClusterCode } from '../../../../i18n/cluster-code.ts';
import { createTranslation } from '../../../../i18n/index.ts';
import { ruleReasonText } from '../../rule-reason.ts';

const zh = createTranslation('zh-CN');
const en = createTranslation('en');
const recipe = { points: [], schemes: [] };

it.each([
  [
    'low_recency+high_frequency+high_monetary',
    'Recent, frequent, high spend',
    '最近来过、常来、花得多',
  ],
  ['average', 'Average', '各项居中'],
  ['average+2', 'Average (2)', '各项居中（2）'],
  ['less_frequency+10', 'Less frequent (10)', '来得稍少（10）'],
  ['high_orders:90', 'High orders in 90 days', '近 90 天下单多'],
  ['high_own:a%2Bb%25', 'High a+b%', 'a+b%高'],
  // Values of attributes look alike and are something else.
  ['high street', 'own', 'own'],
  ['2', 'own', 'own'],
  ['a+b', 'own', 'own'],
  ['high', 'High value', '高价值客户'],
])('%s is called %s', (code, english, chinese) => {
  expect(en.names.segment(code, 'own')).toBe(english);
  expect(zh.names.segment(code, 'own')).toBe(chinese);
});

it('a code names its traits and its number', () => {
  expect(parseClusterCode('low_recency+more_average_order+3')).toEqual({
    traits: [
      { level: 'low', metric: 'recency' },
      { level: 'more', metric: 'average_order' },
    ],
    number: 3,
  });
});

it('the reason says how far the centres are and what decides between them', () => {
  const factor = { metric: 'revenue', value: 5320.4, centre: 4800, next: 1200, speaks: 0.9 };
  const against = { metric: 'recency', value: 40, centre: 12.5, next: 30, speaks: -0.1 };
  const reason: RuleReason = {
    kind: 'cluster',
    distance: 0.812,
    next: { segment: 'average', name: 'Average', distance: 1.9 },
    factors: [against, factor],
    frozen: false,
  };
  expect(ruleReasonText(reason, recipe, en)).toBe(
    '0.81 from the centre of this cluster, 1.9 from that of “Average”; Revenue 5,320.40 (here 4,800, there 1,200)',
  );
  expect(ruleReasonText({ ...reason, frozen: true }, recipe, zh)).toBe(
    '离本类中心 0.81，离“各项居中”的中心 1.9；累计收入 5,320.40（本类 4,800，另一类 1,200）；按固定的中心',
  );
  const unknown = {
    ...reason,
    distance: null,
    next: null,
    factors: [{ ...factor, value: null, centre: null, next: null, speaks: 0 }],
  };
  expect(ruleReasonText(unknown, recipe, en)).toBe('not known: Revenue');
});
