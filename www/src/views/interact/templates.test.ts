import { describe, expect, it } from 'vitest';
import type { ContactChannel, Recipe, Summary } from '../../engine/types.ts';
import { createTranslation } from '../../i18n/index.ts';
import { CHANNELS } from './strategy.ts';
import { messagingOf, ownTemplate, PLAYS, readyMade, withTemplate } from './templates.ts';

const FIELDS =
  /\{\{(name|company|owner|tier|last_order_date|days_since_order|orders|favourite_product|city|customer_id|day)\|[^{}|]+\}\}/g;

describe('ready-made texts', () => {
  it.each(['zh-CN', 'en'] as const)(
    '%s: every play, channel and focus has one, and every field a fallback',
    (language) => {
      for (const play of PLAYS)
        for (const channel of CHANNELS)
          for (const focus of ['quality', 'value', 'price', 'something of their own']) {
            const { subject, text } = readyMade(language, play, channel, focus);
            const rest = (subject + text).replace(FIELDS, '');
            expect(text.length, `${play} ${channel}`).toBeGreaterThan(5);
            expect(rest, `${play} ${channel}`).not.toMatch(/[{}]/);
            expect(subject !== '', channel).toBe(channel === 'email' || channel === 'event');
          }
    },
  );

  it('sell nothing with a greeting, and text messages say how to opt out', () => {
    expect(readyMade('en', 'care', 'email', 'price').text).not.toContain('prices');
    expect(readyMade('en', 'regular', 'email', 'price').text).toContain('prices');
    expect(readyMade('zh-CN', 'regular', 'sms', 'price').text).toContain('拒收请回复R');
  });
});

describe('own texts', () => {
  const place = { tier: 'high', play: 'regular', channel: 'email' } as const;
  const recipe = (templates: unknown[]) =>
    ({
      interact: { high: { channels: ['email'] as ContactChannel[], focus: 'quality' } },
      messages: { language: null, templates },
    }) as unknown as Recipe;

  it('take the place of the ready-made one, once, and go back to it', () => {
    const once = withTemplate(recipe([]), 'en', place, { subject: 'a', text: 'b' });
    const twice = withTemplate(recipe([...once]), 'en', place, { subject: 'c', text: 'd' });
    expect(twice).toHaveLength(1);
    expect(ownTemplate(recipe([...twice]), 'en', place)?.text).toBe('d');
    expect(ownTemplate(recipe([...twice]), 'zh-CN', place)).toBeUndefined();
    expect(withTemplate(recipe([...twice]), 'en', place, null)).toEqual([]);
  });

  it('come before the ready-made ones of each tier with a strategy', () => {
    const own = withTemplate(recipe([]), 'en', place, { subject: 'a', text: 'b' });
    const summary = {
      tiers: [
        { code: 'high', name: 'High' },
        { code: 'none', name: 'None' },
      ],
    };
    const made = messagingOf(
      recipe([...own]),
      summary as unknown as Summary,
      createTranslation('en'),
    );
    expect(made.templates[0]?.text).toBe('b');
    expect(made.templates).toHaveLength(1 + PLAYS.length);
    expect(made.tiers).toEqual({ high: 'High value', none: 'None' });
  });
});
