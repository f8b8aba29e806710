// The team and its days: people and hours, first day and weeks, working days, holidays, own days.

import { html, nothing, type TemplateResult } from 'lit';
import type { HolidayCalendar, Planning, Weekday } from '../../engine/types.ts';
import type { Part } from './contract.ts';
import { today } from './days.ts';
import { choice, dayInput, numberField, switched, toggle } from './fields.ts';

const WEEK: readonly Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];
const CALENDARS: readonly HolidayCalendar[] = ['china', 'western', 'none'];

export function team(part: Part): TemplateResult {
  const { props, t, plan } = part;
  const words = t.interact.calendar;
  const { planning } = props.recipe;
  return html`<section class="ruled no-print" data-team>
    <h3>${words.settings}</h3>
    <div class="pairs">
      <label class="pair"><span>${words.start}</span>
        <span class="row">
          ${dayInput(words.start, planning.start ?? part.report.start, (start) => plan({ start: start || null }), 'start')}
          ${toggle(words.startToday, planning.start === today(), () => plan({ start: today() }))}
          ${toggle(words.startDefault, planning.start === null, () => plan({ start: null }))}
        </span>
      </label>
      ${numberField({ label: words.weeksCount, value: planning.weeks, min: 1, max: 53, name: 'weeks', change: (weeks) => plan({ weeks }) })}
      ${capacity(part)}
      <label class="pair"><span>${words.holidays}</span>${choice(
        words.holidays,
        CALENDARS.map((one) => [one, words.holidaysOf[one]] as const),
        planning.holidays,
        (holidays) => plan({ holidays }),
      )}</label>
    </div>
    <div class="row" role="group" aria-label=${words.workingWeek}>
      <span class="small">${words.workingWeek}</span>
      ${WEEK.map((day, at) => toggle(words.weekdays[at] ?? day, planning.working_days.includes(day), () => working(planning, day, plan)))}
    </div>
    ${daysOff(part)} ${extraDays(part)}
  </section>`;
}

/** Somebody works on some day. */
function working(planning: Planning, day: Weekday, plan: Part['plan']): void {
  const working_days = switched(planning.working_days, day, WEEK);
  if (working_days.length > 0) plan({ working_days });
}

function capacity({ props, t, plan, report }: Part): TemplateResult {
  const words = t.interact.calendar;
  const { capacity: known } = props.recipe.planning;
  const put = (changes: Partial<NonNullable<Planning['capacity']>>) =>
    plan({ capacity: { people: 1, hours_per_week: 20, by_owner: false, ...known, ...changes } });
  return html`<label class="pair check"><span>${words.limited}</span>
      <input
        type="checkbox"
        data-field="limited"
        .checked=${known !== null}
        @change=${() => (known ? plan({ capacity: null }) : put({}))}
      />
    </label>
    ${
      known
        ? html`${numberField({ label: words.people, value: known.people, max: 100_000, name: 'people', change: (people) => put({ people }) })}
          ${numberField({ label: words.hoursEach, value: known.hours_per_week, max: 168, name: 'hours_per_week', change: (hours_per_week) => put({ hours_per_week }) })}
          ${
            report.owners.some(({ owner }) => owner !== '') || known.by_owner
              ? html`<label class="pair check"><span>${words.byOwner}</span>
                  <input type="checkbox" data-field="by_owner" .checked=${known.by_owner} @change=${() => put({ by_owner: !known.by_owner })} />
                </label>`
              : nothing
          }`
        : nothing
    }`;
}

function daysOff({ props, t, plan, report }: Part): TemplateResult {
  const words = t.interact.calendar;
  const { days_off } = props.recipe.planning;
  const put = (at: number, changes: { from?: string; to?: string }) =>
    plan({
      days_off: days_off.map((days, place) => {
        const next = place === at ? { ...days, ...changes } : days;
        // The end follows the beginning, so that no span ever runs back.
        return next.to < next.from ? { from: next.from, to: next.from } : next;
      }),
    });
  return html`<div class="day-list" role="group" aria-label=${words.daysOff}>
    <span class="small">${words.daysOff}</span>
    ${days_off.map(
      (days, at) => html`<span class="row">
        ${dayInput(words.from, days.from, (from) => from && put(at, { from }))} ${words.to}
        ${dayInput(words.to, days.to, (to) => to && put(at, { to }))}
        <button type="button" class="tool" aria-label=${words.removeDay(t.day(days.from))} @click=${() => plan({ days_off: days_off.toSpliced(at, 1) })}>×</button>
      </span>`,
    )}
    <button type="button" class="button" data-add-off @click=${() => plan({ days_off: [...days_off, { from: report.start, to: report.start }] })}>${words.add}</button>
  </div>`;
}

function extraDays({ props, t, plan, report }: Part): TemplateResult {
  const words = t.interact.calendar;
  const { extra_days } = props.recipe.planning;
  return html`<div class="day-list" role="group" aria-label=${words.extraDays}>
    <span class="small" title=${words.extraMeans}>${words.extraDays}</span>
    ${extra_days.map(
      (day, at) => html`<span class="row">
        ${dayInput(words.day, day, (next) => next && plan({ extra_days: extra_days.with(at, next) }))}
        <button type="button" class="tool" aria-label=${words.removeDay(t.day(day))} @click=${() => plan({ extra_days: extra_days.toSpliced(at, 1) })}>×</button>
      </span>`,
    )}
    <button type="button" class="button" data-add-extra @click=${() => plan({ extra_days: [...extra_days, report.start] })}>${words.add}</button>
  </div>`;
}
