import { describe, expect, it } from 'vitest';
import type { CalendarReport, Summary } from '../../engine/types.ts';
import { createTranslation } from '../../i18n/index.ts';
import { plusDays, shortDay, today, weekday } from './days.ts';
import { switched } from './fields.ts';
import { capacity, title } from './headline.ts';
import { workListWords } from './words.ts';

describe('days', () => {
  it.each([
    ['2025-01-31', 1, '2025-02-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2025-03-30', 6, '2025-04-05'],
    ['2025-01-01', -1, '2024-12-31'],
  ])('%s and %i days', (day, days, expected) => {
    expect(plusDays(day, days)).toBe(expected);
  });

  it('knows Monday from Sunday, before the epoch too', () => {
    expect(['2025-01-06', '2025-01-12', '1969-12-29', '1970-01-01'].map(weekday)).toEqual([
      0, 6, 0, 3,
    ]);
  });

  it('is written as each language does', () => {
    expect([shortDay('2025-03-09', 'en'), shortDay('2025-03-09', 'zh-CN')]).toEqual(['9/3', '3/9']);
  });

  it('is today where the user is', () => {
    expect(today(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });
});

describe('switched', () => {
  it('puts in and takes out, in the order of all', () => {
    expect(switched(['a', 'c'], 'b', ['a', 'b', 'c'])).toEqual(['a', 'b', 'c']);
    expect(switched(['a', 'c'], 'a', ['a', 'b', 'c'])).toEqual(['c']);
  });
});

describe('headline', () => {
  const report = (contacts: number, contacts_left: number, needed: number, had: number | null) =>
    ({
      figures: {
        contacts,
        contacts_left,
        minutes_needed: needed,
        minutes_planned: 0,
        minutes_had: had,
      },
      weeks: [],
      left: [],
    }) as unknown as CalendarReport;
  const en = createTranslation('en');

  it('speaks of hours only where there is work', () => {
    const said = (one: CalendarReport) => [title(one, en), capacity(one, en)];
    expect(said(report(0, 0, 0, null))).toEqual(['Nobody is to be contacted in these weeks.', '']);
    expect(said(report(0, 3, 60, 0))).toEqual([
      'None of the 3 contacts that are wanted can be planned in these weeks.',
      'Your team has 0 h and would need 1 h.',
    ]);
    expect(said(report(3, 0, 0, 0))[1]).toContain('Machines do all of it');
    expect(said(report(3, 0, 60, null))[1]).toContain('Say how many people');
    expect(said(report(3, 0, 60, 60))[1]).toContain('everything fits');
  });
});

describe('workListWords', () => {
  it('names every code of a list in both languages', () => {
    const summary = {
      tiers: [
        { code: 'gold', name: 'Gold' },
        { code: 'high', name: 'High value' },
      ],
    };
    for (const lang of ['zh-CN', 'en'] as const) {
      const words = workListWords(createTranslation(lang), summary as unknown as Summary);
      for (const code of [
        'title',
        'phone',
        'win_back',
        'birthday',
        'gold',
        'high',
        'last_order',
        'nobody',
      ])
        expect(words[code], code).toBeTruthy();
      expect(words['lang']).toBe(lang);
    }
  });
});
