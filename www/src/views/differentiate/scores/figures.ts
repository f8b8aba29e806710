// A score in figures: its spread over all customers, the best of them, and what each segment has.

import { html, type TemplateResult } from 'lit';
import { figure } from '../../../charts/figure.ts';
import { largest, ratio, roundMoney, sum } from '../../../charts/numbers.ts';
import { vars } from '../../../charts/vars.ts';
import type { BestCustomer, Prospects, Scorecard } from '../../../engine/types.ts';
import type { Translation } from '../../../i18n/index.ts';
import { stepBars } from '../value/steps.ts';

/** A score with its name. */
export interface Named {
  readonly id: string;
  readonly name: string;
  readonly card: Scorecard;
}

export function spreadFigure({ name, card }: Named, t: Translation): TemplateResult {
  const words = t.scores.spread;
  const { figures, spread } = card;
  const edge = (at: number) => t.decimal(spread.from + spread.width * at, 1);
  return figure(
    {
      name: 'score-spread',
      title: words.title(name),
      unit: words.unit,
      sentence: figures.known
        ? words.sentence(figures.known, t.decimal(figures.median, 1), figures.unknown)
        : words.none,
      drawing: figures.known
        ? stepBars(
            words.title(name),
            spread.customers.map((count, at) => ({
              count,
              tip: words.tip(edge(at), edge(at + 1), count),
              label: at % 5 ? '' : edge(at),
            })),
            edge(spread.customers.length),
          )
        : html``,
      table: {
        head: [words.from, words.to, words.unit],
        rows: spread.customers.map((count, at) => [edge(at), edge(at + 1), t.integer(count)]),
      },
    },
    t,
  );
}

export interface BestFigure {
  readonly named: Named;
  readonly revenue: number;
  segment(code: string): string;
  open(customer: number): void;
}

export function bestFigure(
  { named: { card }, revenue, segment, open }: BestFigure,
  t: Translation,
): TemplateResult {
  const words = t.scores.best;
  const { best } = card;
  return figure(
    {
      name: 'score-best',
      title: words.title,
      unit: words.unit,
      sentence: best.length
        ? words.sentence(
            best.length,
            ratio(
              sum(best, (one) => Math.max(0, one.revenue)),
              revenue,
            ),
          )
        : t.scores.spread.none,
      drawing: html`<div class="scroll-x" tabindex="0" role="region" aria-label=${words.title}><table class="table">
        <thead><tr><th scope="col">${words.customer}</th><th scope="col">${words.segment}</th><th scope="col" class="end">${words.score}</th><th scope="col" class="end">${words.revenue}</th></tr></thead>
        <tbody>${best.map(
          (one) => html`<tr>
            ${nameCell(one, open)}
            <td>${segment(one.segment)}</td>
            <td class="end">${t.decimal(one.score, 1)}</td>
            <td class="end">${roundMoney(one.revenue, t)}</td>
          </tr>`,
        )}</tbody>
      </table></div>`,
    },
    t,
  );
}

/** The best of those who have not ordered yet. */
export function leadsFigure(
  { customers, contacted, scorecard }: Prospects,
  open: (customer: number) => void,
  t: Translation,
): TemplateResult {
  const words = t.scores.leads;
  return figure(
    {
      name: 'score-leads',
      title: words.title,
      unit: words.unit,
      sentence: words.sentence(customers, contacted),
      drawing: html`<div class="scroll-x" tabindex="0" role="region" aria-label=${words.title}><table class="table">
        <thead><tr><th scope="col">${words.person}</th><th scope="col" class="end">${t.scores.best.score}</th></tr></thead>
        <tbody>${scorecard.best.map((one) => html`<tr>${nameCell(one, open)}<td class="end">${t.decimal(one.score, 1)}</td></tr>`)}</tbody>
      </table></div>`,
    },
    t,
  );
}

function nameCell(one: BestCustomer, open: (customer: number) => void): TemplateResult {
  return html`<th scope="row"><button type="button" class="link" data-customer=${one.customer} @click=${() => open(one.customer)}>${one.customer_name || one.customer_id}</button></th>`;
}

/** @param chosen the score that the sentence speaks of */
export function segmentsFigure(
  scores: readonly Named[],
  chosen: Named,
  segment: (code: string) => string,
  t: Translation,
): TemplateResult {
  const words = t.scores.segments;
  const codes = chosen.card.segments.map(({ code }) => code);
  const top = largest(
    chosen.card.segments.filter(({ known }) => known > 0),
    ({ median }) => median,
  );
  return figure(
    {
      name: 'score-segments',
      title: words.title,
      unit: words.unit,
      sentence: top ? words.sentence(segment(top.code), chosen.name, t.decimal(top.median, 1)) : '',
      drawing: html`<div class="scroll-x" tabindex="0" role="region" aria-label=${words.title}><table class="table score-table">
        <thead><tr><th scope="col">${words.segment}</th>${scores.map(({ name }) => html`<th scope="col" class="end">${name}</th>`)}</tr></thead>
        <tbody>${codes.map(
          (code, row) => html`<tr><th scope="row">${segment(code)}</th>
            ${scores.map((score) => cell(score, row, t))}</tr>`,
        )}</tbody>
      </table></div>`,
    },
    t,
  );
}

function cell({ name, card }: Named, row: number, t: Translation): TemplateResult {
  const found = card.segments[row];
  if (!found?.known) return html`<td class="end muted">–</td>`;
  const { min, max } = card.figures;
  const text = t.decimal(found.median, 1);
  const heat = `${Math.round(40 * ratio(found.median - Math.min(0, min), max - Math.min(0, min)))}%`;
  return html`<td class="end" data-tip=${t.scores.segments.known(name, text, found.known)} ${vars({ heat })}>${text}</td>`;
}
