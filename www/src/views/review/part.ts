// What the tabs of the review have in common: they wait for an answer and say so, and draw into the root around them.

import { type Task, TaskStatus } from '@lit/task';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { DifferentiateProps } from '../differentiate/contract.ts';
import { tierLabel, tierText } from './contract.ts';

export abstract class ReviewPart extends LitElement {
  static override properties = { props: { attribute: false } };

  declare props: DifferentiateProps;

  // The styles of the element around it are its own.
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected get t() {
    return this.props.t;
  }

  protected tier(code: string): string {
    return tierText(this.props, code);
  }

  protected tierMark(code: string): TemplateResult {
    return tierLabel(this.props, code);
  }

  /** The answer; the last one stays while the next is on its way. */
  protected answered<A extends readonly unknown[], R>(
    task: Task<A, R>,
    shown: (answer: R) => TemplateResult | typeof nothing,
  ): TemplateResult {
    const { computing, failed } = this.t.review;
    if (task.status === TaskStatus.ERROR)
      return html`<p class="empty muted" role="alert">${failed}</p>`;
    if (task.value === undefined)
      return html`<p class="empty muted" role="status">${computing}</p>`;
    return html`${shown(task.value)}`;
  }

  protected headline(first: string, rest: string): TemplateResult {
    return html`<header class="headline">
      <h3>${first}</h3>
      ${rest ? html`<p class="lead">${rest}</p>` : nothing}
    </header>`;
  }
}
