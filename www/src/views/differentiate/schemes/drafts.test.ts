import { describe, expect, it } from 'vitest';
import type { Questions } from '../../../engine/questions.ts';
import type {
  PartitionReport,
  Recipe,
  Scheme,
  SchemeEntry,
  Scores,
} from '../../../engine/types.ts';
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
  nameTaken,
  newScheme,
  renamed,
  schemeOfDraft,
  segmentNamedTwice,
} from './drafts.ts';
import { bandBinning, bandNames, cutsIn, within } from './forms.ts';
import { forgetDraft, keepDraft, keptDraft } from './kept-draft.ts';
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

describe('names', () => {
  const drafted = (scheme: Scheme) => {
    const draft = draftOf(scheme, SCORES);
    if (!draft) throw new Error('no draft');
    return draft;
  };

  it('of two schemes are never the same; its own is no other', () => {
    const entries = [entry('rfm-11')];
    const draft = drafted(newScheme('bands', entries, en));
    expect(nameTaken(draft, entries, en)).toBeUndefined();
    expect(nameTaken(renamed(draft, ' rfm, 11 segments'), entries, en)).toBe('RFM, 11 segments');
    const saved = { ...entry('own-1', true), scheme: schemeOfDraft(draft, en) };
    expect(nameTaken(draft, [...entries, saved], en)).toBeUndefined();
    expect(newScheme('bands', [saved], en).name).toBe('My scheme 2');
    expect(nameTaken(drafted(newScheme('quota', [saved], zh)), [saved], zh)).toBeUndefined();
  });

  it.each(KINDS)('of the segments of a new %s differ', (kind) => {
    expect(segmentNamedTwice(drafted(newScheme(kind, [], zh)), zh)).toBeUndefined();
  });

  it('of two segments may not be the same; rows of one code are one segment', () => {
    const bands = newScheme('bands', [], en);
    if (bands.rule !== 'bands') throw new Error('no bands');
    const [high, ...rest] = bands.segments;
    if (!high) throw new Error('no band');
    const twice = { ...bands, segments: [high, { ...high, code: 'mine', name: 'high value ' }] };
    expect(segmentNamedTwice(drafted(twice), en)).toBe('high value ');
    expect(segmentNamedTwice(drafted({ ...bands, segments: [high, high, ...rest] }), en)).toBe(
      undefined,
    );
    // A band that is added takes no name that is there.
    const named = [{ ...high, code: 'mine', name: 'Band 2' }];
    expect(bandNames(named, 2, en).map(({ name }) => name)).toEqual(['Band 2', 'Band 3']);
  });
});

describe('a draft that is left', () => {
  const recipe = (...ids: string[]) =>
    ({ scores: SCORES, schemes: ids.map((id) => ({ id })) }) as Recipe;
  const draft = draftOf(newScheme('table', [], en), SCORES);

  it('is there on return, for its own element only, until it is put away', () => {
    const [mine, other] = [{}, {}] as Questions[];
    if (!mine || !other) throw new Error('nobody answers');
    keepDraft(mine, draft, recipe());
    expect(keptDraft(mine, recipe())).toEqual(draft);
    expect(keptDraft(other, recipe())).toBeNull();
    // Its id may be the other scheme's by now.
    expect(keptDraft(mine, recipe('own-1'))).toBeNull();
    keepDraft(mine, null, recipe());
    expect(keptDraft(mine, recipe())).toBeNull();
    keepDraft(mine, draft, recipe());
    forgetDraft(mine);
    expect(keptDraft(mine, recipe())).toBeNull();
  });

  it('has the cells that there are by now', () => {
    const ask = {} as Questions;
    keepDraft(ask, draft, recipe());
    const three = { method: 'quantile', bins: 3 } as const;
    const scores = { ...SCORES, recency: three };
    expect(keptDraft(ask, { ...recipe(), scores })).toMatchObject({ painting: { sizes: [3, 5] } });
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
    expect(cutsIn('300, 100；100')).toEqual([100, 300]);
    expect(cutsIn('100, x')).toEqual([]);
    expect(cutsIn('1 2 3 4 5 6 7 8 9 10')).toHaveLength(9);
  });

  it('a number beyond its limits is the nearest that is used, none is what was there', () => {
    expect([within(0, 2, 10, 3), within(150, 0.01, 100, 20)]).toEqual([2, 100]);
    expect(within(Number.NaN, 2, 10, 3)).toBe(3);
  });
});
