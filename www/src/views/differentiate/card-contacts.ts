// The rest of a customer's timeline: when and how they were in touch, and what they said.

import { html, nothing, type TemplateResult } from 'lit';
import type { CustomerCard, TimelineEntry } from '../../engine/types.ts';
import type { Translation } from '../../i18n/index.ts';

type Entry = Exclude<TimelineEntry, { kind: 'order' }>;

const SHOWN = 20;

export function contacts(card: CustomerCard, t: Translation): TemplateResult | typeof nothing {
  const words = t.differentiate.card;
  const all = card.timeline.filter((entry): entry is Entry => entry.kind !== 'order');
  if (all.length === 0) return nothing;
  const total = card.contacts_total + card.feedback_total;
  const shown = all.slice(0, SHOWN);
  return html`<section data-contacts>
    <h3>${words.contacts}</h3>
    ${shown.length < total ? html`<p class="small muted">${words.contactsShown(shown.length, total)}</p>` : nothing}
    <ul class="reasons">${shown.map((entry) => one(entry, t))}</ul>
  </section>`;
}

function one(entry: Entry, t: Translation): TemplateResult {
  const words = t.differentiate.card;
  return html`<li>
    <span class="muted tiny">${entry.day ? t.day(entry.day) : words.noDay}</span>
    <span>${entry.kind === 'contact' ? contactLine(entry, t) : feedbackLine(entry, t)}</span>
    ${entry.subject ? html`<span class="small">${entry.subject}</span>` : nothing}
  </li>`;
}

function contactLine(entry: Extract<Entry, { kind: 'contact' }>, t: Translation): string {
  const { channel, times } = t.differentiate.card;
  return entry.count > 1
    ? `${channel[entry.channel]} ${times(entry.count)}`
    : channel[entry.channel];
}

function feedbackLine(entry: Extract<Entry, { kind: 'feedback' }>, t: Translation): string {
  const { feedback, rating, open, resolved } = t.differentiate.card;
  const [overall] = entry.ratings;
  const state =
    entry.feedback === 'complaint' || entry.resolved ? (entry.open ? open : resolved) : null;
  const parts = [feedback[entry.feedback], overall === null ? null : rating(overall), state];
  return parts.filter(Boolean).join(' · ');
}
