// What a plan comes to, today's beside a changed one, and where the points went.

import { html, nothing, type TemplateResult } from 'lit';
import { figure, plainTable } from '../../../charts/figure.ts';
import type { LoyaltyFigures, LoyaltyWhatIf } from '../../../engine/types.ts';
import type { Translation } from '../../../i18n/index.ts';
import { levelName } from './plan-form.ts';

export interface Decision {
  use(): void;
  discard(): void;
}

/** One plan, or today's and the changed one. */
export function costFigure(
  figures: LoyaltyFigures,
  whatIf: LoyaltyWhatIf | null,
  decision: Decision,
  t: Translation,
): TemplateResult {
  const words = t.loyalty.compare;
  const columns = whatIf ? [figures, whatIf.changed] : [figures];
  return figure(
    {
      name: 'loyalty-cost',
      title: words.title,
      unit: words.unit,
      sentence: whatIf
        ? words.sentence(whatIf.better, whatIf.worse, t.moneyShort(whatIf.at_risk))
        : words.plain,
      drawing: html`<div class="scroll-x" tabindex="0" role="region" aria-label=${words.title}>${plainTable(
        {
          head: [words.figure, words.today, ...(whatIf ? [words.changed] : [])],
          rows: costRows(columns, t),
        },
      )}</div>
      ${
        whatIf
          ? html`<p class="row no-print">
              <button type="button" class="button primary" data-use @click=${decision.use}>${words.use}</button>
              <button type="button" class="button" @click=${decision.discard}>${words.discard}</button>
            </p>`
          : nothing
      }`,
    },
    t,
  );
}

function costRows(columns: readonly LoyaltyFigures[], t: Translation): string[][] {
  const words = t.loyalty.compare;
  const row = (name: string, text: (figures: LoyaltyFigures) => string) => [
    name,
    ...columns.map(text),
  ];
  const longest = columns.reduce((a, b) => (b.levels.length > a.levels.length ? b : a));
  return [
    row(words.cost, ({ year }) => t.money(year.total)),
    row(words.points, ({ year }) => t.money(year.points)),
    row(words.coupons, ({ year }) => t.money(year.coupons)),
    row(words.benefits, ({ year }) => t.money(year.benefits)),
    row(words.breakEven, ({ year }) => share(year.break_even, t)),
    row(words.liability, ({ liability }) => t.money(liability)),
    ...longest.levels.map(({ level }, at) =>
      row(words.members(levelName(level, t)), ({ levels }) => {
        const found = levels[at];
        return found ? t.integer(found.customers) : '–';
      }),
    ),
  ];
}

export function share(value: number | null, t: Translation): string {
  return value === null ? '–' : t.percent(value, value < 0.1 ? 1 : 0);
}

export function ledgerFigure(
  { points }: LoyaltyFigures,
  save: () => void,
  t: Translation,
): TemplateResult {
  const words = t.loyalty.ledger;
  const KINDS = ['given', 'redeemed', 'expired', 'taken_back', 'outstanding'] as const;
  return figure(
    {
      name: 'loyalty-ledger',
      title: words.title,
      unit: words.unit,
      sentence: words.sentence,
      tools: html`<button type="button" class="button no-print" data-save="loyalty_ledger" @click=${save}>${words.save}</button>`,
      drawing: plainTable({
        head: [words.kind, words.count],
        rows: KINDS.map((kind) => [words[kind], t.integer(points[kind])]),
      }),
    },
    t,
  );
}
