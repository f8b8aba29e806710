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
  type DifferentiateProps,
  OpenCustomerEvent,
  SelectFilterEvent,
} from '../differentiate/contract.ts';
import { Drawer } from '../differentiate/drawer.ts';
import { valueStyles } from '../differentiate/value/value.styles.ts';
import { viewStyles } from '../differentiate/view.styles.ts';
import { passOn } from '../pass-on.ts';
import { TabList } from '../tab-list.ts';
import { reviewStyles } from './review.styles.ts';

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

  readonly #tabs = new TabList(this, ['feedback', 'effect', 'log', 'playbook'], 'review-panel');
  readonly #tooltip = new Tooltip(this);
  readonly #passOn = passOn(this);
  readonly #drawer = new Drawer(this, {
    select: (filter) => this.dispatchEvent(new SelectFilterEvent(filter)),
    closed: () => {},
  });

  protected override render(): TemplateResult | typeof nothing {
    if (!this.props) return nothing;
    const { tabs, title } = this.props.t.review;
    return html`<section class="review">
        <h2 class="review-title">${title}</h2>
        ${this.#tabs.render(tabs)}
        <div id="review-panel" role="tabpanel" aria-labelledby="tab-${this.#tabs.shown}" @open-customer=${this.#opened} @change-recipe=${this.#passOn} @save-file=${this.#passOn}>${this.#panel()}</div>
      </section>
      ${this.#drawer.render(this.props)} ${this.#tooltip.render()}`;
  }

  #panel(): TemplateResult {
    const { props } = this;
    switch (this.#tabs.shown) {
      case 'feedback':
        return html`<ct-feedback .props=${props}></ct-feedback>`;
      case 'effect':
        return html`<ct-effect .props=${props}></ct-effect>`;
      case 'log':
        return html`<ct-log .props=${props}></ct-log>`;
      case 'playbook':
        return html`<ct-playbook .props=${props}></ct-playbook>`;
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
