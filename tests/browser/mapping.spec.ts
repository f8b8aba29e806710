// Only what cannot be known is asked, on one screen, with one confirm.

import { ambiguousDays, doubtful, madeUp, orders } from './files';
import { expect, test } from './fixtures';
import { workbook } from './zip';

test('days under an unknown header: one question, one answer', async ({ app }) => {
  await app.offer(doubtful());
  const question = app.element.locator('.question');
  await expect(question).toHaveCount(1);
  await expect(question).toContainText('Which column is “Order date”?');
  // The evidence is from the file, and so is the table below it.
  await expect(question).toContainText('2024-01-14');
  await expect(app.element.locator('.sample')).toContainText('K1');
  const answer = question.getByRole('button', { name: 'Wann', exact: true });
  await expect(answer).toHaveAttribute('aria-pressed', 'true');
  // Only the doubtful column is marked.
  await expect(app.element.locator('th.asked')).toHaveCount(1);

  const first = await app.again(() => app.element.locator('[data-confirm]').click());
  expect([first.customers, first.rows_rejected]).toEqual([20, 0]);
  expect(first.revenue).toBe(60 * 100.5 + (59 * 60) / 2);
  await expect(app.room.locator('ct-differentiate')).toContainText('20');

  // And another amount, from the data room.
  await app.go('identify');
  await app.room.getByRole('button', { name: 'Change the columns' }).click();
  await app.element.getByLabel('Role of “brutto”').selectOption('amount');
  await expect(app.element.getByLabel('Role of “amount”')).toHaveValue('');
  const second = await app.again(() => app.element.locator('[data-confirm]').click());
  expect(second.revenue).toBe(60 * 300.25 - 59 * 60);
  expect((await app.state()).recipe?.mapping.amount).toEqual(['brutto']);
});

test('blank customers of merged cells are those above, once somebody says so', async ({ app }) => {
  const rows = Array.from({ length: 40 }, (_, at) => {
    const day = `2024-0${1 + (at % 4)}-1${Math.floor(at / 4) % 10}`;
    return `${at % 4 === 0 ? `C${at / 4}` : ''},${day},${10 + at}`;
  });
  const file = madeUp('merged.csv', ['customer_id,order_date,amount', ...rows, ''].join('\n'));
  const first = await app.choose(file);
  expect([first.customers, first.rows_rejected]).toEqual([10, 30]);
  const repairs = await app.openPart('repairs');
  await expect(repairs).toContainText('as in merged cells');
  await app.room.getByRole('button', { name: 'Change the columns' }).click();
  await app.element.locator('details.settings summary').click();
  await app.element.getByLabel('A blank customer').selectOption('above');
  await expect.poll(async () => (await app.state()).recipe?.import.blanks_as_above).toBe(true);
  const second = await app.again(() => app.element.locator('[data-confirm]').click());
  expect([second.customers, second.rows_rejected, second.orders]).toEqual([10, 0, 40]);
  expect(second.revenue).toBe(40 * 10 + (39 * 40) / 2);
});

test('day or month first: asked when no day tells', async ({ app }) => {
  await app.offer(ambiguousDays());
  const question = app.element.locator('.question');
  await expect(question).toHaveCount(1);
  await expect(question).toContainText('order_date');
  // The evidence is from the file.
  await expect(question).toContainText(/\d+\/\d+\/2024/);
  await question.getByRole('button', { name: /Day first/ }).click();
  await app.again(() => app.element.locator('[data-confirm]').click());
  expect((await app.state()).recipe?.import.date_order).toBe('day_month_year');
});

test('a role can be given to another column', async ({ app }) => {
  const file = orders('orders.csv', 20);
  await app.choose(file);
  await app.go('identify');
  await app.room.getByRole('button', { name: 'Change the columns' }).click();
  await app.element.getByLabel('Role of “order_id”').selectOption('customer_id');
  const { customers } = await app.again(() => app.element.locator('[data-confirm]').click());
  expect(customers).toBe(60);
});

test('leaving the questions takes the file back', async ({ app }) => {
  const before = await app.choose(orders('first.csv', 25));
  await app.offer(doubtful());
  await expect(app.element.locator('.question')).toHaveCount(1);
  await app.element.locator('.mapping-confirm').getByRole('button', { name: 'Cancel' }).click();
  await expect(app.room.locator('ct-differentiate')).toContainText('25');
  expect(await app.summary()).toEqual(before);
});

test('the header is the row that is pressed, by keyboard too', async ({ app, page }) => {
  await app.choose(orders('plain.csv', 20));
  await app.go('identify');
  await app.room.getByRole('button', { name: 'Change the columns' }).click();
  // Without a header the first row is data; pressed, it is the header again.
  const none = app.element.getByRole('button', { name: 'No header' }).first();
  await none.click();
  await expect(none).toHaveAttribute('aria-pressed', 'true');
  expect((await app.state()).recipe?.import.header_row).toBe(0);
  const first = app.element.locator('[data-header="1"]').first();
  await first.focus();
  await page.keyboard.press('Enter');
  await expect(app.element.getByLabel('Role of “amount”')).toBeVisible();
  expect((await app.state()).recipe?.import.header_row).toBe(1);
});

test('only the chosen sheets are read, and the others can be taken back', async ({ app }) => {
  const sheet = (prefix: string) => orders('x', 12, prefix).buffer.toString();
  const book = workbook({ North: sheet('N'), South: sheet('S') });
  expect((await app.choose(madeUp('book.xlsx', book))).customers).toBe(24);
  await app.go('identify');
  await app.room.getByRole('button', { name: 'Change the columns' }).click();
  await app.element.getByRole('checkbox', { name: 'South' }).uncheck();
  await expect(app.element.locator('.mapped')).toHaveCount(1);
  // The last sheet stays.
  await expect(app.element.getByRole('checkbox', { name: 'North' })).toBeDisabled();
  const north = await app.again(() => app.element.locator('[data-confirm]').click());
  expect(north.customers).toBe(12);
  await app.room.getByRole('button', { name: 'Change the columns' }).click();
  await app.element.getByRole('checkbox', { name: 'South' }).check();
  await expect(app.element.locator('.mapped')).toHaveCount(2);
  const both = await app.again(() => app.element.locator('[data-confirm]').click());
  expect(both.customers).toBe(24);
});

test('a sheet of hundreds of columns shows the first ones and those that matter', async ({
  app,
}) => {
  const extra = Array.from({ length: 300 }, (_, at) => `q${at}`);
  const header = [...extra, 'order_id', 'customer_id', 'Wann', 'amount'].join(',');
  const lines = Array.from({ length: 30 }, (_, at) => {
    const day = new Date(Date.UTC(2024, 0, 14 + at)).toISOString().slice(0, 10);
    return [...extra.map(() => 'x'), `A${at}`, `K${at % 10}`, day, `${100 + at}.5`].join(',');
  });
  await app.offer(madeUp('wide.csv', [header, ...lines, ''].join('\n')));
  const heads = app.element.locator('.sample .header-text');
  await expect(heads).toHaveCount(64);
  await expect(app.element.getByLabel('Role of “amount”')).toHaveValue('amount');
  await app.element.locator('[data-more-columns]').click();
  await expect(heads).toHaveCount(124);
  expect((await app.again(() => app.element.locator('[data-confirm]').click())).customers).toBe(10);
});

test('roles stand in groups', async ({ app }) => {
  await app.offer(doubtful());
  const role = app.element.getByLabel('Role of “amount”');
  await expect(role.locator('optgroup')).toHaveCount(5);
  await expect(role.locator('optgroup[label="Orders"] option')).toHaveCount(7);
});
