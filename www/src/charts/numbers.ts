// Small arithmetic that charts share.

/** `part / whole`, and 0 of nothing. */
export function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}

export function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}

/** The item with the largest value; undefined of nothing. */
export function largest<T>(items: readonly T[], value: (item: T) => number): T | undefined {
  return items.reduce<T | undefined>(
    (best, item) => (best === undefined || value(item) > value(best) ? item : best),
    undefined,
  );
}

/** Between 0 and 1. */
export function unit(value: number): number {
  return Math.min(1, Math.max(0, value));
}
