// Promotions: who gets which, and what that may cost.

import { html, type TemplateResult } from 'lit';
import { figure, plainTable } from '../../../charts/figure.ts';
import type { Promotion, PromotionTotal } from '../../../engine/types.ts';
import type { Translation } from '../../../i18n/index.ts';

/** "20 off an order of 150 or more, within 30 days". */
export function promotionText(promotion: Promotion, t: Translation): string {
  const { kind, threshold, worth, days } = promotion;
  return t.customize.offers.promotions.text[kind]({
    threshold: t.money(threshold),
    worth: t.money(worth),
    days: days ?? 0,
  });
}

export function promotionFigure(totals: readonly PromotionTotal[], t: Translation): TemplateResult {
  const words = t.customize.offers.promotions;
  const worth = totals.reduce((sum, total) => sum + total.worth, 0);
  return figure(
    {
      name: 'promotions',
      title: words.title,
      unit: words.unit,
      sentence: totals.length ? words.sentence(t.moneyShort(worth)) : words.none,
      drawing: html`<div class="scroll-x" tabindex="0" role="region" aria-label=${words.title}>${plainTable(
        {
          head: [words.kind, words.customers, words.worth, words.orders],
          rows: totals.map((total) => [
            `${words.name[total.kind]} (${words.why[total.kind]})`,
            t.integer(total.customers),
            total.worth ? t.moneyShort(total.worth) : '–',
            total.threshold ? t.moneyShort(total.threshold) : '–',
          ]),
        },
      )}</div>`,
    },
    t,
  );
}
