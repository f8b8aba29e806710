import { describe, expect, it } from 'vitest';
import type { Scheme, Scores } from '../../../engine/types.ts';
import { sizesOf } from './axes.ts';
import {
  allCells,
  compress,
  disentangled,
  expand,
  freshCode,
  ownerOf,
  painted,
  paintingOf,
  schemeOf,
  totalsOf,
  withAxes,
} from './paint.ts';

const five = { method: 'quantile', bins: 5 } as const;
const SCORES: Scores = { recency: five, frequency: five, monetary: five } as Scores;

const table: Scheme = {
  id: 'own',
  name: 'Own',
  rule: 'table',
  axes: ['r', 'f'],
  rows: [
    { code: 'best', name: 'Best', health: 'loyal', cells: '[4-5]5' },
    { code: 'good', name: 'Good', health: 'growing', cells: '5* [3-4]4' },
  ],
};

function painting(scheme: Scheme = table) {
  const found = paintingOf(scheme, SCORES);
  if (!found) throw new Error('no table');
  return found;
}

describe('patterns', () => {
  it.each([
    ['5[4-5]', ['54', '55']],
    ['*5', ['15', '25', '35', '45', '55']],
    ['12', ['12']],
    ['1', []],
    ['1x', []],
    ['[5-4]1', []],
  ])('%s', (pattern, cells) => {
    expect(expand(pattern, [5, 5])).toEqual(cells);
  });

  it('a score of 10 is written 0', () => {
    expect(expand('[9-0]', [10])).toEqual(['9', '0']);
    expect(compress(['9', '0'], [10])).toBe('[9-0]');
    expect(compress(allCells([10]), [10])).toBe('*');
  });

  it.each([
    [[5, 5], 7],
    [[5, 5, 5], 3],
    [[2, 10], 11],
  ])('hold exactly the cells that they were made from: %j, every %i', (sizes, every) => {
    const cells = allCells(sizes).filter((_, index) => index % every !== 0);
    const again = new Set(
      compress(cells, sizes)
        .split(' ')
        .flatMap((one) => expand(one, sizes)),
    );
    expect([...again].sort()).toEqual([...cells].sort());
  });

  it('are few', () => {
    expect(compress(allCells([5, 5, 5]), [5, 5, 5])).toBe('***');
    expect(compress(['44', '45', '54', '55'], [5, 5])).toBe('[4-5][4-5]');
    expect(compress([], [5, 5])).toBe('');
  });
});

describe('a painting', () => {
  it('reads back as the table it was', () => {
    const again = schemeOf(painting());
    expect(schemeOf(painting(again))).toEqual(again);
    expect(paintingOf({ id: 'x', name: '', rule: 'abc' }, SCORES)).toBeNull();
  });

  it('the first row has a cell that several hold, until it is painted', () => {
    expect(ownerOf(painting(), '55')?.code).toBe('best');
    expect(ownerOf(painting(), '11')).toBeNull();
    const next = painted(painting(), ['55', '11'], 'good');
    expect([ownerOf(next, '55')?.code, ownerOf(next, '11')?.code]).toEqual(['good', 'good']);
    expect(ownerOf(painted(next, ['11'], null), '11')).toBeNull();
  });

  it('without overlaps keeps who has what', () => {
    const clean = disentangled(painting());
    for (const cell of allCells([5, 5]))
      expect(ownerOf(clean, cell)).toEqual(ownerOf(painting(), cell));
    expect(clean.rows.filter(({ cells }) => cells.has('55'))).toHaveLength(1);
  });

  it('counts customers by who has their cell', () => {
    const counts = [
      { cell: '55', customers: 3, revenue: 30 },
      { cell: '54', customers: 2, revenue: 20 },
      { cell: '11', customers: 4, revenue: 4 },
    ];
    expect([...totalsOf(painting(), counts)]).toEqual([
      ['best', { customers: 3, revenue: 30 }],
      ['good', { customers: 2, revenue: 20 }],
      ['', { customers: 4, revenue: 4 }],
    ]);
  });

  it('means of scores have as many values as the core gives them', () => {
    const mixed = { ...SCORES, monetary: { method: 'fixed', cuts: [1, 2] } } as Scores;
    expect(sizesOf(['r', 'm', 'fm', 'rfm'], mixed)).toEqual([5, 3, 4, 4]);
  });

  it('on other axes keeps what it says about those that stay', () => {
    const three = withAxes(painting(), ['r', 'f', 'm'], SCORES);
    expect(ownerOf(three, '551')?.code).toBe('best');
    expect(ownerOf(three, '111')).toBeNull();
    expect(schemeOf(three)).toMatchObject({
      rows: [{ cells: '[4-5]5*' }, { cells: '[3-5]4* 5**' }],
    });
    const back = withAxes(three, ['r', 'f'], SCORES);
    expect(schemeOf(back)).toEqual(schemeOf(painting()));
  });

  it('new segments have codes of their own', () => {
    expect(freshCode(painting())).toBe('segment_3');
    const segment = { code: 'segment_4', name: '', health: 'lost' } as const;
    const rows = [...painting().rows, { segment, cells: new Set<string>() }];
    expect(freshCode({ ...painting(), rows })).toBe('segment_5');
  });
});
