// <ct-customer-offer>: what one customer is offered, on the customer's card.

import { Task } from '@lit/task';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { DifferentiateProps } from '../../differentiate/contract.ts';
import { offerBody } from './list.ts';

export class CustomerOfferCard extends LitElement {
  static override properties = { props: { attribute: false }, customer: { type: Number } };

  declare props: DifferentiateProps;
  declare customer: number;

  readonly #offer = new Task(this, {
    task: ([ask, customer]) => ask.customerOffer(customer),
    args: () => [this.props.ask, this.customer, this.props.revision] as const,
  });

  // The styles of the card are its own.
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const offer = this.#offer.value;
    if (!offer || (!offer.promotion && offer.products.length === 0)) return nothing;
    const { t } = this.props;
    return html`<section class="offer-card">
      <h3>${t.customize.offers.card.title}</h3>
      ${offerBody(offer, t)}
    </section>`;
  }
}
