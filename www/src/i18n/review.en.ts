// Words of feedback, effect, adjustments and playbook; review.zh.ts has the same keys.

import type { AdviceKind, EffectMeasure, MatterKind, Topic } from '../engine/types.ts';
import type { Format } from './format.ts';

const TOPICS: Record<Topic, string> = {
  returns: 'Returns, refunds, repairs',
  payment: 'Payment and invoices',
  packaging: 'Packaging',
  delivery: 'Delivery',
  attitude: 'Service and attitude',
  price: 'Price and points',
  ordering: 'Site and ordering',
  choice: 'Choice and stock',
  quality: 'Quality',
};

export const reviewEn = (f: Format) => {
  const customers = (count: number) =>
    `${f.integer(count)} ${f.plural(count, 'customer', 'customers')}`;
  const range = (low: number, high: number) => `${f.percent(low)} to ${f.percent(high)}`;
  return {
    tabs: {
      feedback: 'Feedback',
      effect: 'Effect',
      log: 'Adjustments',
      playbook: 'Playbook',
    },
    computing: 'Computing…',
    failed: 'This could not be computed.',
    topics: TOPICS,
    tier: 'Tier',
    all: 'Everybody',

    feedback: {
      none: 'No feedback in these files',
      noneNext:
        'Add a table with a customer column and a rating, complaint or suggestion column: satisfaction by tier, open complaints and suggestions then stand here.',
      satisfied: (share: number, count: number) =>
        `${f.percent(share)} of ${f.integer(count)} ratings are satisfied`,
      unrated: (pieces: number) => `${f.integer(pieces)} pieces of feedback, none with a rating`,
      interval: (low: number, high: number) => `With so many answers, ${range(low, high)}.`,
      promoters: (score: number, low: number, high: number) =>
        `NPS ${f.decimal(score, 0)} (${f.decimal(low, 0)} to ${f.decimal(high, 0)}).`,
      complaints: (received: number, open: number) =>
        `${f.integer(received)} ${f.plural(received, 'complaint', 'complaints')}, ${f.integer(open)} open.`,
      undated: (count: number) => `${f.integer(count)} without a day are in no month.`,
      byTier: 'Satisfaction by tier',
      byTierUnit: 'today’s tiers, with 95 % interval',
      byTierSentence: (best: string, share: number, worst: string, low: number) =>
        `${best}: ${f.percent(share)} satisfied; ${worst}: ${f.percent(low)}.`,
      byTierOne: 'Satisfied means 4 or 5 of 5, or as good on another scale.',
      ratings: 'Ratings',
      csat: 'Satisfied (CSAT)',
      nps: 'NPS',
      aspects: ['Quality', 'Attitude', 'Delivery'],
      share: (rate: number, low: number, high: number) =>
        `${f.percent(rate)} (${f.percent(low)}–${f.percent(high)})`,
      few: 'few answers',
      handled: 'Complaints by tier',
      handledUnit: 'received, classified, resolved',
      handledSentence: (repeat: number, median: number | null) =>
        `${customers(repeat)} complained more than once.${median === null ? '' : ` Half of the resolved ones took at most ${f.decimal(median, 1)} days.`}`,
      received: 'Received',
      classified: 'Classified',
      resolved: 'Resolved',
      open: 'Open',
      median: 'Median days',
      complained: 'Customers who complained',
      repeated: 'More than once',
      months: 'Satisfaction and complaints by month',
      monthsUnit: 'share satisfied · complaints received',
      monthsSentence: (month: string, share: number, count: number) =>
        `${month}: ${f.percent(share)} of ${f.integer(count)} satisfied.`,
      monthsQuiet: 'Nobody rated anything in the last month.',
      month: 'Month',
      monthTip: (month: string, share: string, ratings: number, complaints: number) =>
        `${month}: ${share} satisfied (${f.integer(ratings)}), ${f.integer(complaints)} ${f.plural(complaints, 'complaint', 'complaints')}`,
      waiting: 'Waiting for an answer',
      waitingUnit: 'the best tiers first',
      waitingSentence: (total: number, complaints: number, overdue: number) =>
        total === 0
          ? 'Nobody waits.'
          : `${f.integer(complaints)} open ${f.plural(complaints, 'complaint', 'complaints')}, ${f.integer(total - complaints)} bad ratings nobody followed up; ${f.integer(overdue)} wait longer than the tier’s response time.`,
      customer: 'Customer',
      what: 'What',
      kinds: { complaint: 'Complaint', low_rating: 'Bad rating' } satisfies Record<
        MatterKind,
        string
      >,
      words: 'In their words',
      since: 'Waiting',
      days: (count: number) => `${f.integer(count)} ${f.plural(count, 'day', 'days')}`,
      noDay: 'no day',
      overdue: 'overdue',
      classes: 'What complaints are about',
      classesUnit: 'the file’s own classes, else by words',
      classesSentence: (name: string, count: number) =>
        `Most of all: ${name} (${f.integer(count)}).`,
      unclassified: 'Not classified',
      suggestions: 'Suggestions',
      suggestionsUnit: 'grouped by words',
      suggestionsSentence: (count: number) =>
        `${f.integer(count)} ${f.plural(count, 'suggestion', 'suggestions')}, grouped by the words in them.`,
      examples: 'For example',
      times: (text: string, count: number) => (count > 1 ? `${text} (${f.integer(count)}×)` : text),
      others: 'Other',
      count: 'Count',
      save: 'Save as CSV',
      file: 'feedback.csv',
    },

    effect: {
      title: (after: string, before: string) => `${after} against ${before}`,
      lead: (count: number, day: string, newer: number) =>
        `${customers(count)} in the tier they had on ${day}${newer > 0 ? `; ${f.integer(newer)} came later and are not compared` : ''}.`,
      basis: {
        control: (count: number) =>
          `Held against the control group of ${customers(count)}: the difference is what the strategy did.`,
        earlier: (count: number) =>
          `No control group. A tier of good buyers falls back by itself, so each change is held against what the same tier did at ${f.integer(count)} earlier ${f.plural(count, 'time', 'times')}. The season can still be in it.`,
        nothing:
          'No control group and no earlier history: the season, and the falling back of the best tiers, are in every change.',
      },
      nobody: (newer: number, day: string) =>
        `Nobody can be compared: ${f.integer(newer)} ${f.plural(newer, 'customer', 'customers')} came on ${day} or later, and who only just came has ordered by definition. Add earlier orders, or let the first span begin later.`,
      noTime: 'The orders do not cover two periods',
      noTimeNext: 'Choose a shorter period, or add earlier orders.',
      found: (count: number) =>
        count === 0
          ? 'No change is clearer than chance.'
          : `${f.integer(count)} ${f.plural(count, 'change is', 'changes are')} clearer than chance, all figures looked at together.`,
      settings: 'Which periods',
      period: 'Period',
      periods: {
        auto: 'Fits the data',
        week: 'Week',
        month: 'Month',
        quarter: 'Quarter',
        own: 'Days of my choice',
      },
      spanBefore: 'Before',
      spanAfter: 'After',
      spanFrom: 'from',
      spanTo: 'to',
      spanProblems: {
        missing: () => 'All four days are needed.',
        reversed: () => 'A span ends before it begins.',
        short: () => 'A span needs at least 7 days.',
        overlap: () => 'The first span has to end before the second one begins.',
        outside: (first: string, last: string) => `The orders are from ${first} to ${last}.`,
      },
      lengths: (after: number, before: number) =>
        `${f.integer(after)} days against ${f.integer(before)}: orders and revenue are counted per 30 days.`,
      monthly: (count: number) =>
        `${customers(count)} ${f.plural(count, 'orders', 'order')} once a month and ${f.plural(count, 'is', 'are')} counted by months, long or short.`,
      against: 'Against',
      againsts: { previous: 'the period before', year_before: 'the same period a year before' },
      control: 'Control group',
      noControl: 'None',
      controlNote:
        'Customers who are left out of what you try, marked in a column of a customer list. Choose them by lot and beforehand.',
      controlIs: (column: string, value: string) => `${column} is ${value}`,
      measures: {
        orders: 'Orders per customer',
        revenue: 'Revenue per customer',
        satisfaction: 'Satisfaction',
        complaints: 'Complaints per 100 orders',
      } satisfies Record<EffectMeasure, string>,
      units: {
        orders: 'in 30 days',
        revenue: 'in 30 days',
        satisfaction: '0 to 100',
        complaints: '',
      } satisfies Record<EffectMeasure, string>,
      before: 'Before',
      after: 'After',
      usual: 'Usual change',
      controlChange: 'Change of control',
      effect: 'Effect (95 % interval)',
      change: 'Change (95 % interval)',
      verdict: 'Verdict',
      verdicts: { up: 'Up', down: 'Down', unclear: 'No clear change', too_few: 'Too few' },
      tooFewNote: 'fewer than 20 customers to count',
      noneJudged: 'Fewer than 20 customers have something to count: no verdict.',
      compared: 'Customers',
      estimate: (value: string, low: string, high: string) => `${value} (${low} to ${high})`,
      judged: (up: string[], down: string[]) =>
        [
          up.length > 0 ? `Up: ${f.list(up)}.` : '',
          down.length > 0 ? `Down: ${f.list(down)}.` : '',
          up.length + down.length === 0 ? 'No tier changed more than by chance.' : '',
        ]
          .filter(Boolean)
          .join(' '),
      advice: 'What follows',
      adviceNone: 'Nothing: no verdict asks for a change.',
      kinds: {
        answer_faster: (tier: string) => `${tier}: complaints are up. Answer in half the time.`,
        speak_in_person: (tier: string) =>
          `${tier}: satisfaction is down. Call first, write second.`,
        contact_more: (tier: string) => `${tier}: they buy less. Be in touch a quarter more often.`,
        go_on: (tier: string) => `${tier}: they buy more. Go on like this.`,
        try_control: (tier: string) =>
          `${tier}: no clear change. Leave some customers out by lot, and you will see whether the contacts do anything.`,
      } satisfies Record<AdviceKind, (tier: string) => string>,
      take: 'Change the strategy',
    },

    log: {
      title: 'What was changed, and why',
      lead: 'The log is part of the recipe: it holds settings and your reasons, nothing about customers.',
      pending: 'Changed and not yet in the log',
      nonePending: 'Every strategy is as the log leaves it.',
      reason: 'Why?',
      add: 'Note it',
      empty: 'No entries yet. Change a strategy, and it appears here to be noted.',
      day: 'Day',
      what: 'What',
      why: 'Why',
      made: 'Strategy made',
      gone: 'Strategy taken away',
      contacts: (from: number, to: number) =>
        `contacts a year ${f.integer(from)} → ${f.integer(to)}`,
      minutes: (from: number, to: number) => `minutes each ${f.integer(from)} → ${f.integer(to)}`,
      hours: (from: number, to: number) =>
        `answer within ${f.integer(from)} → ${f.integer(to)} hours`,
      channels: (from: string, to: string) => `channels ${from} → ${to}`,
      focus: (from: string, to: string) => `focus ${from} → ${to}`,
      other: 'other settings',
    },

    playbook: {
      title: 'Playbook for the team',
      lead: 'One page per tier: who they are, what we want, what we do. Save it as a page to print.',
      save: 'Save to print',
      file: 'playbook.html',
      who: 'Who they are',
      goal: 'What we want',
      how: 'How we are in touch',
      talk: 'What we talk about',
      dos: 'Do',
      donts: 'Do not',
      check: 'Check list',
      made: (day: string) => `As of ${day}`,
      size: (count: number, share: number) =>
        `${customers(count)} ${f.plural(count, 'brings', 'bring')} ${f.percent(share)} of the revenue`,
      habits: (orders: number, value: string, days: number) =>
        `Usually ${f.decimal(orders, 1)} ${f.plural(orders, 'order', 'orders')} of ${value}, the last one ${f.decimal(days, 0)} days ago`,
      more: (what: string, lift: number) =>
        `${what}: ${f.decimal(lift, 1)} times as common as among all`,
      satisfaction: (share: number, low: number, high: number) =>
        `${f.percent(share)} satisfied (${range(low, high)})`,
      waiting: (count: number) =>
        `${f.integer(count)} open ${f.plural(count, 'complaint', 'complaints')}`,
      goals: {
        quality: ['Keep them: no lost customer goes unnoticed', 'Know each of them by name'],
        value: ['Show them the way up: a bundle, a next step', 'A regular, personal word'],
        price: ['Stay in mind at little cost', 'Spot those who grow, and move them up'],
      },
      contacts: (count: number, channels: string) =>
        `${f.integer(count)} contacts a year by ${channels}`,
      minutes: (count: number) =>
        count === 0 ? 'Automatic: no staff time' : `${f.integer(count)} minutes each`,
      response: (hours: number) => `A question is answered within ${f.integer(hours)} hours`,
      owner: (name: string) => `Looked after by: ${name}`,
      benefits: (list: string) => `They get: ${list}`,
      noStrategy: 'No strategy is set for this tier',
      focus: {
        quality: ['Quality, service, what is made for them', 'News before others hear of it'],
        value: ['What they get for their money', 'Sets and additions that go with what they have'],
        price: ['The price, the offer, until when', 'One message, one button'],
      },
      do: {
        quality: [
          'Call before you write',
          'Pass on every complaint the same day',
          'Keep what was promised in the file',
        ],
        value: ['Mention the last order', 'Offer one thing that goes with it', 'Ask how it was'],
        price: [
          'Use the template',
          'Say clearly how to unsubscribe',
          'Answer questions from the help page',
        ],
      },
      dont: {
        quality: [
          'No mass mailings',
          'No discounts nobody asked for',
          'No second person without a handover',
        ],
        value: ['Not more often than planned', 'No long letters', 'No pressure'],
        price: ['No calls', 'No special cases without a reason', 'Not while a complaint is open'],
      },
      checks: {
        quality: [
          'Owner named and reachable',
          'Open complaints checked',
          'Last order and preference read',
          'Next contact in the calendar',
        ],
        value: [
          'Consent and address checked',
          'Last order read',
          'Offer chosen',
          'Next contact in the calendar',
        ],
        price: [
          'Unsubscribed ones are left out',
          'Template read once aloud',
          'Link tried',
          'Date of sending set',
        ],
      },
    },
  };
};
