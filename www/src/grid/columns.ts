// Columns of the customer list: what they are called, how wide they are, and what stands in them.

import { html, type TemplateResult } from 'lit';
import type { CustomerRow, Listed, SegmentFigures, SortColumn } from '../engine/types.ts';
import type { Translation } from '../i18n/index.ts';
import { healthClass, tierClass } from '../styles/marks.ts';
import type { ListProps } from './contract.ts';

const UNSORTED = ['company', 'contact', 'score', 'abc', 'life_cycle'] as const;

export type ColumnId = SortColumn | (typeof UNSORTED)[number];

/** What is known of customers without orders too; the most important ones first. */
const OF_EVERYBODY: readonly ColumnId[] = [
  'customer_id',
  'customer_name',
  'tier',
  'contact',
  'last_heard',
  'company',
];

/** What a cell needs to know besides its row. */
export interface Names {
  readonly t: Translation;
  readonly tiers: readonly SegmentFigures[];
  readonly segments: readonly SegmentFigures[];
  /** Whether cents matter: not where an order is worth hundreds. */
  readonly cents: boolean;
}

export interface Column {
  readonly id: ColumnId;
  /** Least width in px, and share of what is left over. */
  readonly width: number;
  readonly grow: number;
  /** Whether figures stand at the end. */
  readonly end: boolean;
  /** What it can be sorted by; none for columns without an order. */
  readonly sort: SortColumn | undefined;
  /** Order in which columns are taken in when there is little room; 0 only when chosen. */
  readonly rank: number;
  cell(row: CustomerRow, names: Names): string | TemplateResult;
}

export const COLUMNS: readonly Column[] = [
  column('customer_id', 112, 1, 1, (row) => row.customer_id),
  column('customer_name', 112, 1.4, 4, (row) => row.customer_name),
  column('company', 112, 1.4, 0, (row) => row.company),
  column('contact', 140, 1, 0, (row) => row.contact),
  column('tier', 124, 0.8, 2, (row, names) => tierOf(row, names)),
  column('segment', 132, 1.2, 5, (row, names) => segmentMark(row.segment, names)),
  column('score', 72, 0.4, 8, (row) => `${row.r} ${row.f} ${row.m}`),
  figures('recency_days', 112, 6, (row, { t }) => t.differentiate.list.days(row.recency_days)),
  figures('orders', 72, 7, (row, { t }) => t.integer(row.orders)),
  figures('revenue', 108, 3, (row, names) => listMoney(row.revenue, names)),
  figures('average_order', 124, 9, (row, names) => listMoney(row.average_order, names)),
  figures('first_order', 124, 0, (row, { t }) => (row.first_order ? t.day(row.first_order) : '')),
  figures('last_order', 124, 10, (row, { t }) => (row.last_order ? t.day(row.last_order) : '')),
  figures('last_heard', 124, 0, (row, { t }) => (row.last_heard ? t.day(row.last_heard) : '')),
  column('abc', 64, 0.3, 0, (row) => row.abc.toUpperCase()),
  column('life_cycle', 92, 0.6, 0, (row, { t }) => t.names.segment(row.life_cycle)),
];

function column(
  id: ColumnId,
  width: number,
  grow: number,
  rank: number,
  cell: Column['cell'],
): Column {
  const ofAnybody = OF_EVERYBODY.includes(id)
    ? cell
    : (row: CustomerRow, names: Names) => (row.has_orders ? cell(row, names) : '');
  const sort = isSorted(id) ? id : undefined;
  return { id, width, grow, rank, cell: ofAnybody, sort, end: false };
}

function isSorted(id: ColumnId): id is SortColumn {
  return !UNSORTED.some((other) => other === id);
}

function figures(id: ColumnId, width: number, rank: number, cell: Column['cell']): Column {
  return { ...column(id, width, 0.5, rank, cell), end: true };
}

export function columnName(id: ColumnId, t: Translation): string {
  if (id === 'score') return t.differentiate.list.score;
  if (id === 'recency_days') return t.differentiate.list.sinceLast;
  if (id === 'company' || id === 'contact') return t.listed.columns[id];
  if (id === 'abc') return t.differentiate.list.abc;
  if (id === 'life_cycle') return t.differentiate.list.lifeCycle;
  return t.names.column(id);
}

/** The most important columns that fit and have anything in them, in their own order; the one that is sorted by is among them. */
export function columnsThatFit(
  width: number,
  has: (id: ColumnId) => boolean,
  listed: Listed = 'with_orders',
  sort?: SortColumn,
): ColumnId[] {
  const usual = ({ id, rank }: Column) =>
    listed === 'without_orders' ? OF_EVERYBODY.indexOf(id) + 1 : rank;
  const place = (column: Column) =>
    column.id === sort && (usual(column) > 0 || sort === 'last_heard') ? 1.5 : usual(column);
  const ranked = COLUMNS.filter((column) => place(column) > 0 && has(column.id));
  const kept = new Set<ColumnId>();
  let used = 0;
  for (const { id, width: needed } of ranked.toSorted((one, other) => place(one) - place(other))) {
    used += needed;
    if (used > width && kept.size > 0) break;
    kept.add(id);
  }
  return COLUMNS.filter(({ id }) => kept.has(id)).map(({ id }) => id);
}

/** Px below which the columns are scrolled sideways. */
export function leastWidth(columns: readonly Column[]): number {
  return columns.reduce((total, { width }) => total + width, 0);
}

/** The tracks of the columns for `grid-template-columns`. */
export function tracks(columns: readonly Column[]): string {
  return columns.map(({ width, grow }) => `minmax(${width}px, ${grow}fr)`).join(' ');
}

/** What names and figures of a run are shown with. */
export function namesOf({ t, summary }: Pick<ListProps, 't' | 'summary'>): Names {
  const { tiers, segments, revenue, orders } = summary;
  return { t, tiers, segments, cents: revenue < 100 * orders };
}

/** Money in a column: all with cents or all without. */
export function listMoney(amount: number, { t, cents }: Names): string {
  return t.money(cents ? amount : Math.round(amount));
}

/** The tier; a plain chip for those who have none yet. */
export function tierOf(row: CustomerRow, names: Names): TemplateResult {
  return row.has_orders
    ? tierMark(row.tier, names)
    : html`<span class="chip none-yet">${names.t.listed.chip}</span>`;
}

/** A tier with its colour and name. */
export function tierMark(code: string, { tiers, t }: Names): TemplateResult {
  const place = tiers.findIndex((tier) => tier.code === code);
  const name = t.names.segment(code, tiers[place]?.name);
  return html`<span class="with-swatch ${tierClass(Math.max(0, place), tiers.length)}"
    ><span class="swatch"></span><span class="text">${name}</span></span
  >`;
}

/** A segment with its colour and name. */
export function segmentMark(code: string, { segments, t }: Names): TemplateResult {
  const name = t.names.segment(code, segments.find((segment) => segment.code === code)?.name);
  return html`<span class="with-swatch ${healthClass(code, segments)}"
    ><span class="swatch"></span><span class="text">${name}</span></span
  >`;
}
