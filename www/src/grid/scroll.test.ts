import { describe, expect, it } from 'vitest';
import {
  at,
  isStuck,
  LIMIT,
  physicalHeight,
  revealing,
  rowsIn,
  type Scroll,
  scrolled,
  settled,
  TOP,
  virtualTop,
} from './scroll.ts';

const ROW = 36;
const small = { total: 500 * ROW, viewport: 600 };
const million = { total: 1_000_000 * ROW, viewport: 600 };

describe('a list that fits', () => {
  it('scrolls like any element', () => {
    expect(physicalHeight(small.total)).toBe(small.total);
    expect(virtualTop(scrolled(TOP, 123, small))).toBe(123);
    expect(virtualTop(scrolled(TOP, 17_000, small))).toBe(17_000);
  });

  it('draws what is seen and a little more', () => {
    expect(rowsIn(scrolled(TOP, 3600, small), small, ROW, 5)).toEqual({ first: 95, last: 122 });
    expect(rowsIn(TOP, small, ROW, 5)).toEqual({ first: 0, last: 22 });
  });

  it('draws nothing of nothing', () => {
    expect(rowsIn(TOP, { total: 0, viewport: 600 }, ROW, 5)).toEqual({ first: 0, last: 0 });
  });
});

describe('a million rows', () => {
  it('are no taller than a browser can bear', () => {
    expect(physicalHeight(million.total)).toBe(LIMIT);
  });

  it('move by the pixels of the wheel', () => {
    const middle = at(18_000_000, million);
    expect(
      virtualTop(scrolled(middle, middle.physical + 100, million)) - virtualTop(middle),
    ).toBeCloseTo(100);
  });

  it('follow the thumb to both ends', () => {
    const bottom = scrolled(TOP, LIMIT - 600, million);
    expect(rowsIn(bottom, million, ROW, 0).last).toBe(1_000_000);
    expect(virtualTop(scrolled(bottom, 0, million))).toBe(0);
  });

  it('can be scrolled from the first row to the last by the wheel alone', () => {
    let scroll: Scroll = at(35_900_000, million);
    for (let turn = 0; turn < 2000; turn++) {
      const physical = Math.min(LIMIT - 600, scroll.physical + 120);
      scroll = scrolled(scroll, physical, million);
      if (isStuck(scroll, million)) scroll = settled(scroll, million);
    }
    expect(rowsIn(scroll, million, ROW, 0).last).toBe(1_000_000);
  });

  it('do not move when the thumb is put where it belongs', () => {
    const scroll = scrolled(at(9_000_000, million), at(9_000_000, million).physical + 900, million);
    expect(virtualTop(settled(scroll, million))).toBeCloseTo(virtualTop(scroll));
  });

  it('show the row that is asked for, and no more movement than needed', () => {
    const row = 777_777;
    const shown = revealing(TOP, row * ROW, (row + 1) * ROW, million);
    const { first, last } = rowsIn(shown, million, ROW, 0);
    expect(first).toBeLessThanOrEqual(row);
    expect(last).toBeGreaterThan(row);
    expect(revealing(shown, row * ROW, (row + 1) * ROW, million)).toBe(shown);
  });
});
