// What the user says about columns → the recipe's mapping.

import type { DateOrder, Field, Question, Recipe } from '../engine/types.ts';
import type { Draft, LoadedFile } from './state.ts';

/** Name of a table in a draft. */
export function tableKey(file: number, table: number): string {
  return `${file}/${table}`;
}

/** The draft as the core proposes it: every question answered with its best candidate. */
export function draftOf(files: readonly LoadedFile[], recipe: Recipe | null): Draft {
  const entries = tablesOf(files).map(
    ({ key, table }) => [key, table.columns.map(({ field }) => field)] as const,
  );
  const start: Draft = {
    roles: Object.fromEntries(entries),
    touched: [],
    dateOrder: recipe?.import.date_order ?? null,
    columns: {},
    last: null,
  };
  const proposed = tablesOf(files).reduce(
    (draft, { key, table }) =>
      table.questions.reduce(
        (sofar, question) => answered(sofar, key, table.headers, question),
        draft,
      ),
    start,
  );
  // What is proposed is where the user's changes begin.
  return { ...proposed, last: null };
}

/**
 * One column plays one role; a role is played by one column of a table. Changes of one column in a row are one change: who walks
 * through the choices with the arrow keys takes from the other columns only what is chosen in the end.
 */
export function assigned(draft: Draft, key: string, column: number, field: Field | null): Draft {
  const { last } = draft;
  const start = last?.key === key && last.column === column ? last.start : draft;
  const before = start.roles[key] ?? [];
  const roles = before.map((role, at) => {
    if (at === column) return field;
    return role === field ? null : role;
  });
  const touched = new Set(start.touched);
  for (const role of [before[column], field]) if (role) touched.add(role);
  return {
    ...draft,
    roles: { ...start.roles, [key]: roles },
    touched: [...touched],
    last: { key, column, start: { roles: start.roles, touched: start.touched } },
  };
}

/** Columns that are shown at once: each has a choice of some forty roles, and a sheet may have thousands. */
const COLUMNS_AT_ONCE = 60;

/** How many columns of a table are shown whatever they are. */
export function columnsShown({ columns }: Draft, key: string): number {
  return columns[key] ?? COLUMNS_AT_ONCE;
}

export function withMoreColumns(draft: Draft, key: string): Draft {
  const shown = columnsShown(draft, key) + COLUMNS_AT_ONCE;
  return { ...draft, columns: { ...draft.columns, [key]: shown } };
}

/** The same recipe with what the draft says. */
export function withDraft(recipe: Recipe, draft: Draft, files: readonly LoadedFile[]): Recipe {
  const mapping = { ...recipe.mapping };
  for (const field of draft.touched) mapping[field] = headersOf(field, draft, files);
  return { ...recipe, mapping, import: { ...recipe.import, date_order: draft.dateOrder } };
}

/** Questions of all tables. */
export function questionsOf(files: readonly LoadedFile[]): readonly Question[] {
  return tablesOf(files).flatMap(({ table }) => table.questions);
}

/** Whether something has to be asked: about columns, or about the encoding. */
export function isDoubtful(files: readonly LoadedFile[]): boolean {
  const encodings = files.some(({ inspection }) => inspection.encodings.length > 1);
  return encodings || questionsOf(files).length > 0;
}

function answered(
  draft: Draft,
  key: string,
  headers: readonly string[],
  question: Question,
): Draft {
  const best = question.candidates[0];
  if (best === undefined) return draft;
  if (isDateOrder(question, best)) return { ...draft, dateOrder: draft.dateOrder ?? best };
  const taken = draft.roles[key]?.indexOf(question.field) ?? -1;
  const column = taken >= 0 ? taken : headers.indexOf(best);
  return column < 0 ? draft : assigned(draft, key, column, question.field);
}

/** Narrows a candidate of a question about the order of day and month. */
export function isDateOrder(question: Question, _candidate: string): _candidate is DateOrder {
  return question.code === 'date_order';
}

function headersOf(field: Field, draft: Draft, files: readonly LoadedFile[]): string[] {
  const headers = tablesOf(files).flatMap(({ key, table }) =>
    table.headers.filter((_, column) => draft.roles[key]?.[column] === field),
  );
  return [...new Set(headers)];
}

/** Every table with its key. */
export function tablesOf(files: readonly LoadedFile[]) {
  return files.flatMap(({ name, inspection }, file) =>
    inspection.tables.map((table, at) => ({ key: tableKey(file, at), name, inspection, table })),
  );
}
