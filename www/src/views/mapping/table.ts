// One table as it was read, with a role on each header and the questions above.

import { html, nothing, type TemplateResult } from 'lit';
import type { Field, Question, TableKind } from '../../engine/types.ts';
import { columnsShown, isDateOrder, type tablesOf } from '../../state/draft.ts';
import type { View } from '../view.ts';
import { ROLES, type RoleGroup, roleOf } from './roles.ts';

type Table = ReturnType<typeof tablesOf>[number];

const SHOWN_ROWS = 6;
export function mappedTable(view: View, found: Table): TemplateResult {
  const { t } = view;
  const { table, name } = found;
  const words = t.data.mapping;
  const shown = table.sample.slice(0, SHOWN_ROWS);
  const columns = shownColumns(view, found);
  const title = words.tableOf(name, table.sheet);
  return html`<section class="mapped">
    <div class="row">
      <h2 class="mapped-name">${title}</h2>
      <span class="chip">${t.names.kind(table.kind)}</span>
      ${table.hidden ? html`<span class="chip">${t.data.hiddenSheet}</span>` : nothing}
      <span class="muted small">${words.firstRows(shown.length)}</span>
    </div>
    ${whyNotUsed(view, table)}
    ${table.questions.map((question) => asked(view, found, question))}
    ${
      table.headers.length > 0
        ? html`<div class="scroll-x sample-frame" role="region" aria-label=${title} tabindex="0">
            <table class="table sample">
              <thead>
                <tr>
                  <th scope="col" class="row-number">${words.rowNumbers}</th>
                  ${columns.map((column) => head(view, found, table.headers[column] ?? '', column))}
                </tr>
              </thead>
              <tbody>
                ${shown.map(
                  (cells, at) => html`<tr>
                    ${rowNumber(view, table.header_row + 1 + at)}
                    ${columns.map((column) => html`<td>${cells[column]}</td>`)}
                  </tr>`,
                )}
              </tbody>
            </table>
          </div>
          ${moreColumns(view, found, columns.length)} ${headerHow(view, table.header_row)}`
        : nothing
    }
  </section>`;
}

/** The first columns, and those beyond them that play a role or are asked about. */
function shownColumns({ state }: View, { key, table }: Table): number[] {
  const { draft } = state;
  const first = draft ? columnsShown(draft, key) : 0;
  const asked = new Set(table.questions.flatMap(({ candidates }) => candidates));
  const isShown = (column: number) =>
    column < first ||
    Boolean(draft?.roles[key]?.[column]) ||
    asked.has(table.headers[column] ?? '');
  return [...table.headers.keys()].filter(isShown);
}

function moreColumns(
  { t, act }: View,
  { key, table }: Table,
  shown: number,
): TemplateResult | typeof nothing {
  const all = table.headers.length;
  if (shown >= all) return nothing;
  const words = t.linedUp;
  return html`<div class="row small">
    <span class="muted">${words.columnsShown(shown, all)}</span>
    <button type="button" class="button" data-more-columns @click=${() => act.moreColumns(key)}>
      ${words.moreColumns}
    </button>
  </div>`;
}

function whyNotUsed({ t }: View, { kind }: Table['table']): TemplateResult | typeof nothing {
  const words = t.data.mapping;
  const why: Partial<Record<TableKind, string>> = {
    empty: words.tableEmpty,
    other: words.tableNotUsed,
    order_heads: words.needsLines,
    order_lines: words.needsHeads,
  };
  return why[kind] ? html`<p class="notice">${why[kind]}</p>` : nothing;
}

/** A row's number; pressed, it becomes the header. */
function rowNumber({ t, act }: View, row: number): TemplateResult {
  const label = t.data.mapping.headerAt(row);
  return html`<th scope="row" class="row-number"><button
    type="button"
    class="button quiet"
    data-header=${row}
    title=${label}
    aria-label=${label}
    @click=${() => act.readAgain({ header_row: row })}
  >${row}</button></th>`;
}

function headerHow({ state, t, act }: View, row: number): TemplateResult {
  const words = t.data.mapping;
  const set = state.recipe?.import.header_row ?? null;
  const choice = (label: string, value: number | null) => html`<button
    type="button"
    class="button"
    aria-pressed=${set === value ? 'true' : 'false'}
    @click=${() => act.readAgain({ header_row: value })}
  >${label}</button>`;
  return html`<div class="row header-how small">
    <span class="muted">${words.headerIs(row)} ${words.headerHow}</span>
    ${choice(words.noHeader, 0)} ${choice(words.detectHeader, null)}
  </div>`;
}

function head(view: View, found: Table, header: string, column: number): TemplateResult {
  const { state, t, act } = view;
  const words = t.data.mapping;
  const role = state.draft?.roles[found.key]?.[column] ?? null;
  const isAsked = found.table.questions.some(
    ({ field, candidates }) => field === role || candidates.includes(header),
  );
  // What a list says besides is kept as it is.
  const isList = found.table.kind === 'customer_list';
  const choose = (event: Event) => {
    const { value } = event.target as HTMLSelectElement;
    act.assign(found.key, column, roleOf(value));
  };
  const option = (field: Field) =>
    html`<option value=${field} ?selected=${field === role}>${t.names.field(field)}</option>`;
  return html`<th scope="col" class=${isAsked ? 'asked' : role ? 'given' : 'free'}>
    <span class="header-text">${header}</span>
    <select class="field role" aria-label=${words.role(header)} .value=${role ?? ''} @change=${choose}>
      <option value="" ?selected=${role === null}>${isList ? words.ownColumn : words.notUsed}</option>
      ${(Object.keys(ROLES) as RoleGroup[]).map(
        (group) =>
          html`<optgroup label=${words.groups[group]}>${ROLES[group].map(option)}</optgroup>`,
      )}
    </select>
  </th>`;
}

/** A doubt, its evidence, and the likely answers as buttons. */
function asked(view: View, found: Table, question: Question): TemplateResult {
  const { t } = view;
  const words = t.data.mapping;
  const title =
    question.code === 'date_order'
      ? words.dateOrder(headerOf(view, found, question.field))
      : words.whichColumn(t.names.field(question.field));
  return html`<div class="question" role="group" aria-label=${title}>
    <p class="question-title"><span class="doubt">${words.doubt}</span>${title}</p>
    ${question.evidence.length > 0 ? html`<p class="muted small">${words.evidence(question.evidence.slice(0, 4))}</p>` : nothing}
    <div class="row">${question.candidates.slice(0, 4).map((candidate) => answer(view, found, question, candidate))}</div>
  </div>`;
}

function answer(view: View, found: Table, question: Question, candidate: string): TemplateResult {
  const { state, t, act } = view;
  if (isDateOrder(question, candidate)) {
    return html`<button
      type="button"
      class="button"
      aria-pressed=${state.draft?.dateOrder === candidate ? 'true' : 'false'}
      @click=${() => act.dateOrder(candidate)}
    >${t.data.mapping.order(candidate)}</button>`;
  }
  const column = found.table.headers.indexOf(candidate);
  const isChosen = state.draft?.roles[found.key]?.[column] === question.field;
  return html`<button
    type="button"
    class="button"
    aria-pressed=${isChosen ? 'true' : 'false'}
    @click=${() => act.assign(found.key, column, question.field)}
  >${candidate}</button>`;
}

function headerOf({ state, t }: View, { key, table }: Table, field: Field): string {
  const column = state.draft?.roles[key]?.indexOf(field) ?? -1;
  return table.headers[column] ?? t.names.field(field);
}
