// Days of the calendar as ISO text, and the days that are sensible to begin with.

const DAY = 86_400_000;

export function plusDays(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** So many days before the last day, or the middle when the data do not reach so far back. */
export function lookBack(first: string, last: string, days: number): string {
  const span = daysBetween(first, last);
  return plusDays(last, -Math.min(days, Math.max(1, Math.floor(span / 2))));
}

/** Whether there is a past to look at. */
export function hasPast(first: string, last: string): boolean {
  return daysBetween(first, last) >= 14;
}
