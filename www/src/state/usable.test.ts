// Whether a file gives customers, and why they may have no tier.

import { describe, expect, it } from 'vitest';
import type { Inspection, Summary } from '../engine/types.ts';
import type { Draft, LoadedFile } from './state.ts';
import { missingRoles, whyEmpty, whyNotScored, whyUseless } from './usable.ts';

function file(
  kind: string,
  headers: string[],
  sample = [headers],
  without_year: string[] = [],
): LoadedFile {
  const columns = headers.map(() => ({ field: null, confidence: 0, alternatives: [] }));
  const table = {
    sheet: null,
    hidden: false,
    header_row: 1,
    headers,
    sample,
    kind,
    export: null,
    columns,
    without_year,
  };
  const inspection = { file: 'a.csv', tables: [{ ...table, questions: [] }] };
  return { name: 'a.csv', inspection: inspection as unknown as Inspection };
}

const summary = (not_scored: string | null) => ({ not_scored, rows_read: 3 }) as Summary;

describe('usable', () => {
  it('orders and their lines are of use together', () => {
    const heads = file('order_heads', ['OrderID', 'CustomerID', 'OrderDate']);
    const lines = file('order_lines', ['OrderID', 'ProductID', 'UnitPrice']);
    expect(whyUseless([heads, lines])).toBeNull();
    expect(whyUseless([heads])).not.toBeNull();
    expect(whyUseless([lines])?.code).toBe('table.no_customer');
  });

  it('says which roles nobody plays, and that months say when', () => {
    const draft = (...roles: Draft['roles'][string]) =>
      missingRoles({ roles: { a: roles }, touched: [], dateOrder: null, columns: {}, last: null });
    expect(draft('customer_id', 'date', 'amount')).toEqual([]);
    expect(draft('customer_id', 'amount', null)).toEqual(['date']);
    expect(draft('customer_id', 'amount', 'amount', 'amount')).toEqual([]);
    expect(draft(null, 'amount', 'amount')).toEqual(['customer_id']);
    expect(missingRoles(null)).toEqual(['customer_id', 'date', 'amount']);
  });

  it('contacts and feedback are of use, a list of goods is not', () => {
    for (const kind of ['interactions', 'feedback', 'customer_list', 'transactions']) {
      expect(whyUseless([file(kind, ['a'])])).toBeNull();
    }
    expect(whyUseless([file('other', ['sku', 'price'])])?.code).toBe('table.no_customer');
  });

  it('a list of customers alone says what is missing for tiers', () => {
    const list = [file('customer_list', ['编号', '姓名'])];
    expect(whyNotScored(list, summary(null))).toBeNull();
    expect(whyNotScored(list, summary('table.no_date'))).toEqual({
      code: 'orders.not_found',
      missing: 'date',
      file: 'a.csv',
      sheet: null,
      headers: ['编号', '姓名'],
    });
    expect(whyNotScored(list, summary('table.no_amount'))).toMatchObject({ missing: 'amount' });
    expect(whyNotScored(list, summary('table.no_customer'))).toMatchObject({ missing: 'date' });
    expect(whyNotScored(list, summary('table.no_usable_row'))).toMatchObject({ rows_read: 3 });
  });

  it('months of an unknown year lack a year, and no column', () => {
    const months = ['1月', '2月', '3月'];
    const headers = ['客户名称', ...months];
    const expected = { code: 'table.no_year', file: 'a.csv', sheet: null, headers: months };
    const list = [file('customer_list', headers, [headers], months)];
    expect(whyUseless([file('other', headers, [headers], months)])).toEqual(expected);
    expect(whyNotScored(list, summary('table.no_year'))).toEqual(expected);
  });

  it('headers without rows lack no column', () => {
    const empty = [file('other', ['Customer', 'Date', 'Amount'], [])];
    expect(whyEmpty(empty)).toMatchObject({ code: 'table.no_usable_row', rows_read: 0 });
    expect(whyUseless(empty)).toEqual(whyEmpty(empty));
    expect(whyNotScored(empty, summary('table.no_amount'))).toEqual(whyEmpty(empty));
    expect(whyEmpty([...empty, file('other', ['sku'])])).toBeNull();
    expect(whyEmpty([])).toBeNull();
  });
});
