// <ct-review>: what customers say, whether it works, what was changed, and what the team has to know.

import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { cardStyles } from '../../charts/card.styles.ts';
import { chartStyles } from '../../charts/charts.styles.ts';
import { figureStyles } from '../../charts/figure.styles.ts';
import { Tooltip } from '../../charts/tooltip.ts';
import { gridStyles } from '../../grid/grid.styles.ts';
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
import { SaveFileEvent } from './contract.ts';
import { reviewStyles } from './review.styles.ts';

const TABS = ['feedback', 'effect', 'log', 'playbook'] as const;
type Tab = (typeof TABS)[number];

export class ReviewTabs extends LitElement {
  static override styles = [
    base,
    marks,
    figureStyles,
    chartStyles,
    cardStyles,
    gridStyles,
    viewStyles,
    valueStyles,
    reviewStyles,
  ];
  static override properties = { props: { attribute: false } };

  declare props: DifferentiateProps;

  #tab: Tab = 'feedback';
  readonly #tooltip = new Tooltip(this);
  readonly #drawer = new Drawer(this, {
    select: (filter) => this.dispatchEvent(new SelectFilterEvent(filter)),
    closed: () => {},
  });

  protected override render(): TemplateResult | typeof nothing {
    if (!this.props) return nothing;
    const { tabs, title } = this.props.t.review;
    return html`<section class="review">
        <h2 class="review-title">${title}</h2>
        <div class="tabs no-print" role="tablist" aria-label=${tabs.label} @keydown=${this.#onKey}>
          ${TABS.map(
            (tab) => html`<button
              type="button"
              role="tab"
              id="tab-${tab}"
              aria-controls="review-panel"
              aria-selected=${tab === this.#tab ? 'true' : 'false'}
              tabindex=${tab === this.#tab ? 0 : -1}
              @click=${() => this.#show(tab)}
            >${tabs[tab]}</button>`,
          )}
        </div>
        <div id="review-panel" role="tabpanel" aria-labelledby="tab-${this.#tab}" @open-customer=${this.#opened} @change-recipe=${this.#changed} @save-file=${this.#saved}>${this.#panel()}</div>
      </section>
      ${this.#drawer.render(this.props)} ${this.#tooltip.render()}`;
  }

  #panel(): TemplateResult {
    const { props } = this;
    switch (this.#tab) {
      case 'feedback':
        return html`<ct-feedback .props=${props}></ct-feedback>`;
      case 'effect':
        return html`<ct-effect .props=${props}></ct-effect>`;
      case 'log':
        return html`<ct-log .props=${props}></ct-log>`;
      case 'playbook':
        return html`<ct-playbook .props=${props}></ct-playbook>`;
      default:
        return this.#tab satisfies never;
    }
  }

  #show(tab: Tab): void {
    this.#tab = tab;
    this.requestUpdate();
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const next = TABS[(TABS.indexOf(this.#tab) + step + TABS.length) % TABS.length] ?? 'feedback';
    this.#show(next);
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(`#tab-${next}`)?.focus(),
    );
  };

  // What parts dispatch ends at this element's own tree; it is said again outside.
  readonly #changed = (event: ChangeRecipeEvent): void => {
    event.stopPropagation();
    this.dispatchEvent(new ChangeRecipeEvent(event.changes, event.gesture));
  };

  readonly #saved = (event: SaveFileEvent): void => {
    event.stopPropagation();
    this.dispatchEvent(new SaveFileEvent(event.blob, event.name));
  };

  readonly #opened = (event: Event): void => {
    if (!(event instanceof OpenCustomerEvent) || event.customer === null) return;
    event.stopPropagation();
    this.#drawer.open(event.customer, this.props);
  };
}
