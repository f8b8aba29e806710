import { describe, expect, it } from 'vitest';
import type { Outlook, Profile, Satisfaction, Segment } from '../../../engine/types.ts';
import { createTranslation } from '../../../i18n/index.ts';
import { outlookNotes, reached } from '../card-next.ts';
import { conversionSentence } from './breakdown.ts';
import { painSentences, summary } from './persona.ts';
import { decades, logScale } from './scatter.ts';
import { saidName, valueName } from './words.ts';

const zh = createTranslation('zh-CN', 'CNY');
const en = createTranslation('en', 'CNY');

const high: Segment = { code: 'high', name: 'High', health: 'loyal' };
const low: Segment = { code: 'low', name: 'Low', health: 'needs_care' };

const outlook: Outlook = {
  scheme: 'value',
  best: false,
  unchanged: null,
  changes: [
    { segment: high, orders: 1, amount: 320, holds_days: 41 },
    { segment: high, orders: 3, amount: 0, holds_days: 41 },
  ],
  fall: { segment: low, days: 70, on: '2018-03-12' },
};

describe('what would change it', () => {
  it('names the orders, the day before which, and what happens otherwise', () => {
    expect(reached(outlook, en)).toBe(
      'To reach High value before 12 Mar 2018: one more order of ¥320 or more, or 3 more orders of any amount.',
    );
    expect(reached(outlook, zh)).toBe(
      '2018年3月12日前再下 1 单满 ¥320，或再下 3 单（金额不限），即可升到高价值客户。',
    );
    expect(outlookNotes(outlook, en)).toEqual([
      'It then stays there for 41 days without a further one.',
      'Without an order it falls to Low value on 12 Mar 2018.',
    ]);
    expect(outlookNotes(outlook, zh).join('')).toBe(
      '之后即使不再下单，也能保持 41 天。若不下单，2018年3月12日降为低价值客户。',
    );
  });

  it('says when nothing is better, nothing helps, or only days are known', () => {
    expect(reached({ ...outlook, best: true, changes: [] }, en)).toBe('No segment is better.');
    const nothing: Outlook = { ...outlook, changes: [], unchanged: 'too_far' };
    expect(reached(nothing, zh)).toBe('再下十二单以内，无论金额多少，都达不到更好的一类。');
    expect(reached({ ...nothing, unchanged: 'not_by_orders' }, en)).toContain(
      'No order changes it',
    );
    const relative = { ...outlook, fall: { segment: low, days: 70, on: null } };
    expect(reached(relative, en)).not.toContain('before');
    expect(outlookNotes(relative, en).at(-1)).toBe(
      'Without an order it falls to Low value in 70 days.',
    );
  });
});

const profile: Profile = {
  customers: 40,
  orders: 400,
  revenue: 5500,
  average_order: 13.75,
  average_customer: 137.5,
  customer_share: 0.4,
  order_share: 0.5,
  revenue_share: 0.55,
  medians: { recency_days: 13, orders: 12, monetary: 120, order_value: 10, interval_days: 3 },
  basics: [],
  products: [],
  channels: [],
  satisfaction: null,
};

describe('a persona in sentences', () => {
  it('says what they bring, what is usual, and what is most special', () => {
    const feature = { kind: 'attribute', name: 'city' } as const;
    const ulm = {
      feature,
      value: 'Ulm',
      customers: 36,
      share: 0.9,
      share_of_all: 0.36,
      lift: 2.5,
      z: 8,
    };
    expect(summary(profile, [ulm], en)).toBe(
      'They bring 55% of the revenue. Half of them have at least 12 orders, usually of ¥10, the last 13 days ago. City Ulm is 2.5 times as common as among everybody.',
    );
    expect(summary(profile, [ulm], zh)).toBe(
      '带来 55% 的收入。一般下过 12 单，每单约 ¥10，上次下单在 13 天前。城市：Ulm的比例是全体的 2.5 倍。',
    );
    expect(summary({ ...profile, medians: null }, [], en)).toBe('They bring 55% of the revenue.');
  });

  it('names the weakest part of the service and the complaints', () => {
    const said: Satisfaction = {
      ratings: 20,
      mean: 71.4,
      parts: [80, 62, null],
      complaints: 3,
      open: 1,
      complainants: 2,
      subjects: [],
    };
    expect(painSentences(said, en)).toEqual([
      'Satisfaction 71 of 100, 20 ratings.',
      'Weakest: attitude of the service, 62 of 100.',
      '3 complaints from 2 customers, 1 still open.',
    ]);
    expect(
      painSentences({ ...said, complaints: 0, parts: [null, null, null], mean: null }, zh),
    ).toEqual(['没有投诉。']);
  });

  it('writes ranges, months and channels as people say them', () => {
    const range = (value: string) =>
      valueName({ feature: { kind: 'range', name: 'Age' }, value }, en);
    expect([range('..28'), range('28..40'), range('40..')]).toEqual([
      'up to 28',
      'over 28 up to 40',
      'over 40',
    ]);
    expect(saidName({ feature: { kind: 'month' }, value: '3' }, en)).toBe('Orders in March');
    expect(saidName({ feature: { kind: 'month' }, value: '3' }, zh)).toBe('下单月份：3 月');
    expect(saidName({ feature: { kind: 'channel' }, value: 'phone' }, zh)).toBe('联系渠道：电话');
    expect(saidName({ feature: { kind: 'complaint' }, value: 'yes' }, en)).toBe('A complaint');
  });
});

describe('scales', () => {
  it('are logarithmic, with nothing and refunds on the edge', () => {
    const scale = logScale([1, 10, 100, -5, 0], 200);
    expect([scale(1), scale(10), scale(100), scale(0), scale(-5)]).toEqual([0, 100, 200, 0, 0]);
    expect(decades([3, 2000])).toEqual([10, 100, 1000]);
  });

  it('do not divide by one value or none', () => {
    expect(logScale([7, 7], 200)(7)).toBe(100);
    expect(logScale([], 200)(1)).toBe(100);
    expect(decades([])).toEqual([]);
  });
});

describe('conversion', () => {
  it('says whether the difference can be trusted', () => {
    const row = (name: string, rate: number, low: number, high: number) => ({
      name,
      customers: 3,
      prospects: 1,
      conversion: { rate, low, high },
    });
    const far = [row('web', 0.75, 0.6, 0.9), row('fair', 0.3, 0.2, 0.4)];
    const near = [row('web', 0.75, 0.3, 0.95), row('fair', 0.6, 0.23, 0.88)];
    expect(conversionSentence(far, en)).toBe(
      'Of 4 people from web, 75% became customers. The intervals of the best and the weakest source do not overlap: the difference is real.',
    );
    expect(conversionSentence(near, zh)).toContain('差别可能出于偶然');
  });
});
