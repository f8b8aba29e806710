// Words of the Differentiate view: the shape of differentiate.zh.ts. Names of tiers, segments and fields are in t.names.

import type { Factor } from '../engine/types.ts';
import { cardEn } from './differentiate-card.en.ts';
import type { Format } from './format.ts';
import { timeEn } from './time.en.ts';

export const differentiateEn = (f: Format) => {
  const customers = (count: number) =>
    `${f.integer(count)} ${f.plural(count, 'customer', 'customers')}`;
  const orders = (count: number) => `${f.integer(count)} ${f.plural(count, 'order', 'orders')}`;
  const quantity: Record<Factor, (value: number) => string> = {
    recency: (days) => `${f.integer(days)} ${f.plural(days, 'day', 'days')}`,
    frequency: orders,
    monetary: f.money,
  };
  return {
    ...cardEn(f, quantity),
    time: timeEn(f),
    customers,
    orders,
    /** A value of a factor with its unit. */
    quantity: (factor: Factor, value: number): string => quantity[factor](value),
    tabs: {
      label: 'What to look at',
      overview: 'Overview',
      customers: 'Customers',
      time: 'Time',
      value: 'Value and risk',
    },
    pending: 'Computing…',

    headline: {
      all: (count: number, money: string) => `${customers(count)}, ${money} in revenue.`,
      top: (count: number, share: number, revenue: number) =>
        `The top ${f.integer(count)} (${f.percent(share)}) ${f.plural(count, 'brings', 'bring')} ${f.percent(revenue)}.`,
      silent: (count: number, money: string) =>
        count === 1
          ? `One valuable customer has gone quiet: ${money} at stake.`
          : `${f.integer(count)} valuable customers have gone quiet: ${money} at stake.`,
      noneSilent: 'No valuable customer has gone quiet.',
      part: (count: number, total: number, share: number) =>
        `${f.integer(count)} of ${customers(total)} selected (${f.percent(share, 1)}).`,
      partMoney: (money: string, share: number | null) =>
        share === null
          ? `They bring ${money}.`
          : `They bring ${money}, ${f.percent(share)} of all revenue.`,
      noRevenue: 'There is no revenue to share: in total it is zero or negative.',
      nobody: 'No customer fits this selection.',
      widen: 'Remove a condition to see customers again.',
      clear: 'Show all customers',
    },

    kpi: {
      label: 'Key figures',
      customers: 'Customers',
      orders: 'Orders',
      revenue: 'Revenue',
      averageOrder: 'Average order',
      ordersEach: 'Orders per customer',
      revenueEach: 'Revenue per customer',
      silent: 'Valuable, gone quiet',
      ofAll: (share: number) => `${f.percent(share, 1)} of all`,
      period: (first: string, last: string) => `${f.month(first)} – ${f.month(last)}`,
      asOf: (day: string) => `as of ${f.day(day)}`,
      silentMoney: (money: string) => `${money} in revenue so far`,
      repeat: (share: number) => `top fifth: ${f.percent(share)} of revenue`,
    },

    chart: {
      asTable: 'Show as table',
      share: 'Share',
      ofCustomers: 'Share of customers',
      ofRevenue: 'Share of revenue',
      revenue: 'Revenue',
      customers: 'Customers',
      orders: 'Orders',
      averageOrder: 'Average order',
      from: 'From',
      to: 'To',
      andMore: 'and more',
      click: 'Click to select.',
    },

    tiers: {
      title: (scheme: string) => `Tiers: ${scheme}`,
      tier: 'Tier',
      unit: 'share of customers, orders and revenue',
      /** Without a share of the revenue where there is none to be shared. */
      sentence: (name: string, count: number, share: number, revenue: number | null) =>
        revenue === null
          ? `${name}: ${customers(count)} (${f.percent(share)}).`
          : `${name}: ${customers(count)} (${f.percent(share)}) ${f.plural(count, 'brings', 'bring')} ${f.percent(revenue)} of the revenue.`,
      tip: (
        name: string,
        count: number,
        share: number,
        revenue: string,
        revenueShare: number | null,
      ) =>
        `${name}: ${customers(count)} (${f.percent(share, 1)}) ${f.plural(count, 'brings', 'bring')} ${revenue}${revenueShare === null ? '' : ` (${f.percent(revenueShare, 1)})`}.`,
    },

    segments: {
      title: 'Segments',
      unit: 'customers and revenue',
      scheme: 'Scheme',
      segment: 'Segment',
      use: 'Name customers by this',
      largest: (name: string, share: number) =>
        `The largest group is ${name} (${f.percent(share)} of customers).`,
      richest: (name: string, share: number) =>
        `${name} bring the most revenue (${f.percent(share)}).`,
      both: (name: string, share: number, revenue: number) =>
        `${name} are the largest group (${f.percent(share)} of customers) and bring the most revenue (${f.percent(revenue)}).`,
    },

    grid: {
      title: 'Recency × frequency',
      unit: 'customers, share, mean value',
      recency: 'Recency score R',
      frequency: 'Frequency score F',
      recent: 'just ordered',
      often: 'often',
      cell: (r: number, f_: number) => `R ${r}, F ${f_}`,
      mean: 'Mean value',
      tip: (r: number, f_: number, count: number, share: number, mean: string) =>
        `R ${r}, F ${f_}: ${customers(count)} (${f.percent(share, 1)}), ${mean} each on average.`,
      empty: (r: number, f_: number) => `R ${r}, F ${f_}: no customer.`,
      sentence: (best: number, bestShare: number, gone: number, goneShare: number) =>
        `${customers(best)} (${f.percent(bestShare)}) ordered recently and often; ${f.integer(gone)} (${f.percent(goneShare)}) rarely and long ago.`,
    },

    pareto: {
      title: 'Concentration of revenue',
      unit: 'cumulative share, best customers first',
      sentence: (count: number, share: number, revenue: number) =>
        `The best ${f.plural(count, 'customer', customers(count))} (${f.percent(share)}) ${f.plural(count, 'brings', 'bring')} ${f.percent(revenue)} of the revenue.`,
      eighty: (count: number, share: number) =>
        `80% of the revenue comes from ${customers(count)} (${f.percent(share)}).`,
      gini: (value: number) => `Gini ${f.decimal(value, 2)}`,
      giniMeans: (value: number) =>
        `Gini coefficient ${f.decimal(value, 2)}: 0 if all customers brought the same, 1 if one brought everything.`,
      equal: 'if all were equal',
      point: (share: number, revenue: number) =>
        `Best ${f.percent(share)} of customers: ${f.percent(revenue)} of the revenue.`,
      group: (name: string, count: number, share: number, revenue: number) =>
        `${name}: ${customers(count)} (${f.percent(share)}) ${f.plural(count, 'brings', 'bring')} ${f.percent(revenue)} of the revenue.`,
    },

    histogram: {
      title: { recency: 'Recency', frequency: 'Frequency', monetary: 'Monetary' } satisfies Record<
        Factor,
        string
      >,
      unit: {
        recency: 'customers by days since the last order',
        frequency: 'customers by number of orders',
        monetary: 'customers by revenue',
      } satisfies Record<Factor, string>,
      half: {
        recency: (value: string) => `Half of the customers ordered within the last ${value}.`,
        frequency: (value: string) => `Half of the customers have at most ${value}.`,
        monetary: (value: string) => `Half of the customers brought at most ${value}.`,
      } satisfies Record<Factor, (value: string) => string>,
      tip: (from: string, to: string, count: number, share: number) =>
        `${from} to ${to}: ${customers(count)} (${f.percent(share, 1)}).`,
      single: (value: string, count: number, share: number) =>
        `${value}: ${customers(count)} (${f.percent(share, 1)}).`,
      open: (from: string, count: number, share: number) =>
        `${from} and more: ${customers(count)} (${f.percent(share, 1)}).`,
      scores: 'Scores',
      cuts: (cuts: string) => `Cut at ${cuts}`,
      empty: (scores: string) => `Nobody has score ${scores}.`,
      scoreTip: (score: number, count: number) => `Score ${score}: ${customers(count)}.`,
    },

    months: {
      title: 'Over time',
      unit: 'revenue and order lines by month',
      month: 'Month',
      lines: 'Order lines',
      sentence: (best: string, money: string) => `The strongest month was ${best} with ${money}.`,
      lastYear: (money: string, change: string) =>
        `The last 12 months brought ${money}, ${change} than the 12 before.`,
      more: (share: number) => `${f.percent(share)} more`,
      less: (share: number) => `${f.percent(share)} less`,
      tip: (month: string, money: string, lines: number) =>
        `${month}: ${money} in ${f.integer(lines)} ${f.plural(lines, 'line', 'lines')}.`,
    },

    list: {
      title: 'Customers',
      search: 'Search id, name, phone, e-mail, company',
      columns: 'Columns',
      reset: 'As suggested',
      score: 'R F M',
      abc: 'ABC',
      lifeCycle: 'Life cycle',
      sinceLast: 'Since last order',
      plain: 'Plain table',
      plainMeans: 'A plain table page by page, for screen readers',
      loading: 'Loading…',
      count: (count: number) => customers(count),
      range: (from: number, to: number, total: number) =>
        `${f.integer(from)}–${f.integer(to)} of ${f.integer(total)}`,
      previous: 'Previous page',
      next: 'Next page',
      sortBy: (column: string) => `Sort by ${column}`,
      none: 'No customer fits.',
      failed: 'This part could not be loaded.',
      again: 'Try again',
      hint: 'Arrow keys move, Enter opens the customer.',
      days: (days: number) => `${f.integer(days)} d ago`,
    },
  };
};
