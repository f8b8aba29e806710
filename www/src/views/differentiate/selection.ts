// What a click on a chart makes of the filter. Clicking what is selected takes it away again.

import type { Factor, Filter } from '../../engine/types.ts';

export function hasSegment(filter: Filter, scheme: string, code: string): boolean {
  return filter.segments.some(([id, segment]) => id === scheme && segment === code);
}

/** A customer has one segment in a scheme: another one of the same scheme takes its place. */
export function toggleSegment(filter: Filter, scheme: string, code: string): Filter {
  const others = filter.segments.filter(([id]) => id !== scheme);
  return {
    ...filter,
    segments: hasSegment(filter, scheme, code) ? others : [...others, [scheme, code]],
  };
}

export function hasCell(filter: Filter, recency: number, frequency: number): boolean {
  return hasScore(filter, 'recency', recency) && hasScore(filter, 'frequency', frequency);
}

/** A cell is a recency score and a frequency score at once. */
export function toggleCell(filter: Filter, recency: number, frequency: number): Filter {
  const others = filter.scores.filter(([factor]) => factor === 'monetary');
  if (hasCell(filter, recency, frequency)) return { ...filter, scores: others };
  return { ...filter, scores: [...others, ['recency', recency], ['frequency', frequency]] };
}

export function hasRange(filter: Filter, factor: Factor, from: number, to: number): boolean {
  return filter.ranges.some(
    ([other, low, high]) => other === factor && low === from && high === to,
  );
}

export function toggleRange(filter: Filter, factor: Factor, from: number, to: number): Filter {
  const others = filter.ranges.filter(([other]) => other !== factor);
  return {
    ...filter,
    ranges: hasRange(filter, factor, from, to) ? others : [...others, [factor, from, to]],
  };
}

function hasScore(filter: Filter, factor: Factor, score: number): boolean {
  return filter.scores.some(([other, value]) => other === factor && value === score);
}
