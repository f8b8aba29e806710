// <ct-time-cohorts>: customers who came in the same month, and how many of them ordered in the months after.

import { Task } from '@lit/task';
import { html, type TemplateResult } from 'lit';
import { figure, sentences } from '../../../charts/figure.ts';
import { largest, ratio, roundMoney, sum } from '../../../charts/numbers.ts';
import { vars } from '../../../charts/vars.ts';
import type { Cohort, Cohorts } from '../../../engine/types.ts';
import type { Translation } from '../../../i18n/index.ts';
import { Part } from './part.ts';

/** Months after the first that are shown at most. */
const COLUMNS = 24;
const DARKEST = 45;

/** Months that the core calls soon. */
const SOON = 3;

/** The share of those who came that was back within three months, over all cohorts that are old enough to tell; 0 when none is. */
export function backSoon(cohorts: readonly Cohort[]): number {
  const old = cohorts.filter(({ active }) => active.length > SOON);
  return ratio(
    sum(old, ({ returned }) => returned),
    sum(old, ({ customers }) => customers),
  );
}

/** Whose customers came back most, of the cohorts that are old enough to tell. */
export function bestSentence(judged: readonly Cohort[], t: Translation): string {
  const words = t.differentiate.time.cohorts;
  const best = largest(judged, (cohort) => backSoon([cohort]));
  if (!best) return words.fewer;
  const share = backSoon([best]);
  return share > 0 ? words.sentence(best.month, share) : words.nobody;
}

export class TimeCohorts extends Part {
  #measure: 'share' | 'revenue' = 'share';

  readonly #cohorts = new Task(this, {
    args: () => [this.props.ask, this.props.revision] as const,
    task: ([ask]) => ask.cohorts(),
  });

  protected override render(): TemplateResult {
    const { words } = this;
    return this.answered(this.#cohorts, (found) => {
      if (!found) return this.nothingToShow(words.noOrders, words.noOrdersNext);
      const share = backSoon(found.cohorts);
      return html`${this.headline(share > 0 ? words.cohorts.headline(share) : words.cohorts.fewer, this.#rest(found))}
        ${this.#table(found)}`;
    });
  }

  #rest({ older, last_is_partial }: Cohorts): string {
    const { cohorts: words } = this.words;
    return sentences(
      [older > 0 ? words.older(older) : '', last_is_partial ? words.partial : ''],
      this.t,
    );
  }

  #table({ cohorts }: Cohorts): TemplateResult {
    const { t } = this;
    const { cohorts: words } = this.words;
    const judged = cohorts.filter(({ customers, active }) => customers > 0 && active.length > SOON);
    const columns = Math.min(
      COLUMNS,
      Math.max(0, ...cohorts.map(({ active }) => active.length)) - 1,
    );
    return figure(
      {
        name: 'cohorts',
        title: words.title,
        unit: words.unit,
        sentence: bestSentence(judged, this.t),
        tools: this.#tools(),
        drawing: html`<div class="scroll-x" tabindex="0" role="region" aria-label=${words.title}>
          <table class="table cohort-table">
            <thead>
              <tr>
                <th scope="col" class="sticky">${words.month}</th>
                <th scope="col" class="end">${words.size}</th>
                ${Array.from({ length: columns }, (_, at) => html`<th scope="col" class="end">${words.later(at + 1)}</th>`)}
              </tr>
            </thead>
            <tbody>${cohorts.map((cohort) => this.#row(cohort, columns))}</tbody>
          </table>
        </div>`,
      },
      t,
    );
  }

  #row(cohort: Cohort, columns: number): TemplateResult {
    const { t } = this;
    const cell = (later: number) => {
      const active = cohort.active[later];
      if (active === undefined || cohort.customers === 0) return html`<td></td>`;
      const share = ratio(active, cohort.customers);
      const text =
        this.#measure === 'share' ? t.percent(share) : roundMoney(cohort.revenue[later] ?? 0, t);
      const tip = this.words.cohorts.tip(cohort.month, later, `${text} (${t.integer(active)})`);
      return html`<td class="end heat-td" data-tip=${tip} ${vars({ heat: `${(DARKEST * share).toFixed(1)}%` })}>${active ? text : '·'}</td>`;
    };
    return html`<tr>
      <th scope="row" class="sticky">${t.month(cohort.month)}</th>
      <td class="end">${t.integer(cohort.customers)}</td>
      ${Array.from({ length: columns }, (_, at) => cell(at + 1))}
    </tr>`;
  }

  #tools(): TemplateResult {
    const { words } = this;
    const choose = (event: Event) => {
      if (!(event.target instanceof HTMLSelectElement)) return;
      this.#measure = event.target.value === 'revenue' ? 'revenue' : 'share';
      this.requestUpdate();
    };
    return html`<label class="label no-print">${words.measure}
      <select class="field" @change=${choose}>
        <option value="share" ?selected=${this.#measure === 'share'}>${words.share}</option>
        <option value="revenue" ?selected=${this.#measure === 'revenue'}>${words.revenue}</option>
      </select>
    </label>`;
  }
}
