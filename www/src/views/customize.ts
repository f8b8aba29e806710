// Customize: the service each tier gets, editable in place, and what it really buys.

import { html, nothing, type TemplateResult } from 'lit';
import type { ServiceLevel, TierOffer } from '../engine/types.ts';
import { tierName } from './interact.ts';
import type { View } from './view.ts';

const OWNERS = ['account_manager', 'team', 'self_service'];
const BENEFITS = [
  'priority_support',
  'priority_order',
  'exclusive_offer',
  'vip_event',
  'bundle',
  'coupon',
];
const NEW: ServiceLevel = { owner: 'team', benefits: [] };
const SHOWN_PRODUCTS = 5;

export function customize(view: View): TemplateResult | typeof nothing {
  const { state, t } = view;
  if (!state.results) return nothing;
  const { tiers } = state.results.offers;
  return html`<div class="plan">
    <h1 class="room-title" data-heading tabindex="-1">${t.plan.customize.title}</h1>
    <div class="offers">${tiers.map((tier, at) => card(view, tier, at))}</div>
  </div>`;
}

function card(view: View, offer: TierOffer, at: number): TemplateResult {
  const { t } = view;
  const words = t.plan.customize;
  return html`<section class="panel offer" aria-labelledby=${`offer-${at}`}>
    <div class="row">
      <h2 id=${`offer-${at}`} class="part-title grow">${tierName(view, offer.tier, at)}</h2>
      <span class="muted small number">${t.frame.customers(offer.customers)}</span>
    </div>
    ${
      offer.service
        ? service(view, offer.tier, offer.service)
        : html`<p><span class="muted">${words.none}</span>
            <button type="button" class="link" @click=${() => put(view, offer.tier, NEW)}>${words.add}</button></p>`
    }
    <h3 class="small-title">${words.products}</h3>
    ${offer.products.length > 0 ? products(view, offer) : html`<p class="muted small">${words.noProducts}</p>`}
  </section>`;
}

function service(view: View, tier: string, level: ServiceLevel): TemplateResult {
  const { t } = view;
  const words = t.plan.customize;
  const change = (changes: Partial<ServiceLevel>) => put(view, tier, { ...level, ...changes });
  const owners = OWNERS.includes(level.owner) ? OWNERS : [...OWNERS, level.owner];
  const toggle = (benefit: string) => {
    const rest = level.benefits.filter((other) => other !== benefit);
    change({ benefits: level.benefits.includes(benefit) ? rest : [...rest, benefit] });
  };
  return html`<label class="label">${words.owner}
      <select class="field" @change=${(event: Event) => change({ owner: (event.target as HTMLSelectElement).value })}>
        ${owners.map((id) => html`<option value=${id} ?selected=${id === level.owner}>${t.plan.owners[id] ?? id}</option>`)}
      </select>
    </label>
    <div class="toggles" role="group" aria-label=${words.benefits}>
      ${BENEFITS.map(
        (benefit) => html`<button
          type="button"
          class="toggle"
          aria-pressed=${level.benefits.includes(benefit) ? 'true' : 'false'}
          @click=${() => toggle(benefit)}
        >${t.plan.benefits[benefit] ?? benefit}</button>`,
      )}
    </div>`;
}

function products({ t }: View, offer: TierOffer): TemplateResult {
  const words = t.plan.customize;
  return html`<div class="scroll-x" role="region" aria-label=${`${words.products}: ${t.names.segment(offer.tier)}`} tabindex="0"><table class="table">
    <thead>
      <tr>
        <th scope="col">${words.product}</th>
        <th scope="col" class="end">${words.buyers}</th>
        <th scope="col" class="end">${words.revenue}</th>
        <th scope="col" class="end" title=${words.preferenceNote}>${words.preference}</th>
      </tr>
    </thead>
    <tbody>
      ${offer.products.slice(0, SHOWN_PRODUCTS).map(
        (product) => html`<tr>
          <th scope="row">${product.product}</th>
          <td class="end">${t.integer(product.customers)}</td>
          <td class="end">${t.moneyShort(product.revenue)}</td>
          <td class="end">${words.lift(product.lift)}</td>
        </tr>`,
      )}
    </tbody>
  </table></div>`;
}

function put({ state, act }: View, tier: string, level: ServiceLevel): void {
  act.change({ customize: { ...state.recipe?.customize, [tier]: level } });
}
