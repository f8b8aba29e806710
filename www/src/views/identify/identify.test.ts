// The room's decisions that are no drawing: what a group stands for, what a gap can be filled with, where a rule is changed.

import { describe, expect, it } from 'vitest';
import type { Cleaning, Correction, DuplicateGroup, IssueCode } from '../../engine/types.ts';
import { ROLES, roleOf } from '../mapping/roles.ts';
import { canUndo, standingOf } from './duplicate-decision.ts';
import { sectionOf } from './log.ts';
import { fillsFor } from './missing.ts';
import { stepOf } from './problem-rows.ts';
import { keeping } from './rules.ts';

const group = (decision: DuplicateGroup['decision']): DuplicateGroup => ({
  likelihood: 0.95,
  certain: false,
  decision,
  members: ['A', 'B'].map((id) => ({
    id,
    shown: id,
    customer: 1,
    values: [],
    lines: 1,
    heard: null,
  })),
  agreement: [],
  merged: [],
});
const merge: Correction = { do: 'merge', ids: ['B', 'A'] };
const apart: Correction = { do: 'apart', ids: ['A', 'B'] };

describe('a group of duplicates', () => {
  const cases: [string, DuplicateGroup['decision'], Correction[], Correction[], string][] = [
    ['nobody decided', null, [], [], 'open'],
    ['is to be merged', null, [], [merge], 'willMerge'],
    ['is to be kept apart', null, [], [apart], 'willApart'],
    ['was merged', 'merged', [merge], [merge], 'isMerged'],
    ['was merged and is to be kept apart', 'merged', [merge], [apart], 'willApart'],
    ['was merged and is taken back', 'merged', [merge], [], 'willOpen'],
    ['was merged by a rule', 'merged', [], [], 'isMerged'],
    ['was merged by a rule and is to be kept apart', 'merged', [], [apart], 'willApart'],
    ['was kept apart', 'apart', [apart], [apart], 'isApart'],
  ];
  it.each(cases)('%s', (_name, decision, applied, wanted, standing) => {
    expect(standingOf({ applied, wanted }, group(decision))).toBe(standing);
  });

  it('what a rule merged has no decision to undo', () => {
    expect(canUndo({ wanted: [] }, group('merged'))).toBe(false);
    expect(canUndo({ wanted: [merge] }, group('merged'))).toBe(true);
  });
});

describe('the grid of corrections', () => {
  it.each([
    ['Enter', false, 1],
    ['Enter', true, -1],
    ['ArrowDown', false, 1],
    ['ArrowUp', false, -1],
    ['ArrowLeft', false, 0],
    ['a', false, 0],
  ])('%s (shift %s) leads %i rows on', (key, shiftKey, step) => {
    expect(stepOf({ key, shiftKey })).toBe(step);
  });
});

describe('gaps', () => {
  it.each([
    ['amount', ['report', 'median', 'mode', 'constant']],
    ['date', ['report', 'mode', 'constant']],
    ['city', ['report', 'exclude', 'unknown', 'mode', 'constant']],
  ] as const)('%s', (field, fills) => {
    expect(fillsFor(field)).toEqual(fills);
  });

  it('what a recipe says is offered too', () => {
    expect(fillsFor('amount', 'exclude')).toContain('exclude');
  });
});

describe('rules', () => {
  it.each([
    ['corrections', 'corrections'],
    ['recipe.cleaning.duplicates.merge', 'duplicates'],
    ['recipe.cleaning.missing', 'missing'],
    ['recipe.cleaning.refunds', 'repairs'],
    ['recipe.measures.as_of', null],
    ['', null],
  ])('%s is changed in %s', (rule, section) => {
    expect(sectionOf(rule)).toBe(section);
  });

  const missing = { city: { fill: 'exclude' }, phone: { fill: 'unknown' } };
  const cleaning = { refunds: 'drop', missing } as Cleaning;
  it.each([
    ['row.refund_dropped', { refunds: 'net' }],
    ['row.repeated', { repeated: 'keep' }],
    ['customer.incomplete', { missing: { phone: { fill: 'unknown' } } }],
    ['date.unreadable', null],
  ] as [string, Partial<Cleaning> | null][])('%s is undone by %o', (code, rule) => {
    expect(keeping(code as IssueCode, cleaning)).toEqual(rule);
  });
});

describe('roles of columns', () => {
  it('no role stands in two groups', () => {
    const all = Object.values(ROLES).flat();
    expect(new Set(all).size).toBe(all.length);
  });

  it('only names of roles are roles', () => {
    expect([roleOf('amount'), roleOf(''), roleOf('nonsense')]).toEqual(['amount', null, null]);
  });
});
