// <ct-time-steady>: a rule that keeps tiers from flapping, tried on the past before it is used.

import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { figure } from '../../../charts/figure.ts';
import { ratio } from '../../../charts/numbers.ts';
import { rove } from '../../../charts/roving.ts';
import { vars } from '../../../charts/vars.ts';
import type { Period, Steady, SteadySimulation } from '../../../engine/types.ts';
import { ChangeRecipeEvent } from '../contract.ts';
import { Part } from './part.ts';

const PERIODS: readonly Period[] = ['week', 'month', 'quarter'];
const USUAL: Steady = { periods: 2, period: 'month', grace_periods: 1 };

export class TimeSteady extends Part {
  /** What is tried; the recipe's own rule while nobody tries another. */
  #tried: Steady | undefined;

  readonly #simulation = new Task(this, {
    args: () => {
      const { periods, period, grace_periods } = this.#rule;
      return [periods, period, grace_periods, this.props.ask, this.props.revision] as const;
    },
    task: async ([, period, , ask], { signal }) => {
      // Day by day, so that others can ask in between.
      const { tier } = this.props.recipe;
      let series = await ask.tierHistory(tier, period, 1);
      while (series.points.length < series.days.length) {
        signal.throwIfAborted();
        series = await ask.tierHistory(tier, period, 2);
      }
      return series.days.length > 2 ? ask.steadySimulation(this.#rule) : null;
    },
  });

  get #rule(): Steady {
    return this.#tried ?? this.props.recipe.steady ?? USUAL;
  }

  protected override render(): TemplateResult {
    const { words } = this;
    if (this.props.whole?.months.length === 0)
      return this.nothingToShow(words.noOrders, words.noOrdersNext);
    return html`${this.#form()}
      ${this.answered(this.#simulation, (found) =>
        found ? this.#shown(found) : this.nothingToShow(words.tooShort, words.tooShortNext),
      )}`;
  }

  #form(): TemplateResult {
    const { words } = this;
    const rule = this.#rule;
    const used = this.props.recipe.steady;
    const isUsed = JSON.stringify(used) === JSON.stringify(rule);
    const number = (name: string, key: 'periods' | 'grace_periods', least: number) =>
      html`<label class="label">${name}
        <input class="field number-field" type="number" min=${least} max="12" step="1" .value=${String(rule[key])}
          @change=${(event: Event) => {
            if (!(event.target instanceof HTMLInputElement)) return;
            const value = Math.round(event.target.valueAsNumber);
            if (value >= least && value <= 12) this.#try({ [key]: value });
            else event.target.value = String(rule[key]);
          }} /></label>`;
    const choose = (event: Event) => {
      if (!(event.target instanceof HTMLSelectElement)) return;
      const { value } = event.target;
      this.#try({ period: PERIODS.find((period) => period === value) ?? 'month' });
    };
    const use = (steady: Steady | null) => this.dispatchEvent(new ChangeRecipeEvent({ steady }));
    return html`<p class="small rule-text"><b>${used ? words.steady.on : words.steady.off}</b> ${words.steady.means(rule.periods, rule.period, rule.grace_periods)}</p>
      <div class="row part-tools no-print">
        ${number(words.steady.count, 'periods', 1)}
        <label class="label">${words.steady.period}
          <select class="field" @change=${choose}>
            ${PERIODS.map((period) => html`<option value=${period} ?selected=${period === rule.period}>${words.period(period)}</option>`)}
          </select>
        </label>
        ${number(words.steady.grace, 'grace_periods', 0)}
        <button type="button" class="button primary" data-use-rule ?disabled=${isUsed} @click=${() => use(rule)}>${isUsed ? words.steady.inUse : words.steady.use}</button>
        ${used ? html`<button type="button" class="button" data-stop-rule @click=${() => use(null)}>${words.steady.stop}</button>` : nothing}
      </div>`;
  }

  #try(change: Partial<Steady>): void {
    this.#tried = { ...this.#rule, ...change };
    this.requestUpdate();
  }

  #shown(found: SteadySimulation): TemplateResult {
    const { t } = this;
    const { steady: words } = this.words;
    const { without_rule: without, with_rule: with_, rule, periods } = found;
    const mean = (count: number) => ratio(count, periods.length);
    return html`${this.headline(without ? words.headline(without, with_) : words.none, words.lead(found.held_back))}
      ${figure(
        {
          name: 'steady',
          title: words.title,
          unit: words.unit(rule.period),
          sentence: words.sentence(mean(without), mean(with_), rule.period),
          drawing: this.#bars(found),
          table: {
            head: [words.period, words.without, words.with],
            rows: periods.map((period) => [
              t.day(period.day),
              t.integer(period.without_rule),
              t.integer(period.with_rule),
            ]),
          },
        },
        t,
      )}`;
  }

  #bars({ periods }: SteadySimulation): TemplateResult {
    const { t } = this;
    const { steady: words } = this.words;
    const most = Math.max(1, ...periods.flatMap((one) => [one.without_rule, one.with_rule]));
    return html`<p class="key" aria-hidden="true"><i class="ghost"></i> ${words.without} <i></i> ${words.with}</p>
      <div class="pairs tall" role="group" aria-label=${words.title} @keydown=${rove()}>
        ${periods.map(({ day, without_rule, with_rule }, place) => {
          const tip = words.tip(day, without_rule, with_rule);
          return html`<div class="pair" role="img" data-cell tabindex=${place === 0 ? 0 : -1} aria-label=${tip} data-tip=${tip}>
            <span class="pair-bars"><i class="ghost" ${vars({ h: ratio(without_rule, most) })}></i><i ${vars({ h: ratio(with_rule, most) })}></i></span>
          </div>`;
        })}
      </div>
      <div class="series-axis" aria-hidden="true"><span>${t.day(periods[0]?.day ?? '')}</span><span>${t.day(periods.at(-1)?.day ?? '')}</span></div>`;
  }
}
