// Interact and Customize.

import type { Format } from '../format.ts';

export const plan = (f: Format) => ({
  interact: {
    title: 'How often we talk to each tier, and what it takes',
    total: (hours: number, contacts: number) =>
      `${f.integer(contacts)} contacts and ${f.decimal(hours, hours < 100 ? 1 : 0)} staff hours a year.`,
    perWeek: (hours: number) => `About ${f.decimal(hours, 1)} hours a week.`,
    tier: 'Tier',
    customers: 'Customers',
    contacts: 'Contacts per customer and year',
    minutes: 'Minutes per contact',
    channels: 'Channels',
    response: 'Answer within, hours',
    focus: 'We talk about',
    yearly: 'Contacts a year',
    hours: 'Hours a year',
    sum: 'Total',
    automatic: 'automatic',
    none: 'No strategy',
    add: 'Add a strategy',
  },
  channels: {
    visit: 'Visit',
    phone: 'Phone',
    wechat: 'WeChat',
    email: 'E-mail',
    sms: 'SMS',
    chat: 'Live chat',
    event: 'Event',
  } as Record<string, string>,
  focuses: { quality: 'Quality', value: 'Value for money', price: 'Price' } as Record<
    string,
    string
  >,
  customize: {
    title: 'What each tier gets, and what it buys',
    owner: 'Looked after by',
    benefits: 'Benefits',
    products: 'Bought most',
    noProducts: 'The files name no products.',
    product: 'Product',
    buyers: 'Customers',
    revenue: 'Revenue',
    preference: 'Preference',
    preferenceNote:
      'How much more often this tier buys it than all customers do; ×1 means no difference.',
    lift: (lift: number) => `×${f.decimal(lift, 1)}`,
    none: 'No service level',
    add: 'Add a service level',
  },
  owners: {
    account_manager: 'Account manager',
    team: 'Team',
    self_service: 'Self-service',
  } as Record<string, string>,
  benefits: {
    priority_support: 'Priority support',
    priority_order: 'Priority orders',
    exclusive_offer: 'Exclusive offers',
    vip_event: 'VIP events',
    bundle: 'Bundles',
    coupon: 'Coupons',
  } as Record<string, string>,
});
