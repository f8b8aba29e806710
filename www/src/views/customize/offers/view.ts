// <ct-offers>: products, promotions and content for every customer, each with its reason, and whether that would have been right.
//
// It draws into the element around it and asks the engine itself, after each result anew; the test on past orders only when asked for.

import { Task, TaskStatus } from '@lit/task';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { OfferFigures } from '../../../engine/types.ts';
import {
  ChangeRecipeEvent,
  type DifferentiateProps,
  OpenCustomerEvent,
} from '../../differentiate/contract.ts';
import { SaveFileEvent } from '../../save-file.ts';
import { offerList, PAGE } from './list.ts';
import { promotionFigure } from './promotions.ts';
import { offerSettings } from './settings.ts';
import { testFigure } from './test.ts';

export class OffersTab extends LitElement {
  static override properties = { props: { attribute: false } };

  declare props: DifferentiateProps;

  #tier: string | null = null;
  #offset = 0;
  /** The result whose test was asked for. */
  #tested = -1;

  readonly #figures = new Task(this, {
    task: ([ask]) => ask.offerFigures(),
    args: () => [this.props.ask, this.props.revision] as const,
  });

  // After the figures: these learn from all orders, and the page is only a look at what was learnt.
  readonly #page = new Task(this, {
    task: ([ask, , tier, offset]) => ask.offerPage({ tier, offset, limit: PAGE }),
    args: () => [this.props.ask, this.#figures.value, this.#tier, this.#offset] as const,
  });

  readonly #test = new Task(this, {
    task: async ([ask, isWanted]) => (isWanted ? ((await ask.offerTest()) ?? null) : undefined),
    args: () =>
      [this.props.ask, this.#tested === this.props.revision, this.props.revision] as const,
  });

  // The styles of the element around it are its own.
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.props) return nothing;
    const { t } = this.props;
    const figures = this.#figures.value;
    if (figures) return this.#whole(figures);
    const failed = this.#figures.status === TaskStatus.ERROR;
    return html`<p class="empty muted" role="status">${failed ? t.customize.failed : t.customize.computing}</p>`;
  }

  #whole(figures: OfferFigures): TemplateResult {
    const { props } = this;
    const { t, recipe } = props;
    const words = t.customize.offers;
    return html`<div class="headline">
        <h1>${words.title}</h1>
        <p class="lead">${figures.has_products ? words.lead(figures.pairs, figures.consumables) : words.noProducts}</p>
      </div>
      ${offerSettings(recipe, (offering) => this.dispatchEvent(new ChangeRecipeEvent({ offering })), t)}
      <div class="customize-charts">
        ${promotionFigure(figures.promotions, t)}
        ${figures.has_products ? testFigure(this.#testState(), t, () => this.#askTest()) : nothing}
      </div>
      ${offerList(
        {
          page: this.#page.value,
          tier: this.#tier,
          offset: this.#offset,
          want: (tier, offset) => this.#want(tier, offset),
          open: (customer) => this.dispatchEvent(new OpenCustomerEvent(customer)),
          save: (format) => this.dispatchEvent(new SaveFileEvent(format)),
        },
        props,
      )}`;
  }

  #testState() {
    if (this.#tested !== this.props.revision) return 'not-asked';
    return this.#test.status === TaskStatus.COMPLETE ? (this.#test.value ?? null) : 'running';
  }

  #askTest(): void {
    this.#tested = this.props.revision;
    this.requestUpdate();
  }

  #want(tier: string | null, offset: number): void {
    this.#tier = tier;
    this.#offset = offset;
    this.requestUpdate();
  }
}
