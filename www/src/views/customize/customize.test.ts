// What people type and load: lists of words, and lists of staff from files that anybody can have written.

import { expect, test } from 'vitest';
import type { Scheme, Strategy } from '../../engine/types.ts';
import { several } from './fields.ts';
import { libraryForSkills, schemesForSkills } from './owners/rules.ts';
import { staffIn } from './owners/staff-file.ts';
import { counted } from './owners/view.ts';
import { costsOf, hoursOf, minutesOf, withMinutes } from './service/cost.ts';

test.each([
  ['a, b', ['a', 'b']],
  ['德语，英语、德语；', ['德语', '英语']],
  ['  ', []],
])('%j are several words', (text, words) => {
  expect(several(text)).toEqual(words);
});

const person = { name: 'Li', hours_per_week: 20, skills: ['x'], regions: [], industries: [] };
const staff = (people: unknown) => JSON.stringify({ staff: 1, people });

test.each([
  ['a whole list', staff([person]), { staff: 1, people: [person] }],
  [
    'what is left out is empty, what is unknown is dropped',
    staff([{ name: 'Li', hours_per_week: 0, skills: [1, 'x'], salary: 9 }]),
    { staff: 1, people: [{ ...person, hours_per_week: 0 }] },
  ],
  ['another version', '{"staff": 2, "people": []}', null],
  ['a recipe', '{"recipe": 1}', null],
  ['no JSON', 'Li;20', null],
  ['hours that no week has', staff([{ ...person, hours_per_week: 200 }]), null],
  ['somebody without a name', staff([{ hours_per_week: 2 }]), null],
  ['no list', staff('Li'), null],
])('%s', (_, text, expected) => {
  expect(staffIn(text)).toEqual(expected);
});

test('skills are given by tier, by what customers are, and by what the recipe does not have yet', () => {
  const scheme = (id: string, rule: string) => ({ id, name: id, rule }) as unknown as Scheme;
  const library = ['gender', 'area', 'industry'].map((id) => scheme(id, 'attribute'));
  const ids = (own: Scheme[]) =>
    schemesForSkills({ id: 'value', name: '' }, own, libraryForSkills(library)).map(({ id }) => id);
  expect(ids([])).toEqual(['value', 'area', 'region', 'industry']);
  expect(
    ids([scheme('value', 'table'), scheme('area', 'attribute'), scheme('mine', 'bands')]),
  ).toEqual(['value', 'area', 'region', 'industry']);
  expect(ids([scheme('city', 'attribute')])).toEqual([
    'value',
    'city',
    'area',
    'region',
    'industry',
  ]);
});

const strategy: Strategy = {
  contacts_per_year: 12,
  channels: ['phone', 'email'],
  minutes_per_contact: 15,
  minutes: { email: 0 },
  response_hours: 4,
  focus: 'quality',
};

test('strategies cost contacts × minutes of the first channel', () => {
  const automatic: Strategy = { ...strategy, channels: ['email', 'phone'] };
  expect(
    [strategy, automatic, withMinutes(automatic, 4), withMinutes(strategy, 20)].map(minutesOf),
  ).toEqual([15, 0, 4, 20]);
  // What the other channels take stays.
  expect(withMinutes(strategy, 20).minutes).toEqual({ email: 0, phone: 20 });
  const tiers = [
    { code: 'high', customers: 10 },
    { code: 'low', customers: 1000 },
    { code: 'nobody', customers: 5 },
  ];
  const costs = costsOf(tiers, { high: strategy, low: automatic });
  expect(costs.map(({ tier, hours }) => [tier, hours])).toEqual([
    ['high', 30],
    ['low', 0],
  ]);
  expect(hoursOf(costs)).toBe(30);
});

test('who has no name yet does not count', () => {
  const person = (name: string) => ({
    name,
    hours_per_week: 20,
    skills: [],
    regions: [],
    industries: [],
  });
  const people = ['Li', '', ' ', 'Wang'].map(person);
  expect(counted({ staff: 1, people }).people.map(({ name }) => name)).toEqual(['Li', 'Wang']);
});
