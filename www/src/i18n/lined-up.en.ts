// Where columns of fixed width begin, and wide tables. lined-up.zh.ts has the same keys.

import type { Format } from './format.ts';

export const linedUpEn = (f: Format) => ({
  title: (file: string) => `Where columns begin (${file})`,
  lead: 'Click where a column begins; click its line to take it away. By keyboard: arrow keys to the place, then Enter.',
  ruler: 'Ruler of the columns',
  /** `at` counts from 1; `text` is what stands there in the first line. */
  place: (at: number, isStart: boolean, text: string) =>
    `Place ${f.integer(at)}, ${isStart ? 'a column begins' : 'no column begins'}${text ? `: ${text}` : ''}`,
  shown: (at: number) => `Place ${f.integer(at)}`,
  before: 'One place to the left',
  after: 'One place to the right',
  set: 'A column begins here',
  remove: 'No column begins here',
  found: 'As detected',
  count: (columns: number) => `${f.integer(columns)} ${f.plural(columns, 'column', 'columns')}`,
  columnsShown: (shown: number, all: number) =>
    `${f.integer(shown)} of ${f.integer(all)} columns are shown.`,
  moreColumns: 'Show more columns',
  masked: 'Masked: show names to correct this',
});
