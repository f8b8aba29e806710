// Whether there is anything in a file that could become a customer.

import type { CoreFailure, Failure } from '../engine/protocol.ts';
import type { Field, Summary, TableKind, TablePreview } from '../engine/types.ts';
import { tablesOf } from './draft.ts';
import type { Draft, LoadedFile } from './state.ts';

const USABLE: readonly TableKind[] = [
  'transactions',
  'customer_summary',
  'customer_list',
  'interactions',
  'feedback',
  'interactions_and_feedback',
];
const WHO: readonly Field[] = ['customer_id', 'phone', 'email', 'customer_name'];
const WHEN: readonly Field[] = ['date', 'last_order', 'recency_days'];
const WORTH: readonly Field[] = ['amount', 'unit_price', 'revenue'];

/** Why nothing in these files can be used, said of the widest table; null when something can. */
export function whyUseless(files: readonly LoadedFile[]): CoreFailure | null {
  const kinds = tablesOf(files).map(({ table }) => table.kind);
  if (kinds.some((kind) => USABLE.includes(kind))) return null;
  if (kinds.includes('order_heads') && kinds.includes('order_lines')) return null;
  const empty = whyEmpty(files);
  if (empty) return empty;
  const widest = widestTable(files);
  if (!widest) return null;
  const { name, table } = withoutYear(files) ?? widest;
  const place = { file: name, sheet: table.sheet };
  if (table.without_year.length > 0)
    return { code: 'table.no_year', ...place, headers: table.without_year };
  return { code: missing(table), ...place, headers: table.headers };
}

/** The first table whose columns are months of an unknown year. */
function withoutYear(files: readonly LoadedFile[]) {
  return tablesOf(files).find(({ table }) => table.without_year.length > 0);
}

/** That there are headers and no row below them; null when there is one. */
export function whyEmpty(files: readonly LoadedFile[]): CoreFailure | null {
  const widest = widestTable(files);
  if (!widest || tablesOf(files).some(({ table }) => table.sample.length > 0)) return null;
  const { name, table } = widest;
  return { code: 'table.no_usable_row', file: name, sheet: table.sheet, rows_read: 0 };
}

/** Why nobody has a tier although there are customers; null when somebody has. */
export function whyNotScored(files: readonly LoadedFile[], summary: Summary): Failure | null {
  const code = summary.not_scored;
  if (!code) return null;
  const empty = whyEmpty(files);
  if (empty) return empty;
  const widest = withoutYear(files) ?? widestTable(files);
  const place = { file: widest?.name ?? null, sheet: widest?.table.sheet ?? null };
  // A year is what is missing, and no column can give it.
  if (code === 'table.no_year')
    return { code, ...place, headers: widest?.table.without_year ?? [] };
  const missing = missingOfOrders(code, widest?.table);
  if (!missing) return { code: 'table.no_usable_row', ...place, rows_read: summary.rows_read };
  // Said otherwise than of a file that cannot be used: this one is, and no column is asked for on the screen.
  return { code: 'orders.not_found', missing, ...place, headers: widest?.table.headers ?? [] };
}

/** What no column says of orders; null when the columns are there and no row could be used. */
function missingOfOrders(code: string, table: TablePreview | undefined): 'date' | 'amount' | null {
  if (code === 'table.no_date') return 'date';
  if (code === 'table.no_amount') return 'amount';
  // People may be known by phone or name where no column has an id.
  if (code === 'table.no_customer') return table && has(table, WHEN) ? 'amount' : 'date';
  return null;
}

function widestTable(files: readonly LoadedFile[]) {
  const tables = tablesOf(files).filter(({ table }) => table.headers.length > 0);
  return [...tables].sort((a, b) => b.table.headers.length - a.table.headers.length)[0];
}

/** The roles that no column of any table plays: without them there are no tiers. */
export function missingRoles(draft: Draft | null): Field[] {
  const tables = Object.values(draft?.roles ?? {});
  const given = new Set(tables.flat());
  // Amounts in several columns are those of months, which say when.
  const areMonths = tables.some((roles) => roles.filter((role) => role === 'amount').length > 1);
  const lacks = (fields: readonly Field[]) => !fields.some((field) => given.has(field));
  const needed = areMonths ? [WHO, WORTH] : [WHO, WHEN, WORTH];
  return needed.filter(lacks).flatMap((fields) => fields.slice(0, 1));
}

function missing(table: TablePreview) {
  if (!has(table, WHO)) return 'table.no_customer';
  return has(table, WHEN) ? 'table.no_amount' : 'table.no_date';
}

function has({ columns }: TablePreview, fields: readonly Field[]): boolean {
  return columns.some(({ field }) => field !== null && fields.includes(field));
}
