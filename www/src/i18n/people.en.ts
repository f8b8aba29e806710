// Words about people: what would change a customer, and who is in a segment.

import type { Feature, Medians, Share } from '../engine/types.ts';
import type { Format } from './format.ts';

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

const parts = ['Product quality', 'Attitude of the service', 'Speed of delivery'] as const;

export const peopleEn = (f: Format) => {
  const customers = (count: number) =>
    `${f.integer(count)} ${f.plural(count, 'customer', 'customers')}`;
  const days = (count: number) => `${f.decimal(count, 1)} ${f.plural(count, 'day', 'days')}`;
  return {
    tab: 'People',

    next: {
      title: 'What would change it',
      note: 'By today’s thresholds, everybody else standing still.',
      best: 'No segment is better.',
      unchanged: {
        too_far: 'Not reached with up to twelve more orders, whatever they are worth.',
        not_by_orders: 'No order changes it: it depends on other things.',
        not_told:
          'It cannot be counted ahead: it depends on all customers, on a model, or on what is bought.',
      },
      reach: (segment: string, ways: readonly string[], before: string | null) =>
        `To reach ${segment}${before ? ` before ${f.day(before)}` : ''}: ${ways.join(', or ')}.`,
      orders: (count: number, amount: number) => {
        const more = count === 1 ? 'one more order' : `${f.integer(count)} more orders`;
        if (amount === 0) return `${more} of any amount`;
        return `${more} of ${f.money(amount)} or more${count === 1 ? '' : ' together'}`;
      },
      holds: (count: number) => `It then stays there for ${days(count)} without a further one.`,
      fall: (segment: string, day: string) =>
        `Without an order it falls to ${segment} on ${f.day(day)}.`,
      fallIn: (segment: string, count: number) =>
        `Without an order it falls to ${segment} in ${days(count)}.`,
    },

    title: 'Who is in each segment',
    lead: 'Counted from your files. What sets a segment apart is named only when chance is an unlikely reason.',
    scheme: 'Segments by',
    print: 'Save as a page to print',
    printName: 'personas.html',
    pending: 'Counting…',
    failed: 'This could not be counted. Change the selection or open the page again.',
    empty: 'Nobody is in this segment.',
    size: (count: number, share: number) => `${customers(count)} · ${f.percent(share, 1)}`,
    show: (segment: string) => `Show the customers of ${segment}`,
    showShort: 'Show customers',

    summary: (revenue: number, medians: Medians | null) => {
      const money = `They bring ${f.percent(revenue, 1)} of the revenue.`;
      if (!medians) return money;
      const orders = `${f.decimal(medians.orders, 1)} ${f.plural(medians.orders, 'order', 'orders')}`;
      const worth = medians.order_value === null ? '' : ` of ${f.moneyShort(medians.order_value)}`;
      return `${money} Half of them have at least ${orders}, usually${worth || ' of no known amount'}, the last ${days(medians.recency_days)} ago.`;
    },
    apartSentence: (what: string, lift: number) =>
      `${what} is ${f.decimal(lift, 1)} times as common as among everybody.`,

    figures: {
      label: 'Figures',
      revenue: 'Revenue',
      revenueShare: 'Of all revenue',
      orders: 'Orders',
      orderShare: 'Of all orders',
      averageOrder: 'Average order',
      averageCustomer: 'Revenue each',
      recency: 'Last order, median',
      frequency: 'Orders, median',
      monetary: 'Monetary, median',
      interval: 'Between orders, median',
      ago: (count: number) => `${days(count)} ago`,
      days,
    },
    parts: {
      apart: 'What sets them apart',
      apartNone: 'Nothing that chance could not explain.',
      apartNote: (share: number, all: number) => `${f.percent(share)} against ${f.percent(all)}`,
      lift: (lift: number) => `× ${f.decimal(lift, 1)}`,
      basics: 'Mostly',
      needs: 'What they buy',
      needsNote: (count: number) => customers(count),
      channels: 'How they are in touch',
      pains: 'What they complain about',
    },
    pains: {
      satisfaction: (mean: number, ratings: number) =>
        `Satisfaction ${f.integer(mean)} of 100, ${f.integer(ratings)} ${f.plural(ratings, 'rating', 'ratings')}.`,
      complaints: (complaints: number, people: number, open: number) =>
        `${f.integer(complaints)} ${f.plural(complaints, 'complaint', 'complaints')} from ${customers(people)}, ${f.integer(open)} still open.`,
      weakest: (part: number, mean: number) =>
        `Weakest: ${(parts[part] ?? '').toLowerCase()}, ${f.integer(mean)} of 100.`,
      none: 'No complaints.',
      subject: (subject: string, count: number) => `${subject} (${f.integer(count)})`,
    },

    /** What a share is of; attributes and own columns have a name of their own. */
    feature: (feature: Exclude<Feature, { name: string }>): string =>
      ({
        age: 'Age',
        product: 'Product',
        month: 'Orders in',
        channel: 'Contact by',
        complaint: 'A complaint',
      })[feature.kind],
    basis: (feature: Feature): string =>
      feature.kind === 'product' || feature.kind === 'month'
        ? 'of their order lines on average'
        : feature.kind === 'channel'
          ? 'of their contacts on average'
          : 'of those of whom it is known',
    month: (month: number) => MONTHS[month - 1] ?? '',
    yes: 'yes',
    range: (above: string, upTo: string) => {
      if (!above) return `up to ${upTo}`;
      return upTo ? `over ${above} up to ${upTo}` : `over ${above}`;
    },
    shareTip: (
      what: string,
      share: Pick<Share, 'share' | 'share_of_all' | 'customers'>,
      basis: string,
    ) =>
      `${what}: ${f.percent(share.share, 1)} ${basis} here, ${f.percent(share.share_of_all, 1)} among everybody; ${customers(share.customers)}`,

    scatter: {
      title: 'Orders and monetary value',
      unit: 'one dot is a customer; both scales are logarithmic',
      sentence: (dots: number, all: number) =>
        dots < all
          ? `${f.integer(dots)} of ${customers(all)}, evenly taken.`
          : `${customers(all)}.`,
      medians: 'Medians by segment',
      orders: 'Orders',
      monetary: 'Monetary',
    },
    breakdown: {
      title: (field: string) => `By ${field.toLowerCase()}`,
      unit: 'revenue',
      sentence: (value: string, share: number, count: number) =>
        `${value} brings ${f.percent(share, 1)} of the revenue, with ${customers(count)}.`,
      choose: 'Divide by',
      unknown: 'Not known',
      rest: 'Others',
      customers: 'Customers',
      tip: (value: string, count: number, revenue: string, share: number) =>
        `${value}: ${customers(count)}, ${revenue}, ${f.percent(share, 1)} of the revenue`,
    },
    acquisition: {
      title: 'From prospect to customer, by source',
      unit: 'share who ordered, with its 95% interval',
      sentence: (best: string, rate: number, people: number) =>
        `Of ${f.integer(people)} people from ${best}, ${f.percent(rate, 1)} became customers.`,
      overlap:
        'The intervals of the best and the weakest source overlap: the difference may be chance.',
      clear:
        'The intervals of the best and the weakest source do not overlap: the difference is real.',
      source: 'Source',
      people: 'People',
      rate: 'Became customers',
      interval: '95% interval',
      between: (low: number, high: number) => `${f.percent(low, 1)}–${f.percent(high, 1)}`,
      tip: (source: string, rate: number, low: number, high: number, people: number) =>
        `${source}: ${f.percent(rate, 1)} of ${f.integer(people)} people ordered (95% interval ${f.percent(low, 1)} to ${f.percent(high, 1)})`,
    },
  };
};
