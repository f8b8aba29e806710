// What the positions of a table's cells stand for, and how many values each has.

import type { Axis, Binning, Scores } from '../../../engine/types.ts';

export const AXES: readonly Axis[] = ['r', 'f', 'm', 'fm', 'rfm'];

/** Axes that can be painted: rows, columns, and a grid for each value of the third. */
export const MOST_AXES = 3;

/** How many values an axis has with these scores. */
export function sizesOf(axes: readonly Axis[], scores: Scores): number[] {
  const [r, f, m] = [scores.recency, scores.frequency, scores.monetary].map(binsOf) as [
    number,
    number,
    number,
  ];
  const size: Record<Axis, number> = {
    r,
    f,
    m,
    fm: Math.ceil((f + m) / 2),
    rfm: Math.floor((2 * (r + f + m) + 3) / 6),
  };
  return axes.map((axis) => size[axis]);
}

export function binsOf(binning: Binning): number {
  if ('bins' in binning) return binning.bins;
  return binning.method === 'fixed' ? binning.cuts.length + 1 : 2;
}
