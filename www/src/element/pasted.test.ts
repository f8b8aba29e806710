import { describe, expect, it } from 'vitest';
import { asFiles } from './files.ts';
import { pastedFile, tableText } from './pasted.ts';

describe('a paste is a table', () => {
  it.each([
    ['cells between tabs', 'id\tday\n1\t2024-01-02', '', 'pasted.tsv'],
    ['cells between commas', 'id,day\n1,2024-01-02', '', 'pasted.csv'],
    ['cells between semicolons', 'id;day\r\n1;2024-01-02', '', 'pasted.csv'],
    [
      'a table of a page',
      'id day 1 2024',
      '<table><tr><td>id<td>day<tr><td>1<td>2</table>',
      'pasted.tsv',
    ],
    ['one line is none', 'id\tday', '', null],
    ['sentences with commas are none', 'Well, yes.\nNo, not, at all.', '', null],
    ['nothing is none', '', '', null],
  ])('%s', (_name, text, markup, name) => {
    expect(pastedFile(text, markup)?.name ?? null).toBe(name);
  });
});

describe('a table in HTML', () => {
  it.each([
    [
      'as a spreadsheet writes it',
      '<html><body><table border=0><col width=64><tr height=20><td class=xl65>客户</td><td>金额</td></tr><tr><td>王 小明</td><td align=right>12.50</td></tr></table>',
      '客户\t金额\n王 小明\t12.50',
    ],
    [
      'marks and spaces inside cells',
      '<table><tr><th> <b>A&amp;B</b><br>Ltd&nbsp;</th><td>&#20013;&#x6587;</td></tr></table>',
      'A&B Ltd\t中文',
    ],
    [
      'a cell over two columns',
      '<table><tr><td colspan="2">x</td><td>y</td></tr></table>',
      'x\t\ty',
    ],
    [
      'only the first one',
      '<table><tr><td>1</td></tr></table><table><tr><td>2</td></tr></table>',
      '1',
    ],
    ['none', '<p>text</p>', ''],
  ])('%s', (_name, markup, text) => {
    expect(tableText(markup)).toBe(text);
  });
});

describe('what a host page loads', () => {
  const names = (input: Parameters<typeof asFiles>[0], name?: string) =>
    asFiles(input, name).map((file) => file.name);

  it('rows become one JSON file', async () => {
    const [file] = asFiles([{ id: 1 }, { id: 2 }]);
    expect(file?.name).toBe('rows.json');
    expect(JSON.parse((await file?.text()) ?? '')).toEqual([{ id: 1 }, { id: 2 }]);
  });

  it.each([
    ['one row', { id: 1 }, undefined, ['rows.json']],
    ['rows with a name', [{ id: 1 }], 'orders', ['orders.json']],
    ['bytes without a name', new ArrayBuffer(2), undefined, ['data-1']],
    ['bytes with a name', new ArrayBuffer(2), 'orders.csv', ['orders.csv']],
    [
      'several files',
      [new File([], 'a.csv'), new Blob([], { type: 'text/csv' })],
      undefined,
      ['a.csv', 'data-2.csv'],
    ],
    ['nothing', [], undefined, []],
  ])('%s', (_name, input, name, wanted) => {
    expect(names(input, name)).toEqual(wanted);
  });
});
