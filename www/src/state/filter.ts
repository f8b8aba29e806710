// Selections.

import type { Filter } from '../engine/types.ts';

/** Everybody: what a filter is when nothing is selected. */
export const EVERYBODY: Filter = { segments: [], scores: [], ranges: [], search: '' };

/** Whether a filter lets everybody through. */
export function isEverybody(filter: Filter): boolean {
  const { segments, scores, ranges, search } = filter;
  return segments.length + scores.length + ranges.length + search.length === 0;
}
