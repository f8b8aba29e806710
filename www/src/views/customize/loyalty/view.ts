// <ct-loyalty>: the loyalty plan run over the real past, and what a change would do, side by side with today.
//
// What is typed is a draft of this element until it is used; the recipe holds the plan that counts.

import { Task, TaskStatus } from '@lit/task';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Loyalty } from '../../../engine/types.ts';
import { ChangeRecipeEvent, type DifferentiateProps } from '../../differentiate/contract.ts';
import { SaveFileEvent } from '../../save-file.ts';
import { costFigure, ledgerFigure, share } from './compare.ts';
import { levelTable, planForm } from './plan-form.ts';

export class LoyaltyTab extends LitElement {
  static override properties = { props: { attribute: false } };

  declare props: DifferentiateProps;

  /** What was typed, and the plan it was typed over: another plan makes it void. */
  #draft: { readonly plan: Loyalty; readonly over: Loyalty | null } | null = null;

  readonly #figures = new Task(this, {
    task: async ([ask, , plan]) => (plan ? ((await ask.loyalty()) ?? null) : null),
    args: () => [this.props.ask, this.props.revision, this.props.recipe.loyalty] as const,
  });

  readonly #whatIf = new Task(this, {
    task: async ([ask, draft]) => (draft ? ask.loyaltyWhatIf(draft) : null),
    args: () => [this.props.ask, this.#changed(), this.#figures.value] as const,
  });

  // The styles of the element around it are its own.
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.props) return nothing;
    const { recipe } = this.props;
    return html`<div class="headline">${recipe.loyalty ? this.#lead() : this.#none()}</div>
      ${recipe.loyalty ? this.#plan(this.#changed() ?? recipe.loyalty) : nothing}`;
  }

  #none(): TemplateResult {
    const words = this.props.t.loyalty;
    return html`<h1>${words.title}</h1>
      <p class="lead">${words.none}</p>
      <p><button type="button" class="button primary" data-start @click=${() => void this.#start()}>${words.start}</button></p>`;
  }

  #lead(): TemplateResult {
    const { t } = this.props;
    const words = t.loyalty;
    const figures = this.#figures.value;
    const waiting =
      this.#figures.status === TaskStatus.ERROR ? t.customize.failed : t.customize.computing;
    return html`<h1>${words.title}</h1>
      <p class="lead">${
        figures
          ? words.lead(
              t.moneyShort(figures.year.total),
              figures.year.break_even === null ? null : share(figures.year.break_even, t),
              t.moneyShort(figures.liability),
            )
          : waiting
      }</p>
      <p class="muted small">${words.assumed}</p>`;
  }

  #plan(plan: Loyalty): TemplateResult {
    const { t } = this.props;
    const figures = this.#figures.value;
    const changed = this.#changed();
    const whatIf = changed ? (this.#whatIf.value ?? null) : null;
    const edit = (draft: Loyalty) => this.#edit(draft);
    return html`${planForm(plan, edit, t)}
      <div class="customize-charts one">${levelTable(plan, whatIf?.changed ?? figures ?? undefined, edit, t)}</div>
      ${
        figures
          ? html`<div class="customize-charts">
              ${costFigure(figures, whatIf, { use: () => this.#put(plan), discard: () => this.#edit(null) }, t)}
              ${ledgerFigure(figures, () => this.dispatchEvent(new SaveFileEvent('loyalty_ledger')), t)}
            </div>`
          : nothing
      }
      <p class="no-print"><button type="button" class="link" @click=${() => this.#put(null)}>${t.loyalty.stop}</button></p>`;
  }

  /** The draft, when it is another plan than the recipe's. */
  #changed(): Loyalty | null {
    const { loyalty } = this.props.recipe;
    return this.#draft && this.#draft.over === loyalty ? this.#draft.plan : null;
  }

  #edit(plan: Loyalty | null): void {
    this.#draft = plan ? { plan, over: this.props.recipe.loyalty } : null;
    this.requestUpdate();
  }

  #put(loyalty: Loyalty | null): void {
    this.#draft = null;
    this.dispatchEvent(new ChangeRecipeEvent({ loyalty }));
  }

  async #start(): Promise<void> {
    this.#put(await this.props.ask.loyaltySuggestion());
  }
}
