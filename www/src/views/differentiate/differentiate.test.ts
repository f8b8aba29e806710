import { describe, expect, it } from 'vitest';
import type { Filter, Overview, SegmentReason } from '../../engine/types.ts';
import { COLUMNS, columnsThatFit } from '../../grid/columns.ts';
import { createTranslation } from '../../i18n/index.ts';
import { healthClass, tierClass } from '../../styles/marks.ts';
import { EVERYBODY } from './contract.ts';
import { storyOfAll, storyOfPart } from './headline.ts';
import { isNobodyScored } from './no-orders.ts';
import { because, positions } from './rules.ts';
import * as selection from './selection.ts';

const zh = createTranslation('zh-CN', 'CNY');
const en = createTranslation('en', 'CNY');

const whole: Overview = {
  customers: 790,
  orders: 4906,
  revenue: 16_100_000,
  schemes: [],
  grid: [],
  pareto: {
    curve: [],
    gini: 0.3,
    top_fifth_share: 0.43,
    top_fifth_customers: 158,
    customers_for_80_percent: 400,
  },
  histograms: [],
  months: [],
  valuable_and_silent: { customers: 61, revenue: 2_300_000 },
};

describe('headline', () => {
  it('says who brings what and who has gone quiet', () => {
    expect(storyOfAll(whole, zh)).toEqual([
      '790 位客户，收入 ¥1610万。',
      '最好的 158 位（20%）带来 43% 的收入。',
      '61 位高价值客户已沉默，涉及收入 ¥230万。',
    ]);
    expect(storyOfAll(whole, en)).toEqual([
      '790 customers, ¥16.1M in revenue.',
      'The top 158 (20%) bring 43%.',
      '61 valuable customers have gone quiet: ¥2.3M at stake.',
    ]);
  });

  it('holds a selection against everybody', () => {
    const part = { ...whole, customers: 79, revenue: 3_220_000 };
    expect(storyOfPart(part, whole, en)).toEqual([
      '79 of 790 customers selected (10%).',
      'They bring ¥3.22M, 20% of all revenue.',
    ]);
  });

  it('says no share of a revenue that refunds have eaten up', () => {
    const eaten = { ...whole, revenue: -16 };
    expect(storyOfAll(eaten, zh)[1]).toBe('总收入为零或为负，不计算收入占比。');
    expect(storyOfPart({ ...eaten, customers: 79 }, eaten, en)[1]).toBe('They bring -¥16.');
  });

  it('does not divide by nobody', () => {
    const nobody = {
      ...whole,
      customers: 0,
      revenue: 0,
      pareto: { ...whole.pareto, top_fifth_customers: 0 },
    };
    expect(storyOfPart(nobody, whole, zh)).toEqual([
      '没有客户符合这组条件。',
      '去掉一个条件即可看到客户。',
    ]);
    expect(storyOfAll(nobody, en).join(' ')).not.toContain('NaN');
  });
});

describe('nobody is scored', () => {
  const list = { customers: 0, customers_without_orders: 4, not_scored: 'table.no_date' };

  it('when there are customers and no orders', () => {
    expect(isNobodyScored(list)).toBe(true);
    expect(isNobodyScored({ ...list, customers: 3, not_scored: null })).toBe(false);
    expect(isNobodyScored({ ...list, customers_without_orders: 0 })).toBe(false);
  });
});

describe('selection', () => {
  it('takes one segment of a scheme at a time', () => {
    const champions = selection.toggleSegment(EVERYBODY, 'rfm-11', 'champions');
    const lost = selection.toggleSegment(champions, 'rfm-11', 'lost');
    expect(lost.segments).toEqual([['rfm-11', 'lost']]);
    expect(selection.toggleSegment(lost, 'rfm-11', 'lost')).toEqual(EVERYBODY);
    expect(selection.toggleSegment(lost, 'value', 'high').segments).toHaveLength(2);
  });

  it('takes both scores of a cell and leaves the third alone', () => {
    const money: Filter = { ...EVERYBODY, scores: [['monetary', 5]] };
    const cell = selection.toggleCell(money, 4, 2);
    expect(cell.scores).toEqual([
      ['monetary', 5],
      ['recency', 4],
      ['frequency', 2],
    ]);
    expect(selection.hasCell(cell, 4, 2)).toBe(true);
    expect(selection.toggleCell(cell, 4, 2).scores).toEqual([['monetary', 5]]);
  });

  it('takes one range of a measure at a time', () => {
    const first = selection.toggleRange(EVERYBODY, 'recency', 0, 29);
    const second = selection.toggleRange(first, 'recency', 30, 59);
    expect(second.ranges).toEqual([['recency', 30, 59]]);
    expect(selection.toggleRange(second, 'recency', 30, 59)).toEqual(EVERYBODY);
  });
});

describe('rules in plain words', () => {
  const recipe = { schemes: [], points: [] };
  const reason = (scheme: string, cell: string, pattern: string): SegmentReason => ({
    scheme,
    segment: 'loyal',
    name: 'Loyal',
    health: 'loyal',
    cell,
    pattern,
    value: null,
    by_hand: null,
    steady: null,
  });

  it.each([
    ['543', ['5', '4', '3']],
    ['[4-5]4*', ['[4-5]', '4', '*']],
    ['', []],
  ])('%s', (pattern, parts) => {
    expect(positions(pattern)).toEqual(parts);
  });

  it('names axes, ranges and anything', () => {
    expect(because(reason('r-rfm-10', '543', '[4-5]4*'), recipe, en)).toBe(
      'has R 5, F 4, M 3; the rule is R 4–5, F 4, M any',
    );
    expect(because(reason('rfm-11', '543', '543'), recipe, zh)).toBe('得分 R 5、F 4、M 3');
    expect(because(reason('r-rfm-10', '151', ''), recipe, zh)).toContain('没有规则');
  });

  it('says high and low where there are only two', () => {
    expect(because(reason('cn-8', '212', '212'), recipe, zh)).toBe('得分 R 高、F 低、M 高');
  });

  it('writes the tenth score as ten', () => {
    expect(because(reason('mine', '050', '050'), recipe, en)).toBe('has R 10, F 5, M 10');
  });
});

describe('marks', () => {
  it('spread tiers over the whole scale', () => {
    expect([0, 1, 2].map((place) => tierClass(place, 3))).toEqual([
      'mark t1 s1',
      'mark t2 s3',
      'mark t3 s5',
    ]);
    expect(tierClass(0, 1)).toBe('mark t1 s1');
  });

  it('give segments of one health different shades', () => {
    const segments = [
      { code: 'champions', health: 'loyal' },
      { code: 'loyal', health: 'loyal' },
      { code: 'lost', health: 'lost' },
    ] as const;
    expect(segments.map(({ code }) => healthClass(code, segments))).toEqual([
      'mark h-loyal-1',
      'mark h-loyal-2',
      'mark h-lost-1',
    ]);
  });
});

describe('columns', () => {
  it('never vanish altogether, and come in by importance', () => {
    const all = () => true;
    expect(columnsThatFit(10, all)).toEqual(['customer_id']);
    expect(columnsThatFit(350, all)).toEqual(['customer_id', 'tier', 'revenue']);
    expect(columnsThatFit(4000, all)).toHaveLength(COLUMNS.filter(({ rank }) => rank > 0).length);
    expect(columnsThatFit(4000, (id) => id !== 'customer_name')).not.toContain('customer_name');
  });

  it('are those that customers without orders have, when only they are listed', () => {
    const shown = columnsThatFit(4000, (id) => id !== 'company', 'without_orders');
    expect(shown).toEqual(['customer_id', 'customer_name', 'contact', 'tier', 'last_heard']);
  });

  it('show what the list is sorted by', () => {
    const shown = columnsThatFit(320, () => true, 'with_orders', 'last_heard');
    expect(shown).toEqual(['customer_id', 'last_heard']);
    expect(columnsThatFit(4000, () => true, 'without_orders', 'revenue')).not.toContain('revenue');
  });
});

describe('names', () => {
  it('are the same codes in both languages', () => {
    expect(zh.names.known()).toEqual(en.names.known());
  });

  // The codes of src/recipe/presets.rs.
  it.each([
    ['value', 'high medium low'],
    ['vip', 'vip ordinary potential'],
    ['abc', 'a b c'],
    ['tenure', 'new existing'],
    ['life-cycle', 'new active silent churned'],
    [
      'rfm-11',
      'champions loyal potential_loyalist new_customers promising need_attention about_to_sleep at_risk cant_lose hibernating lost',
    ],
    [
      'rf-10',
      'hibernating at_risk cant_lose about_to_sleep need_attention loyal promising new_customers potential_loyalist champions',
    ],
    [
      'r-rfm-10',
      'champions potential_loyalist loyal promising new_customers cant_lose at_risk need_attention about_to_sleep lost others',
    ],
    [
      'cn-8',
      'important_value important_develop important_keep important_win_back general_value general_develop general_keep general_win_back',
    ],
    ['r-fm-5x5', 'champions loyal hibernating lost'],
  ])('are there for every segment of %s', (scheme, codes) => {
    const { schemes, segments } = zh.names.known();
    expect(schemes).toContain(scheme);
    for (const code of codes.split(' ')) expect(segments).toContain(code);
    expect(/[A-Za-z_]{4,}/.test(zh.names.segment(codes.split(' ')[0] ?? ''))).toBe(false);
  });

  it('fall back to what the author of an own scheme wrote', () => {
    expect(zh.names.scheme('mine', '我的方案')).toBe('我的方案');
    expect(zh.names.segment('gold', 'Gold members')).toBe('Gold members');
    expect(zh.names.segment('gold')).toBe('gold');
  });
});
