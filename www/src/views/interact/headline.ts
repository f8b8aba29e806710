// The plan in one sentence, and in figures.

import { html, nothing, type TemplateResult } from 'lit';
import { ratio, roundMoney, sum } from '../../charts/numbers.ts';
import type { Part } from './contract.ts';

export function headline({ report, t }: Part): TemplateResult {
  const words = t.interact;
  const { figures, weeks } = report;
  const needed = figures.minutes_needed / 60;
  const wanted = figures.contacts + figures.contacts_left;
  return html`<div class="headline">
      <h1>${wanted === 0 ? words.nothing : words.headline(figures.contacts, weeks.length, figures.minutes_planned / 60)}</h1>
      <p class="lead number">${capacity(report, needed, t)}</p>
      ${report.days_are_relative ? html`<p class="notice">${words.relative}</p>` : nothing}
    </div>
    ${keyFigures(report, t)}`;
}

function capacity({ figures, left }: Part['report'], needed: number, t: Part['t']): string {
  const words = t.interact;
  const had = figures.minutes_had;
  if (had === null) return words.noCapacity;
  if (had / 60 < needed) return words.short(had / 60, needed);
  // A week of holidays can be too short though all weeks together are long enough.
  const isTight = left.some(({ reason }) => reason === 'capacity');
  return isTight ? words.tight(had / 60) : words.fits(had / 60);
}

function keyFigures(report: Part['report'], t: Part['t']): TemplateResult {
  const words = t.interact.kpi;
  const { figures } = report;
  const left = sum(report.left, (group) => group.value);
  const had = figures.minutes_had;
  const kpi = (name: string, value: string, beside = '') => html`<div class="kpi">
    <dt>${name}</dt>
    <dd class="value">${value}</dd>
    ${beside ? html`<dd class="beside">${beside}</dd>` : nothing}
  </div>`;
  return html`<dl class="kpis" aria-label=${words.label}>
    ${kpi(words.contacts, t.integer(figures.contacts))}
    ${kpi(words.customers, t.integer(figures.customers))}
    ${kpi(words.work, t.decimal(figures.minutes_planned / 60, 1), had === null ? '' : words.had(t.interact.hours(had / 60)))}
    ${kpi(words.left, t.integer(figures.contacts_left), figures.contacts_left > 0 ? words.atStake(roundMoney(left, t)) : '')}
    ${kpi(words.year, t.integer(sum(report.tiers, (tier) => tier.hours_per_year)))}
  </dl>
  ${
    had !== null && figures.value_covered < figures.value_possible
      ? html`<p class="small muted covered">${t.interact.covered(ratio(figures.value_covered, figures.value_possible))}</p>`
      : nothing
  }`;
}
