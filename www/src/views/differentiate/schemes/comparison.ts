// Two schemes against each other: a heat map of who is called what in both, how far they agree, and on whom they do not.

import { html, type TemplateResult } from 'lit';
import { figure } from '../../../charts/figure.ts';
import { ratio, roundMoney } from '../../../charts/numbers.ts';
import { vars } from '../../../charts/vars.ts';
import type { Comparison, Disagreement, SchemeEntry, Segment } from '../../../engine/types.ts';
import type { Translation } from '../../../i18n/index.ts';
import { healthClass } from '../../../styles/marks.ts';

export interface Compared {
  readonly comparison: Comparison;
  readonly first: string;
  readonly second: string;
  readonly entries: readonly SchemeEntry[];
  choose(which: 'first' | 'second', id: string): void;
  /** Customers who are in both segments. */
  select(first: string, second: string): void;
  open(customer: number): void;
}

/** Most of the accent that a cell takes on, in percent. */
const DARKEST = 45;

export function comparisonFigure(data: Compared, t: Translation): TemplateResult {
  const { compare } = t.schemes;
  const { customers, same_health } = data.comparison;
  return figure(
    {
      name: 'comparison',
      title: compare.title,
      unit: compare.unit,
      sentence: compare.sentence(same_health, ratio(same_health, customers)),
      drawing: html`${crossTable(data, t)} ${agreement(data.comparison, t)} ${furthest(data, t)}`,
      tools: html`<div class="row no-print">${choice(data, 'first', t)} ${choice(data, 'second', t)}</div>`,
    },
    t,
  );
}

function choice(data: Compared, which: 'first' | 'second', t: Translation): TemplateResult {
  const choose = (event: Event) => data.choose(which, (event.target as HTMLSelectElement).value);
  return html`<label class="label">${t.schemes.compare[which]}
    <select class="field" data-compare=${which} @change=${choose}>
      ${data.entries
        .filter(({ fits }) => fits)
        .map(
          ({ scheme }) =>
            html`<option value=${scheme.id} ?selected=${scheme.id === data[which]}>${t.names.scheme(scheme.id, scheme.name)}</option>`,
        )}
    </select>
  </label>`;
}

function crossTable(data: Compared, t: Translation): TemplateResult {
  const { rows, columns, cells } = data.comparison;
  const most = Math.max(1, ...cells.flat().map(({ customers }) => customers));
  return html`<div class="scroll-x" tabindex="0" role="region" aria-label=${t.schemes.compare.title}>
    <table class="cross">
      <thead>
        <tr>
          <td></td>
          ${columns.map((segment) => html`<th scope="col" class=${healthClass(segment.code, columns)}><span class="swatch"></span><span class="cross-head">${nameOf(segment, t)}</span></th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (segment, at) => html`<tr>
            <th scope="row" class=${healthClass(segment.code, rows)}><span class="swatch"></span> ${nameOf(segment, t)}</th>
            ${columns.map((column, to) => cell(data, [segment, column], cells[at]?.[to], most, t))}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function cell(
  data: Compared,
  [first, second]: readonly [Segment, Segment],
  found: Comparison['cells'][number][number] | undefined,
  most: number,
  t: Translation,
): TemplateResult {
  const { compare } = t.schemes;
  const customers = found?.customers ?? 0;
  if (customers === 0) return html`<td><span class="visually-hidden">0</span></td>`;
  const tip = compare.tip(
    nameOf(first, t),
    nameOf(second, t),
    customers,
    ratio(customers, data.comparison.customers),
    roundMoney(found?.revenue ?? 0, t),
  );
  const heat = `${(DARKEST * Math.sqrt(customers / most)).toFixed(1)}%`;
  return html`<td>
    <button type="button" class="cross-cell ${first.health === second.health ? 'same' : ''}" aria-label=${tip} data-tip=${tip} ${vars({ heat })} @click=${() => data.select(first.code, second.code)}>${t.compact(customers)}</button>
  </td>`;
}

function agreement(
  { same_health, customers, adjusted_rand, cramers_v }: Comparison,
  t: Translation,
) {
  const { compare } = t.schemes;
  const figures: [string, string, string][] = [
    [compare.health, t.percent(ratio(same_health, customers), 1), ''],
    [compare.rand, t.decimal(adjusted_rand, 2), compare.randMeans],
    [compare.cramer, cramers_v === null ? '–' : t.decimal(cramers_v, 2), compare.cramerMeans],
  ];
  return html`<dl class="kpis">
    ${figures.map(([name, value, means]) => html`<div class="kpi"><dt>${name}</dt><dd class="value">${value}</dd><dd class="beside">${means}</dd></div>`)}
  </dl>`;
}

function furthest(data: Compared, t: Translation): TemplateResult {
  const { compare } = t.schemes;
  const { furthest: found, disagreeing, rows, columns } = data.comparison;
  if (found.length === 0) return html`<p class="small">${compare.nobody}</p>`;
  const name = (segments: readonly Segment[], code: string) => {
    const segment = segments.find((one) => one.code === code);
    return segment ? nameOf(segment, t) : code;
  };
  return html`<h3>${compare.furthest}</h3>
    <p class="small">${compare.listed(found.length, disagreeing)}</p>
    <div class="scroll-x" tabindex="0" role="region" aria-label=${compare.furthest}>
    <table class="table furthest">
      <thead><tr>
        <th scope="col">${compare.customer}</th><th scope="col">${compare.first}</th><th scope="col">${compare.second}</th>
        <th scope="col" class="end">${t.differentiate.chart.revenue}</th>
      </tr></thead>
      <tbody>
        ${found.map(
          (one) => html`<tr>
            <th scope="row"><button type="button" class="link" @click=${() => data.open(one.row.customer)}>${whoIs(one)}</button></th>
            <td class=${healthClass(one.first, rows)}><span class="swatch"></span> ${name(rows, one.first)}</td>
            <td class=${healthClass(one.second, columns)}><span class="swatch"></span> ${name(columns, one.second)}</td>
            <td class="end">${roundMoney(one.row.revenue, t)}</td>
          </tr>`,
        )}
      </tbody>
    </table></div>`;
}

function whoIs({ row }: Disagreement): string {
  return row.customer_name ? `${row.customer_name} (${row.customer_id})` : row.customer_id;
}

function nameOf({ code, name }: Segment, t: Translation): string {
  return t.names.segment(code, name);
}
