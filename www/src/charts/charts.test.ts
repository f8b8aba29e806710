import { describe, expect, it } from 'vitest';
import type {
  Histogram,
  Month,
  Pareto,
  ScoreReason,
  SegmentFigures,
  Thresholds,
} from '../engine/types.ts';
import { createTranslation } from '../i18n/index.ts';
import { bins, boundary, histogramSentence, position, zones } from './histogram.ts';
import { monthsSentence, ticks } from './months.ts';
import { fixedPercent } from './numbers.ts';
import { sticks } from './order-strip.ts';
import { paretoSentence, revenueAt } from './pareto.ts';
import { rfSentence, shade } from './rf-grid.ts';
import { nextCell } from './roving.ts';
import { intervalText, placeOf, scoreSentence } from './score-scale.ts';
import { segmentSentence } from './segment-table.ts';
import { tierSentence } from './tier-bars.ts';
import { place } from './tooltip.ts';

const zh = createTranslation('zh-CN', 'CNY');
const en = createTranslation('en', 'CNY');

const tier = (code: string, customers: number, revenue: number): SegmentFigures => ({
  code,
  name: code,
  health: 'loyal',
  customers,
  orders: customers,
  revenue,
  average_order: customers ? revenue / customers : 0,
});

const pareto: Pareto = {
  curve: [
    [0.2, 0.43],
    [0.6, 0.8],
    [1, 1],
  ],
  gini: 0.3,
  top_fifth_share: 0.43,
  top_fifth_customers: 158,
  customers_for_80_percent: 474,
};

describe('concentration', () => {
  const chart = { pareto, customers: 790, abc: [], selected: () => false, toggle: () => {} };

  it('is said in both languages', () => {
    expect(paretoSentence(chart, zh)).toBe(
      '最好的 158 位客户（20%）带来 43% 的收入。80% 的收入来自 474 位客户（60%）。',
    );
    expect(paretoSentence(chart, en)).toBe(
      'The best 158 customers (20%) bring 43% of the revenue. 80% of the revenue comes from 474 customers (60%).',
    );
  });

  it('is read off between the points of the curve', () => {
    expect(revenueAt(pareto.curve, 0.1)).toBeCloseTo(0.215);
    expect(revenueAt(pareto.curve, 0.8)).toBeCloseTo(0.9);
    expect(revenueAt(pareto.curve, 1)).toBe(1);
  });
});

describe('tiers', () => {
  const whole = [tier('high', 20, 80), tier('medium', 30, 15), tier('low', 50, 5)];

  it('say the best and the lowest', () => {
    expect(tierSentence({ whole, tiers: whole }, zh)).toBe(
      '高价值客户有 20 位（20%），带来 80% 的收入。低价值客户有 50 位（50%），带来 5% 的收入。',
    );
  });

  it('hold a selection against everybody', () => {
    const tiers = [tier('high', 20, 80), tier('medium', 0, 0), tier('low', 0, 0)];
    expect(tierSentence({ whole, tiers }, en)).toBe(
      'High value: 20 customers (20%) bring 80% of the revenue.',
    );
  });

  it('name the largest and the richest segment', () => {
    expect(segmentSentence([tier('champions', 10, 80), tier('lost', 90, 20)], en)).toBe(
      'The largest group is Lost (90% of customers). Champions bring the most revenue (80%).',
    );
  });

  it('say so when nobody is left', () => {
    expect(segmentSentence([tier('lost', 0, 0)], en)).toBe('No customer fits this selection.');
  });
});

describe('grid', () => {
  const cell = (customers: number) => ({ customers, revenue: 0, mean_monetary: 0 });
  const grid = [1, 2, 3, 4, 5].map((r) => [1, 2, 3, 4, 5].map((f) => cell(r === f ? 10 : 0)));

  it('says both corners', () => {
    expect(rfSentence(grid, en)).toBe(
      '20 customers (40%) ordered recently and often; 20 (40%) rarely and long ago.',
    );
  });

  it('is darkest where most customers are', () => {
    expect(shade(10, grid)).toBe(45);
    expect(shade(0, grid)).toBe(0);
  });
});

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

describe('small things', () => {
  it('percent with one decimal always', () => {
    expect([0, 0.1, 0.134, 1].map((share) => fixedPercent(share, en))).toEqual([
      '0.0%',
      '10.0%',
      '13.4%',
      '100.0%',
    ]);
  });

  it('arrows move inside a grid of cells', () => {
    expect(nextCell('ArrowDown', 3, 25, 5)).toBe(8);
    expect(nextCell('ArrowDown', 23, 25, 5)).toBe(23);
    expect(nextCell('ArrowRight', 4, 25, 5)).toBe(4);
    expect(nextCell('Home', 8, 25, 5)).toBe(5);
    expect(nextCell('End', 6, 25, 5)).toBe(9);
    expect(nextCell('x', 6, 25, 5)).toBe(6);
  });

  it('the tooltip stays inside the window', () => {
    const bubble = { left: 0, top: 0, width: 200, height: 40 };
    expect(place({ left: 2, top: 100, width: 10, height: 10 }, bubble, 320)).toEqual({
      left: 8,
      top: 52,
    });
    expect(place({ left: 310, top: 10, width: 10, height: 10 }, bubble, 320)).toEqual({
      left: 112,
      top: 28,
    });
  });
});
