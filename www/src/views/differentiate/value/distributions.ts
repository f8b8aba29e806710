// Two distributions: how likely customers are still there, and what they will bring.

import type { TemplateResult } from 'lit';
import { figure } from '../../../charts/figure.ts';
import { ratio, roundMoney, sum } from '../../../charts/numbers.ts';
import type { ValueFigures } from '../../../engine/types.ts';
import type { Translation } from '../../../i18n/index.ts';
import { stepBars } from './steps.ts';

export function aliveChart({ p_alive: steps }: ValueFigures, t: Translation): TemplateResult {
  const words = t.value.alive;
  const share = (index: number) => index / steps.length;
  const known = sum(steps, (step) => step.customers);
  const between = (from: number, to: number) =>
    sum(steps.slice(from, to), (step) => step.customers);
  return figure(
    {
      name: 'alive',
      title: words.title,
      unit: words.unit,
      sentence: words.sentence(between(8, 10), between(0, 2)),
      drawing: stepBars(
        words.title,
        steps.map((step, index) => ({
          count: step.customers,
          tip: words.tip(
            share(index),
            share(index + 1),
            step.customers,
            t.moneyShort(step.revenue),
          ),
          label: index % 2 ? '' : t.percent(share(index)),
        })),
        t.percent(1),
      ),
      table: {
        head: [
          words.chance,
          t.differentiate.chart.customers,
          t.differentiate.chart.share,
          t.differentiate.chart.revenue,
        ],
        rows: steps.map((step, index) => [
          words.step(share(index), share(index + 1)),
          t.integer(step.customers),
          t.percent(ratio(step.customers, known), 1),
          t.money(step.revenue),
        ]),
      },
    },
    t,
  );
}

export function valuesChart({ values }: ValueFigures, t: Translation): TemplateResult {
  const words = t.value.values;
  const { width, customers, median } = values;
  const last = customers.length - 1;
  const tip = (count: number, index: number) =>
    index === last
      ? words.tipOpen(roundMoney(width * index, t), count)
      : words.tip(roundMoney(width * index, t), roundMoney(width * (index + 1), t), count);
  const every = Math.max(1, Math.ceil(customers.length / 4));
  return figure(
    {
      name: 'values',
      title: words.title,
      unit: words.unit,
      sentence: median > 0 ? words.sentence(roundMoney(median, t)) : words.half,
      drawing: stepBars(
        words.title,
        customers.map((count, index) => ({
          count,
          tip: tip(count, index),
          label:
            index % every === 0 && customers.length - index > every / 2
              ? t.moneyShort(width * index)
              : '',
        })),
        `${t.moneyShort(width * last)}+`,
      ),
      table: {
        head: [words.value, t.differentiate.chart.customers],
        rows: customers.map((count, index) => [
          index === last
            ? `${t.money(width * index)}+`
            : `${t.money(width * index)} – ${t.money(width * (index + 1))}`,
          t.integer(count),
        ]),
      },
    },
    t,
  );
}
