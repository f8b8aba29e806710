// Files in, tiers out: the figures of known files, in the summary and on the screen.

import type { App, Chosen } from './app';
import { cliRecipe } from './cli';
import { dailyFiles, hasRealFiles, madeUp, orders, real, WHY_SKIPPED } from './files';
import { expect, test } from './fixtures';
import { zipped } from './zip';

type Figures = { customers: number; orders?: number; revenue?: number };

/** The summary says it, and so does the screen. */
async function expectFigures(app: App, wanted: Figures, lang = 'en'): Promise<void> {
  const { customers, orders: count, revenue, ...rest } = await app.summary();
  expect({ customers, orders: count, revenue }).toMatchObject(wanted);
  expect(rest.rows_read).toBe(rest.rows_used + rest.rows_rejected);
  const shown = new Intl.NumberFormat(lang).format(customers);
  await expect(app.room.locator('ct-differentiate')).toContainText(shown);
  await expect(app.room.locator('figure').first()).toBeVisible();
}

for (const [lang, words, name] of [
  ['zh-CN', '位客户', '示例订单.csv'],
  ['en', 'customers', 'sample-orders.csv'],
] as const) {
  test.describe(lang, () => {
    test.use({ locale: lang });
    test(`the sample in the reader's language (${lang})`, async ({ app }) => {
      const summary = await app.trySample();
      expect(summary.tables.map(({ file }) => file)).toEqual([name]);
      expect(summary.customers).toBeGreaterThan(50);
      await expectFigures(app, { customers: summary.customers }, lang);
      await expect(app.element.locator('nav.stages')).toContainText(words);
      // Every customer is in exactly one tier, and the screen shows them all.
      const inTiers = summary.tiers.reduce((sum, tier) => sum + tier.customers, 0);
      expect(inTiers).toBe(summary.customers);
    });
  });
}

test('several files are one data set; a later one is added', async ({ app }) => {
  await app.choose(orders('north.csv', 20, 'N'), orders('south.csv', 15, 'S'));
  await expectFigures(app, { customers: 35, orders: 105 });
  await app.choose(orders('west.csv', 5, 'W'));
  await expectFigures(app, { customers: 40, orders: 120 });
  await app.go('identify');
  for (const name of ['north.csv', 'south.csv', 'west.csv'])
    await expect(app.room.getByRole('rowheader', { name })).toBeVisible();
});

test('a search in the list selects, everywhere', async ({ app }) => {
  await app.choose(orders('orders.csv', 20));
  await app.openCustomers();
  await app.element.locator('.toolbar input[type=search]').fill('c01');
  await expect(app.element.locator('.grid-scroll')).toHaveAttribute('aria-rowcount', '11');
  await expect(app.element.locator('.chips')).toContainText('c01');
  await app.element.locator('#tab-overview').click();
  await expect(app.room.locator('ct-differentiate')).toContainText('10');
  await app.element.locator('.chips').getByRole('button').first().click();
  await expect(app.element.locator('.chips')).toHaveCount(0);
});

test('rows pasted from a spreadsheet', async ({ app }) => {
  const text = orders('x', 12).buffer.toString().replaceAll(',', '\t');
  await app.again(() =>
    app.frame.evaluate((rows) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', rows);
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true });
      document.querySelector('customer-tiers')?.dispatchEvent(event);
    }, text),
  );
  await expectFigures(app, { customers: 12 });
});

test('a paste anywhere on the page; one into a field stays there', async ({ app }) => {
  const text = orders('x', 12).buffer.toString().replaceAll(',', '\t');
  await app.again(() => app.frame.evaluate(pasteOn, { selector: 'body', text }));
  await expectFigures(app, { customers: 12 });
  await app.openCustomers();
  await app.frame.evaluate(pasteOn, { selector: 'search', text });
  expect((await app.state()).files).toHaveLength(1);
});

test('rows are pasted into a place of their own', async ({ app, page }) => {
  await app.element.locator('[data-paste]').click();
  const field = app.element.locator('.paste-text');
  await expect(field).toBeFocused();
  await field.fill('no table');
  await app.element.locator('[data-use]').click();
  // It is told what is wrong, and nothing is lost.
  await expect(field).toHaveValue('no table');
  await page.keyboard.press('Escape');
  await expect(app.element.locator('dialog.paste')).toBeHidden();
  await app.element.locator('[data-paste]').click();
  await field.fill(orders('x', 15).buffer.toString());
  await app.again(() => app.element.locator('[data-use]').click());
  await expectFigures(app, { customers: 15 });
});

test('rows of the host page', async ({ app }) => {
  const [header = '', ...lines] = orders('x', 18).buffer.toString().trim().split('\n');
  const names = header.split(',');
  const rows = lines.map((line) =>
    Object.fromEntries(line.split(',').map((value, at) => [names[at] ?? '', value])),
  );
  await app.again(() =>
    app.frame.evaluate(
      (given) =>
        document
          .querySelector<import('./app').CustomerTiersElement>('customer-tiers')
          ?.load(given, { name: 'crm' }),
      rows,
    ),
  );
  await expectFigures(app, { customers: 18 });
  expect((await app.state()).files.map(({ name }) => name)).toEqual(['crm.json']);
});

test('a zip of several files', async ({ app }) => {
  const text = (prefix: string) => orders('x', 10, prefix).buffer.toString();
  const archive = zipped({ 'north.csv': text('N'), 'south.csv': text('S') });
  await app.drop(madeUp('orders.zip', archive));
  await expectFigures(app, { customers: 20 });
});

/** A paste event as a browser makes it: on the page, or on the search field inside the element. */
function pasteOn({ selector, text }: { selector: string; text: string }): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const options = { clipboardData, bubbles: true, composed: true, cancelable: true };
  const find = (root: Document | ShadowRoot): Element | null => {
    for (const element of root.querySelectorAll('*')) {
      if (element.matches('input[type=search]')) return element;
      const inside = element.shadowRoot && find(element.shadowRoot);
      if (inside) return inside;
    }
    return null;
  };
  const target = selector === 'body' ? document.body : find(document);
  target?.dispatchEvent(new ClipboardEvent('paste', options));
}

test.describe('real files', () => {
  test.skip(!hasRealFiles, WHY_SKIPPED);

  const cases: [string, () => Chosen[], Figures][] = [
    [
      'Chinese xls with three sheets',
      () => [real('transactions/示例 - 超市.xls')],
      { customers: 790, orders: 2773, revenue: 16117548.237 },
    ],
    [
      'the same as CSV in GBK',
      () => [real('derived/超市_订单_GBK.csv')],
      { customers: 790, orders: 2773, revenue: 16117548.237 },
    ],
    ['twenty daily files at once', dailyFiles, { customers: 948 }],
    [
      'fixed-width text with leading zeros',
      () => [real('transactions/CDNOW_master.txt')],
      { customers: 23_570, revenue: 2500315.63 },
    ],
    ['customer 0 is nobody', () => [real('transactions/WWI_FactSale.csv')], { customers: 48 }],
  ];
  for (const [name, files, figures] of cases) {
    test(name, async ({ app }) => {
      await app.choose(...files());
      await expectFigures(app, figures);
    });
  }

  test('the rows of customer 0 are told about', async ({ app }) => {
    const { rows_unidentified, issues } = await app.choose(real('transactions/WWI_FactSale.csv'));
    expect(rows_unidentified).toBe(9_077);
    expect(issues).toContainEqual(
      expect.objectContaining({ code: 'customer.placeholder', count: 9_077 }),
    );
    await app.go('identify');
    await expect(app.room.getByText('9,077').first()).toBeVisible();
  });

  test('two sheets of a workbook are appended', async ({ app }) => {
    const { rows_read, tables } = await app.choose(
      real('transactions/online_retail_II_first500.xlsx'),
    );
    expect(rows_read).toBe(998);
    expect(tables.filter(({ used }) => used).map(({ sheet }) => sheet)).toHaveLength(2);
    await app.go('identify');
    for (const { sheet } of tables)
      await expect(app.room.getByRole('cell', { name: sheet ?? '', exact: true })).toBeVisible();
  });

  test('a file that is dropped anywhere on the page', async ({ app }) => {
    await app.drop(real('transactions/superstore.csv'));
    await expectFigures(app, { customers: 793, orders: 5009, revenue: 2297200.8603 });
  });

  test('a published result comes out again by its recipe', async ({ app }) => {
    const file = real('derived/rfm_data_orders.csv');
    await app.wishRecipe(await cliRecipe(file, ['--preset', 'r-rfm', '--as-of', '2006-12-31']));
    const { segments } = await app.choose(file);
    const found = segments
      .filter(({ customers }) => customers > 0)
      .map(({ name, customers, orders: count, revenue }) => [name, customers, count, revenue]);
    // Source: R rfm 0.3.0, vignette rfm-introduction.
    const published = [
      ['About To Sleep', 102, 283, 23449],
      ['At Risk', 28, 216, 22227],
      ["Can't Lose Them", 47, 274, 32446],
      ['Champions', 35, 316, 31646],
      ['Lost', 148, 393, 35324],
      ['Loyal Customers', 170, 799, 76562],
      ['Need Attention', 10, 57, 4562],
      ['New Customers', 104, 329, 28837],
      ['Potential Loyalist', 342, 2211, 204856],
      ['Promising', 9, 28, 4249],
    ];
    expect(found.toSorted()).toEqual(published.toSorted());
    await expectFigures(app, { customers: 995, revenue: 464158 });
    const table = app.room.locator('figure', { hasText: 'Potential Loyalist' }).last();
    await expect(table).toContainText('342');
  });
});
