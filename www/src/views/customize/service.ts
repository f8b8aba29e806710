// Service levels: who looks after each tier and what it gets, editable in place, and what it really buys.

import { html, type TemplateResult } from 'lit';
import type { Recipe, ServiceLevel, TierOffer } from '../../engine/types.ts';
import { namesOf, tierMark } from '../../grid/columns.ts';
import type { Translation } from '../../i18n/index.ts';
import type { DifferentiateProps } from '../differentiate/contract.ts';

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

type Change = (levels: Recipe['customize']) => void;

export function serviceLevels(
  props: DifferentiateProps,
  tiers: readonly TierOffer[],
  change: Change,
): TemplateResult {
  return html`<div class="headline"><h1>${props.t.plan.customize.title}</h1></div>
    <div class="offers">${tiers.map((tier, at) => card(props, tier, at, change))}</div>`;
}

function card(props: DifferentiateProps, offer: TierOffer, at: number, change: Change) {
  const { t, recipe } = props;
  const words = t.plan.customize;
  const put = (level: ServiceLevel) => change({ ...recipe.customize, [offer.tier]: level });
  return html`<section class="panel offer" aria-labelledby=${`offer-${at}`}>
    <div class="row">
      <h2 id=${`offer-${at}`} class="part-title grow">${tierMark(offer.tier, namesOf(props))}</h2>
      <span class="muted small number">${t.frame.customers(offer.customers)}</span>
    </div>
    ${
      offer.service
        ? service(t, offer.service, put)
        : html`<p><span class="muted">${words.none}</span>
            <button type="button" class="link" @click=${() => put(NEW)}>${words.add}</button></p>`
    }
    <h3 class="small-title">${words.products}</h3>
    ${offer.products.length > 0 ? products(t, offer) : html`<p class="muted small">${words.noProducts}</p>`}
  </section>`;
}

function service(
  t: Translation,
  level: ServiceLevel,
  put: (level: ServiceLevel) => void,
): TemplateResult {
  const words = t.plan.customize;
  const change = (changes: Partial<ServiceLevel>) => put({ ...level, ...changes });
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

function products(t: Translation, offer: TierOffer): TemplateResult {
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
