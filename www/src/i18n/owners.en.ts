// Words of Customize: owners. Keys as in owners.zh.ts.

import type { MoveReason, OwnerList, PoolReason } from '../engine/types.ts';
import type { Format } from './format.ts';

export const ownersEn = (f: Format) => {
  const customers = (count: number) =>
    `${f.integer(count)} ${f.plural(count, 'customer', 'customers')}`;
  return {
    title: 'Who looks after whom',
    lead: (owned: number, moved: number, pooled: number, claimed: number) =>
      `${customers(owned)} ${f.plural(owned, 'has', 'have')} an owner, ${f.integer(moved)} ${f.plural(moved, 'gets', 'get')} another one, ${f.integer(pooled)} ${f.plural(pooled, 'is', 'are')} in the public pool. ${claimed === 0 ? 'Nobody is claimed by two owners.' : `${customers(claimed)} ${f.plural(claimed, 'is', 'are')} claimed by several owners.`}`,
    waiting: (pooled: number) =>
      `${customers(pooled)} ${f.plural(pooled, 'has', 'have')} nobody yet. Add account managers and they are assigned here.`,
    noStaff: 'No account managers yet. Add the first one, or load a list of staff.',
    staff: {
      title: 'Account managers',
      unit: 'hours a week for customers',
      sentence:
        'Names stay on this page: they are in no recipe. Save the list to use it again. Skills are required, regions and industries preferred.',
      name: 'Name',
      hours: 'Hours a week',
      skills: 'Skills',
      regions: 'Regions',
      industries: 'Industries',
      load: 'Load',
      customers: 'Customers',
      gained: 'New',
      lost: 'Given away',
      revenue: 'Revenue',
      remove: (name: string) => `Remove ${name}`,
      of: (field: string, name: string) => `${field}: ${name || 'new account manager'}`,
      add: 'Add an account manager',
      save: 'Save the list',
      load_list: 'Load a list',
      file: 'staff.json',
      several: 'several with commas',
      invalid: 'That list cannot be used: each name once, 0 to 168 hours.',
    },
    rules: {
      title: 'Rules',
      summary: (days: number | null) =>
        days === null
          ? 'customers never go back to the pool'
          : `back to the pool after ${f.integer(days)} days of silence`,
      recycle: 'Days without order or contact',
      recycleMeans: 'Then the customer goes back to the public pool. Empty: never.',
      skillsBy: 'Skills by',
      skillsByMeans: 'The rules of all of them hold together.',
      skill: (tier: string) => `Skills that ${tier} needs`,
      skillMeans: 'Nobody without them gets these customers.',
    },
    lists: {
      hand_over: {
        title: 'Hand-over',
        sentence: 'Most valuable first. Everybody else keeps the owner the files name.',
        none: 'Nobody changes the owner.',
      },
      pool: {
        title: 'Public pool',
        sentence: 'Customers whom nobody looks after now, and why.',
        none: 'The pool is empty.',
      },
      conflicts: {
        title: 'Claimed by several',
        sentence: 'The files name several owners. The first one is in force.',
        none: 'No two owners claim the same customer.',
      },
      customer: 'Customer',
      from: 'From',
      to: 'To',
      why: 'Why',
      owners: 'Owners',
      last: 'Last heard of',
      revenue: 'Revenue',
      nobody: 'nobody',
      more: (count: number) => `and ${f.integer(count)} more in the file`,
    },
    move: {
      no_owner: 'had no owner',
      left: 'owner is not on the list',
      skill: 'owner lacks a skill',
      time: 'owner has no time',
    } satisfies Record<MoveReason, string>,
    pool: {
      idle: 'silent for too long',
      skill: 'nobody has the skills',
      time: 'nobody has time',
    } satisfies Record<PoolReason, string>,
    save: {
      work: 'Work lists, CSV',
      hand_over: 'Hand-over, CSV',
      pool: 'Public pool, CSV',
      conflicts: 'Conflicts, CSV',
    } satisfies Record<OwnerList, string>,
    files: {
      work: 'work-lists.csv',
      hand_over: 'hand-over.csv',
      pool: 'public-pool.csv',
      conflicts: 'owner-conflicts.csv',
    } satisfies Record<OwnerList, string>,
  };
};
