// <ct-log>: which strategies were changed, when and why. What changed is found; only the reason has to be written.

import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import type { Adjustment, Strategy, StrategyChange } from '../../engine/types.ts';
import { ChangeRecipeEvent } from '../differentiate/contract.ts';
import { ReviewPart } from './part.ts';

export class LogPart extends ReviewPart {
  readonly #changes = new Task(this, {
    task: ([ask]) => ask.unlogged(),
    args: () => [this.props.ask, this.props.revision] as const,
  });

  protected override render(): TemplateResult | typeof nothing {
    if (!this.props) return nothing;
    const words = this.t.review.log;
    return html`${this.headline(words.title, words.lead)}
      ${this.answered(this.#changes, (changes) => this.#pending(changes))}
      ${this.#entries(this.props.recipe.review.log)}`;
  }

  #pending(changes: readonly StrategyChange[]): TemplateResult {
    const words = this.t.review.log;
    if (changes.length === 0) return html`<p class="muted">${words.nonePending}</p>`;
    return html`<section class="pending-changes no-print" aria-label=${words.pending}>
      <h3>${words.pending}</h3>
      <ul>${changes.map(
        (change) => html`<li class="row">
          <span>${this.tierMark(change.tier)} ${this.#difference(change)}</span>
          <input class="field grow" type="text" maxlength="500" data-reason placeholder=${words.reason} aria-label=${`${words.reason} ${this.tier(change.tier)}`} @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && this.#note(change, event)} />
          <button type="button" class="button" data-note @click=${(event: Event) => this.#note(change, event)}>${words.add}</button>
        </li>`,
      )}</ul>
    </section>`;
  }

  #note({ tier, before, after }: StrategyChange, event: Event): void {
    const field = (event.target as Element).closest('li')?.querySelector('input');
    const reason = field?.value.trim() ?? '';
    if (!field || reason === '') {
      field?.focus();
      return;
    }
    const { review } = this.props.recipe;
    const entry: Adjustment = { day: today(), tier, reason, before, after };
    field.value = '';
    this.dispatchEvent(
      new ChangeRecipeEvent({ review: { ...review, log: [...review.log, entry] } }),
    );
  }

  #entries(log: readonly Adjustment[]): TemplateResult {
    const { t } = this;
    const words = t.review.log;
    if (log.length === 0) return html`<p class="muted">${words.empty}</p>`;
    return html`<div class="scroll-x" tabindex="0" role="region" aria-label=${words.title}><table class="table">
      <thead><tr>
        <th scope="col">${words.day}</th>
        <th scope="col">${t.review.tier}</th>
        <th scope="col">${words.what}</th>
        <th scope="col">${words.why}</th>
      </tr></thead>
      <tbody>${log.toReversed().map(
        (entry) => html`<tr>
          <th scope="row">${t.day(entry.day)}</th>
          <td>${this.tierMark(entry.tier)}</td>
          <td>${this.#difference(entry)}</td>
          <td class="quote">${entry.reason}</td>
        </tr>`,
      )}</tbody>
    </table></div>`;
  }

  #difference({ before, after }: Pick<Adjustment, 'before' | 'after'>): string {
    const { t } = this;
    const words = t.review.log;
    if (!after) return words.gone;
    if (!before) return words.made;
    const channels = (strategy: Strategy) =>
      strategy.channels.map((channel) => t.plan.channels[channel] ?? channel).join('/');
    const focus = (strategy: Strategy) => t.plan.focuses[strategy.focus] ?? strategy.focus;
    const parts = [
      before.contacts_per_year !== after.contacts_per_year &&
        words.contacts(before.contacts_per_year, after.contacts_per_year),
      before.minutes_per_contact !== after.minutes_per_contact &&
        words.minutes(before.minutes_per_contact, after.minutes_per_contact),
      before.response_hours !== after.response_hours &&
        words.hours(before.response_hours, after.response_hours),
      channels(before) !== channels(after) && words.channels(channels(before), channels(after)),
      before.focus !== after.focus && words.focus(focus(before), focus(after)),
    ].filter((part) => typeof part === 'string');
    return parts.length > 0 ? parts.join('; ') : words.other;
  }
}

/** The day on the clock of whoever writes it down: a log says when something was done. */
function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
