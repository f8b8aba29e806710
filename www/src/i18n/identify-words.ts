// What the words of the Identify room are keyed by.

/** What can be looked at, in order. */
export const SECTIONS = [
  'came_in',
  'repairs',
  'duplicates',
  'missing',
  'outliers',
  'file',
  'log',
  'corrections',
] as const;
export type Section = (typeof SECTIONS)[number];

/** What was just done about a group, to be said aloud. */
export interface Said {
  readonly did: 'merge' | 'apart' | 'undo';
  /** Place of the group, from 1. */
  readonly group: number;
}
