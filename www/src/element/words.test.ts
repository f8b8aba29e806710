// Words: complete by type; here, that every code of the core has a sentence and that figures are written by locale.

import { describe, expect, it } from 'vitest';
import errorSource from '../../../src/error.rs?raw';
import issueSource from '../../../src/identify/issue/code.rs?raw';
import metricSource from '../../../src/recipe/metric.rs?raw';
import type { Failure } from '../engine/failure.ts';
import { LEVELS } from '../i18n/cluster-code.ts';
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
  as_of: '2020-01-01',
  first: '2024-01-05',
  header: '甲',
  path: 'scores',
  problem: 'x',
  version: 2,
  place: 'a.rs:1',
  source: 'core.wasm',
};

// A list that was moved elsewhere would test nothing.
it('the codes are found', () => {
  expect(codesIn(errorSource).length).toBeGreaterThan(15);
  expect(codesIn(issueSource).length).toBeGreaterThan(40);
});

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

  it.each(['date', 'amount'] as const)(
    'a list without orders (%s) points at nothing below',
    (missing) => {
      const failure: Failure = {
        code: 'orders.not_found',
        missing,
        headers: ['甲'],
        file: null,
        sheet: null,
      };
      const { what, next } = failureMessage(t.failures, failure);
      expect(what).toContain('甲');
      expect(what + next).not.toMatch(/below|下方/);
      expect(next).toContain(t.data.changeColumns);
    },
  );

  it.each(codesIn(issueSource))('issue %s has a sentence', (code) => {
    const message = t.issues[code as keyof typeof t.issues];
    expect(message?.what).toBeTruthy();
    expect(message?.next).toBeTruthy();
  });
});

describe.each(languages)('names of clusters, %s', (lang) => {
  const metrics = [...metricSource.matchAll(/\(Metric::\w+, "(\w+)"\)/g)].map(
    ([, name]) => name ?? '',
  );

  it('no two traits share their words, and every metric has its own', () => {
    const { trait } = createTranslation(lang).clusters;
    expect(metrics).toHaveLength(23);
    const words = metrics.flatMap((metric) => LEVELS.map((level) => trait({ level, metric })));
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
    expect(words.filter((word) => word.includes('_'))).toEqual([]);
  });
});

describe('the Identify room in words', () => {
  const zh = createTranslation('zh-CN');
  const en = createTranslation('en');

  it.each([
    ['join', en.identify.join.by('Customer id', 1204), 'by Customer id 1,204'],
    ['join', zh.identify.join.by('客户编号', 1204), '按客户编号 1,204'],
    ['one group', en.identify.state.duplicates(1, 0), '1 group, 0 open'],
    ['no group', zh.identify.state.duplicates(0, 0), '无'],
    [
      'one saved row',
      en.identify.corrections.saved(1),
      'Applied. 1 row that was left out is used now.',
    ],
    ['fewer rows', zh.identify.corrections.saved(-2), '已应用，少采用了 2 行。'],
    ['certain', en.duplicates.likelihood(0.5, true), 'certain'],
    ['nearly certain', en.duplicates.likelihood(0.985, false), 'nearly certain'],
    ['likely', zh.duplicates.likelihood(0.8, false), '有可能'],
    ['never quite 100 %', en.duplicates.percent(0.99999), '99.9%'],
    ['merge', zh.identify.corrections.merge(['A', 'B']), 'A和B是同一位客户'],
    ['a step by code', zh.identify.log.step('merged'), '合并重复客户'],
    ['said aloud', en.duplicates.said({ did: 'apart', group: 3 }), 'Group 3: will be kept apart'],
    ['completeness', en.identify.file.bin(10), '90–100%'],
    ['nothing known', zh.identify.file.bin(0), '一无所知'],
  ])('%s', (_name, text, expected) => {
    expect(text).toBe(expected);
  });

  it('Chinese is written in Chinese', () => {
    const texts = (value: unknown): string[] => {
      if (typeof value === 'string') return [value];
      return typeof value === 'object' && value ? Object.values(value).flatMap(texts) : [];
    };
    const latin = texts([zh.identify, zh.duplicates]).filter((text) => /^[A-Za-z ,.]+$/.test(text));
    expect(latin).toEqual([]);
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
