// Every word on the screen. English is the shape, Chinese must have the same keys: a missing one does not compile.
//
// Each part is a function of the format, so that sentences can hold figures: `t.frame.rows(12345)` → "12,345 rows".

import { en } from './en/index.ts';
import { createFormat, type Format, type Language } from './format.ts';
import { zh } from './zh/index.ts';

export type { Format, Language } from './format.ts';

/** All words of one language. */
export type Words = ReturnType<typeof en>;

/** Words and figures of one language. */
export type Translation = Format & Words;

/** The translation into a language. */
export function createTranslation(lang: Language, currency = ''): Translation {
  const format = createFormat(lang, currency);
  return { ...format, ...(lang === 'en' ? en(format) : zh(format)) };
}

/** The language for a tag such as `zh-Hans` or `de`: every Chinese one is zh-CN, every other one en. */
export function languageOf(tag: string): Language {
  return /^zh\b/i.test(tag) ? 'zh-CN' : 'en';
}
