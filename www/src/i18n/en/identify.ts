// The Identify room: its sections, rules, figures of the customer file, and the log.

import type {
  Field,
  MergeWhen,
  Missing,
  OutlierAction,
  Refunds,
  Repeated,
  Update,
} from '../../engine/types.ts';
import type { Format } from '../format.ts';
import type { Section } from '../identify-words.ts';

const sections: Record<Section, string> = {
  came_in: 'What came in',
  repairs: 'Left out and repaired',
  duplicates: 'Duplicates',
  missing: 'Missing values',
  outliers: 'Outliers',
  file: 'The customer file',
  log: 'Cleaning log',
  corrections: 'Corrections',
};

const refunds: Record<Refunds, string> = {
  net: 'Subtract from revenue',
  drop: 'Leave out',
  keep: 'Keep as ordinary rows',
};

const repeated: Record<Repeated, string> = {
  across_tables: 'Count once when in several tables',
  drop: 'Count every row once',
  keep: 'Keep all',
};

const update: Record<Update, string> = {
  overwrite: 'Replace what was known',
  fill_blanks: 'Fill only what was blank',
  skip: 'Change nothing',
};

const missing: Record<Missing['fill'], string> = {
  report: 'Only report',
  exclude: 'Leave out',
  unknown: 'Write “unknown”',
  mode: 'Most frequent value',
  median: 'Median',
  constant: 'This value:',
};

const outlierActions: Record<OutlierAction, string> = {
  report: 'Only show',
  winsorise: 'Draw in to the fence',
  exclude: 'Leave out',
};

const merge: Record<MergeWhen, string> = {
  reviewed: 'Only what I decide',
  certain: 'Certain ones by themselves',
};

/** What a step of the log did, when it is not the code of a problem. */
const steps: Record<string, string> = {
  read: 'Rows read',
  corrected: 'Values corrected by hand',
  overridden: 'Customers put into a segment by hand',
  repeated_rows: 'Repeated rows left out',
  missing_filled: 'Missing values filled in',
  missing_excluded: 'Left out because a value was missing',
  outliers_winsorised: 'Outliers drawn in to the fence',
  outliers_excluded: 'Outliers left out',
  merged: 'Duplicate customers merged',
};

export const identify = (f: Format) => {
  const count = (number: number, one: string, other: string) =>
    `${f.integer(number)} ${f.plural(number, one, other)}`;
  const customers = (number: number) => count(number, 'customer', 'customers');
  return {
    sections,
    sectionsLabel: 'Parts of the room',
    loading: 'Counting…',
    none: 'None',
    state: {
      tables: (number: number) => count(number, 'table', 'tables'),
      repairs: (left: number, repaired: number) =>
        `${f.integer(left)} left out, ${f.integer(repaired)} repaired`,
      duplicates: (groups: number, open: number) =>
        groups === 0 ? 'none' : `${count(groups, 'group', 'groups')}, ${f.integer(open)} open`,
      unsearched: 'looked for when opened',
      missing: (fields: number) =>
        fields === 0 ? 'none' : `in ${count(fields, 'field', 'fields')}`,
      outliers: (lines: number) => (lines === 0 ? 'none' : count(lines, 'amount', 'amounts')),
      file: (share: number) => `${f.percent(share)} complete`,
      log: (number: number) => count(number, 'step', 'steps'),
      corrections: (number: number, waiting: number) =>
        waiting > 0 ? `${f.integer(waiting)} not applied` : f.integer(number),
    },
    rerun: 'Reading the files again',

    join: {
      title: 'Found its customers',
      by: (field: string, rows: number) => `by ${field} ${f.integer(rows)}`,
      fresh: (rows: number) => `new ${f.integer(rows)}`,
      orphans: (rows: number) => `not found ${f.integer(rows)}`,
      rate: (share: number) => `${f.percent(share, 1)} found`,
      download: 'Download rows that were not found',
      lists: 'Tables of orders say who there is; the other tables are joined to them.',
    },
    update: {
      title: 'When a later table says something else about a customer',
      options: update,
    },

    rules: {
      title: 'Rules',
      refunds: 'Refunds',
      refundsOptions: refunds,
      repeated: 'Rows that are there twice',
      repeatedOptions: repeated,
      placeholders: 'Words for nobody',
      placeholdersNote:
        'Besides the usual ones (blank, 0, 散客, guest …). The rows of these customers are left out.',
      addPlaceholder: 'Add',
      placeholder: 'for example: walk-in',
      remove: (word: string) => `Remove ${word}`,
      undo: 'Undo: keep these rows',
    },
    sample: (before: string, after: string) => `${before} → ${after}`,
    leftOut: 'left out',

    missing: {
      lead: 'What to do where nothing is known. Everything is counted and can be taken back.',
      field: 'Field',
      known: 'Known',
      missing: 'Missing',
      filled: 'Filled in',
      policy: 'What to do',
      options: missing,
      policyOf: (field: string) => `What to do where ${field} is missing`,
      valueOf: (field: string) => `Value for ${field}`,
      value: 'Value',
      leaveRow: 'Leave the row out',
      rowNote: 'Rows, not customers: without it a row cannot be counted.',
      complete: 'Nothing is missing in any field.',
    },

    outliers: {
      lead: (fence: number) =>
        `Amounts more than ${f.decimal(fence)} interquartile ranges beyond the quartiles (Tukey’s fences).`,
      sentence: (lines: number, share: number) =>
        lines === 0
          ? 'No amount lies beyond the fences.'
          : `${count(lines, 'amount lies', 'amounts lie')} beyond the fences and ${f.plural(lines, 'brings', 'bring')} ${f.percent(share, 1)} of the revenue.`,
      none: 'There are no order amounts to look at.',
      action: 'What to do with them',
      actions: outlierActions,
      fence: 'Width of the fences',
      fenceNote: '1.5 is outside, 3 is far out',
      strip: 'Where the fences stand',
      stripUnit: 'amount per row, logarithmic scale',
      low: 'Lower fence',
      high: 'Upper fence',
      between: 'usual amounts',
      farthestOne: 'Farthest',
      farthest: (shown: number) => `The ${f.integer(shown)} farthest`,
      customer: 'Customer',
      day: 'Day',
      amount: 'Amount',
      times: 'Times the fence',
      showCustomer: (id: string) => `Show customer ${id}`,
    },

    file: {
      customers: 'Customers',
      withOrders: (number: number) => `${f.integer(number)} with orders`,
      interactions: 'Contacts',
      feedback: 'Feedback',
      byCustomers: (number: number) => `of ${customers(number)}`,
      mean: 'Completeness',
      meanNote: 'mean share of the contact fields',
      stale: 'Not heard of for long',
      staleDays: 'Days without a sign',
      staleNote: (days: number, day: string | null) =>
        `${count(days, 'day', 'days')} or more before ${day ? f.day(day) : 'the analysis day'}`,
      completeness: 'Completeness',
      completenessUnit: 'customers by share of contact fields that are known',
      sentence: (full: number, empty: number, total: number) =>
        `Of ${customers(total)}, ${f.integer(full)} have more than 90% of the contact fields; of ${f.integer(empty)} nothing is known.`,
      bin: (at: number) => (at === 0 ? 'nothing' : `${(at - 1) * 10}–${at * 10}%`),
      binShort: (at: number) => (at === 0 ? '0' : `${at * 10}%`),
      fields: 'Fields',
      field: 'Field',
      known: 'Known',
      missing: 'Missing',
      invalid: 'Wrong form',
      distinct: 'Different',
      frequent: 'Most frequent',
      times: (value: string, number: number) => `${value} (${f.integer(number)})`,
    },

    log: {
      lead: 'Everything that was done to the data, in order. The same files with the same recipe and corrections give the same result.',
      download: 'Download the log',
      number: 'No.',
      what: 'What was done',
      place: 'Where',
      field: 'Field',
      count: 'How many',
      rule: 'By rule of',
      everywhere: 'all tables',
      always: 'always',
      /** By code; undefined for codes of problems. */
      step: (what: string): string | undefined => steps[what],
      corrections: 'Corrections',
      recipe: 'Recipe',
      toRule: (rule: string) => `Go to the rule: ${rule}`,
    },

    corrections: {
      lead: 'Decisions about single cells and single customers, in the order they were made.',
      empty:
        'None yet. Values are corrected under “Left out and repaired”, customers are merged under “Duplicates”.',
      waiting: 'not applied yet',
      leaving: 'will be taken back',
      done: 'applied',
      set: (place: string, field: string, value: string) => `${place}, ${field}: “${value}”`,
      replace: (field: string, from: string, to: string) =>
        `${field}: “${from}” → “${to}” everywhere`,
      merge: (ids: readonly string[]) => `${f.list(ids)} are one customer`,
      apart: (ids: readonly string[]) => `${f.list(ids)} are different customers`,
      retract: (what: string) => `Take back: ${what}`,
      takeBack: 'Take back',
      undo: 'Undo',
      redo: 'Redo',
      drop: 'Take everything back',
      bar: (number: number) => `${count(number, 'decision', 'decisions')} not applied yet`,
      apply: (number: number) => `Apply ${count(number, 'decision', 'decisions')}`,
      review: 'Look at them',
      saved: (rows: number) => {
        if (rows > 0)
          return `Applied. ${count(rows, 'row that was left out is', 'rows that were left out are')} used now.`;
        if (rows < 0) return `Applied. ${count(-rows, 'row less is', 'rows less are')} used now.`;
        return 'Applied. As many rows are used as before.';
      },
      download: 'Save corrections',
      note: 'This file holds values and ids of your customers, unlike a recipe. Keep it as carefully as the data. Dropped onto the page together with the same files it does everything again.',
    },

    grid: {
      correct: 'Correct value',
      correctOf: (place: string) => `Correct value for ${place}`,
      everywhere: 'Everywhere',
      everywhereOf: (from: string, to: string) => `Replace every “${from}” by “${to}”`,
      isEverywhere: 'everywhere',
      keys: 'Enter or ↓ for the next row, ↑ for the one before, Esc for the original value.',
      notCorrectable: 'cannot be corrected here',
      unset: (place: string) => `Take the correction of ${place} back`,
    },
    mergeOptions: merge,
    fieldName: (field: Field | null, own: string, name: (field: Field) => string): string =>
      field ? name(field) : own,
  };
};
