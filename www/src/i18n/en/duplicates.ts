// Customers who are likely to be one.

import type { Agreement, Keep } from '../../engine/types.ts';
import type { Format } from '../format.ts';
import type { Said } from '../identify-words.ts';

const keep: Record<Keep, string> = {
  first: 'the first in the files',
  newest: 'the one heard of last',
  most_complete: 'the most complete one',
};

const agreement: Record<Agreement, string> = {
  same: 'same',
  similar: 'similar',
  different: 'different',
  missing: 'not known for all',
};

const did: Record<Said['did'], string> = {
  merge: 'will be merged',
  apart: 'will be kept apart',
  undo: 'undecided again',
};

export const duplicates = (f: Format) => {
  const groups = (count: number) => `${f.integer(count)} ${f.plural(count, 'group', 'groups')}`;
  return {
    lead: (total: number, customers: number, open: number) =>
      total === 0
        ? 'No two customers look like one.'
        : `${groups(total)} with ${f.integer(customers)} customers look like one customer each; ${f.integer(open)} ${f.plural(open, 'is', 'are')} undecided.`,
    certain: (count: number) =>
      `${groups(count)} agree in something only one customer has, such as the same phone and name.`,
    mergeCertain: (count: number) => `Merge all ${f.integer(count)} certain ones`,
    unmergeCertain: 'Undo: merge only what I decide',
    isMergingCertain: 'Certain groups are merged by themselves.',
    group: (at: number) => `Group ${f.integer(at)}`,
    members: (count: number) => `${f.integer(count)} customers`,
    /** In words; the percentage stands beside it. */
    likelihood: (likelihood: number, isCertain: boolean): string => {
      if (isCertain) return 'certain';
      if (likelihood >= 0.97) return 'nearly certain';
      return likelihood >= 0.9 ? 'very likely' : 'likely';
    },
    percent: (likelihood: number) => f.percent(Math.min(likelihood, 0.999), 1),
    agreement,
    field: 'Field',
    id: 'Customer',
    merged: 'Together',
    lines: 'Order rows',
    heard: 'Last heard of',
    merge: 'Merge',
    apart: 'Keep apart',
    undo: 'Undo',
    willMerge: 'will be merged',
    isMerged: 'merged',
    willApart: 'will be kept apart',
    isApart: 'kept apart',
    willOpen: 'will be undecided again',
    said: (said: Said) => `Group ${f.integer(said.group)}: ${did[said.did]}`,
    keys: '↑ ↓ group · M merge · A keep apart · U undo',
    policy: 'How duplicates are found and merged',
    threshold: 'Show groups that are at least this likely',
    keepLabel: 'The merged customer keeps the values of',
    keep,
    perField: 'Other rules for single fields',
    asAbove: 'as above',
    groupsShown: (from: number, to: number, total: number) =>
      `Groups ${f.integer(from)} – ${f.integer(to)} of ${f.integer(total)}`,
    blank: '—',
  };
};
