// A stray cell in the last corner of a sheet, which makes other readers take the memory of the whole sheet.
//
// The large workbooks are measured by `npm run bench -- --load`.

import { writeFile } from 'node:fs/promises';
import { measured, memoryBytes, showMemory, watchTasks } from '../../scripts/lib/in-page.mjs';
import { App, type CustomerTiersElement } from './app';
import { expect, expectQuiet, test } from './fixtures';
import { zipped } from './zip';

const ROWS = 20_000;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

test('a stray cell costs nothing, and the page stays free', async ({ page, site, watch }, info) => {
  await page.addInitScript(showMemory);
  const app = await App.open(page, site.url);
  await app.frame.evaluate(watchTasks);
  // From disk: a file that is handed over in memory is unpacked on the page's thread by the test itself.
  const path = info.outputPath('stray.xlsx');
  await writeFile(path, strayWorkbook());
  const longest: number[] = [];
  // Three times: what the machine did meanwhile comes once, what the page does comes every time.
  for (let time = 0; time < 3; time += 1) {
    const { customers, rows_used, rows_rejected } = await app.choose(path);
    // The stray cell is a row that names nobody.
    const wanted = { customers: 500, rows_used: ROWS - 1, rows_rejected: 1 };
    expect({ customers, rows_used, rows_rejected }).toEqual(wanted);
    const { reading, told } = await app.frame.evaluate(measured);
    longest.push(reading);
    expect(told).toBeGreaterThan(0);
    const sizes = await Promise.all(page.workers().map((worker) => worker.evaluate(memoryBytes)));
    expect(Math.max(...sizes)).toBeGreaterThan(0);
    expect(Math.max(...sizes)).toBeLessThan(64 * 2 ** 20);
    await app.frame.evaluate(reset);
  }
  const description = `${longest.join(', ')} ms`;
  info.annotations.push({ type: 'longest task while reading', description });
  console.log(`    a stray cell, longest task while reading: ${description}`);
  expect(Math.min(...longest)).toBeLessThanOrEqual(50);
  await expectQuiet(app, site, watch);
});

function reset(): void {
  document.querySelector<CustomerTiersElement & { reset(): void }>('customer-tiers')?.reset();
}

/** A small table, and one more cell at XFD1048576. */
function strayWorkbook(): Buffer {
  const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  const rows = [['order_id', 'customer_id', 'order_date', 'amount'].map(text).join('')];
  for (let at = 1; at < ROWS; at += 1) {
    const day = new Date(Date.UTC(2023, 0, 1 + (at % 900))).toISOString().slice(0, 10);
    rows.push(
      `${text(`O${at}`)}${text(`C${at % 500}`)}${text(day)}<c><v>${10 + (at % 97)}.5</v></c>`,
    );
  }
  const sheet = rows.map((cells) => `<row>${cells}</row>`).join('');
  const stray = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
  return zipped({
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="r1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><dimension ref="A1:XFD1048576"/><sheetData>${sheet}${stray}</sheetData></worksheet>`,
  });
}
