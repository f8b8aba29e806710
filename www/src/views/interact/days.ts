// Arithmetic of calendar days as texts: a day is its number, no time zone touches it.

import type { Language } from '../../i18n/index.ts';

const DAY = 86_400_000;

function numberOf(iso: string): number {
  const [year = 1970, month = 1, day = 1] = iso.split('-').map(Number);
  return Date.UTC(year, month - 1, day) / DAY;
}

export function plusDays(iso: string, days: number): string {
  return new Date((numberOf(iso) + days) * DAY).toISOString().slice(0, 10);
}

/** 0 is Monday. */
export function weekday(iso: string): number {
  return (((numberOf(iso) + 3) % 7) + 7) % 7;
}

/** 5/1 as each language writes it without a year. */
export function shortDay(iso: string, lang: Language): string {
  const [, month = '', day = ''] = iso.split('-');
  return lang === 'en' ? `${Number(day)}/${Number(month)}` : `${Number(month)}/${Number(day)}`;
}

/** Today by the clock of whoever looks. */
export function today(now = new Date()): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
