// The plan in one sentence, and in figures.

import { html, nothing, type TemplateResult } from 'lit';
import { ratio, roundMoney, sum } from '../../charts/numbers.ts';
import type { Part } from './contract.ts';

export function headline({ report, t }: Part): TemplateResult {
  const words = t.interact;
  const lead = capacity(report, t);
  return html`<div class="headline">
      <h1>${title(report, t)}</h1>
      ${lead ? html`<p class="lead number">${lead}</p>` : nothing}
      ${report.days_are_relative ? html`<p class="notice">${words.relative}</p>` : nothing}
    </div>
    ${keyFigures(report, t)}`;
}

/** What there is to do. */
export function title({ figures, weeks }: Part['report'], t: Part['t']): string {
  const words = t.interact;
  if (figures.contacts > 0)
    return words.headline(figures.contacts, weeks.length, figures.minutes_planned / 60);
  return figures.contacts_left > 0 ? words.nonePlanned(figures.contacts_left) : words.nothing;
}

/** Whether the team has the hours for it; '' where there is nothing to have hours for. */
export function capacity({ figures, left }: Part['report'], t: Part['t']): string {
  const words = t.interact;
  const had = figures.minutes_had;
  const needed = figures.minutes_needed / 60;
  if (needed === 0) return figures.contacts > 0 ? words.automatic : '';
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
