// Interact and Customize.

import type { Format } from '../format.ts';

export const plan = (f: Format) => ({
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
