// What customers will bring and what is at stake, first in a sentence, then in figures.

import { html, nothing, type TemplateResult } from 'lit';
import { sentences } from '../../../charts/figure.ts';
import { ratio } from '../../../charts/numbers.ts';
import type { ValueFigures } from '../../../engine/types.ts';
import type { Translation } from '../../../i18n/index.ts';
import { concernText } from './verdict.ts';

/** The first sentence is the headline, the others explain it. */
export function story(figures: ValueFigures, t: Translation): string[] {
  const words = t.value;
  const { method, total, customers, unknown, alive, risk, asked, verdict } = figures;
  if (method === 'nothing')
    return [words.nothing, ...verdict.concerns.map((concern) => concernText(concern, t, false))];
  const { expected, low, high } = total.revenue;
  return [
    words.headline(
      customers,
      asked.months,
      t.moneyShort(expected),
      t.moneyShort(low),
      t.moneyShort(high),
    ),
    alive === null ? '' : words.stillThere(alive),
    words.atRisk(risk.at_risk.customers, t.moneyShort(risk.at_risk.at_stake)),
    risk.gone.customers > 0 ? words.gone(risk.gone.customers) : '',
    unknown > 0 ? words.unknown(unknown) : '',
  ];
}

export function headline(figures: ValueFigures, t: Translation): TemplateResult {
  const [first = '', ...rest] = story(figures, t);
  return html`<header class="headline">
    <h1>${first}</h1>
    <p class="lead">${sentences(rest, t)}</p>
    ${figures.method === 'nothing' ? nothing : html`<p class="small muted">${t.value.rangeMeans}</p>`}
  </header>`;
}

interface KeyFigure {
  readonly name: string;
  readonly value: string;
  readonly beside: string;
  readonly tip?: string;
}

export function keyFigures(figures: ValueFigures, t: Translation): TemplateResult {
  return html`<dl class="kpis" aria-label=${t.value.kpi.label}>
    ${listed(figures, t).map(
      ({ name, value, beside, tip }) => html`<div class="kpi" data-tip=${tip ?? nothing}>
        <dt>${name}</dt>
        <dd class="value">${value}</dd>
        <dd class="beside">${beside}</dd>
      </div>`,
    )}
  </dl>`;
}

function listed({ total, asked, method, alive, customers, risk }: ValueFigures, t: Translation) {
  const { kpi } = t.value;
  const { revenue, purchases } = total;
  const all: KeyFigure[] = [
    {
      name: kpi.revenue,
      value: t.moneyShort(revenue.expected),
      beside: kpi.between(t.moneyShort(revenue.low), t.moneyShort(revenue.high)),
    },
    {
      name: asked.model === 'bg_bb' && method === 'model' ? kpi.taken[asked.unit] : kpi.orders,
      value: t.compact(purchases.expected),
      beside: kpi.between(t.compact(purchases.low), t.compact(purchases.high)),
    },
    {
      name: kpi.value,
      value: t.moneyShort(total.value),
      beside: kpi.valueMeans(asked.monthly_discount, asked.margin),
    },
    {
      name: kpi.historic,
      value: t.moneyShort(total.historic),
      beside: kpi.historicMeans(asked.margin),
    },
  ];
  if (alive !== null)
    all.push({
      name: kpi.alive,
      value: t.integer(alive),
      beside: kpi.aliveOf(ratio(alive, customers)),
      tip: t.value.alive.means,
    });
  all.push({
    name: kpi.atStake,
    value: t.moneyShort(risk.at_risk.at_stake),
    beside: kpi.customers(risk.at_risk.customers),
  });
  return all;
}
