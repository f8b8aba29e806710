// Files out: the same bytes as the command line writes, a workbook that opens, problem rows, the recipe.

import { writeFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import { cliCsv, cliFiles } from './cli';
import { dailyFiles, hasRealFiles, madeUp, orders, real, WHY_SKIPPED } from './files';
import { expect, test } from './fixtures';
import { unzip } from './zip';

/** Forty customers with everything that plans, offers and owners ask for; most buy two things together. */
function shopOfEverything(): string {
  const header =
    'customer_id,customer_name,phone,email,owner,order_id,order_date,product,category,amount';
  const pairs = { kitchen: ['tea', 'pot'], desk: ['ink', 'pen'] } as const;
  const rows = Array.from({ length: 80 }, (_, order) => {
    const id = order % 40;
    const who = `C${id},Name ${id},1380013${8000 + id},c${id}@example.com,${id % 2 ? 'Li' : 'Wang'}`;
    const day = `2024-0${1 + (order % 7)}-${String(1 + (id % 28)).padStart(2, '0')}`;
    const category = id < 20 ? 'kitchen' : 'desk';
    const products = id % 5 === 0 ? pairs[category].slice(0, 1) : pairs[category];
    return products.map(
      (product) => `${who},O${order},${day},${product},${category},${10 + order}`,
    );
  });
  return [header, ...rows.flat(), ''].join('\n');
}

test('the workbook has its parts, and its rows are the customers', async ({ app }) => {
  const { customers } = await app.choose(orders('orders.csv', 40));
  const { name, bytes } = await app.save('xlsx');
  expect(name).toBe('customer-tiers.xlsx');
  const parts = unzip(bytes);
  expect([...parts.keys()]).toEqual(
    expect.arrayContaining(['[Content_Types].xml', 'xl/workbook.xml', 'xl/styles.xml']),
  );
  const sheets = [...parts].filter(([part]) => part.startsWith('xl/worksheets/sheet'));
  const named =
    parts
      .get('xl/workbook.xml')
      ?.toString()
      .match(/<sheet /g) ?? [];
  expect(sheets.length).toBe(named.length);
  const rows = sheets.map(([, xml]) => xml.toString().match(/<row /g)?.length ?? 0);
  expect(rows).toContain(customers + 1);
  // Text stays text: no formula, no link.
  for (const [, xml] of sheets) expect(xml.toString()).not.toMatch(/<f>|<hyperlink/);
});

test('text that looks like a formula is disarmed in both formats', async ({ app }) => {
  const evil = '=HYPERLINK("http://127.0.0.1/?"&A1;"click")';
  const lines = [
    `"${evil.replaceAll('"', '""')}",2024-01-05,10`,
    '+49170,2024-02-05,20',
    'C3,2024-03-05,30',
  ];
  await app.choose(
    madeUp('evil.csv', ['customer_name,order_date,amount', ...lines, ''].join('\n')),
  );
  const csv = (await app.save('csv')).bytes.toString();
  expect(csv).not.toMatch(/(^|,|\n)"?[=+@]/);
  expect(csv).toContain('HYPERLINK');
  const parts = unzip((await app.save('xlsx')).bytes);
  for (const [part, xml] of parts)
    if (part.includes('sheet')) expect(xml.toString()).not.toMatch(/<f>|<hyperlink/);
});

test('problem rows say where and why', async ({ app }) => {
  const good = orders('orders.csv', 20).buffer.toString();
  const file = madeUp('orders.csv', `${good}OX1,,2024-05-05,10\nOX2,C001,whenever,10\n`);
  const { rows_rejected } = await app.choose(file);
  expect(rows_rejected).toBe(2);
  const { name, bytes } = await app.save('issues');
  expect(name).toBe('problem-rows.csv');
  const lines = bytes.toString().split('\r\n');
  expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf');
  expect(lines.find((line) => line.includes('customer.blank'))).toMatch(/orders\.csv.*\b62\b/);
  expect(lines.find((line) => line.includes('whenever'))).toMatch(
    /date\.unreadable.*\b63\b|\b63\b/,
  );
});

test('every format is offered by the menu and by the method alike', async ({ app }) => {
  await app.choose(orders('orders.csv', 20));
  for (const format of ['csv', 'json', 'customer_file', 'issues', 'summary', 'recipe'] as const) {
    const { bytes } = await app.save(format);
    expect(bytes.equals(await app.exportAs(format)), format).toBe(true);
  }
  const summary = JSON.parse((await app.save('summary')).bytes.toString());
  expect(summary.customers).toBe(20);
  const recipe = JSON.parse((await app.save('recipe')).bytes.toString());
  expect(recipe.recipe).toBe(1);
});

test.describe('the same bytes as the command line', () => {
  test('a made-up file', async ({ app }, info) => {
    const file = orders('orders.csv', 60);
    const path = info.outputPath('orders.csv');
    await writeFile(path, file.buffer);
    await app.choose(path);
    expect((await app.save('csv')).bytes.equals(await cliCsv([path]))).toBe(true);
  });

  test('what the rooms of plans, offers and owners save, and files for others', async ({
    app,
  }, info) => {
    const path = info.outputPath('shop.csv');
    await writeFile(path, shopOfEverything());
    await app.choose(path);
    const found: [option: string, name: string, bytes: Buffer][] = [];
    const save = async (option: string, name: string, button: Locator) =>
      found.push([option, name, (await app.saved(button)).bytes]);

    await app.go('interact');
    const room = app.room.locator('ct-interact');
    await app.openTab('calendar', '.owners tbody tr');
    const everybody = room.locator('.owners tbody tr').first();
    await save('--plan', 'plan.csv', everybody.locator('[data-save=contacts]'));
    await save('--calendar', 'plan.ics', everybody.locator('[data-save=calendar]'));
    await app.openTab('messages', 'ct-messages [data-save=drafts]');
    const messages = room.locator('ct-messages');
    const texts = info.outputPath('texts.json');
    await writeFile(texts, (await app.saved(messages.locator('[data-save=texts]'))).bytes);
    await save('--messages', 'messages.csv', messages.locator('[data-save=mail_merge]'));

    await app.go('customize');
    const offers = app.room.locator('ct-offers');
    await save('--recommendations', 'offers.csv', offers.locator('[data-save=recommendations]'));
    await save('--promotions', 'promotions.csv', offers.locator('[data-save=promotions]'));
    await app.openTab('owners', 'ct-owners .load');
    await save('--owners', 'work=work.csv', app.room.locator('[data-list=work]'));
    await app.openTab('loyalty', '[data-start]');
    await app.room.locator('[data-start]').click();
    const ledger = app.room.locator('[data-save=loyalty_ledger]');
    await save('--loyalty-ledger', 'ledger.csv', ledger);

    const recipe = info.outputPath('recipe.json');
    await writeFile(recipe, (await app.save('recipe')).bytes);
    found.push(['--customers', 'customers.csv', (await app.save('customer_file')).bytes]);

    const wanted = found.map(([option, name]) => [option, name] as const);
    const made = await cliFiles([path, '--recipe', recipe, '--texts', texts], wanted);
    const differ = found.filter(([, , bytes], at) => !made[at]?.equals(bytes));
    expect(differ.map(([option]) => option)).toEqual([]);
    const isFull = ([, , bytes]: (typeof found)[number]) => bytes.toString().split('\n').length > 8;
    expect(found.filter((one) => !isFull(one)).map(([option]) => option)).toEqual([]);
  });

  const cases: [string, () => string[]][] = [
    ['Chinese xls', () => [real('transactions/示例 - 超市.xls')]],
    ['CSV in GBK', () => [real('derived/超市_订单_GBK.csv')]],
    ['twenty daily files', dailyFiles],
    ['fixed-width text', () => [real('transactions/CDNOW_master.txt')]],
  ];
  for (const [name, files] of cases) {
    test(name, async ({ app }) => {
      test.skip(!hasRealFiles, WHY_SKIPPED);
      await app.choose(...files());
      const { bytes } = await app.save('csv');
      expect(bytes.equals(await cliCsv(files()))).toBe(true);
    });
  }
});
