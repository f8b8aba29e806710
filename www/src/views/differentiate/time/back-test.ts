// <ct-time-back-test>: had these tiers been used on a past day, what would have happened?

import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { sentences } from '../../../charts/figure.ts';
import { largest, ratio } from '../../../charts/numbers.ts';
import type { BackTest, SchemeTest } from '../../../engine/types.ts';
import { schemeMark } from '../scheme-mark.ts';
import { calibrationChart, frequencyChart } from './calibration.ts';
import { compareTable } from './compare-table.ts';
import { daysBetween, hasPast, lookBack, plusDays } from './days.ts';
import { gainsChart, MODEL } from './gains.ts';
import { liftBars } from './lift.ts';
import { Part } from './part.ts';

const HORIZONS = [30, 90, 180, 365] as const;

export class TimeBackTest extends Part {
  #split: string | undefined;
  /** Days to look at; everything after the split while nobody chose. */
  #horizon: number | undefined;

  readonly #test = new Task(this, {
    args: () => [this.#day, this.#horizon, this.props.ask, this.props.revision] as const,
    task: ([split, horizon, ask]) => {
      if (!this.#hasPast) return null;
      return ask.backTest(split, horizon === undefined ? null : plusDays(split, horizon));
    },
  });

  protected override render(): TemplateResult {
    const { words } = this;
    if (this.props.whole?.months.length === 0)
      return this.nothingToShow(words.noOrders, words.noOrdersNext);
    if (!this.#hasPast) return this.nothingToShow(words.tooShort, words.tooShortNext);
    return html`${this.#questions()}
      ${this.answered(this.#test, (found) => (found ? this.#shown(found) : nothing))}`;
  }

  get #hasPast(): boolean {
    return hasPast(this.props.summary.first_day, this.props.summary.as_of);
  }

  get #day(): string {
    const { first_day, as_of } = this.props.summary;
    return this.#split ?? lookBack(first_day, as_of, 182);
  }

  #questions(): TemplateResult {
    const { test: words } = this.words;
    const { first_day, as_of } = this.props.summary;
    const known = daysBetween(this.#day, as_of);
    const splitAt = (event: Event) => {
      const value = event.target instanceof HTMLInputElement ? event.target.value : '';
      if (!value || value < first_day || value >= as_of) return;
      this.#split = value;
      this.#horizon = undefined;
      this.requestUpdate();
    };
    const lookAt = (event: Event) => {
      if (!(event.target instanceof HTMLSelectElement)) return;
      this.#horizon = Number(event.target.value) || undefined;
      this.requestUpdate();
    };
    return html`<div class="row part-tools no-print">
      <label class="label">${words.split}
        <input class="field" type="date" min=${first_day} max=${plusDays(as_of, -1)} .value=${this.#day} @change=${splitAt} />
      </label>
      <label class="label">${words.horizon}
        <select class="field" @change=${lookAt}>
          <option value="0" ?selected=${this.#horizon === undefined}>${words.rest}</option>
          ${HORIZONS.filter((days) => days < known).map((days) => html`<option value=${days} ?selected=${days === this.#horizon}>${words.days(days)}</option>`)}
        </select>
      </label>
    </div>`;
  }

  #shown(found: BackTest): TemplateResult {
    const { t } = this;
    const { test: words } = this.words;
    const own = found.schemes.find(({ scheme }) => scheme === this.scheme) ?? found.schemes[0];
    if (!own || found.purchases === 0) return this.headline(words.nothing(found.split), '');
    const segments = own.segments.map(({ segment }) => segment);
    const mark = (code: string) => schemeMark(own.scheme, code, segments, this.props.recipe.tier);
    return html`${this.headline(...this.#story(found, own))}
      <div class="charts">
        ${liftBars(own, this.#name(own.scheme), mark, t)}
        ${gainsChart(found, own.scheme, (id) => this.#name(id), t)}
      </div>
      <div class="stacked-figures">
        ${compareTable(found, own.scheme, { name: (id) => this.#name(id), show: (id) => this.#show(id) }, t)}
        ${
          found.model
            ? html`<div class="charts">${calibrationChart(found.model, t)} ${frequencyChart(found.model, t)}</div>`
            : html`<p class="muted small">${words.noModel}</p>`
        }
      </div>`;
  }

  #story(found: BackTest, own: SchemeTest): [string, string] {
    const { t } = this;
    const { test: words } = this.words;
    const best = largest(
      own.segments.filter(({ customers }) => customers > 0),
      ({ customers, purchases }) => ratio(purchases, customers),
    );
    const name = best ? t.names.segment(best.segment.code, best.segment.name) : '';
    const ranks = [
      ...found.schemes.map(({ scheme, auc }) => ({ id: scheme, auc })),
      ...(found.model ? [{ id: MODEL, auc: found.model.auc }] : []),
    ];
    const winner = largest(ranks, ({ auc }) => auc);
    return [
      words.headline(name, found.split, best?.lift ?? 0),
      sentences(
        [
          words.lead(found.buyers, found.customers, found.purchases, found.until),
          winner ? words.best(this.#name(winner.id), winner.auc) : '',
        ],
        t,
      ),
    ];
  }

  #name(id: string): string {
    if (id === MODEL) return this.words.test.model;
    const own = this.props.whole?.schemes.find((scheme) => scheme.id === id)?.name;
    return this.t.names.scheme(id, own);
  }

  // The tab decides which scheme is looked at.
  #show(scheme: string): void {
    this.dispatchEvent(new ShowSchemeEvent(scheme));
  }
}

/** Another scheme is to be looked at. */
export class ShowSchemeEvent extends Event {
  static readonly type = 'show-scheme';
  constructor(readonly scheme: string) {
    super(ShowSchemeEvent.type, { bubbles: true });
  }
}
