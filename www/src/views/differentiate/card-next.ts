// What would change a customer's segment: the orders that reach a better one, and the day on which it falls without any.

import { html, nothing, type TemplateResult } from 'lit';
import type { CustomerCard, Outlook, Segment } from '../../engine/types.ts';
import type { Translation } from '../../i18n/index.ts';
import type { DifferentiateProps } from './contract.ts';

/** Schemes that are always told, after those in use. */
const TOLD = ['abc', 'life-cycle'];

export function whatNext(
  { outlooks }: CustomerCard,
  { t, summary, whole }: DifferentiateProps,
): TemplateResult | typeof nothing {
  const ids = new Set([summary.tier_scheme, summary.segment_scheme, ...TOLD]);
  const told = [...ids].flatMap((id) => outlooks.filter(({ scheme }) => scheme === id));
  if (told.length === 0) return nothing;
  const { next } = t.people;
  const name = (id: string) =>
    t.names.scheme(id, whole?.schemes.find((scheme) => scheme.id === id)?.name);
  return html`<section data-next>
    <h3>${next.title}</h3>
    <ul class="reasons">
      ${told.map(
        (outlook) => html`<li>
          <span class="muted tiny">${name(outlook.scheme)}</span>
          <span>${reached(outlook, t)}</span>
          <span class="small">${outlookNotes(outlook, t).join(t.lang === 'en' ? ' ' : '')}</span>
        </li>`,
      )}
    </ul>
    <p class="small muted">${next.note}</p>
  </section>`;
}

/** "To reach High before 12 Mar 2018: one more order of ¥320 or more", and what else would do. */
export function reached(outlook: Outlook, t: Translation): string {
  const { next } = t.people;
  if (outlook.best) return next.best;
  if (outlook.changes.length === 0) return next.unchanged[outlook.unchanged ?? 'too_far'];
  // Changes to one segment are alternatives and share its name.
  const segments = [
    ...new Map(outlook.changes.map(({ segment }) => [segment.code, segment])).values(),
  ];
  const before = outlook.fall?.on ?? null;
  const sentences = segments.map((segment) => {
    const changes = outlook.changes.filter((change) => change.segment.code === segment.code);
    const ways = changes.map((change) => next.orders(change.orders, change.amount));
    return next.reach(nameOf(segment, t), ways, before);
  });
  return sentences.join(t.lang === 'en' ? ' ' : '');
}

/** How long it would hold, and when it falls without an order. */
export function outlookNotes({ changes, fall }: Outlook, t: Translation): string[] {
  const { next } = t.people;
  const holds = changes[0]?.holds_days;
  const notes = holds === null || holds === undefined ? [] : [next.holds(holds)];
  if (!fall) return notes;
  const name = nameOf(fall.segment, t);
  return [...notes, fall.on ? next.fall(name, fall.on) : next.fallIn(name, fall.days)];
}

function nameOf({ code, name }: Segment, t: Translation): string {
  return t.names.segment(code, name);
}
