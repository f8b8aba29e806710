import { describe, expect, it } from 'vitest';
import type {
  BackTest,
  Cohort,
  CustomerTiers,
  Migration,
  Segment,
  TierSeries,
} from '../../../engine/types.ts';
import { createTranslation } from '../../../i18n/index.ts';
import { courseSentence, steadyWords } from '../card-time.ts';
import { backSoon, bestSentence } from './cohorts.ts';
import { rowsOf } from './compare-table.ts';
import { daysBetween, hasPast, lookBack, plusDays } from './days.ts';
import { flowOf } from './flow.ts';
import { gainAt, MODEL } from './gains.ts';
import { stacked } from './series-chart.ts';

const zh = createTranslation('zh-CN', 'CNY');
const en = createTranslation('en', 'CNY');

const segment = (code: string): Segment => ({ code, name: code, health: 'loyal' });
const high = segment('high');
const low = segment('low');

describe('days', () => {
  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2024-03-31', -31, '2024-02-29'],
    ['1969-12-31', 1, '1970-01-01'],
  ])('%s and %i days', (day, days, expected) => {
    expect(plusDays(day, days)).toBe(expected);
    expect(daysBetween(day, expected)).toBe(days);
  });

  it('look back as far as asked, or to the middle of what there is', () => {
    expect(lookBack('2023-01-01', '2024-01-01', 91)).toBe('2023-10-02');
    expect(lookBack('2023-12-22', '2024-01-01', 91)).toBe('2023-12-27');
    expect(hasPast('2024-01-01', '2024-01-10')).toBe(false);
    expect(hasPast('2024-01-01', '2024-01-15')).toBe(true);
  });
});

describe('stacked areas', () => {
  const total = (customers: number, revenue: number) => ({ customers, orders: 0, revenue });
  const series: TierSeries = {
    scheme: 'value',
    period: 'month',
    days: ['2024-01-31', '2024-02-29'],
    segments: [high, low],
    points: [
      [total(1, 10), total(1, -5)],
      [total(1, 30), total(3, 10)],
    ],
  };

  it('stand on each other, the whole height being the largest day', () => {
    expect(stacked(series, 'customers')).toEqual([
      [
        [0, 0.25],
        [0, 0.25],
      ],
      [
        [0.25, 0.5],
        [0.25, 1],
      ],
    ]);
  });

  it('fill every day as shares, and have no negative height', () => {
    expect(stacked(series, 'share')[1]).toEqual([
      [0.5, 1],
      [0.25, 1],
    ]);
    expect(stacked(series, 'revenue')[1]?.[0]).toEqual([0.25, 0.25]);
  });
});

describe('flow', () => {
  const found = {
    segments: [high, low],
    moved: [6, 2, 0, 4],
    arrived: [3, 5],
  } as Partial<Migration>;

  it('has everybody of the later day in both stacks', () => {
    const { before, after, ribbons } = flowOf(found as Migration);
    expect(before.map(({ count }) => count)).toEqual([8, 4, 8]);
    expect(after.map(({ count }) => count)).toEqual([9, 11]);
    expect(ribbons.map(({ was, is, count }) => [was, is, count])).toEqual([
      [0, 0, 6],
      [0, 1, 2],
      [1, 1, 4],
      [2, 0, 3],
      [2, 1, 5],
    ]);
    const last = before.at(-1);
    expect((last?.top ?? 0) + (last?.height ?? 0)).toBeCloseTo(1);
  });

  it('of nobody is empty', () => {
    const nobody = { segments: [high], moved: [0], arrived: [0] } as Partial<Migration>;
    expect(flowOf(nobody as Migration).ribbons).toEqual([]);
  });
});

describe('cohorts', () => {
  it('are judged only when they are old enough', () => {
    const cohort = (customers: number, returned: number, months: number): Cohort => ({
      month: '2024-01-01',
      customers,
      returned,
      active: Array.from({ length: months }, () => 0),
      revenue: [],
    });
    expect(backSoon([cohort(10, 5, 6), cohort(30, 5, 4), cohort(100, 0, 3)])).toBe(0.25);
    expect(backSoon([])).toBe(0);
    expect(bestSentence([cohort(10, 5, 6), cohort(30, 5, 4)], en)).toContain('50%');
    expect(bestSentence([cohort(10, 0, 6)], en)).toBe('Nobody came back within three months.');
  });
});

describe('back-test', () => {
  it('reads gains between the points', () => {
    const curve: [number, number][] = [
      [0, 0],
      [0.1, 0.5],
      [1, 1],
    ];
    expect(gainAt(curve, 0.05)).toBeCloseTo(0.25);
    expect(gainAt(curve, 1)).toBe(1);
    expect(gainAt(curve, 0)).toBe(0);
  });

  it('ranks schemes, then names the model, so that no row moves when it comes', () => {
    const scheme = (id: string, auc: number) => ({ scheme: id, auc });
    const found = { schemes: [scheme('abc', 0.6), scheme('vip', 0.7)], model: { auc: 0.65 } };
    expect(rowsOf(found as unknown as BackTest).map(({ id }) => id)).toEqual(['vip', 'abc', MODEL]);
  });
});

describe('the tiers of one customer', () => {
  const course = (...changes: [string, Segment][]): CustomerTiers => ({
    scheme: 'value',
    period: 'month',
    open: 0,
    changes: changes.map(([day, of]) => ({ day, segment: of })),
  });

  it('say what is and what was', () => {
    const changed = course(['2024-01-31', low], ['2024-06-30', high]);
    expect(courseSentence(changed, en)).toBe(
      'High value since 30 Jun 2024, before that Low value.',
    );
    expect(courseSentence(changed, zh)).toBe('2024年6月30日起为高价值客户，此前是低价值客户。');
    expect(courseSentence(course(['2024-01-31', low]), en)).toBe(
      'Low value since 31 Jan 2024 or before.',
    );
    expect(courseSentence(course(), en)).toBe('');
  });

  it('say what waits when changes have to last', () => {
    const reason = {
      steady: {
        today: low,
        since: '2024-01-31',
        previous: null,
        next: { to: low, on: '2024-04-30' },
      },
    };
    expect(steadyWords(reason as never, en)).toEqual([
      'By today’s figures: Low value.',
      'Held since 31 Jan 2024.',
      'Low value takes effect on 30 Apr 2024 if it stays so.',
    ]);
    expect(steadyWords({ steady: null } as never, en)).toEqual([]);
  });
});
