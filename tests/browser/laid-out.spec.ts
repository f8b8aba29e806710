// Tables that are laid out otherwise than a row for each order: months beside each customer, customers in headings, amounts in 万.

import { madeUp } from './files';
import { expect, test } from './fixtures';

const MONTHS =
  '客户名称,1月,2月,3月,合计\n甲公司,100,,200,300\n乙公司,,50,,50\n丙公司,10,20,30,60\n';

const GROUPED = [
  'Sales by Customer Detail,,,,,',
  'My Shop,,,,,',
  ',Date,Transaction Type,Num,Product/Service,Amount',
  'Ann Smith,,,,,',
  ',01/10/2025,Invoice,1029,Design,100.00',
  ',03/17/2025,Credit Memo,1050,Design,-20.00',
  'Total for Ann Smith,,,,,$80.00',
  'Bob Jones,,,,,',
  ',05/06/2025,Invoice,1051,Design,50.00',
  'Total for Bob Jones,,,,,$50.00',
  'TOTAL,,,,,$130.00',
  '',
].join('\n');

for (const lang of ['en', 'zh'] as const) {
  test.describe(lang, () => {
    test.use({ locale: lang === 'en' ? 'en-GB' : 'zh-CN' });

    test(`columns of months are orders, once a year is known (${lang})`, async ({ app }) => {
      const [message] = await app.chooseInVain(madeUp('sales.csv', MONTHS));
      expect(message).toMatch(lang === 'en' ? /year/ : /不知道是哪一年/);
      const first = await app.choose(madeUp('2024年销售.csv', MONTHS));
      expect([first.customers, first.orders, first.revenue]).toEqual([3, 6, 410]);
      await app.go('identify');
      await app.room
        .getByRole('button', { name: lang === 'en' ? 'Change the columns' : '修改列的用途' })
        .click();
      // Months say when: nothing is missing.
      await expect(app.element.locator('.mapping-confirm')).toBeVisible();
      await expect(app.element.locator('.mapping-confirm .warn-text')).toHaveCount(0);
      const second = await app.again(() => app.element.locator('[data-confirm]').click());
      expect([second.customers, second.orders, second.revenue]).toEqual([3, 6, 410]);
    });
  });
}

test('customers in headings are found, and the columns say where', async ({ app }) => {
  const summary = await app.choose(madeUp('Sales by Customer Detail.csv', GROUPED));
  expect([summary.customers, summary.revenue]).toEqual([2, 130]);
  await app.go('identify');
  await app.room.getByRole('button', { name: 'Change the columns' }).click();
  await expect(app.element.getByLabel('Role of “#1”')).toHaveValue('customer_id');
  await expect(app.element.locator('.sample').first()).toContainText('Bob Jones');
});

test('what an amount is counted in is said, and followed', async ({ app }) => {
  const contracts =
    '客户名称,签约日期,合同金额（万元）\n甲公司,2024-03-05,12.5\n乙公司,2024-04-05,3\n';
  expect((await app.choose(madeUp('合同.csv', contracts))).revenue).toBe(155_000);
  await expect(await app.openPart('repairs')).toContainText('Amounts in thousands or millions');
});

test('orders and their lines are joined, whichever comes first', async ({ app }) => {
  const heads = Array.from(
    { length: 30 },
    (_, at) => `${10248 + at},C${at % 6},2024-0${1 + (at % 5)}-1${at % 9}`,
  );
  const lines = Array.from(
    { length: 60 },
    (_, at) => `${10248 + (at % 30)},P${at % 7},${1 + (at % 3)},10.00`,
  );
  const [message] = await app.chooseInVain(
    madeUp('details.csv', ['OrderID,ProductID,Quantity,UnitPrice', ...lines, ''].join('\n')),
  );
  expect(message).toContain('No column says who the customer is');
  await app.element.locator('.mapping-confirm button').first().click();
  const summary = await app.choose(
    madeUp('details.csv', ['OrderID,ProductID,Quantity,UnitPrice', ...lines, ''].join('\n')),
    madeUp('orders.csv', ['OrderID,CustomerID,OrderDate', ...heads, ''].join('\n')),
  );
  expect([summary.customers, summary.orders, summary.revenue]).toEqual([6, 30, 1200]);
});
