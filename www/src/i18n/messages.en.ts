// Ready-made texts for customers: the shape of messages.zh.ts. A text is put together from play, focus and channel; fields are filled in later.

import type { Play } from '../engine/types.ts';

/** How long a channel's text is. */
export type Length = 'talk' | 'letter' | 'short' | 'sms';

/** The pieces of which ready-made texts are put together. */
export interface MessagePieces {
  readonly subject: Readonly<Record<Play, string>>;
  readonly greeting: Readonly<Record<Exclude<Length, 'talk'>, string>>;
  readonly letter: Readonly<Record<Play, string>>;
  readonly short: Readonly<Record<Play, string>>;
  readonly sms: Readonly<Record<Play, string>>;
  readonly talk: Readonly<Record<Play, string>>;
  /** What a tier is talked to about, by its focus. */
  readonly focus: Readonly<Record<'quality' | 'value' | 'price', string>>;
  readonly focusShort: Readonly<Record<'quality' | 'value' | 'price', string>>;
  readonly event: string;
  readonly sign: string;
  readonly optOut: string;
}

export const messagesEn: MessagePieces = {
  subject: {
    regular: 'How are you getting on, {{name|dear customer}}?',
    welcome: 'Welcome, {{name|dear customer}}',
    develop: 'More for you, {{name|dear customer}}',
    retain: 'We would like to keep you, {{name|dear customer}}',
    win_back: 'We miss you, {{name|dear customer}}',
    care: 'Best wishes, {{name|dear customer}}',
  },
  greeting: {
    letter: 'Dear {{name|customer}},',
    short: 'Hello {{name|there}},',
    sms: '{{name|Dear customer}}:',
  },
  letter: {
    regular:
      'your last order was on {{last_order_date|some time ago}}. How are you getting on with {{favourite_product|what you bought}}? If something could be better, please tell us.',
    welcome:
      'thank you for choosing us. {{owner|Our team}} is there for you from now on: for questions about your first order and for everything after it.',
    develop:
      'you have ordered {{orders|several}} times, and we would like to do more for you. Customers who like {{favourite_product|what you bought}} often find something in the range around it.',
    retain:
      'we have not heard from you since {{last_order_date|some time ago}}. Did something go wrong, or has your need changed? One line is enough, and we will see to it.',
    win_back:
      'your last order was on {{last_order_date|a long time ago}}, and we would like you back. Tell us what kept you away: we have changed a good deal since.',
    care: 'today we are thinking of you and wish you all the best.',
  },
  short: {
    regular:
      'how are you getting on with {{favourite_product|what you bought}}? If you need anything, just write.',
    welcome: 'thank you for your first order. For any question, {{owner|our team}} is here.',
    develop:
      'people who like {{favourite_product|what you bought}} often choose more of the range.',
    retain:
      'we have not heard from you since {{last_order_date|some time ago}}. Is there anything we can do better?',
    win_back: 'it has been a long time. We would be glad to see you again.',
    care: 'all the best to you today.',
  },
  sms: {
    regular: 'new arrivals for you this month.',
    welcome: 'thank you for your first order.',
    develop: 'there is more to go with {{favourite_product|your last order}}.',
    retain: 'we have something for you, as a thank-you.',
    win_back: 'we miss you. Come back for your special offer.',
    care: 'best wishes from all of us.',
  },
  talk: {
    regular:
      'Ask how {{favourite_product|the last purchase}} works out. Last order: {{last_order_date|unknown}}. Note what is planned next.',
    welcome:
      'Thank for the first order. Ask what was expected, and say who is there for questions.',
    develop:
      'Ordered {{orders|several}} times so far. Ask about needs beside {{favourite_product|what is bought now}}, and show the way up.',
    retain:
      'Quiet since {{last_order_date|some time}}. Ask openly what is wrong before offering anything.',
    win_back:
      'Last order: {{last_order_date|long ago}}. Ask why they left, listen, then say what has changed.',
    care: 'Wish well. Sell nothing in this call.',
  },
  focus: {
    quality:
      'You come first with us: a personal contact, new things before anybody else, and made as you need it.',
    value:
      'We have put together bundles that give more for the same money; we gladly show which one fits.',
    price: 'This month’s best prices are ready for you: reply, and we send the list.',
  },
  focusShort: {
    quality: 'Reserved for you first.',
    value: 'More for the same money.',
    price: 'This month’s best prices.',
  },
  event: 'We would like to invite you to our next event and keep a place for you.',
  sign: 'Kind regards\n{{owner|Your team}}',
  optOut: 'Reply STOP to opt out.',
};
