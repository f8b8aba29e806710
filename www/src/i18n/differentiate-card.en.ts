// Words of the customer's card: who, why this tier, what was ordered.

import type { Factor } from '../engine/types.ts';
import type { Format } from './format.ts';

type Quantity = Readonly<Record<Factor, (value: number) => string>>;

/** The place of a score among so many, in words. */
const place = (score: number, bins: number): string => {
  if (score === bins) return 'the best of';
  if (score === 1) return 'the lowest of';
  return `level ${score} of`;
};

export const cardEn = (f: Format, quantity: Quantity) => ({
  card: {
    close: 'Close',
    missing: 'This customer is no longer in the data.',
    loading: 'Loading the customer…',
    who: 'Customer',
    figures: 'In figures',
    since: (day: string) => `customer since ${f.day(day)}`,
    lastOrder: (day: string | null, days: number) =>
      `last order ${day ? `${f.day(day)}, ` : ''}${f.integer(days)} ${f.plural(days, 'day', 'days')} ago`,

    why: 'Why this tier',
    factor: {
      recency: (value: number) => `${quantity.recency(value)} since the last order`,
      frequency: (value: number) => quantity.frequency(value),
      monetary: (value: number) => `${quantity.monetary(value)} in revenue`,
    } satisfies Record<Factor, (value: number) => string>,
    between: (from: string, to: string) => `between ${from} and ${to}`,
    exactly: (value: string) => `exactly ${value}`,
    atMost: (value: string) => `at most ${value}`,
    moreThan: (value: string) => `more than ${value}`,
    atLeast: (value: string) => `at least ${value}`,
    below: (value: string) => `below ${value}`,
    everything: 'all values',
    score: (value: string, interval: string, score: number, bins: number) =>
      `${value}: ${interval}, ${place(score, bins)} ${bins} levels → score ${score}`,
    better: (share: number) =>
      share > 0 ? `Better than ${f.percent(share)} of the others.` : 'No customer is below this.',
    betterThanMost: 'Better than almost all others.',
    best: 'Better than all others.',
    scoreOf: (score: number, bins: number) => `Score ${score} of ${bins}`,

    schemes: 'In every scheme',
    scheme: 'Scheme',
    result: 'Result',
    because: 'Because',
    rule: (rule: string) => `the rule is ${rule}`,
    has: (scores: string) => `has ${scores}`,
    rest: 'no rule of the table holds these scores',
    any: 'any',
    axis: { r: 'R', f: 'F', m: 'M', fm: 'mean of F and M', rfm: 'mean of R, F and M' },
    axisScore: (axis: string, score: string) => `${axis} ${score}`,
    range: (from: string, to: string) => `${from}–${to}`,
    high: 'high',
    low: 'low',
    abc: (share: number) =>
      `the best customers down to this one bring ${f.percent(share, 1)} of the revenue`,
    lifeCycle: (days: number) => `last order ${quantity.recency(days)} ago`,
    newLife: (days: number) => `first order ${quantity.recency(days)} ago`,
    tenure: (days: number) => `customer for ${quantity.recency(days)}`,

    orders: 'Orders',
    ordersSentence: (count: number, first: string, last: string) =>
      `${f.integer(count)} ${f.plural(count, 'order', 'orders')} between ${f.day(first)} and ${f.day(last)}.`,
    shown: (shown: number, total: number) =>
      `The latest ${f.integer(shown)} of ${f.integer(total)} are shown.`,
    noOrders: 'The file has figures for this customer, but no single orders.',
    amount: 'Amount per order',
    day: 'Day',
    order: 'Order',
    products: 'Products',
    refund: 'Refund',
    orderTip: (day: string, amount: string) => `${f.day(day)}: ${amount}`,
    refundTip: (day: string, amount: string) => `${f.day(day)}: refund of ${amount}`,
    more: (count: number) => `Show ${f.integer(count)} more`,
    select: (name: string) => `Show all of ${name}`,
    contacts: 'Contacts and feedback',
    contactsShown: (shown: number, total: number) =>
      `The latest ${f.integer(shown)} of ${f.integer(total)}.`,
    rating: (rating: number) => `${f.integer(rating)} of 100`,
    open: 'open',
    resolved: 'resolved',
    noDay: 'no day',
    times: (count: number) => `× ${f.integer(count)}`,
    channel: {
      phone: 'Call',
      email: 'E-mail',
      sms: 'Text message',
      messenger: 'Messenger',
      chat: 'Live chat',
      meeting: 'Meeting',
      event: 'Event',
      visit: 'Page view',
      click: 'Click',
      download: 'Download',
      comment: 'Comment',
      like: 'Like',
      share: 'Share',
      other: 'Contact',
    },
    feedback: {
      rating: 'Rating',
      complaint: 'Complaint',
      suggestion: 'Suggestion',
      praise: 'Praise',
      other: 'Feedback',
    },
  },
});
