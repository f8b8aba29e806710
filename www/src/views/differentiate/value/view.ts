// <ct-value>: what customers will bring, how far that can be trusted, who may leave and whom to win back first.
//
// It draws into the element around it, whose styles and tooltip it shares. It asks the engine itself, after each result anew;
// nothing is asked while the tab is closed.

import { Task, TaskStatus } from '@lit/task';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { RiskQuery, ValueFigures } from '../../../engine/types.ts';
import { namesOf } from '../../../grid/columns.ts';
import { ChangeRecipeEvent, type DifferentiateProps, OpenCustomerEvent } from '../contract.ts';
import { checkChart, driverChart, tierChart } from './bars.ts';
import { aliveChart, valuesChart } from './distributions.ts';
import { headline, keyFigures } from './headline.ts';
import { type MatrixMeasure, matrixChart } from './matrix.ts';
import { PAGE, riskList, type Wanted } from './risk-list.ts';
import { settings } from './settings.ts';
import { type Check, verdict } from './verdict.ts';

export class Value extends LitElement {
  static override properties = { props: { attribute: false } };

  declare props: DifferentiateProps;

  #wanted: Wanted = { level: null, reason: null, sort: 'at_stake', offset: 0 };
  #measure: MatrixMeasure = 'chance';

  readonly #figures = new Task(this, {
    task: ([ask]) => ask.value(),
    args: () => [this.props.ask, this.props.revision] as const,
  });

  // After the figures: the check fits a second time, and the screen should not wait for it.
  readonly #check = new Task(this, {
    task: async ([ask, figures]) => (figures?.method === 'model' ? ask.valueCheck() : undefined),
    args: () => [this.props.ask, this.#figures.value] as const,
  });

  readonly #page = new Task(this, {
    task: ([ask, , wanted]) => ask.riskPage(queryOf(wanted)),
    args: () => [this.props.ask, this.#figures.value, this.#wanted] as const,
  });

  // The styles of the element around it are its own.
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.props) return nothing;
    const { t } = this.props;
    const figures = this.#figures.value;
    if (figures) return this.#whole(figures);
    const failed = this.#figures.status === TaskStatus.ERROR;
    return html`<p class="empty muted" role="status">${failed ? t.value.failed : t.value.computing}</p>`;
  }

  #whole(figures: ValueFigures): TemplateResult {
    const { t, recipe } = this.props;
    const controls = settings(
      recipe.lifetime_value,
      (changes) =>
        this.dispatchEvent(
          new ChangeRecipeEvent({ lifetime_value: { ...recipe.lifetime_value, ...changes } }),
        ),
      t,
    );
    if (figures.method === 'nothing')
      return html`${headline(figures, t)} ${canChange(figures) ? controls : nothing}`;
    return html`${headline(figures, t)} ${keyFigures(figures, t)} ${controls}
      <div class="charts value-charts">${this.#charts(figures)}</div>`;
  }

  #charts(figures: ValueFigures): TemplateResult {
    const { t } = this.props;
    const { status, value } = this.#check;
    const check: Check = status === TaskStatus.COMPLETE ? value : 'pending';
    const isModel = figures.method === 'model';
    const names = namesOf(this.props);
    return html`${tierChart(figures, (code) => this.#tierName(code), t)} ${verdict(figures, check, t)}
      ${isModel ? aliveChart(figures, t) : nothing} ${valuesChart(figures, t)}
      ${
        figures.matrix
          ? matrixChart(
              {
                matrix: figures.matrix,
                measure: this.#measure,
                choose: (measure) => {
                  this.#measure = measure;
                  this.requestUpdate();
                },
              },
              t,
            )
          : nothing
      }
      ${check && check !== 'pending' ? checkChart(check, t) : nothing}
      ${driverChart(figures, { reason: this.#wanted.reason, choose: (reason) => this.#want({ reason, offset: 0 }) }, t)}
      ${riskList(
        {
          page: this.#page.value,
          wanted: this.#wanted,
          // A model by which nobody leaves has the same chance for everybody.
          withChance:
            isModel && !figures.verdict.concerns.some(({ code }) => code === 'nobody_leaves'),
          change: (wanted) => this.#want(wanted),
          open: (customer) => this.dispatchEvent(opened(customer)),
        },
        names,
        t,
      )}`;
  }

  #tierName(code: string): string {
    const { t, summary } = this.props;
    return t.names.segment(code, summary.tiers.find((tier) => tier.code === code)?.name);
  }

  #want(wanted: Partial<Wanted>): void {
    this.#wanted = { ...this.#wanted, ...wanted };
    this.requestUpdate();
  }
}

/** Without a forecast nothing is computed in any way; but who chose another method can take that back. */
function canChange({ asked, verdict: { concerns } }: ValueFigures): boolean {
  return asked.model !== 'mbg_nbd' || concerns.some(({ code }) => code === 'not_converged');
}

function queryOf({ level, reason, sort, offset }: Wanted): RiskQuery {
  return { ...(level ? { level } : {}), ...(reason ? { reason } : {}), sort, offset, limit: PAGE };
}

function opened(customer: number): OpenCustomerEvent {
  return new OpenCustomerEvent(customer);
}
