// Hours by week against the hours there are. A column opens the contacts of its week.

import { html, nothing, type TemplateResult } from 'lit';
import { figure, type Table } from '../../charts/figure.ts';
import { largest } from '../../charts/numbers.ts';
import { rove } from '../../charts/roving.ts';
import { vars } from '../../charts/vars.ts';
import type { WeekLoad } from '../../engine/types.ts';
import type { Part } from './contract.ts';
import { plusDays, shortDay } from './days.ts';

export function weekChart(part: Part): TemplateResult {
  const { report, t } = part;
  const words = t.interact.calendar;
  const fullest = largest(report.weeks, (week) => week.minutes);
  const hasLine = report.figures.minutes_had !== null;
  const sentence =
    fullest && fullest.minutes > 0
      ? words.weeksSentence(fullest.minutes / 60, t.day(fullest.from))
      : report.figures.contacts > 0
        ? words.weeksEmpty
        : words.weeksNobody;
  return figure(
    {
      name: 'weeks',
      title: words.weeks,
      unit: words.weeksUnit,
      sentence: hasLine ? `${sentence} ${words.line}` : sentence,
      drawing: drawing(part),
      table: asTable(part),
    },
    t,
  );
}

function drawing({ report, t, list }: Part): TemplateResult {
  const words = t.interact.calendar;
  const top = Math.max(
    1,
    ...report.weeks.map((week) => Math.max(week.minutes, week.minutes_had ?? 0)),
  );
  const column = (week: WeekLoad, at: number) => {
    const had = week.minutes_had;
    const tip = words.weekTip(
      t.day(week.from),
      t.interact.hours(week.minutes / 60),
      had === null ? '' : t.interact.hours(had / 60),
      week.by_people,
      week.automatic,
      week.working_days,
    );
    const ends = plusDays(week.from, 6);
    return html`<button
      type="button"
      class="week"
      tabindex=${at === 0 ? 0 : -1}
      data-cell
      aria-label=${tip}
      data-tip=${tip}
      @click=${() => list({ from: week.from, to: ends })}
    >
      <span class="week-plot">
        ${had === null ? nothing : html`<span class="week-had" ${vars({ h: had / top })}></span>`}
        <span class="week-bar" ${vars({ h: week.minutes / top })}></span>
      </span>
      <span class="week-hours number">${t.decimal(week.minutes / 60, week.minutes < 600 ? 1 : 0)}</span>
      <span class="week-from number">${shortDay(week.from, t.lang)}</span>
    </button>`;
  };
  return html`<div class="scroll-x"><div class="week-columns" role="group" aria-label=${words.weeks} @keydown=${rove()}>${report.weeks.map(column)}</div></div>`;
}

function asTable({ report, t }: Part): Table {
  const words = t.interact.calendar;
  return {
    head: [
      words.week,
      words.workingDays,
      words.byPeople,
      words.automatic,
      words.planned,
      words.had,
    ],
    rows: report.weeks.map((week) => [
      t.day(week.from),
      t.integer(week.working_days),
      t.integer(week.by_people),
      t.integer(week.automatic),
      t.decimal(week.minutes / 60, 1),
      week.minutes_had === null ? '–' : t.decimal(week.minutes_had / 60, 1),
    ]),
  };
}
