import { describe, expect, it } from 'vitest';
import type { Recipe, RuleReason } from '../../engine/types.ts';
import { createTranslation } from '../../i18n/index.ts';
import { ruleReasonText } from './rule-reason.ts';

const zh = createTranslation('zh-CN', 'CNY');
const en = createTranslation('en', 'CNY');
const recipe = { points: [], schemes: [{ id: 'mine', name: '我的', rule: 'abc' }] } as Pick<
  Recipe,
  'points' | 'schemes'
>;

describe('why a rule put somebody there', () => {
  const cases: [RuleReason, string, string][] = [
    [
      {
        kind: 'condition',
        row: 1,
        facts: [
          { metric: ['revenue', 1234.5] },
          { attribute: ['city', null] },
          { segment: ['mine', 'a'] },
        ],
      },
      'rule 2 holds; Revenue: ¥1,234.50; City: not known; 我的: A customers',
      '符合规则 2；累计收入：¥1,234.50；城市：未知；我的：A 类客户',
    ],
    [{ kind: 'condition', row: null, facts: [] }, 'no rule holds', '不符合任何规则'],
    [
      {
        kind: 'band',
        metric: 'tenure',
        value: 40,
        above: 30,
        up_to: 90,
        right_closed: true,
      },
      'Days since the first order: 40; 30 to 90',
      '距首次下单天数：40；30 至 90',
    ],
    [
      { kind: 'quota', metric: 'revenue', value: 500, better: 3, equal: 2 },
      'Revenue: ¥500; 3 customers are ahead; 2 with the same figure',
      '累计收入：¥500；3 位客户排在前面；2 位数值相同',
    ],
    [{ kind: 'attribute', of: 'gender', text: 'f' }, 'Gender: f', '性别：f'],
    [
      { kind: 'need', share: 0.25, limit: 0.5 },
      '25% of the products were bought by nobody else; custom from 50% on',
      '25% 的商品只有该客户买过；达到 50% 即为定制需求',
    ],
    [
      { kind: 'adaptive', orders: 1, scheme: 'cn-8' },
      '1 order in all: RFM, 8 Chinese types',
      '共 1 个订单，适用“RFM 八类”',
    ],
  ];
  it.each(cases)('%j', (reason, english, chinese) => {
    expect(ruleReasonText(reason, recipe, en)).toBe(english);
    expect(ruleReasonText(reason, recipe, zh)).toBe(chinese);
  });
});
