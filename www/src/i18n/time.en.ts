// Words of the tab "Time": the shape of time.zh.ts.

import type { DriftVerdict, Period } from '../engine/types.ts';
import type { Format } from './format.ts';

export const timeEn = (f: Format) => {
  const customers = (count: number) =>
    `${f.integer(count)} ${f.plural(count, 'customer', 'customers')}`;
  const unit: Record<Period, [one: string, other: string]> = {
    week: ['week', 'weeks'],
    month: ['month', 'months'],
    quarter: ['quarter', 'quarters'],
  };
  const periods = (count: number, period: Period) =>
    `${f.integer(count)} ${f.plural(count, ...unit[period])}`;
  return {
    parts: {
      label: 'Views of the past',
      tiers: 'Tiers over time',
      moves: 'Who moved',
      cohorts: 'Cohorts',
      test: 'Back-test',
      steady: 'Steady tiers',
    },
    scheme: 'Scheme',
    measure: 'Show',
    customers: 'Customers',
    share: 'Share',
    revenue: 'Revenue',
    computing: 'Looking back…',
    progress: (done: number, all: number) =>
      `Looking back: ${f.integer(done)} of ${f.integer(all)} days`,
    failed: 'This could not be computed.',
    again: 'Try again',
    noOrders:
      'This file brings ready-made figures and no single orders, so nothing is known of earlier days.',
    noOrdersNext: 'Import the orders themselves to look back.',
    tooShort: 'All orders lie within a few days: there is no earlier day to compare with.',
    tooShortNext: 'Import orders of several weeks or months.',
    period: (period: Period) => unit[period][0],

    series: {
      title: 'Sizes of the tiers',
      unit: (period: Period) => `at the end of each ${unit[period][0]}, by what was known then`,
      headline: (name: string, now: number, change: number, day: string) =>
        change === 0
          ? `${name}: ${customers(now)}, as many as on ${f.day(day)}.`
          : `${name}: ${customers(now)}, ${f.integer(Math.abs(change))} ${change > 0 ? 'more' : 'fewer'} than on ${f.day(day)}.`,
      sentence: (from: string, to: string, before: number, after: number) =>
        `From ${f.day(from)} to ${f.day(to)} the customer base went from ${f.integer(before)} to ${f.integer(after)}.`,
      shares: (name: string, before: number, after: number) =>
        `${name}: from ${f.percent(before)} of them to ${f.percent(after)}.`,
      slider: 'Day',
      day: 'Day',
      all: 'All',
      use: 'Use this day as analysis day',
      latest: 'Back to the latest day',
      tip: (name: string, day: string, value: string) => `${name} on ${f.day(day)}: ${value}`,
    },

    drift: {
      title: (verdict: DriftVerdict) =>
        ({
          stable: 'The thresholds still fit.',
          watch: 'The thresholds begin to slip.',
          changed: 'The thresholds no longer fit.',
        })[verdict],
      detail: (day: string, what: string, index: string) =>
        `Measured with the thresholds of ${f.day(day)}, ${what} shifted most: stability index ${index} (under 0.1 stable, over 0.25 changed).`,
      advice: (verdict: DriftVerdict) =>
        ({
          stable: '',
          watch: 'Look again next month before promises are tied to these tiers.',
          changed:
            'If thresholds are fixed, set them anew; with quantiles they move by themselves.',
        })[verdict],
      segments: 'the tiers',
      score: (name: string) => `the ${name.toLowerCase()} scores`,
      table: 'Shares before and after',
      before: 'Before',
      after: 'After',
      index: 'Index',
      part: 'Part',
    },

    moves: {
      from: 'From',
      to: 'To',
      headline: (up: number, down: number) => `${customers(up)} moved up, ${f.integer(down)} down.`,
      changed: (count: number) => `${customers(count)} changed the segment.`,
      stake: (money: string) => `Those who moved down have brought ${money} so far.`,
      gain: (money: string) => `Those who moved up: ${money}.`,
      rest: (stayed: number, arrived: number) =>
        `${f.integer(stayed)} stayed, ${f.integer(arrived)} came new.`,
      matrix: 'From tier to tier',
      matrixUnit: 'customers; rows before, columns after',
      flow: 'The flow',
      flowUnit: 'customers before and after',
      sentence: (from: string, to: string) =>
        `${f.day(from)} compared with ${f.day(to)}. Choose a cell to see the names.`,
      flowSentence: (name: string, share: number) =>
        `Of ${name}, ${f.percent(share)} are still there.`,
      none: 'Nobody was there before.',
      arrived: 'New',
      was: 'Before',
      cell: (was: string, is: string, count: number) => `${was} → ${is}: ${customers(count)}`,
      order: 'The first day must come before the second.',
      any: (count: number) => `Everybody who moved: ${f.integer(count)}`,
      up: (count: number) => `Moved up: ${f.integer(count)}`,
      down: (count: number) => `Moved down: ${f.integer(count)}`,
      list: (what: string) => `Names: ${what}`,
      listUnit: 'largest revenue first',
      listSentence: (shown: number, all: number) =>
        shown < all ? `${f.integer(shown)} of ${customers(all)}.` : `${customers(all)}.`,
      nobody: 'Nobody.',
      customer: 'Customer',
      now: 'Now',
      last: 'Last order',
      more: 'Show more',
    },

    cohorts: {
      headline: (share: number) =>
        `${f.percent(share)} of new customers order again within three months.`,
      fewer: 'New customers and how many came back.',
      title: 'Who comes back',
      unit: 'by month of the first order, months since then',
      sentence: (best: string, share: number) =>
        `The customers of ${f.month(best)} came back most: ${f.percent(share)} within three months.`,
      nobody: 'Nobody came back within three months.',
      older: (count: number) =>
        `${customers(count)} came earlier and ${f.plural(count, 'is', 'are')} not shown.`,
      partial: 'The last month is still running.',
      month: 'First order',
      size: 'Customers',
      later: (months: number) => `+${f.integer(months)}`,
      all: 'All months',
      tip: (month: string, later: number, value: string) =>
        `${f.month(month)}, ${f.integer(later)} ${f.plural(later, 'month', 'months')} later: ${value}`,
      none: 'There are no orders by month.',
    },

    test: {
      split: 'Pretend it is',
      horizon: 'and look at',
      days: (days: number) => `the next ${f.integer(days)} days`,
      rest: 'everything after it',
      headline: (name: string, day: string, lift: number) =>
        `Had you used these tiers on ${f.day(day)}: ${name} then bought ${f.decimal(lift, 1)} times the average.`,
      nothing: (day: string) => `Nobody who was there on ${f.day(day)} bought afterwards.`,
      lead: (buyers: number, all: number, purchases: number, until: string) =>
        `${f.integer(buyers)} of ${customers(all)} bought again by ${f.day(until)}, on ${f.integer(purchases)} days in all.`,
      best: (name: string, wins: number) =>
        `${name} tells best who buys: right for ${f.integer(Math.round(wins * 100))} of 100 pairs of a buyer and a non-buyer; a coin gets 50.`,
      compare: 'What predicts best',
      compareUnit: 'every scheme on the same customers',
      name: 'Scheme',
      wins: 'Right of 100 pairs',
      topFifth: 'Purchases of the best fifth',
      gini: 'Gini',
      error: 'Error per customer',
      errorMeans: (spread: number) =>
        `The error is in purchases; expecting the average of everybody gives ${f.decimal(spread, 2)}. Segments are ranked by what their customers went on to buy.`,
      model: 'Purchase model',
      show: (name: string) => `Show ${name}`,
      gains: 'Gains',
      gainsUnit: 'share of later purchases by share of customers, best first',
      gainsSentence: (share: number, name: string) =>
        `The fifth that ${name} ranks highest made ${f.percent(share)} of the purchases; chance gives 20%.`,
      chance: 'chance',
      lift: 'Who bought again',
      liftUnit: 'share of buyers in each segment',
      liftSentence: (name: string, share: number, low: string, lowShare: number) =>
        `${name}: ${f.percent(share)} bought again; ${low}: ${f.percent(lowShare)}.`,
      buyers: 'Bought again',
      purchases: 'Purchases',
      times: 'Times the average',
      tip: (name: string, share: number, buyers: number, all: number, lift: number) =>
        `${name}: ${f.integer(buyers)} of ${f.integer(all)} (${f.percent(share)}) bought again, ${f.decimal(lift, 1)} times the average purchases.`,
      calibration: 'Was the chance to be alive right?',
      calibrationUnit: 'predicted chance and share who bought',
      calibrationSentence: (expected: number, actual: number) =>
        `${f.decimal(expected, 0)} purchases were expected, ${f.integer(actual)} happened.`,
      predicted: 'Chance to be alive',
      bought: 'Bought',
      point: (predicted: number, bought: number, count: number) =>
        `${customers(count)} with a chance of ${f.percent(predicted)}: ${f.percent(bought)} bought.`,
      frequency: 'Were the purchases expected?',
      frequencyUnit: 'per customer, by repeat purchases before',
      frequencySentence: 'Pale: expected. Full: what happened.',
      repeats: (count: number) => (count >= 7 ? '7+' : f.integer(count)),
      repeat: 'Repeat purchases before',
      expected: 'Expected',
      actual: 'Happened',
      pair: (repeats: string, expected: number, actual: number, count: number) =>
        `${repeats} before (${customers(count)}): ${f.decimal(expected, 2)} expected, ${f.decimal(actual, 2)} happened.`,
      fit: 'Test the purchase model too',
      fitting: 'Fitting the purchase model…',
      noModel: 'The purchase model could not be fitted on that day: too few repeat purchases.',
    },

    steady: {
      on: 'Changes of tier have to last.',
      off: 'Tiers change at once.',
      headline: (without: number, with_: number) =>
        `With this rule, changes of tier would have fallen from ${f.integer(without)} to ${f.integer(with_)}.`,
      none: 'There were no changes of tier in these periods.',
      lead: (heldBack: number) =>
        `Today ${customers(heldBack)} would hold another tier than today’s figures say.`,
      means: (n: number, period: Period, grace: number) =>
        `A tier rises after ${periods(n, period)} in a row. It falls after ${periods(n + grace, period)}.`,
      count: 'In a row',
      period: 'Period',
      grace: 'Grace on the way down',
      title: 'Changes of tier',
      unit: (period: Period) => `customers at the end of each ${unit[period][0]}`,
      sentence: (without: number, with_: number, period: Period) =>
        `Per ${unit[period][0]}: ${f.decimal(without, 1)} without the rule, ${f.decimal(with_, 1)} with it.`,
      without: 'Without the rule',
      with: 'With the rule',
      tip: (day: string, without: number, with_: number) =>
        `${f.day(day)}: ${f.integer(without)} without the rule, ${f.integer(with_)} with it.`,
      use: 'Use this rule',
      stop: 'Turn it off',
      inUse: 'In use',
    },

    card: {
      title: 'Tier over time',
      show: 'Show the earlier tiers',
      since: (name: string, day: string) => `${name} since ${f.day(day)} or before.`,
      changed: (name: string, day: string, before: string) =>
        `${name} since ${f.day(day)}, before that ${before}.`,
      looked: (period: Period) =>
        `Looked at on the last day of each ${unit[period][0]}, by the figures of that day.`,
      seen: 'Seen on',
      tier: 'Tier',
      today: (name: string) => `By today’s figures: ${name}.`,
      held: (day: string) => `Held since ${f.day(day)}.`,
      previous: (name: string) => `Before: ${name}.`,
      next: (name: string, day: string) => `${name} takes effect on ${f.day(day)} if it stays so.`,
    },
  };
};
