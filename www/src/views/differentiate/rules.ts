// A matched rule in plain words: `[4-5]4*` on R, F, M becomes "R 4–5, F 4, M any".

import type { Axis, Recipe, SegmentReason } from '../../engine/types.ts';
import type { Translation } from '../../i18n/index.ts';
import { ruleReasonText } from './rule-reason.ts';

/** What the positions of a built-in table's cells stand for, by their number. */
const AXES_BY_LENGTH: Readonly<Record<number, readonly Axis[]>> = {
  1: ['rfm'],
  2: ['r', 'f'],
  3: ['r', 'f', 'm'],
};

/** Built-in tables that tell high from low instead of counting scores. */
const HIGH_LOW = new Set(['cn-8']);

/** The axes of a scheme: an own one says them itself. */
export function axesOf(
  scheme: string,
  cell: string,
  recipe: Pick<Recipe, 'schemes'>,
): readonly Axis[] {
  const own = recipe.schemes.find(({ id }) => id === scheme);
  if (own?.rule === 'table') return own.axes;
  return AXES_BY_LENGTH[cell.length] ?? [];
}

/** The positions of a pattern: `[4-5]4*` → `[4-5]`, `4`, `*`. */
export function positions(pattern: string): string[] {
  return pattern.match(/\[[^\]]*\]|./g) ?? [];
}

/** Why a segment, as half a sentence. */
export function because(
  reason: SegmentReason,
  recipe: Pick<Recipe, 'schemes' | 'points'>,
  t: Translation,
): string {
  const { card } = t.differentiate;
  if (reason.rule) return ruleReasonText(reason.rule, recipe, t);
  if (!reason.cell) return byValue(reason, t);
  const axes = axesOf(reason.scheme, reason.cell, recipe);
  const words = (pattern: string) => patternText(pattern, axes, reason.scheme, t);
  const has = card.has(words(reason.cell));
  const rule = reason.pattern ? card.rule(words(reason.pattern)) : card.rest;
  const same = reason.pattern === reason.cell;
  return same ? has : [has, rule].join(t.lang === 'en' ? '; ' : '，');
}

/** A cell or pattern with its axes named. */
export function patternText(
  pattern: string,
  axes: readonly Axis[],
  scheme: string,
  t: Translation,
): string {
  const { card } = t.differentiate;
  return positions(pattern)
    .map((part, index) => {
      const axis = axes[index];
      const score = positionText(part, HIGH_LOW.has(scheme), t);
      return axis ? card.axisScore(card.axis[axis], score) : score;
    })
    .join(t.lang === 'en' ? ', ' : '、');
}

function positionText(part: string, highLow: boolean, t: Translation): string {
  const { card } = t.differentiate;
  if (part === '*') return card.any;
  const range = /^\[(\d)-(\d)\]$/.exec(part);
  if (range) return card.range(score(range[1] ?? ''), score(range[2] ?? ''));
  if (highLow) return part === '2' ? card.high : card.low;
  return score(part);
}

// A score of 10 is written 0, so that each position is one character.
function score(digit: string): string {
  return digit === '0' ? '10' : digit;
}

function byValue({ scheme, segment, value }: SegmentReason, t: Translation): string {
  const { card } = t.differentiate;
  if (value === null) return '';
  if (scheme === 'abc') return card.abc(value);
  if (scheme === 'tenure') return card.tenure(value);
  return segment === 'new' ? card.newLife(value) : card.lifeCycle(value);
}
