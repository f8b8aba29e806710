// Offers by customer: one row each that opens to every recommendation with its reason.

import { html, nothing, type TemplateResult } from 'lit';
import { figure } from '../../../charts/figure.ts';
import type { ExportFormat } from '../../../engine/protocol.ts';
import type { CustomerOffer, OfferPage } from '../../../engine/types.ts';
import { namesOf, tierMark } from '../../../grid/columns.ts';
import type { Translation } from '../../../i18n/index.ts';
import type { DifferentiateProps } from '../../differentiate/contract.ts';
import { promotionText } from './promotions.ts';
import { reasonText } from './reason.ts';

export const PAGE = 20;

export interface OfferList {
  readonly page: OfferPage | undefined;
  readonly tier: string | null;
  readonly offset: number;
  want(tier: string | null, offset: number): void;
  open(customer: number): void;
  save(format: ExportFormat): void;
}

export function offerList(list: OfferList, props: DifferentiateProps): TemplateResult {
  const { t } = props;
  const words = t.customize.offers.list;
  const { page } = list;
  return figure(
    {
      name: 'offer-list',
      title: words.title,
      unit: words.unit,
      sentence: words.sentence,
      tools: tools(list, props),
      drawing: !page
        ? html`<p class="muted" role="status">${t.customize.computing}</p>`
        : page.rows.length === 0
          ? html`<p class="muted">${words.nobody}</p>`
          : html`<ul class="offer-rows">${page.rows.map((row) => html`<li>${offerRow(row, list, props)}</li>`)}</ul>
            ${pager(list, page, t)}`,
    },
    t,
  );
}

/** Everything that is offered to one customer. */
export function offerBody(offer: CustomerOffer, t: Translation): TemplateResult {
  const words = t.customize.offers;
  return html`${
    offer.promotion
      ? html`<p><b>${words.promotions.name[offer.promotion.kind]}</b> · ${promotionText(offer.promotion, t)}
          <span class="muted small">(${words.promotions.why[offer.promotion.kind]}; ${words.promotions.average(t.money(offer.promotion.average))})</span></p>`
      : nothing
  }
  ${
    offer.products.length
      ? html`<div>
          <h3 class="small-title">${words.products}</h3>
          <ol class="offer-reasons">${offer.products.map(
            (
              product,
            ) => html`<li><p>${product.product}${product.category ? html` <span class="muted small">${product.category}</span>` : nothing}</p>
              <p class="muted small">${reasonText(product.because, t)}</p></li>`,
          )}</ol>
        </div>`
      : nothing
  }
  ${
    offer.interests.length
      ? html`<div>
          <h3 class="small-title">${words.interests}</h3>
          <ul class="offer-reasons">${offer.interests.map(
            ({ category, purchases, of, lift }) =>
              html`<li>${words.interest(category, purchases, of, lift)}</li>`,
          )}</ul>
        </div>`
      : nothing
  }`;
}

function offerRow(offer: CustomerOffer, list: OfferList, props: DifferentiateProps) {
  const { t } = props;
  const words = t.customize.offers;
  const name = offer.customer_name || offer.customer_id;
  const [first] = offer.products;
  return html`<details>
    <summary>
      <span class="who">${name} <span class="chip">${tierMark(offer.tier, namesOf(props))}</span></span>
      <span>${first ? first.product : html`<span class="muted">${words.list.none}</span>`}</span>
      <span class="muted">${offer.promotion ? promotionText(offer.promotion, t) : words.list.none}</span>
    </summary>
    <div class="opened">
      ${offerBody(offer, t)}
      <p class="no-print"><button type="button" class="link" @click=${() => list.open(offer.customer)}>${words.list.card(name)}</button></p>
    </div>
  </details>`;
}

function tools({ tier, want, save }: OfferList, { t, summary }: DifferentiateProps) {
  const words = t.customize.offers.list;
  const options = [null, ...summary.tiers.map(({ code }) => code)];
  const nameOf = (code: string) =>
    t.names.segment(code, summary.tiers.find((known) => known.code === code)?.name);
  return html`<div class="row no-print">
    <select
      class="field"
      aria-label=${words.tier}
      @change=${(event: Event) => {
        if (event.target instanceof HTMLSelectElement)
          want(options[event.target.selectedIndex] ?? null, 0);
      }}
    >
      ${options.map((code) => html`<option ?selected=${code === tier}>${code === null ? words.everybody : nameOf(code)}</option>`)}
    </select>
    <button type="button" class="button" data-save="recommendations" @click=${() => save('recommendations')}>${words.saveProducts}</button>
    <button type="button" class="button" data-save="promotions" @click=${() => save('promotions')}>${words.savePromotions}</button>
  </div>`;
}

function pager({ tier, offset, want }: OfferList, { total, rows }: OfferPage, t: Translation) {
  const words = t.differentiate.list;
  return html`<p class="row small">
    <span class="muted number">${words.range(offset + 1, offset + rows.length, total)}</span>
    <button type="button" class="button quiet no-print" ?disabled=${offset === 0} @click=${() => want(tier, Math.max(0, offset - PAGE))}>${words.previous}</button>
    <button type="button" class="button quiet no-print" ?disabled=${offset + PAGE >= total} @click=${() => want(tier, offset + PAGE)}>${words.next}</button>
  </p>`;
}
