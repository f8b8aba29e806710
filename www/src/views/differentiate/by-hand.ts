// On a customer's card: what was set by hand and what the figures say instead, and the form that sets it.

import { html, nothing, type TemplateResult } from 'lit';
import { sentences } from '../../charts/figure.ts';
import type { Correction, CustomerCard, SegmentReason } from '../../engine/types.ts';
import type { Translation } from '../../i18n/index.ts';
import { type DifferentiateProps, SetByHandEvent } from './contract.ts';

type Override = Extract<Correction, { do: 'override' }>;

/** Between scheme and segment in the value of an option; no id or code has it. */
const BETWEEN = '\n';

/** Half a sentence after a segment that somebody decided. */
export function byHandText({ by_hand }: SegmentReason, t: Translation): string {
  if (!by_hand) return '';
  const { set_by, would } = t.byHand;
  const day = by_hand.day ? t.day(by_hand.day) : '';
  const name = t.names.segment(by_hand.segment, by_hand.name);
  return sentences([set_by(by_hand.reason, day), would(name)], t);
}

export function byHandForm(card: CustomerCard, props: DifferentiateProps): TemplateResult {
  const { t, whole, summary } = props;
  const words = t.byHand;
  const id = card.row.customer_id;
  // What decides how the customer is treated comes first.
  const schemes = (whole?.schemes ?? []).toSorted(
    (one, other) =>
      Number(other.id === summary.tier_scheme) - Number(one.id === summary.tier_scheme),
  );
  // No form: the frame that the page runs in forbids them.
  const set = (event: Event) => decide((event.target as Element).closest('.by-hand-fields'), id);
  const onKey = (event: KeyboardEvent) => event.key === 'Enter' && set(event);
  return html`<section class="by-hand no-print">
    <h3>${words.title}</h3>
    <p class="small muted">${words.means}</p>
    <div class="row by-hand-fields">
      <label class="label">${words.segment}
        <select class="field" data-segment>
          ${schemes.map(
            (scheme) => html`<optgroup label=${t.names.scheme(scheme.id, scheme.name)}>
              ${scheme.segments.map(({ code, name }) => html`<option value=${scheme.id + BETWEEN + code}>${t.names.segment(code, name)}</option>`)}
            </optgroup>`,
          )}
        </select>
      </label>
      <label class="label grow">${words.reason}<input class="field grow" data-reason maxlength="500" autocomplete="off" @keydown=${onKey} /></label>
      <button type="button" class="button" data-set-by-hand @click=${set}>${words.set}</button>
    </div>
    ${card.segments.map((reason) => takeBack(reason, id, t))}
  </section>`;
}

function takeBack(
  reason: SegmentReason,
  id: string,
  t: Translation,
): TemplateResult | typeof nothing {
  const { by_hand } = reason;
  if (!by_hand) return nothing;
  const step = overrideOf(id, reason.scheme, reason.segment, by_hand.reason, by_hand.day);
  const text = t.byHand.takeBack(t.names.segment(by_hand.segment, by_hand.name));
  const act = (event: Event) => event.target?.dispatchEvent(new SetByHandEvent(step, false));
  return html`<p><button type="button" class="button" data-take-back=${reason.scheme} @click=${act}>${text}</button></p>`;
}

function decide(fields: Element | null, id: string): void {
  const segments = fields?.querySelector<HTMLSelectElement>('[data-segment]');
  const input = fields?.querySelector<HTMLInputElement>('[data-reason]');
  const [scheme = '', segment = ''] = segments?.value.split(BETWEEN) ?? [];
  const reason = input?.value.trim() ?? '';
  // Nobody is moved without a reason: it is asked for instead.
  if (!reason) input?.focus();
  if (!reason || !scheme || !segment) return;
  fields?.dispatchEvent(new SetByHandEvent(overrideOf(id, scheme, segment, reason, today()), true));
  if (input) input.value = '';
}

function overrideOf(
  id: string,
  scheme: string,
  segment: string,
  reason: string,
  day: string | null,
): Override {
  return { do: 'override', id, scheme, segment, reason, ...(day && { day }) };
}

/** The day on this machine's calendar, as 2026-11-22. */
function today(now = new Date()): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
