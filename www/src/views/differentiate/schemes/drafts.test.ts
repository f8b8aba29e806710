import { describe, expect, it } from 'vitest';
import type { PartitionReport, Scheme, SchemeEntry, Scores } from '../../../engine/types.ts';
import { createTranslation } from '../../../i18n/index.ts';
import { withMoved, withSegment } from './brushes.ts';
import { isComplete, problems } from './check.ts';
import {
  draftOf,
  editedOf,
  freshId,
  isEditable,
  isSaidDraft,
  KINDS,
  newScheme,
  renamed,
  schemeOfDraft,
} from './drafts.ts';
import { bandBinning, bandNames } from './forms.ts';
import { offered, withNeeded } from './library.ts';
import { type Painting, paintingOf } from './paint.ts';
import { pastedTable } from './pasted-table.ts';

const zh = createTranslation('zh-CN', 'CNY');
const en = createTranslation('en', 'CNY');
const five = { method: 'quantile', bins: 5 } as const;
const SCORES: Scores = { recency: five, frequency: five, monetary: five, nested: false };

const entry = (id: string, own = false): SchemeEntry => ({
  scheme: { id, name: '', rule: 'abc' },
  segments: [],
  own,
  fits: true,
});

function blank(): Painting {
  const painting = paintingOf(newScheme('table', [], en), SCORES);
  if (!painting) throw new Error('no table');
  return painting;
}

describe('a draft', () => {
  it.each(KINDS)('of a new %s works as it is, and reads back', (kind) => {
    const scheme = newScheme(kind, [], zh);
    const draft = draftOf(scheme, SCORES);
    if (!draft) throw new Error('no draft');
    expect(isEditable(scheme)).toBe(true);
    expect(isSaidDraft(draft)).toBe(true);
    expect(schemeOfDraft(draft, zh)).toEqual(scheme);
    expect(schemeOfDraft(renamed(draft, '甲'), zh).name).toBe('甲');
    expect(schemeOfDraft(renamed(draft, ' '), zh).name).toBe('我的方案');
  });

  it('of a built-in scheme is a copy with an id of its own', () => {
    const entries = [entry('abc'), entry('own-1', true)];
    expect(freshId(entries)).toBe('own-2');
    expect(editedOf(entry('abc'), entries, zh)).toMatchObject({
      id: 'own-2',
      name: '按收入分 ABC（副本）',
    });
    expect(editedOf(entry('own-1', true), entries, zh).id).toBe('own-1');
    expect(isEditable({ id: 'x', name: '', rule: 'abc' })).toBe(false);
    expect(draftOf({ id: 'x', name: '', rule: 'tenure' }, SCORES)).toBeNull();
  });
});

describe('the library', () => {
  it('offers what is not there, and takes what a scheme needs', () => {
    const table = newScheme('table', [], en);
    const small = { ...table, id: 'rf-5' };
    const steps = [
      { from_orders: 0, scheme: 'rf-5' },
      { from_orders: 500, scheme: 'abc' },
    ];
    const adaptive: Scheme = { id: 'adaptive', name: '', rule: 'adaptive', steps };
    const library = [small, adaptive];
    const entries = [entry('abc')];
    expect(offered(library, [...entries, { scheme: small }])).toEqual([adaptive]);
    expect(withNeeded(adaptive, library, entries)).toEqual([small, adaptive]);
    expect(withNeeded(adaptive, library, [...entries, { scheme: small }])).toEqual([adaptive]);
    expect(withNeeded(small, library, entries)).toEqual([small]);
  });
});

describe('a pasted table', () => {
  it('keeps overlaps and gaps, and says what it could not read', () => {
    const text = 'Best: 55, 54\nGood：[4-5]*\n\nBest\t11\nnonsense\nOdd: 5x 6';
    const { painting, unread } = pastedTable(text, blank());
    expect(painting.rows.map(({ segment, cells }) => [segment.name, cells.size])).toEqual([
      ['Best', 2],
      ['Good', 10],
      ['Best', 1],
      ['Odd', 0],
    ]);
    expect(painting.rows[0]?.segment.code).toBe(painting.rows[2]?.segment.code);
    expect(painting.otherwise).toBeNull();
    expect(unread).toEqual(['nonsense', '5x', '6']);
  });
});

describe('the check', () => {
  const report: PartitionReport = {
    cells: 25,
    uncovered: ['11', '12'],
    overlapping: [['55', ['segment_1', 'mine']]],
    unreachable: ['mine'],
  };

  it('says gaps, overlaps and segments of nobody', () => {
    const painting = { ...blank(), otherwise: null };
    expect(problems(report, painting, 7, en).map(({ text }) => text)).toEqual([
      '2 cells belong to nobody: 7 customers would have no segment.',
      '1 cell is claimed by several segments; the first in the list wins.',
      'Nobody can ever be in mine.',
    ]);
    expect(problems(report, painting, 7, en)[1]?.cells).toEqual(['55: Segment 1 before mine']);
    expect(isComplete(report, painting)).toBe(false);
  });

  it('a gap that falls to the rest leaves nobody out', () => {
    expect(problems(report, blank(), 0, zh)[0]?.text).toBe('2 格归入“其他客户”。');
    expect(isComplete(report, blank())).toBe(true);
    const clean = { cells: 25, uncovered: [], overlapping: [], unreachable: [] };
    expect(problems(clean, blank(), 0, zh)).toEqual([]);
  });
});

describe('segments', () => {
  it('renamed, a translated one gets a code that is not translated; all rows of it change', () => {
    const segment = { code: 'champions', name: 'Champions', health: 'loyal' } as const;
    const row = { segment, cells: new Set<string>() };
    const table = { ...blank(), rows: [row, ...blank().rows, row] };
    const next = withSegment(table, 0, { name: 'Best' }, en);
    expect(next.rows.map((one) => one.segment.name)).toEqual(['Best', 'Segment 1', 'Best']);
    expect(next.rows[0]?.segment.code).toBe('segment_4');
    expect(withSegment(table, 0, { health: 'lost' }, en).rows[2]?.segment).toEqual({
      ...segment,
      health: 'lost',
    });
    expect(withMoved(table, 1, 0).rows.map((one) => one.segment.code)).toEqual([
      'segment_1',
      'champions',
      'champions',
    ]);
  });

  it('bands have as many names and cuts as there are bands', () => {
    expect(bandNames([], 3, en).map(({ code }) => code)).toEqual([
      'segment_1',
      'segment_2',
      'segment_3',
    ]);
    expect(bandNames(bandNames([], 3, en), 2, en)).toHaveLength(2);
    expect(bandBinning('fixed', 3, [10])).toEqual({ method: 'fixed', cuts: [10, 110] });
    expect(bandBinning('jenks', 4)).toEqual({ method: 'jenks', bins: 4 });
  });
});
