import { describe, expect, it } from 'vitest';
import { placeAfter, places, stretches, toggled, widthsOf } from './starts.ts';

describe('columns of fixed width', () => {
  it('begin where they are said to, and no longer where that is said again', () => {
    expect(toggled([0, 8], 4)).toEqual([0, 4, 8]);
    expect(toggled([0, 4, 8], 4)).toEqual([0, 8]);
    // The first one begins where the line does.
    expect(toggled([0, 8], 0)).toEqual([0, 8]);
  });

  it('have the widths of the recipe', () => {
    expect(widthsOf([0, 4, 12], 18)).toEqual([4, 8, 6]);
    expect(widthsOf([0], 9)).toEqual([9]);
    expect(widthsOf([0, 9], 9)).toEqual([9, 1]);
    expect(places({ lines: [['a'], ['b', 'c']], starts: [0] })).toBe(2);
    expect(places({ lines: [], starts: [0] })).toBe(1);
  });
});

describe('the ruler', () => {
  it('goes by keys and stays on the line', () => {
    const cases = [
      ['ArrowRight', 3, 4],
      ['ArrowLeft', 0, 0],
      ['PageDown', 14, 4],
      ['PageUp', 14, 19],
      ['Home', 7, 0],
      ['End', 7, 19],
      ['Tab', 7, undefined],
    ] as const;
    for (const [key, from, to] of cases) expect(placeAfter(key, from, 20), key).toBe(to);
  });

  it('draws wide characters in the places they take', () => {
    expect(stretches(['a', ' ', '张', '', '三', '', 'b', 'c'])).toEqual([
      { text: 'a ', places: 2 },
      { text: '张', places: 2 },
      { text: '三', places: 2 },
      { text: 'bc', places: 2 },
    ]);
    expect(stretches([])).toEqual([]);
  });
});
