// Which schemes can be edited here, and a draft of each: the scheme itself, a copy, or a new one.

import type { Scheme, SchemeEntry } from '../../../engine/types.ts';
import type { Translation } from '../../../i18n/index.ts';
import { MOST_AXES } from './axes.ts';

/** Tables of at most three axes are painted. */
export function isEditable(scheme: Scheme): boolean {
  return scheme.rule === 'table' && scheme.axes.length <= MOST_AXES;
}

/** What is edited: an own scheme itself, a copy of a built-in one. */
export function draftOf(
  { scheme, own }: SchemeEntry,
  entries: readonly SchemeEntry[],
  t: Translation,
): Scheme {
  if (own) return scheme;
  const name = t.schemes.copyOf(t.names.scheme(scheme.id, scheme.name));
  return { ...scheme, id: freshId(entries), name };
}

/** A table on which nothing is painted yet. */
export function newTable(entries: readonly SchemeEntry[], t: Translation): Scheme {
  const { others, newSegment } = t.schemes.editor;
  return {
    id: freshId(entries),
    name: t.schemes.newName,
    rule: 'table',
    axes: ['r', 'f'],
    rows: [{ code: 'segment_1', name: newSegment(1), health: 'loyal', cells: '' }],
    otherwise: { code: 'others', name: others, health: 'needs_care' },
  };
}

export function freshId(entries: readonly Pick<SchemeEntry, 'scheme'>[]): string {
  const taken = new Set(entries.map(({ scheme }) => scheme.id));
  let number = 1;
  while (taken.has(`own-${number}`)) number += 1;
  return `own-${number}`;
}
