import { describe, expect, it } from 'vitest';
import type {
  AliveMatrix,
  CustomerValue,
  ValueFigures,
  ValueGroup,
} from '../../../engine/types.ts';
import { createTranslation } from '../../../i18n/index.ts';
import { placed, sentencesOf } from '../card-value.ts';
import { story } from './headline.ts';
import { cellText, rowName } from './matrix.ts';
import { reasonText } from './risk-list.ts';
import { chosen, unitsOf } from './settings.ts';
import { answer, concernText, concernTexts, evidence } from './verdict.ts';

const zh = createTranslation('zh-CN', 'CNY');
const en = createTranslation('en', 'CNY');

const none: ValueGroup = {
  customers: 0,
  historic: 0,
  before: 0,
  purchases: { expected: 0, low: 0, high: 0 },
  revenue: { expected: 0, low: 0, high: 0 },
  value: 0,
};

const figures: ValueFigures = {
  asked: {
    model: 'mbg_nbd',
    unit: 'week',
    months: 12,
    monthly_discount: 0.01,
    margin: 1,
    export: false,
  },
  method: 'model',
  verdict: { usable: true, concerns: [] },
  purchase_model: {
    parameters: [['r', 0.24, 0.01]],
    fit: {
      parameters: [0.24],
      standard_errors: [0.01],
      ln_likelihood: -9582,
      converged: true,
      starts: 3,
      agreeing: 3,
    },
  },
  spend_model: null,
  correlation: 0.11,
  rates: null,
  customers: 790,
  unknown: 0,
  alive: 512.3,
  total: {
    ...none,
    customers: 790,
    revenue: { expected: 1_200_000, low: 1_100_000, high: 1_310_000 },
  },
  tiers: [],
  p_alive: [],
  values: { width: 1, customers: [], median: 0 },
  matrix: null,
  risk: {
    at_risk: { customers: 61, revenue: 400_000, at_stake: 230_000 },
    gone: { customers: 7, revenue: 0, at_stake: 0 },
    levels: [
      { customers: 729, revenue: 0, at_stake: 0 },
      { customers: 21, revenue: 0, at_stake: 0 },
      { customers: 33, revenue: 0, at_stake: 0 },
      { customers: 7, revenue: 0, at_stake: 0 },
    ],
    drivers: [],
  },
};

describe('story', () => {
  it('says what customers will bring, with its range, and what is at stake', () => {
    expect(story(figures, en).filter(Boolean)).toEqual([
      'In the next 12 months your 790 customers will likely bring ¥1.2M (¥1.1M to ¥1.31M).',
      'About 512 of them are still customers today.',
      '61 customers show signs of leaving: ¥230K at stake.',
      '7 customers have most likely left already: by the model, or silent for longer than the life cycle allows.',
    ]);
    expect(story(figures, zh)[0]).toBe(
      '未来 12 个月，您的 790 位客户预计带来 ¥120万（¥110万 至 ¥131万）。',
    );
  });

  it('says why there is nothing to say', () => {
    const nothing: ValueFigures = {
      ...figures,
      method: 'nothing',
      verdict: { usable: false, concerns: [{ code: 'no_first_order', customers: 5 }] },
    };
    expect(story(nothing, en)[1]).toContain('not when their first order was');
    expect(answer(nothing, en)).toBe('No forecast.');
    const few = { code: 'too_few_repeaters', found: 0, needed: 20 } as const;
    const early = { ...nothing, verdict: { usable: false, concerns: [few] } };
    expect(story(early, en)[1]).toBe('No customer came back; a model needs 20.');
    expect(story(early, zh)[1]).toBe('没有客户再次下单，模型至少需要 20 位。');
  });
});

describe('verdict', () => {
  it('is good, mixed or simple, each with its evidence', () => {
    expect(answer(figures, en)).toContain('Yes');
    expect(evidence(figures, en)).toEqual([
      'The search for the parameters arrived; 3 of 3 starting points led to the same place.',
      'How much customers spend does not depend on how often (correlation 0.11).',
    ]);
    const depends: ValueFigures = {
      ...figures,
      verdict: {
        usable: true,
        concerns: [{ code: 'spend_depends_on_frequency', correlation: 0.5 }],
      },
    };
    expect(answer(depends, en)).toContain('With care');
    expect(evidence(depends, en).join(' ')).not.toContain('does not depend');
    const simple: ValueFigures = {
      ...figures,
      method: 'simple',
      verdict: { usable: false, concerns: [{ code: 'too_few_repeaters', found: 3, needed: 20 }] },
      rates: {
        monthly: { expected: 0.25, low: 0.1, high: 0.6 },
        leaving: 0.02,
        average: 120,
        silent_days: 180,
      },
    };
    expect(evidence(simple, en)).toEqual([
      'Only 3 customers came back; a model needs 20. So the simple estimate is shown.',
      'A customer orders 0.25 times a month (0.1 to 0.6), ¥120 each time.',
      '2% fall silent each month (no order for 180 days).',
    ]);
  });

  it('has a sentence for every concern', () => {
    const weak = (['a', 'b'] as const).map(
      (parameter) => ({ code: 'degenerate', parameter }) as const,
    );
    expect(concernTexts([{ code: 'too_early' }, ...weak], zh)).toEqual([
      expect.any(String),
      '参数 a、b 难以确定：这些数据也可以有别的解释。',
    ]);
    expect(concernText({ code: 'too_early' }, en)).toContain('four weeks');
  });
});

describe('matrix', () => {
  const matrix: AliveMatrix = {
    age_days: 100,
    repeats: [0, 1, 5, 25],
    since_days: [50, 100],
    cells: [],
  };

  it('names rows by their repeat orders', () => {
    expect([0, 1, 2, 3].map((row) => rowName(matrix, row, en))).toEqual([
      '0',
      '1–4',
      '5–24',
      '25+',
    ]);
  });

  it('shows the chance in percent or the expected orders', () => {
    const cell = { customers: 3, p_alive: 0.723, purchases: 1.26 };
    expect([cellText(cell, 'chance', en), cellText(cell, 'orders', en)]).toEqual(['72', '1.3']);
  });
});

describe('card', () => {
  const value: CustomerValue = {
    method: 'model',
    months: 12,
    history: [
      { day: '2024-01-01', p_alive: 1, bought: true },
      { day: '2024-01-11', p_alive: 0.5, bought: false },
    ],
    expected_purchases: { expected: 2.54, low: 0, high: 6 },
    expected_revenue: { expected: 400, low: 0, high: 900 },
    expected_spend: 157,
    value: 380,
    historic: 900,
    next_order: null,
    usual_days: null,
    year: { purchases: 2, revenue: 300 },
    year_before: { purchases: 4, revenue: 600 },
    risk: { level: 'low', p_alive: 0.82, reasons: [], next_order: null },
    at_stake: 0,
  };

  it('says the chance, what comes, and this year against the one before', () => {
    expect(sentencesOf(value, en)).toEqual([
      '82% likely still a customer today.',
      'Next 12 months: 2.5 orders, ¥400 (¥0 to ¥900).',
      'Last 365 days: 2 orders, ¥300.',
      'The year before: 4, ¥600.',
    ]);
    const gone: CustomerValue = {
      ...value,
      method: 'simple',
      expected_purchases: { expected: 0, low: 0, high: 0 },
      year_before: null,
      risk: { ...value.risk, p_alive: null },
    };
    expect(sentencesOf(gone, zh)).toEqual(['沉默过久，视为已离开。']);
  });

  it('places points by day and chance', () => {
    expect(placed(value.history).map(({ x, y }) => [x, y])).toEqual([
      [0, 1],
      [1, 0.5],
    ]);
  });

  it('gives reasons with their figures', () => {
    expect(reasonText({ code: 'rhythm_broken', days: 61, usual_days: 20 }, en)).toBe(
      'No order for 61 days; usually every 20 days',
    );
    expect(reasonText({ code: 'spend_falling', before: 100, after: 40 }, zh)).toBe(
      '每单 ¥40，以前 ¥100',
    );
  });
});

describe('a model that counts opportunities', () => {
  const monthly: ValueFigures = {
    ...figures,
    asked: { ...figures.asked, model: 'bg_bb', unit: 'month' },
  };

  it('counts in weeks to years, the others in days to months', () => {
    expect(unitsOf('bg_bb')).toEqual(['week', 'month', 'quarter', 'year']);
    expect(chosen('bg_bb', 'day')).toEqual({ model: 'bg_bb', unit: 'month' });
    expect(chosen('bg_bb', 'week')).toEqual({ model: 'bg_bb' });
    expect(chosen('bg_nbd', 'year')).toEqual({ model: 'bg_nbd', unit: 'month' });
  });

  it('says what is counted, and what it cannot do', () => {
    expect(evidence(monthly, en)[0]).toContain('calendar months with an order, not orders');
    expect(evidence(monthly, zh)[0]).toContain('自然月');
    expect(evidence(figures, en).join(' ')).not.toContain('Counted are');
    const few = { code: 'too_few_opportunities', found: 1, needed: 3 } as const;
    expect(concernText(few, en)).toContain('more than 1 opportunity that has ended');
    expect(concernText({ code: 'several_orders', each: 2.4 }, zh)).toContain('2.4 天');
  });

  it('leaves cells empty in which nobody can be', () => {
    expect(
      cellText({ customers: 0, p_alive: Number.NaN, purchases: Number.NaN }, 'orders', en),
    ).toBe('');
  });
});
