// <ct-effect>: two periods of every tier, what changed more than by chance, and what follows from it.

import { Task, TaskStatus } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { figure, sentences } from '../../charts/figure.ts';
import type { Reviewed } from '../../engine/protocol.ts';
import type {
  Advice,
  EffectMeasure,
  EffectReview,
  EffectVerdict,
  Estimate,
  MeasureEffect,
  Pair,
  Span,
  TierEffect,
} from '../../engine/types.ts';
import { ChangeRecipeEvent } from '../differentiate/contract.ts';
import { plusDays } from '../differentiate/time/days.ts';
import { effectSettings, type OwnSpans } from './effect-settings.ts';
import { lengthOf } from './effect-spans.ts';
import { ReviewPart } from './part.ts';

const MEASURES: readonly EffectMeasure[] = ['orders', 'revenue', 'satisfaction', 'complaints'];
/** Months differ by so many days; more is worth a word. */
const MONTHS_DIFFER = 3;
/** Verdicts that are good news; of complaints the other one is. */
const MARKS: Record<EffectVerdict, string> = { up: '↑', down: '↓', unclear: '·', too_few: '–' };

export class EffectPart extends ReviewPart {
  readonly #review = new Task(this, {
    task: ([ask]) => ask.effect(),
    args: () => [this.props.ask, this.props.revision] as const,
  });

  readonly #columns = new Task(this, {
    task: async ([ask]) => {
      const { fields } = await ask.report();
      return fields.filter(({ field, distinct }) => field === null && distinct <= 12);
    },
    args: () => [this.props.ask, this.props.revision] as const,
  });

  /** Days that somebody chooses at the moment and that do not fit yet. */
  #draft: Pair | null = null;
  /** The days in the recipe when the draft was begun. */
  #drafted: Pair | null = null;

  protected override render(): TemplateResult | typeof nothing {
    if (!this.props) return nothing;
    const { t, recipe } = this.props;
    const settings = effectSettings(
      recipe.review,
      this.#columns.value ?? [],
      this.#own(),
      t,
      (changes) =>
        this.dispatchEvent(new ChangeRecipeEvent({ review: { ...recipe.review, ...changes } })),
    );
    const words = t.review.effect;
    // The core refuses what the orders do not cover: that is an answer, not a failure.
    const body =
      this.#review.status === TaskStatus.ERROR
        ? this.headline(words.noTime, words.noTimeNext)
        : this.answered(this.#review, (found) => this.#whole(found));
    return html`${body} ${settings}`;
  }

  #own(): OwnSpans {
    const { recipe, summary } = this.props;
    const known: Span = { from: summary.first_day, to: summary.last_day };
    const half = Math.floor((lengthOf(known) - 2) / 2);
    const halves = {
      before: { from: known.from, to: plusDays(known.from, half) },
      after: { from: plusDays(known.from, half + 1), to: known.to },
    };
    // What is in the recipe by now is no draft any more, nor what was taken back.
    if (this.#drafted !== recipe.review.spans) this.#draft = null;
    return {
      pair: this.#draft ?? recipe.review.spans,
      first: this.#review.value?.review.pair ?? halves,
      known,
      draft: (pair) => {
        this.#draft = pair;
        this.#drafted = recipe.review.spans;
        this.requestUpdate();
      },
    };
  }

  #whole({ review, advice }: Reviewed): TemplateResult {
    const { t } = this;
    const words = t.review.effect;
    const { pair } = review;
    const title = words.title(this.#span(pair.after), this.#span(pair.before));
    if (review.customers === 0)
      return this.headline(title, words.nobody(review.newer, t.day(pair.before.from)));
    const all = review.tiers.flatMap((tier) => tier.measures);
    const found = all.filter(({ verdict }) => verdict === 'up' || verdict === 'down').length;
    // Where nobody ever complained there is nothing to compare.
    const isTold = ({ measure, before, after }: MeasureEffect) =>
      measure !== 'complaints' || before > 0 || after > 0;
    const shown = MEASURES.filter((measure) =>
      all.some((one) => one.measure === measure && isTold(one)),
    );
    return html`${this.headline(title, '')}
      <p class="lead">${words.found(found)}</p>
      <p class="muted">${sentences([words.lead(review.customers, t.day(pair.after.from), review.newer), this.#basis(review), ...this.#lengths(review)], t)}</p>
      <div class="charts">${shown.map((measure) => this.#measure(measure, review))}</div>
      ${this.#advice(advice)}`;
  }

  #span({ from, to }: Span): string {
    const { t } = this;
    const isMonth =
      from.slice(0, 7) === to.slice(0, 7) &&
      from.endsWith('-01') &&
      plusDays(to, 1).endsWith('-01');
    return isMonth ? t.month(from) : `${t.day(from)} – ${t.day(to)}`;
  }

  #basis({ basis, control, earlier }: EffectReview): string {
    const words = this.t.review.effect.basis;
    if (basis === 'control') return words.control(control);
    return basis === 'earlier' ? words.earlier(earlier.length) : words.nothing;
  }

  /** How spans of different length are made alike. */
  #lengths({ pair, monthly }: EffectReview): string[] {
    const words = this.t.review.effect;
    const [after, before] = [lengthOf(pair.after), lengthOf(pair.before)];
    return [
      ...(Math.abs(after - before) > MONTHS_DIFFER ? [words.lengths(after, before)] : []),
      ...(monthly > 0 ? [words.monthly(monthly)] : []),
    ];
  }

  #measure(measure: EffectMeasure, review: EffectReview): TemplateResult {
    const { t } = this;
    const words = t.review.effect;
    const rows = [...review.tiers, review.all].flatMap((tier) => {
      const found = tier.measures.find((one) => one.measure === measure);
      return found ? [{ tier, found }] : [];
    });
    const of = (verdict: EffectVerdict) =>
      rows
        .filter(({ tier, found }) => tier.tier !== '' && found.verdict === verdict)
        .map(({ tier }) => this.tier(tier.tier));
    const hasControl = review.basis === 'control';
    const hasUsual = review.basis === 'earlier';
    return figure(
      {
        name: `effect-${measure}`,
        title: words.measures[measure],
        unit: words.units[measure],
        sentence: rows.every(({ found }) => found.verdict === 'too_few')
          ? words.noneJudged
          : words.judged(of('up'), of('down')),
        drawing: html`<div class="scroll-x" tabindex="0" role="region" aria-label=${words.measures[measure]}><table class="table">
          <thead><tr>
            <th scope="col">${t.review.tier}</th>
            <th scope="col" class="end">${words.compared}</th>
            <th scope="col" class="end">${words.before}</th>
            <th scope="col" class="end">${words.after}</th>
            ${hasControl ? html`<th scope="col" class="end">${words.controlChange}</th>` : nothing}
            ${hasUsual ? html`<th scope="col" class="end">${words.usual}</th>` : nothing}
            <th scope="col" class="end">${hasControl || hasUsual ? words.effect : words.change}</th>
            <th scope="col">${words.verdict}</th>
          </tr></thead>
          <tbody>${rows.map(({ tier, found }) => this.#row(tier, found, hasControl, hasUsual))}</tbody>
        </table></div>`,
      },
      t,
    );
  }

  #row(
    tier: TierEffect,
    found: MeasureEffect,
    hasControl: boolean,
    hasUsual: boolean,
  ): TemplateResult {
    const { t } = this;
    const words = t.review.effect;
    const text = (value: number) => this.#figure(found.measure, value);
    const signed = (value: number) => this.#signed(found.measure, value);
    const estimate = ({ value, low, high }: Estimate) =>
      words.estimate(signed(value), signed(low), signed(high));
    const control = found.control ? found.control[1] - found.control[0] : null;
    const { verdict } = found;
    return html`<tr class=${tier.tier === '' ? 'all' : ''}>
      <th scope="row">${this.tierMark(tier.tier)}</th>
      <td class="end">${t.integer(found.counted)}</td>
      <td class="end">${text(found.before)}</td>
      <td class="end">${text(found.after)}</td>
      ${hasControl ? html`<td class="end">${control === null ? '–' : signed(control)}</td>` : nothing}
      ${hasUsual ? html`<td class="end">${found.expected === null ? '–' : signed(found.expected)}</td>` : nothing}
      <td class="end">${estimate(found.effect)}</td>
      <td class="verdict ${verdict}" title=${verdict === 'too_few' ? words.tooFewNote : ''}><span aria-hidden="true">${MARKS[verdict]}</span> ${words.verdicts[verdict]}</td>
    </tr>`;
  }

  /** What is rounded away has no sign. */
  #signed(measure: EffectMeasure, value: number): string {
    const size = this.#figure(measure, Math.abs(value));
    if (size === this.#figure(measure, 0)) return size;
    return `${value > 0 ? '+' : '−'}${size}`;
  }

  #figure(measure: EffectMeasure, value: number): string {
    const { t } = this;
    if (measure === 'revenue') return t.moneyShort(value);
    return t.decimal(measure === 'complaints' ? value * 100 : value, measure === 'orders' ? 2 : 1);
  }

  #advice(advice: readonly Advice[]): TemplateResult {
    const words = this.t.review.effect;
    const take = ({ tier, strategy }: Advice) => {
      if (!strategy) return;
      const { interact } = this.props.recipe;
      this.dispatchEvent(new ChangeRecipeEvent({ interact: { ...interact, [tier]: strategy } }));
    };
    return html`<section class="advice" aria-label=${words.advice}>
      <h3>${words.advice}</h3>
      ${advice.length === 0 ? html`<p class="muted">${words.adviceNone}</p>` : nothing}
      <ul>${advice.map(
        (one) => html`<li>
          ${words.kinds[one.kind](this.tier(one.tier))}
          ${one.strategy ? html`<button type="button" class="link no-print" @click=${() => take(one)}>${words.take}</button>` : nothing}
        </li>`,
      )}</ul>
    </section>`;
  }
}
