// <ct-time-series>: the sizes of the tiers over time, with a slider over the days, and whether thresholds still fit.

import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { sentences } from '../../../charts/figure.ts';
import { ratio, sum } from '../../../charts/numbers.ts';
import type { Questions } from '../../../engine/questions.ts';
import type { TierSeries } from '../../../engine/types.ts';
import { ChangeRecipeEvent } from '../contract.ts';
import { schemeMark } from '../scheme-mark.ts';
import { hasPast, lookBack } from './days.ts';
import { driftNotice } from './drift.ts';
import { Part } from './part.ts';
import { MEASURES, type Measure, seriesChart } from './series-chart.ts';

/** Periods that the headline looks back: a year, of weeks a quarter. */
const LOOK_BACK = { week: 13, month: 12, quarter: 4 } as const;

/** A call that is quicker than this may do all the rest at once. */
const QUICK_MS = 50;

export class TimeSeries extends Part {
  #measure: Measure = 'customers';
  /** Place of the chosen day; the last one while nobody chose. */
  #chosen: number | undefined;
  #soFar: TierSeries | undefined;
  #isQuick = false;

  readonly #series = new Task(this, {
    args: () => [this.props.ask, this.scheme, this.props.revision] as const,
    task: async ([ask, scheme], { signal }) => {
      this.#chosen = undefined;
      return await this.#lookBack(ask, scheme, signal);
    },
  });

  readonly #drift = new Task(this, {
    args: () => [this.props.ask, this.scheme, this.props.revision] as const,
    task: ([ask, scheme]) => {
      const { first_day, as_of } = this.props.summary;
      if (!hasPast(first_day, as_of)) return null;
      return ask.drift({ from: lookBack(first_day, as_of, 182), to: as_of, scheme });
    },
  });

  protected override render(): TemplateResult {
    const { points = [], days = [] } = this.#soFar ?? {};
    const meanwhile = days.length ? this.words.progress(points.length, days.length) : undefined;
    return this.answered(this.#series, (series) => this.#shown(series), meanwhile);
  }

  /** Day by day, so that a million customers show how far it is, and others can ask in between. */
  async #lookBack(ask: Questions, scheme: string, signal: AbortSignal): Promise<TierSeries> {
    this.#soFar = undefined;
    for (;;) {
      const start = performance.now();
      const step = this.#soFar === undefined ? 1 : this.#isQuick ? 1000 : 1;
      const series = await ask.tierHistory(scheme, null, step);
      signal.throwIfAborted();
      if (series.points.length >= series.days.length) return series;
      this.#isQuick = performance.now() - start < QUICK_MS;
      this.#soFar = series;
      this.requestUpdate();
    }
  }

  #shown(series: TierSeries): TemplateResult {
    const { words, t } = this;
    if (series.days.length === 0) return this.nothingToShow(words.noOrders, words.noOrdersNext);
    if (series.days.length < 2) return this.nothingToShow(words.tooShort, words.tooShortNext);
    const chosen = Math.min(this.#chosen ?? series.days.length - 1, series.days.length - 1);
    const [first, rest] = this.#story(series);
    return html`${this.headline(first, rest)}
      ${this.#drift.value ? driftNotice(this.#drift.value, t) : nothing}
      ${seriesChart(
        {
          series,
          chosen,
          measure: this.#measure,
          mark: (code) => schemeMark(series.scheme, code, series.segments, this.props.recipe.tier),
          choose: (place) => {
            this.#chosen = place;
            this.requestUpdate();
          },
          tools: this.#tools(),
          below: this.#useDay(series.days[chosen] ?? ''),
        },
        t,
      )}`;
  }

  #story(series: TierSeries): [string, string] {
    const { t, words } = this;
    const end = series.points.length - 1;
    const start = Math.max(0, end - LOOK_BACK[series.period]);
    const [before = [], last = []] = [series.points[start], series.points[end]];
    const [from = '', to = ''] = [series.days[start], series.days[end]];
    const [best] = series.segments;
    const all = (points: typeof last) => sum(points, ({ customers }) => customers);
    const [now, then] = [last[0]?.customers ?? 0, before[0]?.customers ?? 0];
    const name = best ? t.names.segment(best.code, best.name) : '';
    return [
      words.series.headline(name, now, now - then, from),
      sentences(
        [
          words.series.sentence(from, to, all(before), all(last)),
          words.series.shares(name, ratio(then, all(before)), ratio(now, all(last))),
        ],
        t,
      ),
    ];
  }

  #tools(): TemplateResult {
    const { words } = this;
    const choose = (event: Event) => {
      if (!(event.target instanceof HTMLSelectElement)) return;
      const { value } = event.target;
      this.#measure = MEASURES.find((known) => known === value) ?? 'customers';
      this.requestUpdate();
    };
    return html`<label class="label no-print">${words.measure}
      <select class="field" @change=${choose}>
        ${MEASURES.map((measure) => html`<option value=${measure} ?selected=${measure === this.#measure}>${words[measure]}</option>`)}
      </select>
    </label>`;
  }

  #useDay(day: string): TemplateResult {
    const { measures } = this.props.recipe;
    const use = (as_of: string | null) =>
      this.dispatchEvent(new ChangeRecipeEvent({ measures: { ...measures, as_of } }));
    const isUsed = day === this.props.summary.as_of;
    return html`<div class="row no-print">
      <button type="button" class="button" data-use-day ?disabled=${isUsed} @click=${() => use(day)}>${this.words.series.use}</button>
      ${
        measures.as_of === null
          ? nothing
          : html`<button type="button" class="button quiet" @click=${() => use(null)}>${this.words.series.latest}</button>`
      }
    </div>`;
  }
}
