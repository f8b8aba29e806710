// Thresholds as numbers: where the line of one is drawn, how far it may be moved, and what the used ones are as fixed ones.

import type { Factor, Thresholds } from '../engine/types.ts';
import { unit } from './numbers.ts';

/** The smallest step between two values: whole days and orders, ten-thousandths of money. */
export const STEP: Readonly<Record<Factor, number>> = {
  recency: 1,
  frequency: 1,
  monetary: 0.0001,
};

/**
 * Between equal cuts, so that fixed ones ascend: too little to move anybody. Days and orders are whole, and the core reads
 * their cuts to the thousandth; money is rounded to the ten-thousandth.
 */
const HAIR: Readonly<Record<Factor, number>> = { recency: 0.001, frequency: 0.001, monetary: 2e-6 };

const SECONDS_OF_A_DAY = 86_400;

/** Where a value stands from left (0) to right (1); bars are equally wide whatever they span. */
export function position(edges: readonly number[], value: number): number {
  const bars = edges.length - 1;
  const after = edges.findIndex((edge) => edge > value);
  if (after < 0) return 1;
  if (after === 0) return 0;
  const low = edges[after - 1] ?? 0;
  const high = edges[after] ?? low;
  return unit((after - 1 + (value - low) / (high - low)) / bars);
}

/** The value that stands there: the inverse of `position`. */
export function valueAt(edges: readonly number[], place: number): number {
  const bars = edges.length - 1;
  if (bars < 1) return edges[0] ?? 0;
  const at = unit(place) * bars;
  const bar = Math.min(bars - 1, Math.floor(at));
  const low = edges[bar] ?? 0;
  return low + (at - bar) * ((edges[bar + 1] ?? low) - low);
}

/** Where the line of a cut is drawn: between the last value below it and the first above it. */
export function boundary({ factor, right_closed }: Thresholds, cut: number): number {
  if (factor === 'monetary') return cut;
  return right_closed ? Math.floor(cut) + 1 : Math.ceil(cut);
}

/** The cut whose line is drawn there. */
export function cutAt(factor: Factor, edges: readonly number[], place: number): number {
  const value = valueAt(edges, place);
  if (factor !== 'monetary') return Math.round(value) - 1;
  const grain = grainOf(edges);
  // Not 0.30000000000000004.
  return Number((Math.round(value / grain) * grain).toFixed(4));
}

/** The round amount that a dragged threshold of money snaps to: about a tenth of a bar, never below a cent. */
export function grainOf(edges: readonly number[]): number {
  const bar = barOf(edges);
  const decade = 10 ** Math.floor(Math.log10(Math.max(bar / 10, 0.01)));
  return Math.max(0.01, decade);
}

/** How much one bar spans; the first and the last one may span more. */
export function barOf(edges: readonly number[]): number {
  const middle = Math.floor((edges.length - 1) / 2);
  return Math.max(0.01, (edges[middle + 1] ?? 1) - (edges[middle] ?? 0));
}

/**
 * The cuts in use as fixed ones, which every customer passes in the same way. `ntile` may have split equal values: they are
 * together then.
 */
export function fixedCuts(
  { cuts, factor, right_closed, method }: Thresholds,
  inSeconds = false,
): number[] {
  const scale =
    factor === 'monetary' ? 10_000 : factor === 'recency' && inSeconds ? SECONDS_OF_A_DAY : 1;
  const fixed = cuts.map((cut) => {
    if (method === 'fixed') return cut;
    const raw = cut * scale;
    // The last whole step below the line: a cut can be a fraction of a step, and a float beside a whole one.
    const near = Math.round(raw);
    const whole = Math.abs(raw - near) < Math.max(1e-7, 1e-15 * Math.abs(near)) ? near : null;
    const last = right_closed ? (whole ?? Math.floor(raw)) : (whole ?? Math.ceil(raw)) - 1;
    return last / scale;
  });
  return ascending(fixed, factor);
}

/** Equal cuts are moved apart by a hair. */
function ascending(cuts: readonly number[], factor: Factor): number[] {
  const apart: number[] = [];
  for (const cut of cuts) {
    const before = apart.at(-1);
    apart.push(before !== undefined && cut <= before ? before + HAIR[factor] : cut);
  }
  return apart;
}

/** Between which values a cut may be: nobody passes a neighbour, and no score at the end is emptied. */
export function limits(
  { cuts, factor, min, max }: Thresholds,
  index: number,
  edges: readonly number[],
): { readonly low: number; readonly high: number } {
  const step = factor === 'monetary' ? grainOf(edges) : 1;
  const below = cuts[index - 1];
  const above = cuts[index + 1];
  return {
    low: below === undefined ? min : below + step,
    high: above === undefined ? Math.max(min, max - step) : above - step,
  };
}

/** The cuts with one of them moved as far as it may; the same ones when it may not. */
export function moved(
  thresholds: Thresholds,
  index: number,
  wanted: number,
  edges: readonly number[],
): readonly number[] {
  const { cuts, factor } = thresholds;
  const { low, high } = limits(thresholds, index, edges);
  const now = cuts[index];
  if (now === undefined || high < low) return cuts;
  const within = Math.min(high, Math.max(low, wanted));
  // A limit beside a hair is a fraction.
  const value = factor === 'monetary' ? within : Math.round(within);
  if (value === now) return cuts;
  return cuts.map((cut, at) => (at === index ? value : cut));
}

/** Where a key leads: one unit by arrows, a bar by Page keys, the ends by Home and End; null for other keys. */
export function keyed(
  key: string,
  thresholds: Thresholds,
  index: number,
  edges: readonly number[],
): number | null {
  const now = thresholds.cuts[index] ?? 0;
  const isMoney = thresholds.factor === 'monetary';
  // One unit of money, unless all of it is a few units.
  const one = isMoney ? Math.min(1, grainOf(edges)) : 1;
  const page = Math.max(one, isMoney ? barOf(edges) : Math.round(barOf(edges)));
  const { low, high } = limits(thresholds, index, edges);
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return now + one;
    case 'ArrowLeft':
    case 'ArrowDown':
      return now - one;
    case 'PageUp':
      return now + page;
    case 'PageDown':
      return now - page;
    case 'Home':
      return low;
    case 'End':
      return high;
    default:
      return null;
  }
}

/** Least distance of two handles, as a share of the width: a finger has to meet one of them. */
const APART = 0.14;

/** Where handles are drawn: at their lines, or as near to them as leaves room between them. Places ascend, 0 to 1. */
export function spread(places: readonly number[]): number[] {
  const gap = Math.min(APART, 0.94 / Math.max(1, places.length));
  const edge = gap / 2;
  const pushed: number[] = [];
  for (const place of places)
    pushed.push(Math.max(place, pushed.length ? (pushed.at(-1) ?? 0) + gap : edge));
  // What was pushed out at the end is pushed back.
  let most = 1 - edge;
  for (let at = pushed.length - 1; at >= 0; at -= 1) {
    pushed[at] = Math.min(pushed[at] ?? most, most);
    most = (pushed[at] ?? most) - gap;
  }
  return pushed;
}
