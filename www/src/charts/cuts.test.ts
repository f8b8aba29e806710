import { describe, expect, it } from 'vitest';
import type { Factor, Thresholds } from '../engine/types.ts';
import { cutAt, fixedCuts, keyed, limits, moved, position, spread, valueAt } from './cuts.ts';

const thresholds = (cuts: number[], rest: Partial<Thresholds> = {}): Thresholds => ({
  factor: 'recency',
  method: 'quantile',
  bins: cuts.length + 1,
  cuts,
  right_closed: true,
  min: 1,
  max: 400,
  sizes: [],
  empty: [],
  split_ties: 0,
  ...rest,
});

const DAYS = Array.from({ length: 41 }, (_, index) => index * 10);
const MONEY = Array.from({ length: 41 }, (_, index) => index * 500);

describe('the place of a value', () => {
  it.each([
    [DAYS, 0],
    [DAYS, 37],
    [DAYS, 400],
    [[0, 1, 10, 100], 5.5],
  ])('and the value of a place are inverse: %#', (edges, value) => {
    expect(valueAt(edges, position(edges, value))).toBeCloseTo(value);
  });

  it('snaps to days and orders, and to round amounts', () => {
    // The line of "at most 30 days" stands where day 31 begins.
    expect(cutAt('recency', DAYS, position(DAYS, 31))).toBe(30);
    expect(cutAt('recency', DAYS, position(DAYS, 31.4))).toBe(30);
    expect(cutAt('monetary', MONEY, position(MONEY, 1234.5))).toBe(1230);
    expect(cutAt('monetary', [0, 0.5, 1, 1.5], 0.2)).toBe(0.3);
  });
});

describe('used thresholds as fixed ones', () => {
  const cases: [string, Factor, Partial<Thresholds>, number[], number[]][] = [
    ['whole cuts stay', 'recency', {}, [30, 90], [30, 90]],
    ['a fraction of a day is between days', 'recency', {}, [30.5, 90.25], [30, 90]],
    ['money is cut at its last step', 'monetary', {}, [382.53336667, 500], [382.5333, 500]],
    ['a float beside a whole step is that step', 'monetary', {}, [255.8], [255.8]],
    [
      'closed on the left: the value itself is above',
      'frequency',
      { right_closed: false },
      [4, 5.5],
      [3, 5],
    ],
    ['equal cuts ascend by a hair', 'frequency', {}, [1, 1, 1, 3], [1, 1.001, 1.002, 3]],
    ['fixed ones are kept as they were typed', 'monetary', { method: 'fixed' }, [1.5], [1.5]],
  ];
  it.each(cases)('%s', (_, factor, rest, cuts, expected) => {
    const fixed = fixedCuts(thresholds(cuts, { factor, ...rest }));
    expect(fixed).toHaveLength(expected.length);
    for (const [index, cut] of fixed.entries())
      expect(cut).toBeCloseTo(expected[index] ?? Number.NaN, 9);
  });

  it('days with times are cut to the second', () => {
    expect(fixedCuts(thresholds([0.75]), true)).toEqual([0.75]);
    expect(fixedCuts(thresholds([0.75]), false)).toEqual([0]);
  });
});

describe('a move', () => {
  it('stops at its neighbours and at the ends', () => {
    const three = thresholds([30, 90, 180]);
    expect(limits(three, 1, DAYS)).toEqual({ low: 31, high: 179 });
    expect(moved(three, 1, 5, DAYS)).toEqual([30, 31, 180]);
    expect(moved(three, 1, 999, DAYS)).toEqual([30, 179, 180]);
    expect(moved(three, 0, -7, DAYS)).toEqual([1, 90, 180]);
    expect(moved(three, 2, 400, DAYS)).toEqual([30, 90, 399]);
  });

  it('that leads nowhere changes nothing', () => {
    const stuck = thresholds([1, 1.001, 2], { factor: 'frequency' });
    expect(moved(stuck, 1, 2, DAYS)).toBe(stuck.cuts);
    const all = thresholds([7, 8], { min: 7, max: 7 });
    expect(moved(all, 5, 9, DAYS)).toBe(all.cuts);
  });

  it('by keys is one unit, a bar, or as far as it goes', () => {
    const at = (key: string) => keyed(key, thresholds([30, 90]), 0, DAYS);
    expect(['ArrowRight', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', 'a'].map(at)).toEqual([
      31,
      29,
      40,
      20,
      1,
      89,
      null,
    ]);
    expect(keyed('ArrowUp', thresholds([700], { factor: 'monetary' }), 0, MONEY)).toBe(701);
  });
});

describe('handles', () => {
  it.each([
    [[0.2, 0.5, 0.9]],
    [[0.02, 0.03, 0.04, 0.05]],
    [[0.97, 0.98, 1]],
    [[0, 0, 0, 0, 0, 1, 1, 1, 1]],
  ])('have room between them, and none leaves the chart: %j', (places) => {
    const spaced = spread(places);
    const gap = Math.min(0.14, 0.94 / places.length);
    spaced.forEach((place, index) => {
      expect(place).toBeGreaterThanOrEqual(gap / 2 - 1e-9);
      expect(place).toBeLessThanOrEqual(1 - gap / 2 + 1e-9);
      if (index) expect(place - (spaced[index - 1] ?? 0)).toBeGreaterThanOrEqual(gap - 1e-9);
    });
  });

  it('with room stand at their lines', () => {
    expect(spread([0.2, 0.5, 0.9])).toEqual([0.2, 0.5, 0.9]);
  });
});
