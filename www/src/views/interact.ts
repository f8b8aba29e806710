// Interact: how each tier is talked to, editable in place, and what it takes.

import { html, nothing, type TemplateResult } from 'lit';
import type { ContactChannel, Strategy, TierPlan } from '../engine/types.ts';
import { tierClass } from '../styles/marks.ts';
import type { View } from './view.ts';

const NEW: Strategy = {
  contacts_per_year: 4,
  channels: ['email'],
  minutes_per_contact: 0,
  minutes: {},
  response_hours: 48,
  focus: 'value',
};
const CHANNELS: ContactChannel[] = ['visit', 'phone', 'wechat', 'email', 'sms', 'chat', 'event'];
const FOCUSES = ['quality', 'value', 'price'];

export function interact(view: View): TemplateResult | typeof nothing {
  const { state, t } = view;
  if (!state.results) return nothing;
  const words = t.plan.interact;
  const { tiers } = state.results.plan;
  const hours = sum(tiers.map((tier) => tier.hours_per_year));
  const contacts = sum(tiers.map((tier) => tier.contacts_per_year));
  return html`<div class="plan">
    <div>
      <h1 class="room-title" data-heading tabindex="-1">${words.title}</h1>
      <p class="lead number">${words.total(hours, contacts)} ${words.perWeek(hours / 52)}</p>
    </div>
    <div class="scroll-x" role="region" aria-label=${words.title} tabindex="0">
      <table class="table plan-table">
        <thead>
          <tr>
            <th scope="col">${words.tier}</th>
            <th scope="col" class="end">${words.customers}</th>
            <th scope="col">${words.contacts}</th>
            <th scope="col">${words.minutes}</th>
            <th scope="col">${words.channels}</th>
            <th scope="col">${words.focus}</th>
            <th scope="col">${words.response}</th>
            <th scope="col" class="end">${words.yearly}</th>
            <th scope="col" class="end">${words.hours}</th>
          </tr>
        </thead>
        <tbody>${tiers.map((tier, at) => row(view, tier, at))}</tbody>
        <tfoot>
          <tr>
            <th scope="row" colspan="7">${words.sum}</th>
            <td class="end">${t.integer(contacts)}</td>
            <td class="end">${t.decimal(hours, 1)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  </div>`;
}

function row(view: View, tier: TierPlan, at: number): TemplateResult {
  const { t } = view;
  const words = t.plan.interact;
  const { strategy } = tier;
  const tierCells = html`<th scope="row">${tierName(view, tier.tier, at)}</th>
    <td class="end">${t.integer(tier.customers)}</td>`;
  if (!strategy) {
    return html`<tr>
      ${tierCells}
      <td colspan="7">
        <span class="muted">${words.none}</span>
        <button type="button" class="link" @click=${() => put(view, tier.tier, NEW)}>${words.add}</button>
      </td>
    </tr>`;
  }
  const change = (changes: Partial<Strategy>) => put(view, tier.tier, { ...strategy, ...changes });
  return html`<tr>
    ${tierCells}
    <td>${number(words.contacts, strategy.contacts_per_year, 365, (value) => change({ contacts_per_year: value }))}</td>
    <td>${number(words.minutes, strategy.minutes_per_contact, 480, (value) => change({ minutes_per_contact: value }))}</td>
    <td>${channels(view, strategy, change)}</td>
    <td>${focus(view, strategy, change)}</td>
    <td>${number(words.response, strategy.response_hours, 720, (value) => change({ response_hours: value }))}</td>
    <td class="end">${t.integer(tier.contacts_per_year)}</td>
    <td class="end">${strategy.minutes_per_contact === 0 ? words.automatic : t.decimal(tier.hours_per_year, 1)}</td>
  </tr>`;
}

/** A tier with its colour and name, as on every chart. */
export function tierName({ state, t }: View, code: string, at: number): TemplateResult {
  const tiers = state.results?.summary.tiers ?? [];
  const own = tiers.find((tier) => tier.code === code)?.name;
  return html`<span class="tier ${tierClass(at, tiers.length)}"><span class="swatch"></span>${t.names.segment(code, own)}</span>`;
}

function put({ state, act }: View, tier: string, strategy: Strategy): void {
  act.change({ interact: { ...state.recipe?.interact, [tier]: strategy } });
}

function number(label: string, value: number, max: number, onChange: (value: number) => void) {
  const change = (event: Event) => {
    const input = event.target as HTMLInputElement;
    // An impossible number goes back to what it was.
    if (input.value !== '' && input.checkValidity()) onChange(Math.round(input.valueAsNumber));
    else input.value = String(value);
  };
  return html`<input
    class="field short"
    type="number"
    min="0"
    max=${max}
    step="1"
    aria-label=${label}
    .value=${String(value)}
    @change=${change}
  />`;
}

function channels(view: View, strategy: Strategy, change: (changes: Partial<Strategy>) => void) {
  const toggle = (channel: ContactChannel) => {
    const has = strategy.channels.includes(channel);
    const rest = strategy.channels.filter((other) => other !== channel);
    change({ channels: has ? rest : [...rest, channel] });
  };
  return html`<div class="toggles" role="group" aria-label=${view.t.plan.interact.channels}>
    ${CHANNELS.map(
      (channel) => html`<button
        type="button"
        class="toggle"
        aria-pressed=${strategy.channels.includes(channel) ? 'true' : 'false'}
        @click=${() => toggle(channel)}
      >${view.t.plan.channels[channel] ?? channel}</button>`,
    )}
  </div>`;
}

function focus({ t }: View, strategy: Strategy, change: (changes: Partial<Strategy>) => void) {
  const options = FOCUSES.includes(strategy.focus) ? FOCUSES : [...FOCUSES, strategy.focus];
  return html`<select
    class="field"
    aria-label=${t.plan.interact.focus}
    @change=${(event: Event) => change({ focus: (event.target as HTMLSelectElement).value })}
  >${options.map(
    (id) =>
      html`<option value=${id} ?selected=${id === strategy.focus}>${t.plan.focuses[id] ?? id}</option>`,
  )}</select>`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
