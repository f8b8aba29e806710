// Bars in rows: what each tier will bring, why customers are at risk, and what was expected against what came.

import { html, type TemplateResult } from 'lit';
import { figure } from '../../../charts/figure.ts';
import { largest, ratio, roundMoney } from '../../../charts/numbers.ts';
import { vars } from '../../../charts/vars.ts';
import type { ModelCheck, ReasonKind, ValueFigures } from '../../../engine/types.ts';
import type { Translation } from '../../../i18n/index.ts';
import { tierClass } from '../../../styles/marks.ts';

export function tierChart(
  { tiers, total, asked }: ValueFigures,
  name: (code: string) => string,
  t: Translation,
): TemplateResult {
  const words = t.value.tiers;
  const best = largest(tiers, ([, group]) => group.revenue.expected);
  const most = Math.max(
    1e-9,
    ...tiers.flatMap(([, group]) => [group.before ?? 0, group.revenue.high, group.value]),
  );
  const withPast = total.before !== null;
  return figure(
    {
      name: 'value-tiers',
      title: words.title,
      unit: withPast ? words.unit(asked.months) : words.unitSimple,
      sentence: best
        ? words.sentence(
            name(best[0]),
            t.moneyShort(best[1].revenue.expected),
            ratio(best[1].revenue.expected, total.revenue.expected),
          )
        : '',
      drawing: html`<div class="bars still">
        ${barsHead(withPast ? [words.before, words.next, words.value] : [words.next, words.value])}
        ${tiers.map(([code, group], place) => {
          const { expected, low, high } = group.revenue;
          return html`<div
            class="bars-row ${withPast ? '' : 'two'} ${tierClass(place, tiers.length)}"
            data-tip=${words.tip(name(code), group.customers, t.moneyShort(expected), t.moneyShort(low), t.moneyShort(high))}
          >
            <span class="name"><span class="swatch"></span>${name(code)}</span>
            ${withPast ? bar(ratio(group.before ?? 0, most), t.moneyShort(group.before ?? 0)) : ''}
            ${bar(ratio(expected, most), t.moneyShort(expected), t.value.kpi.between(t.moneyShort(low), t.moneyShort(high)), [ratio(low, most), ratio(high, most)])}
            ${bar(ratio(group.value, most), t.moneyShort(group.value))}
          </div>`;
        })}
      </div>`,
      table: {
        head: [
          words.tier,
          t.differentiate.chart.customers,
          ...(withPast ? [words.before] : []),
          words.next,
          words.range,
          words.value,
          t.value.kpi.historic,
        ],
        rows: tiers.map(([code, group]) => [
          name(code),
          t.integer(group.customers),
          ...(withPast ? [t.money(Math.round(group.before ?? 0))] : []),
          t.money(Math.round(group.revenue.expected)),
          `${roundMoney(group.revenue.low, t)} – ${roundMoney(group.revenue.high, t)}`,
          t.money(Math.round(group.value)),
          t.money(Math.round(group.historic)),
        ]),
      },
    },
    t,
  );
}

export interface DriverChoice {
  readonly reason: ReasonKind | null;
  choose(reason: ReasonKind | null): void;
}

export function driverChart(
  { risk }: ValueFigures,
  { reason, choose }: DriverChoice,
  t: Translation,
): TemplateResult {
  const words = t.value.drivers;
  const { chart } = t.differentiate;
  const first = largest(risk.drivers, ([, group]) => group.customers);
  const most = (of: 'customers' | 'revenue' | 'at_stake') =>
    Math.max(1e-9, ...risk.drivers.map(([, group]) => group[of]));
  const [customers, revenue, stake] = [most('customers'), most('revenue'), most('at_stake')];
  return figure(
    {
      name: 'drivers',
      title: words.title,
      unit: words.unit,
      sentence: first
        ? words.sentence(
            words.name[first[0]],
            first[1].customers,
            ratio(first[1].customers, risk.at_risk.customers),
          )
        : t.value.atRisk(0, ''),
      drawing: html`<div class="bars">
        ${risk.drivers.length ? barsHead([chart.customers, words.revenue, words.atStake]) : ''}
        ${risk.drivers.map(([kind, group]) => {
          const tip = words.tip(
            words.name[kind],
            group.customers,
            t.moneyShort(group.revenue),
            t.moneyShort(group.at_stake),
          );
          return html`<button
            type="button"
            class="bars-row"
            aria-pressed=${kind === reason ? 'true' : 'false'}
            aria-label=${tip}
            data-tip=${tip}
            @click=${() => choose(kind === reason ? null : kind)}
          >
            <span class="name">${words.name[kind]}</span>
            ${bar(ratio(group.customers, customers), t.integer(group.customers))}
            ${bar(ratio(Math.max(0, group.revenue), revenue), t.moneyShort(group.revenue))}
            ${bar(ratio(group.at_stake, stake), t.moneyShort(group.at_stake))}
          </button>`;
        })}
      </div>`,
      table: {
        head: [words.reason, chart.customers, words.revenue, words.atStake],
        rows: risk.drivers.map(([kind, group]) => [
          words.name[kind],
          t.integer(group.customers),
          t.money(group.revenue),
          t.money(Math.round(group.at_stake)),
        ]),
      },
    },
    t,
  );
}

export function checkChart({ model }: ModelCheck, t: Translation): TemplateResult {
  const words = t.value.check;
  const bins = model.by_frequency.map((bin, index) => ({
    ...bin,
    name: index === model.by_frequency.length - 1 ? words.more(index) : t.integer(index),
  }));
  const most = Math.max(1e-9, ...bins.flatMap((bin) => [bin.expected, bin.actual]));
  return figure(
    {
      name: 'value-check',
      title: words.title,
      unit: words.unit,
      sentence: words.sentence,
      drawing: html`<div class="bars still">
        ${barsHead([words.expected, words.actual], words.repeats)}
        ${bins
          .filter((bin) => bin.customers > 0)
          .map(
            (bin) => html`<div
              class="bars-row two thin"
              data-tip=${words.tip(bin.name, bin.customers, bin.expected, bin.actual)}
            >
              <span class="name">${bin.name}</span>
              ${bar(ratio(bin.expected, most), t.decimal(bin.expected, 2))}
              ${bar(ratio(bin.actual, most), t.decimal(bin.actual, 2))}
            </div>`,
          )}
      </div>`,
      table: {
        head: [words.repeats, t.differentiate.chart.customers, words.expected, words.actual],
        rows: bins.map((bin) => [
          bin.name,
          t.integer(bin.customers),
          t.decimal(bin.expected, 2),
          t.decimal(bin.actual, 2),
        ]),
      },
    },
    t,
  );
}

function barsHead(names: readonly string[], first = ''): TemplateResult {
  return html`<div class="bars-head ${names.length === 2 ? 'two' : ''}" aria-hidden="true">
    <span>${first}</span>${names.map((name) => html`<span>${name}</span>`)}
  </div>`;
}

/** @param span where a whisker stands over the bar, both ends 0 to 1 */
function bar(
  width: number,
  text: string,
  beside = '',
  span?: readonly [number, number],
): TemplateResult {
  return html`<span class="bar">
    <span class="track" ${vars({ w: width, ghost: 0 })}>
      ${span ? html`<span class="whisker" ${vars({ low: span[0], high: span[1] })}></span>` : ''}
    </span>
    <span class="bar-label"><b>${text}</b> <span class="muted">${beside}</span></span>
  </span>`;
}
