// The drawer with a customer's card: a native modal dialog, so that focus stays inside, Escape closes it, and focus goes back.

import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveElement,
  type TemplateResult,
} from 'lit';
import type { CustomerCard, Filter } from '../../engine/types.ts';
import { customerCard, titleOf } from './card.ts';
import { type DifferentiateProps, EVERYBODY, SetByHandEvent } from './contract.ts';

/** Orders listed at first, and how many more each time. */
const STEP = 12;

interface Actions {
  select(filter: Filter): void;
  closed(): void;
}

type Shown =
  | { state: 'closed' }
  | { state: 'loading' }
  | { state: 'missing' }
  | { state: 'card'; card: CustomerCard };

export class Drawer implements ReactiveController {
  #shown: Shown = { state: 'closed' };
  #customer: number | undefined;
  #revision = -1;
  #listed = STEP;

  constructor(
    private readonly host: ReactiveElement,
    private readonly actions: Actions,
  ) {
    host.addController(this);
  }

  open(customer: number, props: DifferentiateProps): void {
    this.#customer = customer;
    this.#listed = STEP;
    this.#show({ state: 'loading' });
    void this.#load(customer, props);
  }

  hostUpdated(): void {
    const dialog = this.#dialog;
    if (dialog && !dialog.open && this.#shown.state !== 'closed') dialog.showModal();
  }

  hostDisconnected(): void {
    this.#shown = { state: 'closed' };
  }

  render(props: DifferentiateProps): TemplateResult {
    // A new result may have moved the customer to another tier: ask again, show the old card meanwhile.
    if (this.#customer !== undefined && props.revision !== this.#revision)
      void this.#load(this.#customer, props);
    const { card } = props.t.differentiate;
    const title = this.#shown.state === 'card' ? titleOf(this.#shown.card) : card.who;
    return html`<dialog class="drawer" aria-labelledby="drawer-title" @close=${this.#onClose} @click=${this.#onBackdrop} @set-by-hand=${this.#onSetByHand}>
      <div class="drawer-inside">
        <header class="drawer-head">
          <div class="grow">
            <h2 id="drawer-title">${title}</h2>
            ${this.#shown.state === 'card' ? html`<p class="muted small">${this.#shown.card.row.customer_id}</p>` : nothing}
          </div>
          <button type="button" class="button icon quiet" aria-label=${card.close} @click=${() => this.#dialog?.close()}>
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path class="cross" d="M3 3l10 10M13 3L3 13" /></svg>
          </button>
        </header>
        <div class="drawer-body" aria-live="polite">${this.#body(props)}</div>
      </div>
    </dialog>`;
  }

  #body(props: DifferentiateProps): TemplateResult | typeof nothing {
    const { card } = props.t.differentiate;
    switch (this.#shown.state) {
      case 'closed':
        return nothing;
      case 'loading':
        return html`<p class="muted">${card.loading}</p>`;
      case 'missing':
        return html`<p class="notice">${card.missing}</p>`;
      case 'card':
        return customerCard(this.#shown.card, props, {
          listed: this.#listed,
          listMore: () => this.#listMore(),
          select: (scheme, segment) => this.#select(scheme, segment),
        });
    }
  }

  async #load(customer: number, props: DifferentiateProps): Promise<void> {
    this.#revision = props.revision;
    const card = await props.requestCard(customer).catch(() => undefined);
    if (this.#customer !== customer || this.#revision !== props.revision) return;
    this.#show(card ? { state: 'card', card } : { state: 'missing' });
  }

  #show(shown: Shown): void {
    this.#shown = shown;
    this.host.requestUpdate();
  }

  #listMore(): void {
    this.#listed += 10 * STEP;
    this.host.requestUpdate();
  }

  #select(scheme: string, segment: string): void {
    this.#dialog?.close();
    this.actions.select({ ...EVERYBODY, segments: [[scheme, segment]] });
  }

  readonly #onClose = (): void => {
    this.#customer = undefined;
    this.#show({ state: 'closed' });
    this.actions.closed();
  };

  // It ends at the host's root, so that the customer's id reaches no page around it; the host says it again.
  readonly #onSetByHand = ({ step, isSet }: SetByHandEvent): void => {
    this.host.dispatchEvent(new SetByHandEvent(step, isSet));
  };

  // The dialog itself is the backdrop's target; everything inside lies on .drawer-inside.
  readonly #onBackdrop = (event: Event): void => {
    if (event.target === this.#dialog) this.#dialog?.close();
  };

  get #dialog(): HTMLDialogElement | null {
    return this.host.renderRoot.querySelector('dialog.drawer');
  }
}
