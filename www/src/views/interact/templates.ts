// Which text a contact gets: the user's own templates first, then the ready-made ones, put together for play, focus and channel.

import type {
  ContactChannel,
  MessageLanguage,
  Messaging,
  Play,
  Recipe,
  Summary,
  Template,
} from '../../engine/types.ts';
import type { Translation } from '../../i18n/index.ts';
import { type Length, type MessagePieces, messagesEn } from '../../i18n/messages.en.ts';
import { messagesZh } from '../../i18n/messages.zh.ts';

export const PLAYS: readonly Play[] = [
  'regular',
  'welcome',
  'develop',
  'retain',
  'win_back',
  'care',
];

const LENGTHS: Readonly<Record<ContactChannel, Length>> = {
  visit: 'talk',
  phone: 'talk',
  wechat: 'short',
  chat: 'short',
  email: 'letter',
  event: 'letter',
  sms: 'sms',
};

type Focus = keyof MessagePieces['focus'];

/** The text that is there before anybody writes one. */
export function readyMade(
  language: MessageLanguage,
  play: Play,
  channel: ContactChannel,
  focus: string,
): Pick<Template, 'subject' | 'text'> {
  const pieces = language === 'en' ? messagesEn : messagesZh;
  const space = language === 'en' ? ' ' : '';
  const topic: Focus = focus === 'quality' || focus === 'price' ? focus : 'value';
  const length = LENGTHS[channel];
  // A greeting sells nothing.
  const sells = play !== 'care';
  switch (length) {
    case 'talk':
      return { subject: '', text: lines(pieces.talk[play], sells && pieces.focus[topic]) };
    case 'short':
      return {
        subject: '',
        text: joined(
          space,
          pieces.greeting.short,
          pieces.short[play],
          sells && pieces.focusShort[topic],
        ),
      };
    case 'sms':
      return {
        subject: '',
        text: joined(
          space,
          pieces.greeting.sms,
          pieces.sms[play],
          sells && pieces.focusShort[topic],
          pieces.optOut,
        ),
      };
    case 'letter':
      return {
        subject: pieces.subject[play],
        text: [
          pieces.greeting.letter,
          lines(
            pieces.letter[play],
            channel === 'event' ? pieces.event : sells && pieces.focus[topic],
          ),
          pieces.sign,
        ].join('\n\n'),
      };
    default:
      return length satisfies never;
  }
}

function lines(...parts: (string | false)[]): string {
  return parts.filter(Boolean).join('\n');
}

function joined(space: string, ...parts: (string | false)[]): string {
  return parts.filter(Boolean).join(space);
}

export function languageOf(recipe: Recipe, t: Translation): MessageLanguage {
  return recipe.messages.language ?? t.lang;
}

/** Everything that messages are made with: own texts, ready-made ones for every tier, names of the tiers. */
export function messagingOf(recipe: Recipe, summary: Summary, t: Translation): Messaging {
  const language = languageOf(recipe, t);
  const ready = summary.tiers.flatMap(({ code }) => {
    const strategy = recipe.interact[code];
    if (!strategy) return [];
    return PLAYS.flatMap((play) =>
      strategy.channels.map(
        (channel): Template => ({
          language,
          tier: code,
          play,
          channel,
          ...readyMade(language, play, channel, strategy.focus),
        }),
      ),
    );
  });
  return {
    language,
    templates: [...recipe.messages.templates, ...ready],
    tiers: Object.fromEntries(
      summary.tiers.map(({ code, name }) => [code, t.names.segment(code, name)]),
    ),
  };
}

/** Which text is looked at. */
export interface Place {
  readonly tier: string;
  readonly play: Play;
  readonly channel: ContactChannel;
}

/** The user's own text for exactly this. */
export function ownTemplate(
  recipe: Recipe,
  language: MessageLanguage,
  place: Place,
): Template | undefined {
  return recipe.messages.templates.find((template) => isOf(template, language, place));
}

/** The own texts with this one instead of the one of its place; without one, that of the place is gone. */
export function withTemplate(
  recipe: Recipe,
  language: MessageLanguage,
  place: Place,
  text: Pick<Template, 'subject' | 'text'> | null,
): readonly Template[] {
  const others = recipe.messages.templates.filter((template) => !isOf(template, language, place));
  return text ? [{ language, ...place, ...text }, ...others] : others;
}

function isOf(
  template: Template,
  language: MessageLanguage,
  { tier, play, channel }: Place,
): boolean {
  return (
    template.language === language &&
    template.tier === tier &&
    template.play === play &&
    template.channel === channel
  );
}
