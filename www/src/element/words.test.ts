// Words: complete by type; here, that every code of the core has a sentence and that figures are written by locale.

import { describe, expect, it } from 'vitest';
import errorSource from '../../../src/error.rs?raw';
import issueSource from '../../../src/identify/issue.rs?raw';
import type { Failure } from '../engine/failure.ts';
import { createTranslation, languageOf } from '../i18n/index.ts';
import { failureMessage } from '../i18n/messages.ts';

const codesIn = (text: string) =>
  [...text.matchAll(/#\[serde\(rename = "([a-z_]+\.[a-z_]+)"\)\]/g)].map(([, code]) => code ?? '');
const languages = ['zh-CN', 'en'] as const;

// Every value that any failure carries.
const values = {
  file: '订单.xlsx',
  sheet: 'Sheet1',
  found: ['甲', '乙'],
  detail: 'x',
  limit: 'cells',
  allowed: 1,
  headers: ['甲'],
  rows_read: 2,
  header: '甲',
  path: 'scores',
  problem: 'x',
  version: 2,
  place: 'a.rs:1',
  source: 'core.wasm',
};

describe.each(languages)('%s', (lang) => {
  const t = createTranslation(lang);

  it.each(codesIn(errorSource))('failure %s has a sentence and a next step', (code) => {
    const found = code === 'file.too_large' ? 2 : values.found;
    const failure = { ...values, found, code } as unknown as Failure;
    const { what, next } = failureMessage(t.failures, failure);
    expect(what).not.toBe(code);
    expect(what.length * next.length).toBeGreaterThan(0);
    expect(what + next).not.toMatch(/undefined|\[object|NaN/);
  });

  it.each(codesIn(issueSource))('issue %s has a sentence', (code) => {
    const message = t.issues[code as keyof typeof t.issues];
    expect(message?.what).toBeTruthy();
    expect(message?.next).toBeTruthy();
  });
});

describe('figures', () => {
  const zh = createTranslation('zh-CN');
  const en = createTranslation('en');

  it.each([
    ['compact', zh.compact(16_100), '1.61万'],
    ['compact', en.compact(1_610_000), '1.61M'],
    ['day', zh.day('2026-11-21'), '2026年11月21日'],
    ['day', en.day('2026-11-21'), '21 Nov 2026'],
    ['money without a currency', zh.money(1234.5), '1,234.50'],
    ['money', createTranslation('zh-CN', 'CNY').money(1234), '¥1,234'],
    ['percent', en.percent(0.431), '43%'],
    ['plural', en.frame.rows(1), '1 row'],
    ['plural', en.frame.rows(10_000), '10,000 rows'],
    ['bytes', en.bytes(93_000_000), '93 MB'],
  ])('%s', (_name, text, expected) => {
    expect(text).toBe(expected);
  });

  it('a day is never shifted', () => {
    for (const day of ['0001-01-01', '1900-01-00', 'nonsense'])
      expect(() => zh.day(day)).not.toThrow();
  });

  it.each([
    ['zh', 'zh-CN'],
    ['zh-Hant-TW', 'zh-CN'],
    ['de', 'en'],
    ['zha', 'en'],
  ])('%s → %s', (tag, lang) => {
    expect(languageOf(tag)).toBe(lang);
  });
});
