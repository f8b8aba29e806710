// The list of account managers: editable in place, with what everybody gets.

import { html, nothing, type TemplateResult } from 'lit';
import { figure } from '../../../charts/figure.ts';
import { vars } from '../../../charts/vars.ts';
import type { Assignment, Person, PersonLoad, Staff } from '../../../engine/types.ts';
import type { Translation } from '../../../i18n/index.ts';
import { numberField, several, textField } from '../fields.ts';

export interface StaffTable {
  readonly staff: Staff;
  readonly assignment: Assignment | undefined;
  /** Whether the list as it stands cannot be used. */
  readonly isInvalid: boolean;
  change(people: Person[]): void;
  save(): void;
  load(file: File): void;
}

export function staffTable(table: StaffTable, t: Translation): TemplateResult {
  const words = t.owners.staff;
  const { people } = table.staff;
  return figure(
    {
      name: 'staff',
      title: words.title,
      unit: words.unit,
      sentence: words.sentence,
      tools: html`<div class="row no-print">
        <label class="button">${words.load_list}<input class="visually-hidden" type="file" accept=".json" @change=${(event: Event) => pick(event, table)} /></label>
        <button type="button" class="button" @click=${() => table.save()}>${words.save}</button>
      </div>`,
      drawing: html`${table.isInvalid ? html`<p class="notice" role="alert">${words.invalid}</p>` : nothing}
        ${people.length ? rows(table, t) : html`<p class="muted">${t.owners.noStaff}</p>`}
        <p class="no-print"><button type="button" class="button" data-add @click=${() => table.change([...people, NEW])}>${words.add}</button></p>`,
    },
    t,
  );
}

const NEW: Person = { name: '', hours_per_week: 20, skills: [], regions: [], industries: [] };

function pick(event: Event, table: StaffTable): void {
  const input = event.target;
  if (!(input instanceof HTMLInputElement)) return;
  const file = input.files?.[0];
  if (file) table.load(file);
  input.value = '';
}

function rows(table: StaffTable, t: Translation): TemplateResult {
  const words = t.owners.staff;
  return html`<div class="scroll-x" tabindex="0" role="region" aria-label=${words.title}>
    <table class="table form-table">
      <thead>
        <tr>
          <th scope="col">${words.name}</th>
          <th scope="col">${words.hours}</th>
          <th scope="col">${words.skills}</th>
          <th scope="col">${words.regions}</th>
          <th scope="col">${words.industries}</th>
          <th scope="col" class="end">${words.load}</th>
          <th scope="col" class="end">${words.customers}</th>
          <th scope="col" class="end">${words.gained}</th>
          <th scope="col" class="end">${words.lost}</th>
          <th scope="col" class="end">${words.revenue}</th>
          <td></td>
        </tr>
      </thead>
      <tbody>${table.staff.people.map((person, at) => row(table, person, at, t))}</tbody>
    </table>
  </div>`;
}

function row(table: StaffTable, person: Person, at: number, t: Translation): TemplateResult {
  const words = t.owners.staff;
  const { people } = table.staff;
  const set = (changes: Partial<Person>) =>
    table.change(people.with(at, { ...person, ...changes }));
  const list = (field: 'skills' | 'regions' | 'industries') =>
    textField(
      words.of(words[field], person.name),
      person[field].join(', '),
      (text) => set({ [field]: several(text) }),
      words.several,
    );
  return html`<tr>
    <td>${textField(words.of(words.name, person.name), person.name, (name) => set({ name }))}</td>
    <td>${numberField(
      {
        label: words.of(words.hours, person.name),
        name: 'hours',
        value: person.hours_per_week,
        least: 0,
        most: 168,
        whole: true,
      },
      (hours_per_week) => set({ hours_per_week }),
    )}</td>
    <td>${list('skills')}</td>
    <td>${list('regions')}</td>
    <td>${list('industries')}</td>
    ${load(loadOf(table.assignment, person), t)}
    <td><button type="button" class="link no-print" aria-label=${words.remove(person.name)} @click=${() => table.change(people.toSpliced(at, 1))}>×</button></td>
  </tr>`;
}

/** Who has no name yet is not counted, so places differ; names do not. */
function loadOf(assignment: Assignment | undefined, { name }: Person): PersonLoad | undefined {
  const wanted = name.trim();
  return wanted ? assignment?.people.find((one) => one.name.trim() === wanted) : undefined;
}

function load(of: PersonLoad | undefined, t: Translation): TemplateResult {
  if (!of) return html`<td colspan="5"></td>`;
  const share = of.capacity > 0 ? of.minutes / of.capacity : 0;
  return html`<td class="end"><span class="load" ${vars({ share: Math.min(1, share) })}>${t.percent(share)}</span></td>
    <td class="end">${t.integer(of.customers)}</td>
    <td class="end">${t.integer(of.gained)}</td>
    <td class="end">${t.integer(of.lost)}</td>
    <td class="end">${t.moneyShort(of.revenue)}</td>`;
}
