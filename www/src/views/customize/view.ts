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
import { dataStyles } from '../styles/data.styles.ts';
import { SaveEvent } from './contract.ts';
import { customizeStyles } from './customize.styles.ts';
import { serviceLevels } from './service.ts';

const TABS = ['offers', 'service', 'owners', 'loyalty'] as const;
type Tab = (typeof TABS)[number];

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

  #tab: Tab = 'offers';
  readonly #tooltip = new Tooltip(this);
  readonly #drawer = new Drawer(this, {
    select: (filter) => this.dispatchEvent(new SelectFilterEvent(filter)),
    closed: () => {},
  });

  protected override render(): TemplateResult | typeof nothing {
    const { props } = this;
    if (!props) return nothing;
    return html`<div class="view ${props.pending ? 'pending' : ''}" aria-busy=${props.pending ? 'true' : 'false'}>
        <div class="head no-print">${this.#tabs()}</div>
        <div
          id="panel"
          role="tabpanel"
          aria-labelledby="tab-${this.#tab}"
          @open-customer=${this.#opened}
          @change-recipe=${this.#changed}
          @save-file=${this.#saved}
        >${this.#panel()}</div>
      </div>
      ${this.#drawer.render(props)} ${this.#tooltip.render()}`;
  }

  #tabs(): TemplateResult {
    const words = this.props.t.customize.tabs;
    return html`<div class="tabs" role="tablist" aria-label=${words.label} @keydown=${this.#onTabKey}>
      ${TABS.map(
        (tab) => html`<button
          type="button"
          role="tab"
          id="tab-${tab}"
          aria-controls="panel"
          aria-selected=${tab === this.#tab ? 'true' : 'false'}
          tabindex=${tab === this.#tab ? 0 : -1}
          @click=${() => this.#show(tab)}
        >${words[tab]}</button>`,
      )}
    </div>`;
  }

  #panel(): TemplateResult {
    switch (this.#tab) {
      case 'offers':
        return html`<ct-offers .props=${this.props}></ct-offers>`;
      case 'service':
        return serviceLevels(this.props, this.tiers, (customize) =>
          this.dispatchEvent(new ChangeRecipeEvent({ customize })),
        );
      case 'owners':
        return html`<ct-owners .props=${this.props}></ct-owners>`;
      case 'loyalty':
        return html`<ct-loyalty .props=${this.props}></ct-loyalty>`;
      default:
        return this.#tab satisfies never;
    }
  }

  #show(tab: Tab): void {
    this.#tab = tab;
    this.requestUpdate();
  }

  readonly #onTabKey = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const next = TABS[(TABS.indexOf(this.#tab) + step + TABS.length) % TABS.length] ?? 'offers';
    this.#show(next);
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(`#tab-${next}`)?.focus(),
    );
  };

  // What the parts say ends at this element's root; this element says it again.
  readonly #changed = (event: ChangeRecipeEvent): void => {
    event.stopPropagation();
    this.dispatchEvent(new ChangeRecipeEvent(event.changes, event.gesture));
  };

  readonly #saved = (event: SaveEvent): void => {
    event.stopPropagation();
    this.dispatchEvent(new SaveEvent(event.saved));
  };

  readonly #opened = (event: Event): void => {
    if (!(event instanceof OpenCustomerEvent) || event.customer === null) return;
    event.stopPropagation();
    this.#drawer.open(event.customer, this.props);
  };
}
