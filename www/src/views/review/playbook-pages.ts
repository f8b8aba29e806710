// What stands on each tier's page of the playbook: figures of its people, its strategy and service, and what to do.

import type { ContactChannel, FeedbackReview, People, Persona } from '../../engine/types.ts';
import type { Translation } from '../../i18n/index.ts';
import type { DifferentiateProps } from '../differentiate/contract.ts';
import { saidName } from '../differentiate/people/words.ts';
import { tierText } from './contract.ts';

/** One tier's page. */
export interface Page {
  readonly tier: string;
  readonly title: string;
  readonly parts: readonly Section[];
}

export interface Section {
  readonly title: string;
  readonly items: readonly string[];
  readonly isCheckList?: boolean;
}

type Focus = 'quality' | 'value' | 'price';
/** Distinctions that are named. */
const DISTINCTIONS = 3;

export function pagesOf(
  people: People,
  feedback: FeedbackReview,
  props: DifferentiateProps,
): readonly Page[] {
  return people.segments
    .filter(({ profile }) => profile.customers > 0)
    .map((persona) => pageOf(persona, feedback, props));
}

function pageOf(persona: Persona, feedback: FeedbackReview, props: DifferentiateProps): Page {
  const { t, recipe } = props;
  const words = t.review.playbook;
  const tier = persona.segment.code;
  const focus = focusOf(recipe.interact[tier]?.focus);
  return {
    tier,
    title: tierText(props, tier),
    parts: [
      { title: words.who, items: who(persona, feedback, props) },
      { title: words.goal, items: words.goals[focus] },
      { title: words.how, items: how(tier, props) },
      { title: words.talk, items: words.focus[focus] },
      { title: words.dos, items: words.do[focus] },
      { title: words.donts, items: words.dont[focus] },
      { title: words.check, items: words.checks[focus], isCheckList: true },
    ],
  };
}

function focusOf(focus: string | undefined): Focus {
  return focus === 'quality' || focus === 'price' ? focus : 'value';
}

function who(
  { segment, profile, distinctions }: Persona,
  feedback: FeedbackReview,
  { t, summary }: DifferentiateProps,
): string[] {
  const words = t.review.playbook;
  const { medians } = profile;
  const said = feedback.tiers.find(({ tier }) => tier === segment.code)?.figures;
  const items = [
    words.size(profile.customers, summary.revenue > 0 ? profile.revenue / summary.revenue : 0),
  ];
  if (medians && medians.order_value !== null)
    items.push(
      words.habits(medians.orders, t.moneyShort(medians.order_value), medians.recency_days),
    );
  for (const distinction of distinctions.slice(0, DISTINCTIONS))
    items.push(words.more(saidName(distinction, t), distinction.lift));
  if (said && said.overall.ratings > 0) {
    const { rate, low, high } = said.overall.satisfied;
    items.push(words.satisfaction(rate, low, high));
  }
  if (said && said.complaints.open > 0) items.push(words.waiting(said.complaints.open));
  return items;
}

function how(tier: string, { t, recipe }: DifferentiateProps): string[] {
  const words = t.review.playbook;
  const strategy = recipe.interact[tier];
  const service = recipe.customize[tier];
  const items = strategy
    ? [
        words.contacts(strategy.contacts_per_year, channels(strategy.channels, t)),
        words.minutes(strategy.minutes_per_contact),
        words.response(strategy.response_hours),
      ]
    : [words.noStrategy];
  if (service) {
    items.push(words.owner(t.plan.owners[service.owner] ?? service.owner));
    const benefits = service.benefits.map((benefit) => t.plan.benefits[benefit] ?? benefit);
    if (benefits.length > 0) items.push(words.benefits(t.list(benefits)));
  }
  return items;
}

function channels(list: readonly ContactChannel[], t: Translation): string {
  return t.list(list.map((channel) => t.plan.channels[channel] ?? channel));
}
