// The tabs of a room: which one is shown, and the arrow keys that go from one to the next.

import { html, type LitElement, nothing, type TemplateResult } from 'lit';

/** What each tab is called, and what the whole list is. */
export type TabNames<Tab extends string> = Readonly<Record<Tab | 'label', string>>;

/** One of `tabs` is shown, the first one to begin with; its panel is the element `panel` in the root of `host`. */
export class TabList<Tab extends string> {
  readonly #host: LitElement;
  readonly #tabs: readonly Tab[];
  readonly #panel: string;
  #shown: Tab;

  constructor(host: LitElement, tabs: readonly [Tab, ...Tab[]], panel = 'panel') {
    this.#host = host;
    this.#tabs = tabs;
    this.#panel = panel;
    [this.#shown] = tabs;
  }

  get shown(): Tab {
    return this.#shown;
  }

  show(tab: Tab): void {
    this.#shown = tab;
    this.#host.requestUpdate();
  }

  /** @param beside what stands beside a tab's name, as a count */
  render(
    names: TabNames<Tab>,
    beside: (tab: Tab) => TemplateResult | typeof nothing = () => nothing,
  ): TemplateResult {
    return html`<div class="tabs no-print" role="tablist" aria-label=${names.label} @keydown=${this.#onKey}>
      ${this.#tabs.map(
        (tab) => html`<button
          type="button"
          role="tab"
          id="tab-${tab}"
          aria-controls=${this.#panel}
          aria-selected=${tab === this.#shown ? 'true' : 'false'}
          tabindex=${tab === this.#shown ? 0 : -1}
          @click=${() => this.show(tab)}
        >${names[tab]}${beside(tab)}</button>`,
      )}
    </div>`;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const place = this.#tabs.indexOf(this.#shown) + step;
    this.show(this.#tabs.at(place % this.#tabs.length) ?? this.#shown);
    void this.#host.updateComplete.then(() =>
      this.#host.renderRoot.querySelector<HTMLElement>(`#tab-${this.#shown}`)?.focus(),
    );
  };
}
