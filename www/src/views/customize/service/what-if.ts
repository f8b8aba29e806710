// <ct-service-cost>: what the contacts of every tier cost in a year, and what a change would cost, before it is used.
//
// What is typed is a draft of this element until it is used. What an hour costs is for looking at money: it decides nothing.

import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { figure } from '../../../charts/figure.ts';
import type { Recipe, Strategy } from '../../../engine/types.ts';
import { namesOf, tierMark } from '../../../grid/columns.ts';
import { ChangeRecipeEvent, type DifferentiateProps } from '../../differentiate/contract.ts';
import { labelled, numberField } from '../fields.ts';
import { costsOf, hoursOf, minutesOf, type TierCost, withMinutes } from './cost.ts';

/** What an hour costs until somebody says it, in the currency of the files. */
const USUAL_HOUR = 50;

export class ServiceCost extends LitElement {
  static override properties = { props: { attribute: false } };

  declare props: DifferentiateProps;

  #hour = USUAL_HOUR;
  /** What was typed, and the strategies it was typed over: other ones make it void. */
  #draft: { readonly made: Recipe['interact']; readonly over: Recipe['interact'] } | null = null;

  // The styles of the element around it are its own.
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.props) return nothing;
    const { recipe, summary, t } = this.props;
    const words = t.customize.cost;
    const today = costsOf(summary.tiers, recipe.interact);
    const made = this.#draft?.over === recipe.interact ? this.#draft.made : null;
    const changed = made ? costsOf(summary.tiers, made) : today;
    const hour = numberField(
      { name: 'hour_cost', value: this.#hour, least: 0, most: 100_000 },
      (value) => {
        this.#hour = value;
        this.requestUpdate();
      },
    );
    return figure(
      {
        name: 'service-cost',
        title: words.title,
        unit: words.unit,
        sentence: this.#sentence(hoursOf(today), hoursOf(changed), made !== null),
        drawing: html`<div class="value-fields no-print">${labelled(words.hour, hour, words.hourMeans)}</div>
          ${this.#table(today, changed)}
          ${made ? this.#decision(made) : nothing}`,
      },
      t,
    );
  }

  #sentence(today: number, changed: number, isDraft: boolean): string {
    const { t } = this.props;
    const words = t.customize.cost;
    const text = (hours: number) => [t.integer(hours), t.money(hours * this.#hour)] as const;
    if (!isDraft) return words.today(...text(today));
    const more = changed - today;
    return words.changed(...text(changed), t.money(Math.abs(more) * this.#hour), Math.sign(more));
  }

  #table(today: readonly TierCost[], changed: readonly TierCost[]): TemplateResult {
    const { t } = this.props;
    const words = t.customize.cost;
    return html`<div class="scroll-x" tabindex="0" role="region" aria-label=${words.title}><table class="table form-table">
      <thead><tr>
        <th scope="col">${words.tier}</th>
        <th scope="col" class="end">${words.customers}</th>
        <th scope="col">${words.contacts}</th>
        <th scope="col">${words.minutes}</th>
        <th scope="col" class="end">${words.hours}</th>
        <th scope="col" class="end">${words.cost}</th>
      </tr></thead>
      <tbody>${changed.map((one, at) => this.#row(one, today[at] ?? one))}</tbody>
    </table></div>`;
  }

  #row({ tier, customers, strategy, hours }: TierCost, today: TierCost): TemplateResult {
    const { t } = this.props;
    const words = t.customize.cost;
    const name = t.names.segment(
      tier,
      this.props.summary.tiers.find(({ code }) => code === tier)?.name,
    );
    const number = (field: string, value: number, most: number, put: (value: number) => Strategy) =>
      numberField(
        {
          label: words.of(field, name),
          name: `${field}-${tier}`,
          value,
          least: 0,
          most,
          whole: true,
        },
        (typed) => this.#put(tier, put(typed)),
      );
    const figures = (text: (hours: number) => string) =>
      hours === today.hours
        ? text(hours)
        : html`<span class="muted">${text(today.hours)} →</span> ${text(hours)}`;
    return html`<tr>
      <th scope="row">${tierMark(tier, namesOf(this.props))}</th>
      <td class="end">${t.integer(customers)}</td>
      <td>${number(words.contacts, strategy.contacts_per_year, 365, (contacts_per_year) => ({ ...strategy, contacts_per_year }))}</td>
      <td>${number(words.minutes, minutesOf(strategy), 480, (minutes) => withMinutes(strategy, minutes))}</td>
      <td class="end">${figures((value) => t.integer(value))}</td>
      <td class="end">${figures((value) => t.money(value * this.#hour))}</td>
    </tr>`;
  }

  #put(tier: string, strategy: Strategy): void {
    const over = this.props.recipe.interact;
    const made = this.#draft?.over === over ? this.#draft.made : over;
    this.#draft = { made: { ...made, [tier]: strategy }, over };
    this.requestUpdate();
  }

  #decision(made: Recipe['interact']): TemplateResult {
    const words = this.props.t.customize.cost;
    const use = () => this.dispatchEvent(new ChangeRecipeEvent({ interact: made }));
    const discard = () => {
      this.#draft = null;
      this.requestUpdate();
    };
    return html`<p class="row no-print">
      <button type="button" class="button primary" data-use-strategies @click=${use}>${words.use}</button>
      <button type="button" class="button" @click=${discard}>${words.discard}</button>
    </p>`;
  }
}
