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
import {
  ChangeRecipeEvent,
  type DifferentiateProps,
  ListCustomersEvent,
  OpenCustomerEvent,
  SelectFilterEvent,
} from './contract.ts';
import { CutDrag } from './cut-drag.ts';
import { Drawer } from './drawer.ts';
import { overviewPage } from './overview.ts';
import { ScoreSettings } from './score-settings.ts';
import { historyButtons, travelKey } from './travel.ts';
import { valueStyles } from './value/value.styles.ts';
import { viewStyles } from './view.styles.ts';

const TABS = ['overview', 'customers', 'people', 'schemes', 'scores', 'value', 'time'] as const;
type Tab = (typeof TABS)[number];

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

  #tab: Tab = 'overview';
  #scheme = '';
  readonly #tooltip = new Tooltip(this);
  readonly #cuts = new CutDrag(this, (changes, gesture) => this.#change(changes, gesture));
  readonly #scores = new ScoreSettings(this, (changes) => this.#change(changes));
  readonly #drawer = new Drawer(this, {
    select: (filter) => this.#select(filter),
    closed: () => this.dispatchEvent(new OpenCustomerEvent(null)),
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('props')) return;
    const before: DifferentiateProps | undefined = changed.get('props');
    if (this.props?.isListAsked && !before?.isListAsked) this.#tab = 'customers';
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.props) return nothing;
    return html`<div class="view ${this.props.pending ? 'pending' : ''}" aria-busy=${this.props.pending ? 'true' : 'false'} @keydown=${travelKey(this.props, this)}>
        <div class="head no-print">${this.#tabs()}${historyButtons(this.props, this)}</div>
        <div id="panel" role="tabpanel" aria-labelledby="tab-${this.#tab}" @open-customer=${this.#opened} @select-filter=${this.#searched} @list-customers=${this.#listed} @change-recipe=${this.#changed}>
          ${this.#panel()}
        </div>
      </div>
      ${this.#drawer.render(this.props)} ${this.#tooltip.render()}`;
  }

  #tabs(): TemplateResult {
    const { differentiate, people, schemes, scores } = this.props.t;
    const tabs = {
      ...differentiate.tabs,
      people: people.tab,
      schemes: schemes.tab,
      scores: scores.tab,
    };
    return html`<div class="tabs" role="tablist" aria-label=${tabs.label} @keydown=${this.#onTabKey}>
      ${TABS.map(
        (tab) => html`<button
          type="button"
          role="tab"
          id="tab-${tab}"
          aria-controls="panel"
          aria-selected=${tab === this.#tab ? 'true' : 'false'}
          tabindex=${tab === this.#tab ? 0 : -1}
          @click=${() => this.#show(tab)}
        >${tabs[tab]}${tab === 'customers' ? this.#count() : nothing}</button>`,
      )}
    </div>`;
  }

  #count(): TemplateResult | typeof nothing {
    const { overview, t } = this.props;
    return overview
      ? html` <span class="muted number">${t.integer(overview.customers)}</span>`
      : nothing;
  }

  #panel(): TemplateResult {
    switch (this.#tab) {
      case 'overview':
        return this.#overview();
      case 'customers':
        return this.#customers();
      case 'people':
        return html`<ct-people .props=${this.props} @select-filter=${() => this.#show('customers')}></ct-people>`;
      case 'schemes':
        return html`<ct-schemes .props=${this.props}></ct-schemes>`;
      case 'scores':
        return html`<ct-scores .props=${this.props}></ct-scores>`;
      case 'value':
        return html`<ct-value .props=${this.props}></ct-value>`;
      case 'time':
        return html`<ct-time .props=${this.props}></ct-time>`;
      default:
        return this.#tab satisfies never;
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
      list: (listed) => {
        this.#show('customers');
        this.#list(listed);
      },
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

  #list(listed: Listed): void {
    this.dispatchEvent(new ListCustomersEvent(listed));
  }

  #show(tab: Tab): void {
    this.#tab = tab;
    this.requestUpdate();
  }

  readonly #onTabKey = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const next = TABS[(TABS.indexOf(this.#tab) + step + TABS.length) % TABS.length] ?? 'overview';
    this.#show(next);
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(`#tab-${next}`)?.focus(),
    );
  };

  // The list's event ends at this element's root, so that it reaches no host page; this element says it again.
  readonly #searched = (event: SelectFilterEvent): void => {
    event.stopPropagation();
    this.#select(event.filter);
  };

  readonly #listed = (event: ListCustomersEvent): void => {
    event.stopPropagation();
    this.#list(event.listed);
  };

  readonly #changed = (event: ChangeRecipeEvent): void => {
    event.stopPropagation();
    this.#change(event.changes, event.gesture);
  };

  // The list says which customer; the drawer shows the card, and the host hears of it from this element.
  readonly #opened = (event: Event): void => {
    if (!(event instanceof OpenCustomerEvent) || event.customer === null) return;
    event.stopPropagation();
    this.#drawer.open(event.customer, this.props);
    this.dispatchEvent(new OpenCustomerEvent(event.customer));
  };
}
