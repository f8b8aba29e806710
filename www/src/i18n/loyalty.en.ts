// Words of Customize: the loyalty plan. Keys as in loyalty.zh.ts.

import type { Format } from './format.ts';

export const loyaltyEn = (f: Format) => ({
  title: 'Loyalty plan',
  none: 'There is no plan yet. Start with one whose levels fit your customers; nothing is promised to anybody by trying.',
  start: 'Start with a suggestion',
  stop: 'Remove the plan',
  lead: (cost: string, share: string | null, liability: string) =>
    `Had it been there all along, the last 365 days would have cost ${cost}${share === null ? '' : `; revenue would have to rise by ${share} to pay for it`}. Points worth ${liability} would be outstanding today.`,
  assumed:
    'The orders are real. How many points and coupons customers use is an assumption: the past had none.',
  edit: {
    title: 'The plan',
    points_per_unit: 'Points per unit of revenue',
    point_value: 'Worth of a point',
    expiry_days: 'Points expire after days',
    expiryMeans: 'Empty: never.',
    redeemed_percent: 'Points used with each order, %',
    coupons_used_percent: 'Coupons used, %',
    window_days: 'Days that decide the level',
  },
  levels: {
    title: 'Levels',
    unit: 'customers',
    sentence: (rose: number, fell: number) =>
      `Over the last window ${f.integer(rose)} would have risen and ${f.integer(fell)} fallen.`,
    names: { member: 'Member', silver: 'Silver', gold: 'Gold', diamond: 'Diamond' } as Record<
      string,
      string
    >,
    name: 'Level',
    threshold: 'From revenue',
    points_percent: 'Points, %',
    yearly_cost: 'Benefits per customer and year',
    coupon: 'Coupon on reaching it',
    customers: 'Customers',
    before: 'A window ago',
    revenue: 'Revenue',
    of: (field: string, level: string) => `${field}: ${level}`,
  },
  compare: {
    title: 'What it comes to',
    unit: 'last 365 days',
    today: 'Today',
    changed: 'Changed',
    figure: 'Figure',
    cost: 'Cost',
    points: 'of which points used',
    coupons: 'of which coupons',
    benefits: 'of which benefits',
    breakEven: 'Rise in revenue that pays for it',
    liability: 'Points outstanding, worth',
    members: (level: string) => `Customers: ${level}`,
    plain: 'What the plan would have cost in the last 365 days.',
    sentence: (better: number, worse: number, risk: string) =>
      worse === 0
        ? `${f.integer(better)} customers would get more, nobody less.`
        : `${f.integer(better)} customers would get more, ${f.integer(worse)} less. Those who get less brought ${risk}: that revenue is at risk.`,
    use: 'Use the changed plan',
    discard: 'Discard the changes',
  },
  ledger: {
    title: 'Points over the whole past',
    unit: 'points',
    sentence: 'Given = used + expired + taken back + outstanding. The ledger has every booking.',
    kind: 'Points',
    count: 'Number',
    given: 'Given',
    redeemed: 'Used',
    expired: 'Expired',
    taken_back: 'Taken back for refunds',
    outstanding: 'Outstanding',
    save: 'Ledger, CSV',
  },
});
