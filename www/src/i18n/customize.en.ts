// Words of Customize: offers. Keys as in customize.zh.ts.

import type { OfferMethod, OfferReason, OfferVerdict, PromotionKind } from '../engine/types.ts';
import type { Format } from './format.ts';

type ReasonOf<C extends OfferReason['code']> = Extract<OfferReason, { readonly code: C }>;

/** Figures of a promotion, as text. */
export interface PromotionText {
  readonly threshold: string;
  readonly worth: string;
  readonly days: number;
}

export const customizeEn = (f: Format) => {
  const customers = (count: number) =>
    `${f.integer(count)} ${f.plural(count, 'customer', 'customers')}`;
  const orders = (count: number) => `${f.integer(count)} ${f.plural(count, 'order', 'orders')}`;
  const days = (count: number) => `${f.integer(count)} ${f.plural(count, 'day', 'days')}`;
  return {
    tabs: {
      label: 'Customize',
      offers: 'Offers',
      service: 'Service levels',
      owners: 'Owners',
      loyalty: 'Loyalty plan',
    },
    computing: 'Working it out …',
    failed: 'This part could not be worked out.',
    cost: {
      title: 'What the contacts of the tiers cost',
      unit: 'staff time in a year',
      today: (hours: string, cost: string) =>
        `${hours} hours and ${cost} a year, if everybody is contacted as often as planned.`,
      changed: (hours: string, cost: string, difference: string, sign: number) =>
        `Changed: ${hours} hours and ${cost} a year${sign === 0 ? ', as much as today' : `, ${difference} ${sign > 0 ? 'more' : 'less'} than today`}.`,
      hour: 'Cost of an hour',
      hourMeans: 'Wages and all that goes with them. It stays in this page.',
      tier: 'Tier',
      customers: 'Customers',
      contacts: 'Contacts a year',
      minutes: 'Minutes each',
      hours: 'Hours',
      cost: 'Cost',
      of: (what: string, tier: string) => `${what}, ${tier}`,
      use: 'Use these strategies',
      discard: 'Discard',
    },
    offers: {
      title: 'What to offer whom',
      lead: (pairs: number, consumables: number) =>
        `${pairs === 0 ? 'No two products are bought together more often than chance' : `${f.integer(pairs)} ${f.plural(pairs, 'pair of products is', 'pairs of products are')} bought together more often than chance`}; ${f.integer(consumables)} ${f.plural(consumables, 'product is', 'products are')} bought again.`,
      noProducts:
        'The files name no products, so none can be recommended. Promotions need only dates and amounts.',
      list: {
        title: 'Offers by customer',
        unit: 'most valuable first',
        sentence:
          'Open a customer for every recommendation with its reason. What somebody already has is offered again only when others buy it again and it is due.',
        tier: 'Tier',
        everybody: 'All tiers',
        customer: 'Customer',
        first: 'First recommendation',
        promotion: 'Promotion',
        none: 'None',
        nobody: 'No customers here.',
        card: (name: string) => `Open the card of ${name}`,
        saveProducts: 'Recommendations, CSV',
        savePromotions: 'Promotions, CSV',
      },
      products: 'Recommended',
      reason: {
        bought_together: ({ with: other, together, of }: ReasonOf<'bought_together'>) =>
          `in ${f.integer(together)} of ${orders(of)} with ${other}`,
        bought_again: ({ buyers, again, usual_days, days: since }: ReasonOf<'bought_again'>) =>
          `bought again by ${f.integer(again)} of ${customers(buyers)}${usual_days === null ? '' : `, usually after ${days(usual_days)}`}; last bought ${days(since)} ago`,
        popular: ({ buyers, of }: ReasonOf<'popular'>) =>
          `${f.integer(buyers)} of ${customers(of)} in this tier bought it`,
      },
      interests: 'Write about',
      interest: (category: string, purchases: number, of: number, lift: number) =>
        `${category}: ${f.integer(purchases)} of ${f.integer(of)} purchases, ${f.decimal(lift, 1)} times as much as others`,
      promotions: {
        title: 'Promotions',
        unit: 'customers',
        sentence: (money: string) =>
          `One each, by how often and for how much they order. If everybody took theirs, it would cost ${money} at most.`,
        kind: 'Promotion',
        customers: 'Customers',
        worth: 'Cost at most',
        orders: 'Orders it asks for',
        none: 'Nobody has an order that was worth anything.',
        name: {
          win_back: 'Voucher to come back',
          second_order: 'Voucher for the second order',
          sooner: 'Bonus for ordering sooner',
          larger_basket: 'Gift above a threshold',
          privilege: 'Privilege, no discount',
        } satisfies Record<PromotionKind, string>,
        why: {
          win_back: 'gone quiet',
          second_order: 'ordered once',
          sooner: 'orders less often than most',
          larger_basket: 'orders for less than most',
          privilege: 'orders often and well',
        } satisfies Record<PromotionKind, string>,
        text: {
          win_back: ({ threshold, worth, days: within }: PromotionText) =>
            `${worth} off an order of ${threshold} or more, within ${days(within)}`,
          second_order: ({ threshold, worth, days: within }: PromotionText) =>
            `${worth} off the second order from ${threshold}, within ${days(within)}`,
          sooner: ({ threshold, worth, days: within }: PromotionText) =>
            `${worth} extra for an order from ${threshold} within ${days(within)}`,
          larger_basket: ({ threshold, worth }: PromotionText) =>
            `A gift worth ${worth} from ${threshold}`,
          privilege: () => 'Early access or priority instead of a discount',
        } satisfies Record<PromotionKind, (text: PromotionText) => string>,
        average: (money: string) => `average order ${money}`,
      },
      test: {
        title: 'Would it have been right?',
        unit: (count: number) => `customers with a hit among ${f.integer(count)} recommendations`,
        sentence: (split: string, tested: number) =>
          `As if on ${f.day(split)}: only what was known then, against what ${customers(tested)} bought afterwards.`,
        verdict: {
          better: 'Better than recommending everybody what sells best, beyond chance.',
          same: 'No better than recommending everybody what sells best, as far as these orders can tell.',
          worse: 'Worse than recommending everybody what sells best: do not rely on it.',
        } satisfies Record<OfferVerdict, string>,
        method: {
          ours: 'These recommendations',
          popular: 'What sells best',
          item_knn: 'Similar products only',
        } satisfies Record<OfferMethod, string>,
        name: 'Method',
        hit: 'Customers with a hit',
        precision: 'Hits per recommendation',
        coverage: 'Products recommended',
        none: 'The orders do not reach far enough for a test.',
        run: 'Test on past orders',
        running: 'Testing on past orders …',
      },
      settings: {
        title: 'How offers are made',
        summary: (products: number, support: number) =>
          `${f.integer(products)} products each, pairs from ${orders(support)} on`,
        products: 'Products per customer',
        productsMeans: 'At most 20.',
        support: 'Orders a pair needs',
        supportMeans:
          'Two products must have stood together in this many orders, and more often than chance.',
        share: 'Promotion, % of the margin of an order',
        shareMeans: (margin: string) =>
          `What a promotion may cost at most. The margin is ${margin} (Value and risk).`,
        exclude: 'Never recommend',
        excludeMeans: 'One product per line, as in the file.',
      },
      card: { title: 'What to offer' },
    },
  };
};
