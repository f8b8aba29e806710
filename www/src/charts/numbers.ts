// Small arithmetic and figures that charts share.

import type { Translation } from '../i18n/index.ts';

/** `part / whole`, and 0 of nothing. */
export function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}

/** `part / whole`; null where there is nothing to share, as of revenue that refunds have eaten up. */
export function shareOf(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
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

/** A share with one decimal always, so that a column of them lines up. */
export function fixedPercent(share: number, t: Translation): string {
  const whole = t.percent(share, 1);
  return /[.,]/.test(whole) ? whole : whole.replace(/(\d)(\D*)$/, '$1.0$2');
}

/** Money without cents, and in short from ten thousand on: ¥1,760, ¥2.03万. */
export function roundMoney(amount: number, t: Translation): string {
  return Math.abs(amount) < 10_000 ? t.money(Math.round(amount)) : t.moneyShort(amount);
}

/** Between 0 and 1. */
export function unit(value: number): number {
  return Math.min(1, Math.max(0, value));
}
