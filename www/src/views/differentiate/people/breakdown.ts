// Customers and revenue by region and the like, and how many people of each source became customers.

import { html, nothing, type TemplateResult } from 'lit';
import { figure, sentences } from '../../../charts/figure.ts';
import { ratio, sum } from '../../../charts/numbers.ts';
import { vars } from '../../../charts/vars.ts';
import type { Breakdown, Conversion, Group } from '../../../engine/types.ts';
import type { Translation } from '../../../i18n/index.ts';
import { fieldName } from './words.ts';

/** Bars drawn; the table has all. */
const DRAWN = 12;

interface Named extends Group {
  readonly name: string;
}

/** All groups of a field with their names: the rest and the unknown last. */
function named({ groups, rest, unknown }: Breakdown, t: Translation): Named[] {
  const { breakdown } = t.people;
  return [
    ...groups.map((group) => ({ ...group, name: group.value })),
    ...(rest ? [{ ...rest, name: breakdown.rest }] : []),
    ...(unknown ? [{ ...unknown, name: breakdown.unknown }] : []),
  ];
}

export interface BreakdownFigure {
  readonly all: readonly Breakdown[];
  readonly chosen: string;
  choose(field: string): void;
}

export function breakdownFigure(
  { all, chosen, choose }: BreakdownFigure,
  t: Translation,
): TemplateResult | typeof nothing {
  const shown =
    all.find(({ field }) => field === chosen) ??
    all.find(({ field }) => field !== 'source') ??
    all[0];
  const [first] = shown?.groups ?? [];
  if (!shown || !first) return nothing;
  const words = t.people.breakdown;
  const rows = named(shown, t);
  const total = sum(rows, (group) => group.revenue);
  const name = fieldName(shown.field, t);
  return figure(
    {
      name: 'breakdown',
      title: words.title(name),
      unit: words.unit,
      sentence: words.sentence(first.value, ratio(first.revenue, total), first.customers),
      tools: chooser(all, shown.field, choose, t),
      drawing: bars(rows.slice(0, DRAWN), total, t),
      table: {
        head: [
          name,
          words.customers,
          t.people.figures.orders,
          t.people.figures.revenue,
          t.people.figures.revenueShare,
        ],
        rows: rows.map((group) => [
          group.name,
          t.integer(group.customers),
          t.integer(group.orders),
          t.money(group.revenue),
          t.percent(ratio(group.revenue, total), 1),
        ]),
      },
    },
    t,
  );
}

function chooser(
  all: readonly Breakdown[],
  chosen: string,
  choose: (field: string) => void,
  t: Translation,
): TemplateResult {
  const changed = ({ target }: Event) => {
    if (target instanceof HTMLSelectElement) choose(target.value);
  };
  return html`<label class="label no-print"
    >${t.people.breakdown.choose}
    <select class="field" @change=${changed}>
      ${all.map(({ field }) => html`<option value=${field} ?selected=${field === chosen}>${fieldName(field, t)}</option>`)}
    </select>
  </label>`;
}

function bars(rows: readonly Named[], total: number, t: Translation): TemplateResult {
  const most = Math.max(...rows.map((group) => group.revenue), 0);
  return html`<ul class="region-bars">
    ${rows.map((group) => {
      const share = ratio(group.revenue, total);
      const tip = t.people.breakdown.tip(
        group.name,
        group.customers,
        t.moneyShort(group.revenue),
        share,
      );
      return html`<li data-tip=${tip}>
        <span class="region-name">${group.name}</span>
        <span class="track" ${vars({ w: ratio(Math.max(0, group.revenue), most) })}></span>
        <span class="bar-label"><b>${t.percent(share)}</b> <span class="muted">${t.moneyShort(group.revenue)}</span></span>
      </li>`;
    })}
  </ul>`;
}

interface Rated extends Named {
  readonly conversion: Conversion;
}

export function acquisitionFigure(
  all: readonly Breakdown[],
  t: Translation,
): TemplateResult | typeof nothing {
  const source = all.find(({ field }) => field === 'source');
  const rows = source ? rated(source, t) : [];
  const [best] = rows;
  if (!best || rows.length < 2) return nothing;
  const words = t.people.acquisition;
  const people = ({ customers, prospects }: Group) => customers + prospects;
  return figure(
    {
      name: 'acquisition',
      title: words.title,
      unit: words.unit,
      sentence: conversionSentence(rows, t),
      drawing: html`<ul class="region-bars rates">
        ${rows.slice(0, DRAWN).map(({ name, conversion: { rate, low, high }, ...group }) => {
          const tip = words.tip(name, rate, low, high, people(group as Group));
          return html`<li data-tip=${tip}>
            <span class="region-name">${name}</span>
            <span class="interval" ${vars({ low, high, at: rate })}></span>
            <span class="bar-label"><b>${t.percent(rate, 1)}</b> <span class="muted">${t.integer(people(group as Group))}</span></span>
          </li>`;
        })}
      </ul>`,
      table: {
        head: [words.source, words.people, words.rate, words.interval],
        rows: rows.map((group) => [
          group.name,
          t.integer(people(group)),
          t.percent(group.conversion.rate, 1),
          words.between(group.conversion.low, group.conversion.high),
        ]),
      },
    },
    t,
  );
}

/** Sources with a rate, the best first. */
function rated(source: Breakdown, t: Translation): Rated[] {
  const rows = named(source, t).flatMap((group) =>
    group.conversion ? [{ ...group, conversion: group.conversion }] : [],
  );
  return rows.toSorted((one, other) => other.conversion.rate - one.conversion.rate);
}

/** Which source is best, and whether that can be trusted. */
export function conversionSentence(
  rows: readonly Pick<Rated, 'name' | 'customers' | 'prospects' | 'conversion'>[],
  t: Translation,
): string {
  const words = t.people.acquisition;
  const best = rows.at(0);
  const weakest = rows.at(-1);
  if (!best || !weakest) return '';
  const apart = best.conversion.low > weakest.conversion.high;
  return sentences(
    [
      words.sentence(best.name, best.conversion.rate, best.customers + best.prospects),
      apart ? words.clear : words.overlap,
    ],
    t,
  );
}
