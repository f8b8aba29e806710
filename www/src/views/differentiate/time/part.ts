// What the parts of the tab have in common: they wait for an answer of the engine and say so, and draw into the tab's own root,
// so that its styles and its tooltip serve them all. A part that is not on the screen does not exist, and asks nothing.

import { type Task, TaskStatus } from '@lit/task';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { DifferentiateProps } from '../contract.ts';

export abstract class Part extends LitElement {
  static override properties = { props: { attribute: false }, scheme: {} };

  declare props: DifferentiateProps;
  /** The scheme that is looked at. */
  declare scheme: string;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected get t() {
    return this.props.t;
  }

  protected get words() {
    return this.props.t.differentiate.time;
  }

  /** The answer; while a newer one is on its way the old one, paler. */
  protected answered<A extends readonly unknown[], R>(
    task: Task<A, R>,
    shown: (answer: R) => TemplateResult | typeof nothing,
    meanwhile: string = this.words.computing,
  ): TemplateResult {
    if (task.status === TaskStatus.ERROR) return this.#failed(task);
    if (task.value === undefined) {
      return html`<p class="empty muted" role="status">${meanwhile}</p>`;
    }
    const isWaiting = task.status === TaskStatus.PENDING;
    return html`<div class="answer ${isWaiting ? 'waiting' : ''}" aria-busy=${isWaiting ? 'true' : 'false'}>
      ${isWaiting ? html`<p class="waiting-note small" role="status">${meanwhile}</p>` : nothing}
      ${shown(task.value)}
    </div>`;
  }

  #failed<A extends readonly unknown[], R>(task: Task<A, R>): TemplateResult {
    return html`<div class="notice" role="alert">
      <p>${this.words.failed}</p>
      <button type="button" class="button" @click=${() => void task.run()}>${this.words.again}</button>
    </div>`;
  }

  protected headline(first: string, rest: string): TemplateResult {
    return html`<header class="headline">
      <h1>${first}</h1>
      ${rest ? html`<p class="lead">${rest}</p>` : nothing}
    </header>`;
  }

  protected nothingToShow(why: string, next: string): TemplateResult {
    return html`<header class="headline"><h1>${why}</h1><p class="lead">${next}</p></header>`;
  }
}
