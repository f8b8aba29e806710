// <ct-differentiate>: who is worth what, and where are they going? Overview, list, and the card of one customer.

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { cardStyles } from '../../charts/card.styles.ts';
import { chartStyles } from '../../charts/charts.styles.ts';
import { figureStyles } from '../../charts/figure.styles.ts';
import { Tooltip } from '../../charts/tooltip.ts';
import type { Filter, Listed, Recipe } from '../../engine/types.ts';
import { gridStyles } from '../../grid/grid.styles.ts';
import { base } from '../../styles/base.ts';
import { marks } from '../../styles/marks.ts';
import { passOn } from '../pass-on.ts';
import { TabList } from '../tab-list.ts';
import {
  AddFilesEvent,
  ChangeRecipeEvent,
  type DifferentiateProps,
  ListCustomersEvent,
  OpenCustomerEvent,
  SelectFilterEvent,
} from './contract.ts';
import { CutDrag } from './cut-drag.ts';
import { Drawer } from './drawer.ts';
import { isNobodyScored, noOrders } from './no-orders.ts';
import { overviewPage } from './overview.ts';
import { ScoreSettings } from './score-settings.ts';
import { historyButtons, travelKey } from './travel.ts';
import { valueStyles } from './value/value.styles.ts';
import { viewStyles } from './view.styles.ts';

/** The tabs that say nothing while nobody is scored. */
type Figures = 'overview' | 'schemes' | 'scores' | 'value' | 'time';

export class Differentiate extends LitElement {
  static override styles = [
    base,
    marks,
    figureStyles,
    chartStyles,
    cardStyles,
    gridStyles,
    viewStyles,
    valueStyles,
  ];
  static override properties = { props: { attribute: false } };

  declare props: DifferentiateProps;

  readonly #tabs = new TabList(this, [
    'overview',
    'customers',
    'people',
    'schemes',
    'scores',
    'value',
    'time',
  ]);
  #scheme = '';
  readonly #tooltip = new Tooltip(this);
  readonly #passOn = passOn(this);
  readonly #cuts = new CutDrag(this, (changes, gesture) => this.#change(changes, gesture));
  readonly #scores = new ScoreSettings(this, (changes) => this.#change(changes));
  readonly #drawer = new Drawer(this, {
    select: (filter) => this.#select(filter),
    closed: () => this.dispatchEvent(new OpenCustomerEvent(null)),
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('props')) return;
    const before: DifferentiateProps | undefined = changed.get('props');
    if (this.props?.isListAsked && !before?.isListAsked) this.#tabs.show('customers');
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.props) return nothing;
    return html`<div class="view ${this.props.pending ? 'pending' : ''}" aria-busy=${this.props.pending ? 'true' : 'false'} @keydown=${travelKey(this.props, this)}>
        <div class="head no-print">${this.#tabList()}${historyButtons(this.props, this)}</div>
        <div id="panel" role="tabpanel" aria-labelledby="tab-${this.#tabs.shown}" @open-customer=${this.#opened} @select-filter=${this.#passOn} @list-customers=${this.#passOn} @change-recipe=${this.#passOn}>
          ${this.#panel()}
        </div>
      </div>
      ${this.#drawer.render(this.props)} ${this.#tooltip.render()}`;
  }

  #tabList(): TemplateResult {
    const { differentiate, people, schemes, scores } = this.props.t;
    const names = {
      ...differentiate.tabs,
      people: people.tab,
      schemes: schemes.tab,
      scores: scores.tab,
    };
    return this.#tabs.render(names, (tab) => (tab === 'customers' ? this.#count() : nothing));
  }

  #count(): TemplateResult | typeof nothing {
    const { overview, t } = this.props;
    return overview
      ? html` <span class="muted number">${t.integer(overview.customers)}</span>`
      : nothing;
  }

  #panel(): TemplateResult {
    switch (this.#tabs.shown) {
      case 'customers':
        return this.#customers();
      case 'people':
        return html`<ct-people .props=${this.props} @select-filter=${() => this.#tabs.show('customers')}></ct-people>`;
      default:
        return isNobodyScored(this.props.summary)
          ? this.#noOrders()
          : this.#figures(this.#tabs.shown);
    }
  }

  /** What is made of scores and orders. */
  #figures(tab: Figures): TemplateResult {
    switch (tab) {
      case 'overview':
        return this.#overview();
      case 'schemes':
        return html`<ct-schemes .props=${this.props}></ct-schemes>`;
      case 'scores':
        return html`<ct-scores .props=${this.props}></ct-scores>`;
      case 'value':
        return html`<ct-value .props=${this.props}></ct-value>`;
      case 'time':
        return html`<ct-time .props=${this.props}></ct-time>`;
      default:
        return tab satisfies never;
    }
  }

  #overview(): TemplateResult {
    const { props } = this;
    return overviewPage(props, {
      scheme: this.#scheme || props.summary.segment_scheme,
      chooseScheme: (scheme) => {
        this.#scheme = scheme;
        this.requestUpdate();
      },
      useScheme: (segment) => this.#change({ segment }),
      select: (filter) => this.#select(filter),
      list: (listed) => this.#list(listed),
      cuts: {
        shown: (factor) => this.#cuts.shown(factor, props),
        handles: (histogram, thresholds) => this.#cuts.handles(histogram, thresholds, props),
        settings: (factor) => this.#scores.form(factor, props),
        bar: () => this.#scores.bar(props),
      },
    });
  }

  #customers(): TemplateResult {
    return html`<h1 class="visually-hidden">${this.props.t.differentiate.list.title}</h1>
      <ct-customer-grid .props=${this.props}></ct-customer-grid>`;
  }

  #change(changes: Partial<Recipe>, gesture: string | null = null): void {
    this.dispatchEvent(new ChangeRecipeEvent(changes, gesture));
  }

  #select(filter: Filter): void {
    this.dispatchEvent(new SelectFilterEvent(filter));
  }

  #noOrders(): TemplateResult {
    return noOrders(this.props, {
      add: () => this.dispatchEvent(new AddFilesEvent()),
      list: () => this.#list('without_orders'),
    });
  }

  #list(listed: Listed): void {
    this.#tabs.show('customers');
    this.dispatchEvent(new ListCustomersEvent(listed));
  }

  // The list says which customer; the drawer shows the card, and the host hears of it from this element.
  readonly #opened = (event: Event): void => {
    if (!(event instanceof OpenCustomerEvent) || event.customer === null) return;
    event.stopPropagation();
    this.#drawer.open(event.customer, this.props);
    this.dispatchEvent(new OpenCustomerEvent(event.customer));
  };
}
