import { describe, expect, it } from 'vitest';
import type { ColumnProposal, Field, Filter, Inspection, Recipe } from '../engine/types.ts';
import { assigned, columnsShown, draftOf, withDraft } from './draft.ts';
import { EVERYBODY } from './filter.ts';
import { type Action, reduce } from './reduce.ts';
import { INITIAL, type LoadedFile, type State } from './state.ts';

const column = (field: Field | null): ColumnProposal => ({
  field,
  confidence: 1,
  alternatives: [],
});

function file(
  name: string,
  fields: readonly (Field | null)[],
  headers: readonly string[],
): LoadedFile {
  const inspection: Inspection = {
    file: name,
    format: 'csv',
    bytes: 1,
    encoding: 'utf-8',
    encodings: [],
    delimiter: ',',
    lined_up: null,
    tables: [
      {
        sheet: null,
        hidden: false,
        header_row: 1,
        headers: [...headers],
        sample: [],
        kind: 'transactions',
        export: null,
        columns: fields.map(column),
        without_year: [],
        questions: [],
      },
    ],
  };
  return { name, inspection };
}

const recipe = { import: { date_order: null }, mapping: {} } as unknown as Recipe;
const orders = file('orders.csv', ['customer_id', 'amount', null], ['客户', '金额', '实付']);
const list = file('list.csv', ['customer_id'], ['编号']);
const happened = (...actions: Action[]): State => actions.reduce(reduce, INITIAL);

describe('reduce', () => {
  it('giving up takes back only the files that were added', () => {
    const state = happened({ type: 'inspected', file: orders }, { type: 'give-up' });
    expect([state.files, state.phase]).toEqual([[], 'empty']);
  });

  it('a wide table shows more of its columns when asked, each table for itself', () => {
    const asked = happened({ type: 'inspected', file: orders }, { type: 'ask-mapping' });
    const more = reduce(asked, { type: 'more-columns', key: '0/0' });
    const shown = (state: State, key: string) => state.draft && columnsShown(state.draft, key);
    expect([shown(asked, '0/0'), shown(more, '0/0'), shown(more, '1/0')]).toEqual([60, 120, 60]);
  });

  it('when names are masked, whatever showed them is asked for anew', () => {
    const issues = { code: 'date.unreadable', offset: 0, page: null } as const;
    const before = { ...INITIAL, files: [orders], issues };
    const { inspection } = list;
    const after = reduce(before, { type: 'masked', isMasked: true, inspections: [inspection] });
    expect(after.files).toEqual([{ name: 'orders.csv', inspection }]);
    expect([after.isMasked, after.issues, after.revision]).toEqual([true, null, 1]);
  });

  it('a lost file that was being added is not taken back twice', () => {
    const kept = { ...INITIAL, files: [orders, list], added: 1 };
    const state = reduce(reduce(kept, { type: 'lost-file', index: 1 }), { type: 'give-up' });
    expect(state.files).toEqual([orders]);
  });

  it('the same failure is told once', () => {
    const failed = {
      type: 'failed',
      failure: { code: 'file.empty', file: 'a.csv', sheet: null },
    } as const;
    expect(happened(failed, failed).notices).toHaveLength(1);
  });

  it('a reset keeps the recipe and the counts of the proof', () => {
    const state = happened(
      { type: 'recipe', recipe },
      { type: 'requests', page: 2 },
      { type: 'reset' },
    );
    expect([state.recipe, state.requests]).toEqual([recipe, 2]);
  });
});

describe('the list of customers', () => {
  const results = (customers: number, customers_without_orders: number) =>
    ({
      type: 'results',
      results: { summary: { customers, customers_without_orders, issues: [] } },
    }) as unknown as Action;
  const asked = { type: 'list', listed: 'without_orders' } as const;
  const listed = (...actions: Action[]) => happened(...actions).listed;

  it('is opened where it is asked for, until another room is', () => {
    const state = happened(results(3, 2), { type: 'stage', stage: 'identify' }, asked);
    expect([state.stage, state.listed, state.isListAsked]).toEqual([
      'differentiate',
      'without_orders',
      true,
    ]);
    expect(reduce(state, { type: 'stage', stage: 'interact' }).isListAsked).toBe(false);
  });

  it('holds whom there is', () => {
    expect(listed(results(3, 2))).toBe('with_orders');
    expect(listed(results(3, 2), asked, results(3, 1))).toBe('without_orders');
    expect(listed(results(3, 2), asked, results(3, 0))).toBe('with_orders');
    expect(listed(results(0, 2))).toBe('without_orders');
  });

  it('is of customers with orders as soon as something is selected that only they have', () => {
    const select = (filter: Partial<Filter>): Action => ({
      type: 'filter',
      filter: { ...EVERYBODY, ...filter },
    });
    expect(listed(asked, select({ search: 'Ann' }))).toBe('without_orders');
    expect(listed(asked, select({ segments: [['value', 'high']] }))).toBe('with_orders');
    expect(listed(asked, select({ scores: [['recency', 5]] }))).toBe('with_orders');
    expect(listed(asked, select({ ranges: [['monetary', 1, 2]] }))).toBe('with_orders');
  });
});

describe('inspecting again', () => {
  const previews = ['gb18030', 'big5'].map((encoding) => ({ encoding, lines: [encoding] }));
  const doubtful = { ...orders.inspection, encodings: previews };

  it('keeps the encodings that were asked about in sight', () => {
    const state = happened(
      { type: 'inspected', file: { ...orders, inspection: doubtful } },
      { type: 'inspected-again', inspections: [orders.inspection] },
    );
    expect(state.files[0]?.inspection.encodings).toEqual(previews);
  });

  it('remembers the sheets that are left out', () => {
    const sheet = (name: string) => ({
      ...orders.inspection.tables[0],
      sheet: name,
      hidden: name === 'South',
    });
    const book = (...names: string[]) =>
      ({ ...orders.inspection, tables: names.map(sheet) }) as Inspection;
    const state = happened(
      { type: 'inspected', file: { name: 'b.xlsx', inspection: book('North', 'South') } },
      { type: 'inspected-again', inspections: [book('South')] },
    );
    expect(state.sheets).toEqual([
      { name: 'North', hidden: false },
      { name: 'South', hidden: true },
    ]);
  });
});

describe('draft', () => {
  it('a role moves from one column to another', () => {
    const draft = assigned(draftOf([orders], recipe), '0/0', 2, 'amount');
    expect(draft.roles['0/0']).toEqual(['customer_id', null, 'amount']);
    expect(withDraft(recipe, draft, [orders]).mapping).toEqual({ amount: ['实付'] });
  });

  it('a role that is taken away says “no column”', () => {
    const draft = assigned(draftOf([orders], recipe), '0/0', 1, null);
    expect(withDraft(recipe, draft, [orders]).mapping).toEqual({ amount: [] });
  });

  it('walking through the choices takes only what is chosen in the end', () => {
    const start = draftOf([orders], recipe);
    const walked = (['customer_id', 'phone', 'amount'] as const).reduce(
      (draft, field) => assigned(draft, '0/0', 2, field),
      start,
    );
    expect(walked.roles['0/0']).toEqual(['customer_id', null, 'amount']);
    expect(withDraft(recipe, walked, [orders]).mapping).toEqual({ amount: ['实付'] });
    // Another column is another change: now the id is taken for good.
    const taken = assigned(assigned(start, '0/0', 2, 'customer_id'), '0/0', 1, null);
    expect(taken.roles['0/0']).toEqual([null, null, 'customer_id']);
  });

  it('headers of all tables stand in the mapping', () => {
    const files = [orders, list];
    const draft = assigned(draftOf(files, recipe), '1/0', 0, 'customer_id');
    expect(withDraft(recipe, draft, files).mapping).toEqual({ customer_id: ['客户', '编号'] });
  });
});
