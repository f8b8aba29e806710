// Numbers, money and dates as a language writes them. Calendar days stay text: no time zone ever shifts one.

/** The languages there are. */
export type Language = 'zh-CN' | 'en';

/** How a language writes figures. */
export interface Format {
  readonly lang: Language;
  /** 12,345 */
  integer(value: number): string;
  /** At most `digits` decimals: 3.14 */
  decimal(value: number, digits?: number): string;
  /** Short: 1.6 万, 16K */
  compact(value: number): string;
  /** A share of 0 to 1: 43 % */
  percent(share: number, digits?: number): string;
  /** An amount, with a currency symbol only when a currency is set: 12,345.60, ¥12,345.60 */
  money(amount: number): string;
  /** An amount in short: 1,610 万, 16.1M */
  moneyShort(amount: number): string;
  /** A day given as 2026-11-21: 2026年11月21日, 21 Nov 2026 */
  day(iso: string): string;
  /** A month given as 2026-11 or 2026-11-01: 2026年11月, Nov 2026 */
  month(iso: string): string;
  /** A size in bytes: 93 MB */
  bytes(count: number): string;
  /** Several things: A、B和C; A, B and C */
  list(items: readonly string[]): string;
  /** Several alternatives: A、B或C; A, B or C */
  either(items: readonly string[]): string;
  /** The form that fits a number; Chinese has one form only and ignores `one`. */
  plural(count: number, one: string, other: string): string;
}

/**
 * The format of a language.
 * @param currency an ISO 4217 code as `CNY`; without one, amounts are plain numbers
 */
export function createFormat(lang: Language, currency = ''): Format {
  const number = (options: Intl.NumberFormatOptions) => numberFormat(lang, options).format;
  const money = currencyOptions(currency);
  const date = (iso: string, options: Intl.DateTimeFormatOptions) => dateText(lang, iso, options);
  const rules = new Intl.PluralRules(lang);
  return {
    lang,
    integer: number({ maximumFractionDigits: 0 }),
    decimal: (value, digits = 2) => number({ maximumFractionDigits: digits })(value),
    compact: number({ notation: 'compact', maximumSignificantDigits: 3 }),
    percent: (share, digits = 0) =>
      number({ style: 'percent', maximumFractionDigits: digits })(share),
    money: (amount) => number({ ...money, ...cents(amount) })(amount),
    // Small amounts are short as they are: below 万, below a thousand.
    moneyShort: (amount) =>
      Math.abs(amount) < (lang === 'en' ? 1_000 : 10_000)
        ? number({ ...money, minimumFractionDigits: 0, maximumFractionDigits: 0 })(amount)
        : number({
            ...money,
            notation: 'compact',
            minimumFractionDigits: 0,
            maximumSignificantDigits: 3,
          })(amount),
    day: (iso) =>
      date(iso, { year: 'numeric', month: lang === 'en' ? 'short' : 'long', day: 'numeric' }),
    month: (iso) => date(iso, { year: 'numeric', month: lang === 'en' ? 'short' : 'long' }),
    bytes: (count) => bytesText(count, number),
    list: (items) => new Intl.ListFormat(lang, { type: 'conjunction' }).format(items),
    either: (items) => new Intl.ListFormat(lang, { type: 'disjunction' }).format(items),
    plural: (count, one, other) => (rules.select(count) === 'one' ? one : other),
  };
}

const kept = new Map<string, Intl.NumberFormat>();

/** Making a formatter costs more than using it a thousand times. */
function numberFormat(lang: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = lang + JSON.stringify(options);
  const format = kept.get(key) ?? new Intl.NumberFormat(lang, options);
  kept.set(key, format);
  return format;
}

function currencyOptions(currency: string): Intl.NumberFormatOptions {
  const valid = /^[A-Za-z]{3}$/.test(currency);
  return valid ? { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } : {};
}

/** Whole amounts are shown without cents, others with two. */
function cents(amount: number): Intl.NumberFormatOptions {
  const digits = Number.isInteger(amount) || Math.abs(amount) >= 100_000 ? 0 : 2;
  return { minimumFractionDigits: digits, maximumFractionDigits: digits };
}

function dateText(lang: Language, iso: string, options: Intl.DateTimeFormatOptions): string {
  const [year = Number.NaN, month = 1, day = 1] = iso.split('-').map(Number);
  const time = Date.UTC(year, month - 1, day);
  if (Number.isNaN(time)) return iso;
  // British order, so that 3 Apr 2024 cannot be misread.
  const tag = lang === 'en' ? 'en-GB' : lang;
  return dateFormat(tag, options).format(time);
}

const keptForDates = new Map<string, Intl.DateTimeFormat>();

/** A chart of three years writes more than a hundred months. */
function dateFormat(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = tag + JSON.stringify(options);
  const format =
    keptForDates.get(key) ?? new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });
  keptForDates.set(key, format);
  return format;
}

function bytesText(
  count: number,
  number: (options: Intl.NumberFormatOptions) => (n: number) => string,
) {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];
  const step = Math.min(3, Math.floor(Math.log10(Math.max(1, count)) / 3));
  const options = {
    style: 'unit',
    unit: units[step] ?? 'byte',
    maximumSignificantDigits: 3,
  } as const;
  return number(options)(count / 1000 ** step);
}
