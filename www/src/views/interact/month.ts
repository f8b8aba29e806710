// One month of the plan, with holidays named; a day opens its contacts.

import { html, nothing, type TemplateResult } from 'lit';
import { figure } from '../../charts/figure.ts';
import type { DayLoad } from '../../engine/types.ts';
import type { Part } from './contract.ts';
import { weekday } from './days.ts';

/** Which month is shown, counted from the first of the plan. */
export interface Shown {
  /** Null: the first month with contacts. */
  readonly month: number | null;
  show(month: number): void;
}

export function monthView(part: Part, { month: wanted, show }: Shown): TemplateResult {
  const { report, t } = part;
  const words = t.interact.calendar;
  const months = [...new Set(report.days.map(({ day }) => day.slice(0, 7)))];
  const at = Math.min(wanted ?? firstBusy(report.days, months), months.length - 1);
  const month = months[at] ?? report.start.slice(0, 7);
  const days = report.days.filter(({ day }) => day.startsWith(month));
  return figure(
    {
      name: 'month',
      title: t.month(month),
      unit: '',
      sentence: words.monthSentence,
      tools: html`<div class="row no-print">
        <button type="button" class="button icon" aria-label=${words.previous} ?disabled=${at <= 0} @click=${() => show(at - 1)}>‹</button>
        <button type="button" class="button icon" aria-label=${words.next} ?disabled=${at >= months.length - 1} @click=${() => show(at + 1)}>›</button>
      </div>`,
      drawing: html`<div class="month-grid">
        ${words.weekdays.map((name) => html`<span class="weekday muted small" aria-hidden="true">${name}</span>`)}
        ${blanks(days[0])} ${days.map((day) => cell(part, day))}
      </div>`,
      table: {
        head: [t.interact.list.day, words.byPeople, words.automatic, words.planned],
        rows: days.map((day) => [
          t.day(day.day),
          t.integer(day.by_people),
          t.integer(day.automatic),
          t.decimal(day.minutes / 60, 1),
        ]),
      },
    },
    t,
  );
}

/** Place of the first month with contacts: a plan that begins on the last day of a month has an empty one before. */
function firstBusy(days: readonly DayLoad[], months: readonly string[]): number {
  const busy = days.find((day) => day.by_people + day.automatic > 0)?.day.slice(0, 7);
  return Math.max(0, months.indexOf(busy ?? ''));
}

function blanks(first: DayLoad | undefined): TemplateResult[] {
  return Array.from({ length: first ? weekday(first.day) : 0 }, () => html`<span></span>`);
}

function cell({ report, t, list }: Part, load: DayLoad): TemplateResult {
  const words = t.interact.calendar;
  const named = report.named_days.find(({ day }) => day === load.day);
  const name = named ? t.interact.holidays[named.holiday] : '';
  const count = load.by_people + load.automatic;
  const work = load.minutes > 0 ? t.interact.hours(load.minutes / 60) : '';
  const tip = words.dayTip(t.day(load.day), count, work, name, load.works);
  return html`<button
    type="button"
    class="day ${load.works ? '' : 'off'} ${count > 0 ? 'busy' : ''}"
    data-day=${load.day}
    aria-label=${tip}
    data-tip=${tip}
    @click=${() => list({ from: load.day, to: load.day })}
  >
    <span class="day-number number">${Number(load.day.slice(8))}</span>
    ${name ? html`<span class="day-name">${name}</span>` : nothing}
    ${count > 0 ? html`<span class="day-count number">${t.integer(count)}</span>` : nothing}
    ${work ? html`<span class="day-work number">${work}</span>` : nothing}
  </button>`;
}
