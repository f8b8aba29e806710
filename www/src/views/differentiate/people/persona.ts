// The card of one segment: how large, how valuable, what is usual, what sets it apart, what it needs and complains about.

import { html, nothing, type TemplateResult } from 'lit';
import { vars } from '../../../charts/vars.ts';
import type { Distinction, Persona, Profile, Satisfaction } from '../../../engine/types.ts';
import type { Translation } from '../../../i18n/index.ts';
import { featureName, saidName, valueName } from './words.ts';

/** How many distinctions a card lists. */
const LISTED = 6;

export interface PersonaCard {
  readonly persona: Persona;
  /** Class of the segment's colour. */
  readonly mark: string;
  select(code: string): void;
}

export function personaCard(
  { persona, mark, select }: PersonaCard,
  t: Translation,
): TemplateResult {
  const { segment, profile } = persona;
  const name = t.names.segment(segment.code, segment.name);
  return html`<article class="persona ${mark}" aria-labelledby="persona-${segment.code}">
    <header>
      <h3 id="persona-${segment.code}"><span class="swatch"></span>${name}</h3>
      <p class="muted small number">${t.people.size(profile.customers, profile.customer_share)}</p>
    </header>
    ${profile.customers ? inside(persona, name, t) : html`<p class="muted small">${t.people.empty}</p>`}
    ${
      profile.customers
        ? html`<button type="button" class="button quiet no-print" aria-label=${t.people.show(name)} @click=${() => select(segment.code)}>
            ${t.people.showShort}
          </button>`
        : nothing
    }
  </article>`;
}

function inside({ profile, distinctions }: Persona, name: string, t: Translation): TemplateResult {
  const { parts } = t.people;
  return html`<p class="persona-summary">${summary(profile, distinctions, t)}</p>
    ${figures(profile, name, t)} ${apart(distinctions, t)}
    ${shares(
      parts.basics,
      profile.basics.map((share) => [saidName(share, t), t.percent(share.share)]),
    )}
    ${shares(
      parts.needs,
      profile.products.map((share) => [share.value, parts.needsNote(share.customers)]),
    )}
    ${shares(
      parts.channels,
      profile.channels.map((share) => [valueName(share, t), t.percent(share.share)]),
    )}
    ${profile.satisfaction ? pains(profile.satisfaction, t) : nothing}`;
}

/** One sentence: what they bring, what is usual, and what is most special. */
export function summary(
  profile: Profile,
  distinctions: readonly Distinction[],
  t: Translation,
): string {
  const [first] = distinctions;
  const usual = t.people.summary(profile.revenue_share, profile.medians);
  if (!first) return usual;
  const apart = t.people.apartSentence(saidName(first, t), first.lift);
  return t.lang === 'en' ? `${usual} ${apart}` : usual + apart;
}

function figures({ medians, ...profile }: Profile, name: string, t: Translation): TemplateResult {
  const words = t.people.figures;
  const rows: (readonly [string, string] | null)[] = [
    [words.revenue, t.moneyShort(profile.revenue)],
    [words.revenueShare, t.percent(profile.revenue_share, 1)],
    [words.averageOrder, t.moneyShort(profile.average_order)],
    [words.orders, t.integer(profile.orders)],
    [words.orderShare, t.percent(profile.order_share, 1)],
    [words.averageCustomer, t.moneyShort(profile.average_customer)],
    medians && [words.recency, words.ago(medians.recency_days)],
    medians && [words.frequency, t.decimal(medians.orders, 1)],
    medians && [words.monetary, t.moneyShort(medians.monetary)],
    medians?.interval_days != null ? [words.interval, words.days(medians.interval_days)] : null,
  ];
  return html`<dl class="persona-figures" aria-label="${words.label}: ${name}">
    ${rows.map((row) => (row ? html`<div><dt>${row[0]}</dt><dd class="number">${row[1]}</dd></div>` : nothing))}
  </dl>`;
}

function apart(distinctions: readonly Distinction[], t: Translation): TemplateResult {
  const { parts } = t.people;
  if (distinctions.length === 0) {
    return html`<section><h4>${parts.apart}</h4><p class="small muted">${parts.apartNone}</p></section>`;
  }
  return html`<section>
    <h4>${parts.apart}</h4>
    <ul class="apart">
      ${distinctions.slice(0, LISTED).map((one) => distinction(one, t))}
    </ul>
  </section>`;
}

function distinction(one: Distinction, t: Translation): TemplateResult {
  const { parts, basis, shareTip } = t.people;
  const tip = shareTip(saidName(one, t), one, basis(one.feature));
  return html`<li data-tip=${tip}>
    <span class="apart-name"><span class="muted">${featureName(one.feature, t)}</span> ${one.feature.kind === 'complaint' ? '' : valueName(one, t)}</span>
    <b class="number">${parts.lift(one.lift)}</b>
    <span class="track" ${vars({ w: one.share })}><i ${vars({ at: one.share_of_all })}></i></span>
    <span class="tiny muted number">${parts.apartNote(one.share, one.share_of_all)}</span>
  </li>`;
}

function shares(
  title: string,
  rows: readonly (readonly [string, string])[],
): TemplateResult | typeof nothing {
  if (rows.length === 0) return nothing;
  return html`<section>
    <h4>${title}</h4>
    <ul class="shares">
      ${rows.map(([name, figure]) => html`<li><span>${name}</span><span class="muted number">${figure}</span></li>`)}
    </ul>
  </section>`;
}

function pains(said: Satisfaction, t: Translation): TemplateResult {
  return html`<section>
    <h4>${t.people.parts.pains}</h4>
    <p class="small">${painSentences(said, t).join(t.lang === 'en' ? ' ' : '')}</p>
    ${
      said.subjects.length
        ? html`<ul class="shares">${said.subjects.map(([subject, count]) => html`<li>${t.people.pains.subject(subject, count)}</li>`)}</ul>`
        : nothing
    }
  </section>`;
}

/** How satisfied they are, with what least, and how often they complained. */
export function painSentences(said: Satisfaction, t: Translation): string[] {
  const words = t.people.pains;
  const rated = said.parts.flatMap((mean, part) => (mean === null ? [] : [{ part, mean }]));
  const weakest = rated.toSorted((one, other) => one.mean - other.mean)[0];
  return [
    said.mean === null ? '' : words.satisfaction(said.mean, said.ratings),
    weakest && rated.length > 1 ? words.weakest(weakest.part, weakest.mean) : '',
    said.complaints ? words.complaints(said.complaints, said.complainants, said.open) : words.none,
  ].filter(Boolean);
}
