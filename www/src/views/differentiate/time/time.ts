// <ct-time>: the time machine. One part at a time: what is not on the screen asks the engine nothing.

import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { chartStyles } from '../../../charts/charts.styles.ts';
import { figureStyles } from '../../../charts/figure.styles.ts';
import { Tooltip } from '../../../charts/tooltip.ts';
import { base } from '../../../styles/base.ts';
import { marks } from '../../../styles/marks.ts';
import { passOn } from '../../pass-on.ts';
import type { DifferentiateProps } from '../contract.ts';
import { viewStyles } from '../view.styles.ts';
import type { ShowSchemeEvent } from './back-test.ts';
import { timeStyles } from './time.styles.ts';

const PARTS = ['tiers', 'moves', 'cohorts', 'test', 'steady'] as const;
type PartName = (typeof PARTS)[number];

/** Parts that look at one scheme. */
const BY_SCHEME: ReadonlySet<PartName> = new Set(['tiers', 'moves', 'test']);

export class Time extends LitElement {
  static override styles = [base, marks, figureStyles, chartStyles, viewStyles, timeStyles];
  static override properties = { props: { attribute: false } };

  declare props: DifferentiateProps;

  #part: PartName = 'tiers';
  #scheme = '';
  readonly #tooltip = new Tooltip(this);

  protected override render(): TemplateResult | typeof nothing {
    if (!this.props) return nothing;
    return html`<div class="view time" @open-customer=${this.#passOn} @change-recipe=${this.#passOn} @show-scheme=${this.#show}>
        <div class="part-bar no-print">
          ${this.#parts()} ${BY_SCHEME.has(this.#part) ? this.#schemes() : nothing}
        </div>
        ${this.#shown()}
      </div>
      ${this.#tooltip.render()}`;
  }

  get #looked(): string {
    return this.#scheme || this.props.summary.tier_scheme;
  }

  #shown(): TemplateResult {
    const { props } = this;
    switch (this.#part) {
      case 'tiers':
        return html`<ct-time-series .props=${props} .scheme=${this.#looked}></ct-time-series>`;
      case 'moves':
        return html`<ct-time-moves .props=${props} .scheme=${this.#looked}></ct-time-moves>`;
      case 'cohorts':
        return html`<ct-time-cohorts .props=${props}></ct-time-cohorts>`;
      case 'test':
        return html`<ct-time-back-test .props=${props} .scheme=${this.#looked}></ct-time-back-test>`;
      case 'steady':
        return html`<ct-time-steady .props=${props}></ct-time-steady>`;
    }
  }

  #parts(): TemplateResult {
    const { parts } = this.props.t.differentiate.time;
    return html`<nav class="parts" aria-label=${parts.label}>
      ${PARTS.map(
        (part) => html`<button
          type="button"
          class="button"
          data-time=${part}
          aria-current=${part === this.#part ? 'true' : 'false'}
          @click=${() => {
            this.#part = part;
            this.requestUpdate();
          }}
        >${parts[part]}</button>`,
      )}
    </nav>`;
  }

  #schemes(): TemplateResult {
    const { t, whole } = this.props;
    const choose = (event: Event) => {
      if (event.target instanceof HTMLSelectElement) this.#look(event.target.value);
    };
    return html`<label class="label">${t.differentiate.time.scheme}
      <select class="field" data-time-scheme @change=${choose}>
        ${(whole?.schemes ?? []).map(({ id, name }) => html`<option value=${id} ?selected=${id === this.#looked}>${t.names.scheme(id, name)}</option>`)}
      </select>
    </label>`;
  }

  #look(scheme: string): void {
    this.#scheme = scheme;
    this.requestUpdate();
  }

  readonly #passOn = passOn(this);

  readonly #show = (event: ShowSchemeEvent): void => this.#look(event.scheme);
}
