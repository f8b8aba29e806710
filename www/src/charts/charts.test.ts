import { describe, expect, it } from 'vitest';
import type { Pareto, SegmentFigures } from '../engine/types.ts';
import { createTranslation } from '../i18n/index.ts';
import { fixedPercent } from './numbers.ts';
import { paretoSentence, revenueAt } from './pareto.ts';
import { rfSentence, shade } from './rf-grid.ts';
import { nextCell } from './roving.ts';
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
  const chart = {
    pareto,
    customers: 790,
    revenue: 100,
    abc: [],
    selected: () => false,
    toggle: () => {},
  };

  it('is said in both languages', () => {
    expect(paretoSentence(chart, zh)).toBe(
      '最好的 158 位客户（20%）带来 43% 的收入。80% 的收入来自 474 位客户（60%）。',
    );
    expect(paretoSentence(chart, en)).toBe(
      'The best 158 customers (20%) bring 43% of the revenue. 80% of the revenue comes from 474 customers (60%).',
    );
  });

  it('has no shares where there is no revenue', () => {
    const words = en.differentiate.headline.noRevenue;
    expect(paretoSentence({ ...chart, revenue: -5 }, en)).toBe(words);
    expect(paretoSentence({ ...chart, revenue: 0 }, zh)).toBe(zh.differentiate.headline.noRevenue);
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

  it('say no share of a revenue that is not there', () => {
    const eaten = [tier('champions', 0, 0), tier('lost', 90, -20)];
    expect(segmentSentence(eaten, en)).toBe('The largest group is Lost (100% of customers).');
    expect(tierSentence({ whole: eaten, tiers: eaten }, en)).toBe('Lost: 90 customers (100%).');
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
