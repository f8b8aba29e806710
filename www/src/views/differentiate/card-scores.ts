// <ct-customer-scores>: the scores of one customer on the card, each with where its points come from.

import { Task } from '@lit/task';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { plainTable } from '../../charts/figure.ts';
import type { CompositeReason, CustomerScores, Recipe, SheetReason } from '../../engine/types.ts';
import type { Translation } from '../../i18n/index.ts';
import type { DifferentiateProps } from './contract.ts';
import { metricName } from './schemes/condition-model.ts';
import { ruleText } from './scores/condition-text.ts';

export class CustomerScoresCard extends LitElement {
  static override properties = { props: { attribute: false }, customer: { attribute: false } };

  declare props: DifferentiateProps;
  declare customer: number;

  readonly #scores = new Task(this, {
    task: ([ask, customer]) => ask.customerScores(customer),
    args: () => [this.props.ask, this.customer, this.props.revision] as const,
  });

  // The styles of the drawer around it are its own.
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const { t, recipe } = this.props;
    const words = t.scores.card;
    const scores = this.#scores.value;
    return html`<section data-scores-card><h3>${words.title}</h3>
      ${scores ? linesOf(scores, recipe, t) : html`<p class="small muted">${words.loading}</p>`}
    </section>`;
  }
}

function linesOf(scores: CustomerScores, recipe: Recipe, t: Translation): TemplateResult {
  // Of somebody without orders there are points only.
  return html`${scores.value.factors.length ? valueLine(scores, recipe, t) : nothing} ${scores.sheets.map((sheet) => sheetLine(sheet, recipe, t))}
    ${scores.composites.map((composite) => compositeLine(composite, t))}`;
}

/** A score that can be opened to see where it comes from. */
function line(
  name: string,
  score: number | null,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  t: Translation,
): TemplateResult {
  const text = score === null ? t.scores.card.notKnown : t.decimal(score, 1);
  return html`<details class="as-table score-line">
    <summary><span>${name}</span> <b class="number">${text}</b></summary>
    ${rows.length ? html`<div class="scroll-x" tabindex="0" role="region" aria-label=${name}>${plainTable({ head, rows })}</div>` : nothing}
  </details>`;
}

function valueLine({ value }: CustomerScores, recipe: Recipe, t: Translation): TemplateResult {
  const words = t.scores.card;
  const rows = value.factors.map((factor) => [
    metricName(factor.metric, recipe, t),
    factor.value === null
      ? words.notKnown
      : `${t.decimal(factor.value)} · ${words.place(factor.score, factor.bins)}`,
    t.percent(factor.weight),
    t.decimal(factor.points, 1),
  ]);
  const head = [words.part, words.figure, words.weight, words.points];
  return line(t.scores.name.value_score, value.score, head, rows, t);
}

function compositeLine({ metric, score, parts }: CompositeReason, t: Translation): TemplateResult {
  const words = t.scores.card;
  const rows = parts.map(({ kind, value, points }) => [
    words.part_of[kind],
    value === null ? words.notKnown : t.decimal(value),
    points === null ? '–' : t.decimal(points, 1),
  ]);
  const name = t.scores.name[metric as keyof Translation['scores']['name']];
  return line(name, score, [words.part, words.figure, words.points], rows, t);
}

function sheetLine(reason: SheetReason, recipe: Recipe, t: Translation): TemplateResult {
  const words = t.scores.card;
  const sheet = recipe.points.find(({ id }) => id === reason.id);
  const rows = reason.rules.map(({ meant, steps, points }, at) => [
    sheet?.rules[at] ? ruleText(sheet.rules[at], recipe, t) : t.scores.sheet.rule(at + 1),
    meant ? (steps === null ? '✓' : words.steps(steps)) : words.notMeant,
    t.decimal(points, 1),
  ]);
  const faded =
    reason.left < 1 ? [[words.faded(reason.left), '', t.decimal(reason.sum * reason.left, 1)]] : [];
  const head = [words.part, words.figure, words.points];
  return line(sheet?.name || reason.id, reason.total, head, [...rows, ...faded], t);
}
