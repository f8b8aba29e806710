// Identify and the mapping screen.

import type { DateOrder, Field } from '../../engine/types.ts';
import type { Format } from '../format.ts';

const orders: Record<DateOrder, string> = {
  year_month_day: 'Year, month, day',
  day_month_year: 'Day first (4/3/2024 = 4 March)',
  month_day_year: 'Month first (4/3/2024 = 3 April)',
};

const encodings = {
  'utf-8': 'UTF-8',
  gb18030: 'GB18030 / GBK',
  big5: 'Big5',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  shift_jis: 'Shift_JIS',
  'windows-1252': 'Windows-1252 (Western)',
};

export const data = (f: Format) => ({
  title: 'What came in, and what became of it',
  figures: {
    read: 'Rows read',
    used: 'Rows used',
    left: 'Rows left out',
    unidentified: (count: number) => `${f.integer(count)} without a customer`,
    customers: 'Customers',
    orders: 'Orders',
    period: 'Period',
  },
  tables: 'Tables',
  table: {
    file: 'File',
    sheet: 'Sheet',
    kind: 'What it is',
    rows: 'Rows',
    used: 'Used',
    columns: 'Columns',
  },
  isUsed: 'Used',
  isNotUsed: 'Not used',
  changeColumns: 'Change the columns',
  addFiles: 'Add files',
  problems: {
    rejected: 'Left out',
    repaired: 'Repaired',
    note: 'Worth knowing',
  },
  problemsNone: {
    rejected: 'Every row could be used.',
    repaired: 'Nothing had to be repaired.',
    note: '',
  },
  downloadProblems: 'Download all problem rows',
  showRows: (count: number) => `Show ${f.integer(count)}`,
  hideRows: 'Hide',
  columnsOf: { place: 'Where', original: 'Original', became: 'Became' },
  rowNumber: (row: number) => `row ${f.integer(row)}`,
  wholeTable: 'whole table',
  blank: '(blank)',
  shown: (from: number, to: number, total: number) =>
    `${f.integer(from)} – ${f.integer(to)} of ${f.integer(total)}`,
  previous: 'Previous',
  next: 'Next',
  mapping: {
    title: 'Is this how the columns are meant?',
    titleAgain: 'Columns',
    lead: 'Most are clear. Please look at those that are marked.',
    leadAgain: 'Every column can play another role; results are computed again.',
    confirm: 'Yes, continue',
    confirmAgain: 'Apply',
    notUsed: 'Not used',
    role: (header: string) => `Role of “${header}”`,
    doubt: 'Please check',
    whichColumn: (field: string) => `Which column is “${field}”?`,
    dateOrder: (header: string) => `Is day or month first in “${header}”?`,
    evidence: (values: readonly string[]) => `For example: ${values.join(', ')}`,
    order: (order: DateOrder) => orders[order],
    reading: 'How the files are read',
    encoding: 'Encoding',
    encodings,
    delimiter: 'Separator',
    delimiters: { ',': 'Comma', ';': 'Semicolon', '\t': 'Tab', '|': 'Bar', spaces: 'Spaces' },
    headerRow: 'Header in row',
    headerRowNote: '0: there is none',
    dateOrderLabel: 'Numeric dates',
    detected: (what: string) => (what ? `Detected (${what})` : 'Detected'),
    tableOf: (name: string, sheet: string | null) => (sheet ? `${name} · ${sheet}` : name),
    firstRows: (count: number) => `the first ${f.integer(count)} ${f.plural(count, 'row', 'rows')}`,
    needs: (fields: readonly Field[], name: (field: Field) => string) =>
      `Still missing: ${f.list(fields.map(name))}`,
  },
});
