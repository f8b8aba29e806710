// <ct-customize>: what is offered to whom, and which service each tier gets. One tab for each question, and the card of one customer.

import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { cardStyles } from '../../charts/card.styles.ts';
import { chartStyles } from '../../charts/charts.styles.ts';
import { figureStyles } from '../../charts/figure.styles.ts';
import { Tooltip } from '../../charts/tooltip.ts';
import type { TierOffer } from '../../engine/types.ts';
import { base } from '../../styles/base.ts';
import { marks } from '../../styles/marks.ts';
import {
  ChangeRecipeEvent,
  type DifferentiateProps,
  OpenCustomerEvent,
  SelectFilterEvent,
} from '../differentiate/contract.ts';
import { Drawer } from '../differentiate/drawer.ts';
import { valueStyles } from '../differentiate/value/value.styles.ts';
import { viewStyles } from '../differentiate/view.styles.ts';
import { passOn } from '../pass-on.ts';
import { dataStyles } from '../styles/data.styles.ts';
import { TabList } from '../tab-list.ts';
import { customizeStyles } from './customize.styles.ts';
import { serviceLevels } from './service.ts';

export class Customize extends LitElement {
  static override styles = [
    base,
    marks,
    figureStyles,
    chartStyles,
    cardStyles,
    viewStyles,
    valueStyles,
    dataStyles,
    customizeStyles,
  ];
  static override properties = { props: { attribute: false }, tiers: { attribute: false } };

  declare props: DifferentiateProps;
  declare tiers: readonly TierOffer[];

  readonly #tabs = new TabList(this, ['offers', 'service', 'owners', 'loyalty']);
  readonly #tooltip = new Tooltip(this);
  readonly #passOn = passOn(this);
  readonly #drawer = new Drawer(this, {
    select: (filter) => this.dispatchEvent(new SelectFilterEvent(filter)),
    closed: () => {},
  });

  protected override render(): TemplateResult | typeof nothing {
    const { props } = this;
    if (!props) return nothing;
    return html`<div class="view ${props.pending ? 'pending' : ''}" aria-busy=${props.pending ? 'true' : 'false'}>
        <div class="head no-print">${this.#tabs.render(props.t.customize.tabs)}</div>
        <div
          id="panel"
          role="tabpanel"
          aria-labelledby="tab-${this.#tabs.shown}"
          @open-customer=${this.#opened}
          @change-recipe=${this.#passOn}
          @save-file=${this.#passOn}
        >${this.#panel()}</div>
      </div>
      ${this.#drawer.render(props)} ${this.#tooltip.render()}`;
  }

  #panel(): TemplateResult {
    switch (this.#tabs.shown) {
      case 'offers':
        return html`<ct-offers .props=${this.props}></ct-offers>`;
      case 'service':
        return html`${serviceLevels(this.props, this.tiers, (customize) =>
          this.dispatchEvent(new ChangeRecipeEvent({ customize })),
        )}<ct-service-cost .props=${this.props}></ct-service-cost>`;
      case 'owners':
        return html`<ct-owners .props=${this.props}></ct-owners>`;
      case 'loyalty':
        return html`<ct-loyalty .props=${this.props}></ct-loyalty>`;
      default:
        return this.#tabs.shown satisfies never;
    }
  }

  readonly #opened = (event: Event): void => {
    if (!(event instanceof OpenCustomerEvent) || event.customer === null) return;
    event.stopPropagation();
    this.#drawer.open(event.customer, this.props);
  };
}
