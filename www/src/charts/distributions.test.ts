import { describe, expect, it } from 'vitest';
import type { Histogram, Month, ScoreReason, Thresholds } from '../engine/types.ts';
import { createTranslation } from '../i18n/index.ts';
import { boundary, position } from './cuts.ts';
import { bins, histogramSentence } from './histogram.ts';
import { zones } from './histogram-cuts.ts';
import { monthsSentence, ticks } from './months.ts';
import { sticks } from './order-strip.ts';
import { betterText, intervalText, placeOf, scoreSentence } from './score-scale.ts';

const zh = createTranslation('zh-CN', 'CNY');
const en = createTranslation('en', 'CNY');

const recency: Thresholds = {
  factor: 'recency',
  method: 'quantile',
  bins: 3,
  cuts: [30, 90.5],
  right_closed: true,
  min: 1,
  max: 400,
  sizes: [10, 20, 30],
  empty: [],
  split_ties: 0,
};

const days: Histogram = {
  factor: 'recency',
  edges: [0, 50, 100, 150],
  counts: [30, 20, 10],
  open_ended: true,
  median: 44,
};

describe('histogram', () => {
  const chart = {
    histogram: days,
    whole: days,
    thresholds: recency,
    selected: () => false,
    toggle: () => {},
  };

  it('holds every value in one bar, the last one to the largest', () => {
    expect(bins(chart).map(({ from, to }) => [from, to])).toEqual([
      [0, 49],
      [50, 99],
      [100, 400],
    ]);
  });

  it('places values by bars of equal width', () => {
    expect(position([0, 1, 10, 100], 5.5)).toBeCloseTo(0.5);
    expect(position([0, 1, 10, 100], -5)).toBe(0);
    expect(position([0, 1, 10, 100], 1000)).toBe(1);
  });

  it('draws a cut after the last value that is below it', () => {
    expect(boundary(recency, 30)).toBe(31);
    expect(boundary(recency, 90.5)).toBe(91);
    expect(boundary({ ...recency, right_closed: false }, 297.4)).toBe(298);
    expect(boundary({ ...recency, factor: 'monetary' }, 382.5)).toBe(382.5);
  });

  it('counts recency down: few days are the best score', () => {
    expect(zones(recency, days.edges).map(({ score, customers }) => [score, customers])).toEqual([
      [3, 30],
      [2, 20],
      [1, 10],
    ]);
  });

  it('says the median and scores that nobody has', () => {
    expect(histogramSentence({ ...chart, thresholds: { ...recency, empty: [2] } }, zh)).toBe(
      '一半客户在最近 44 天内下过单。没有客户得 2 分。',
    );
  });
});

describe('why a score', () => {
  const reason: ScoreReason = {
    factor: 'recency',
    value: 12,
    score: 3,
    bins: 3,
    above: null,
    up_to: 30,
    right_closed: true,
    better_than: 0.8,
  };

  it('is a sentence', () => {
    expect(scoreSentence(reason, zh)).toBe(
      '距上次下单 12 天，不超过 30 天，属于 3 档中最好的一档 → 3 分。',
    );
    expect(scoreSentence(reason, en)).toBe(
      '12 days since the last order: at most 30 days, the best of 3 levels → score 3.',
    );
  });

  it('compares with the others', () => {
    expect(betterText(0.8, 5, zh)).toBe('高于所有其他客户。');
    expect(betterText(0.6, 5, en)).toBe('Better than 75% of the others.');
    expect(betterText(0.998, 1000, en)).toBe('Better than almost all others.');
    expect(betterText(0, 1, en)).toBe('No customer is below this.');
  });

  it('starts an open interval at the next whole day', () => {
    expect(intervalText({ ...reason, above: 30, up_to: 90.5 }, en)).toBe('between 31 and 90 days');
    expect(intervalText({ ...reason, above: 90.5, up_to: null }, en)).toBe('more than 90 days');
    expect(intervalText({ ...reason, up_to: null }, en)).toBe('all values');
  });

  it('stands inside its own level, fewer days further on', () => {
    expect(placeOf(reason, recency)).toBeGreaterThan(2 / 3);
    expect(placeOf({ ...reason, value: 2 }, recency)).toBeGreaterThan(placeOf(reason, recency));
  });
});

describe('over time', () => {
  const months: Month[] = Array.from({ length: 36 }, (_, index) => ({
    month: `${2015 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`,
    lines: 10,
    revenue: index < 24 ? 100 : 150,
  }));

  it('compares the last year with the one before', () => {
    expect(monthsSentence(months, en)).toBe(
      'The strongest month was Jan 2017 with ¥150. The last 12 months brought ¥1.8K, 50% more than the 12 before.',
    );
  });

  it('labels each January of long stretches', () => {
    expect(ticks(months)).toEqual([0, 12, 24]);
    expect(ticks(months.slice(0, 6))).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('spreads orders from the first to the day of the analysis', () => {
    const order = (day: string, amount: number) => ({
      day,
      amount,
      order_id: '',
      lines: 1,
      refund: amount < 0,
      products: [],
    });
    const drawn = sticks(
      [order('2017-12-21', -50), order('2017-12-11', 100), order('2017-12-01', 25)],
      '2017-12-21',
    );
    expect(drawn.map(({ x, height }) => [x, height])).toEqual([
      [0, 0.25],
      [0.5, 1],
      [1, -0.5],
    ]);
  });
});
