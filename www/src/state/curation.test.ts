import { describe, expect, it } from 'vitest';
import type { Correction } from '../engine/types.ts';
import {
  type Curated,
  type Curation,
  curate,
  keyOf,
  NO_CURATION,
  pending,
  pendingCount,
} from './curation.ts';

const set = (row: number, value: string): Correction => ({
  do: 'set',
  file: 'a.csv',
  sheet: null,
  row,
  field: 'date',
  value,
});
const merge = (...ids: string[]): Correction => ({ do: 'merge', ids });
const apart = (...ids: string[]): Correction => ({ do: 'apart', ids });
const replace = (from: string, to: string): Correction => ({
  do: 'replace',
  field: 'city',
  from,
  to,
});
const correct = (step: Correction): Curated => ({ did: 'correct', step });

const having = (...what: Curated[]): Curation => what.reduce(curate, NO_CURATION);

describe('decisions', () => {
  const cases: [string, Curated[], Correction[]][] = [
    [
      'stay in the order they were made',
      [correct(set(2, 'x')), correct(merge('A', 'B'))],
      [set(2, 'x'), merge('A', 'B')],
    ],
    [
      'about the same cell: the later one counts, in the place of the first',
      [correct(set(2, 'x')), correct(set(3, 'y')), correct(set(2, 'z'))],
      [set(2, 'z'), set(3, 'y')],
    ],
    [
      'about the same group, in any order of its members: the later one counts',
      [correct(merge('A', 'B')), correct(apart('B', 'A'))],
      [apart('B', 'A')],
    ],
    [
      'about another group stay apart',
      [correct(merge('A', 'B')), correct(merge('A', 'B', 'C'))],
      [merge('A', 'B'), merge('A', 'B', 'C')],
    ],
    [
      'replacing the same value: the later one counts',
      [correct(replace('SH', 'Shanghai')), correct(replace('SH', '上海'))],
      [replace('SH', '上海')],
    ],
    [
      'are undone one by one',
      [correct(set(2, 'x')), correct(set(2, 'y')), { did: 'undo' }],
      [set(2, 'x')],
    ],
    ['are done again', [correct(set(2, 'x')), { did: 'undo' }, { did: 'redo' }], [set(2, 'x')]],
    [
      'that were undone are gone after another one',
      [correct(set(2, 'x')), { did: 'undo' }, correct(set(3, 'y')), { did: 'redo' }],
      [set(3, 'y')],
    ],
    ['nothing to undo changes nothing', [{ did: 'undo' }, { did: 'redo' }], []],
    [
      'in the place of another one: one step to undo',
      [
        correct(set(2, 'x')),
        { did: 'correct', step: replace('SH', 'x'), insteadOf: keyOf(set(2, 'x')) },
        { did: 'undo' },
      ],
      [set(2, 'x')],
    ],
    [
      'can be taken back all at once, and that can be undone',
      [correct(set(2, 'x')), { did: 'drop' }, { did: 'undo' }],
      [set(2, 'x')],
    ],
  ];
  it.each(cases)('%s', (_name, what, wanted) => {
    expect(having(...what).wanted).toEqual(wanted);
  });

  it('the same decision twice is one step to undo', () => {
    expect(having(correct(set(2, 'x')), correct(set(2, 'x'))).past).toHaveLength(1);
  });
});

describe('what waits', () => {
  const loaded: Curated = { did: 'loaded', steps: [set(2, 'x'), merge('A', 'B')] };
  const retract: Curated = { did: 'retract', key: '["group","A","B"]' };
  const cases: [string, Curated[], number][] = [
    ['nothing at first', [], 0],
    ['nothing after corrections were loaded', [loaded], 0],
    ['a new decision', [loaded, correct(set(9, 'y'))], 1],
    ['a decision that is taken back', [loaded, retract], 1],
    ['another answer to the same question is one decision', [loaded, correct(apart('A', 'B'))], 1],
    [
      'the same answer again is none',
      [loaded, correct(apart('A', 'B')), correct(merge('A', 'B'))],
      0,
    ],
    [
      'nothing after applying',
      [correct(set(2, 'x')), { did: 'applied', steps: [set(2, 'x')], saved: 1 }],
      0,
    ],
  ];
  it.each(cases)('%s', (_name, what, count) => {
    expect(pendingCount(having(...what))).toBe(count);
  });

  it('what is taken back is told apart from what is added', () => {
    const { added, gone } = pending(having(loaded, retract, correct(set(9, 'y'))));
    expect([added, gone]).toEqual([[set(9, 'y')], [merge('A', 'B')]]);
  });

  it('decisions can still be undone after they were applied', () => {
    const state = having(
      correct(set(2, 'x')),
      { did: 'applied', steps: [set(2, 'x')], saved: 1 },
      { did: 'undo' },
    );
    expect([state.wanted, pendingCount(state)]).toEqual([[], 1]);
  });

  it('how many rows were saved is told until another part is opened', () => {
    const applied: Curated = { did: 'applied', steps: [], saved: 3 };
    expect(having(applied).saved).toBe(3);
    expect(having(applied, { did: 'section', section: 'log' }).saved).toBeNull();
  });
});

describe('a decision that needs no file', () => {
  const step: Correction = {
    do: 'override',
    id: 'C1',
    scheme: 'value',
    segment: 'high',
    reason: 'x',
  };

  it('is in effect at once, and what waits goes on waiting', () => {
    const waiting = curate(NO_CURATION, { did: 'correct', step: apart('a', 'b') });
    const set = curate(waiting, { did: 'settled', step, isSet: true });
    expect(set.applied).toEqual([step]);
    expect(pending(set)).toEqual({ added: [apart('a', 'b')], gone: [] });
    const other = { ...step, segment: 'low' };
    expect(curate(set, { did: 'settled', step: other, isSet: true }).applied).toEqual([other]);
    expect(curate(set, { did: 'settled', step, isSet: false })).toMatchObject({
      applied: [],
      wanted: [apart('a', 'b')],
    });
  });

  it('undone like others, it waits to be taken back', () => {
    const set = curate(NO_CURATION, { did: 'settled', step, isSet: true });
    expect(pending(curate(set, { did: 'undo' })).gone).toEqual([step]);
  });
});
