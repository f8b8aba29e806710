// Every channel in one customer file: orders, a list, contacts and feedback, joined by id, phone, e-mail and name.

import { madeUp } from './files';
import { expect, test } from './fixtures';

const ORDERS = `客户编号,客户姓名,手机,邮箱,订单号,下单日期,成交金额
A1,王伟,13800138001,wang@example.com,O1,2024-01-05,120
A2,李芳,13800138002,li@example.com,O2,2024-02-06,80
A1,王伟,13800138001,wang@example.com,O3,2024-03-07,60
`;
const LIST = `客户编号,客户姓名,手机,行业,兴趣
A1,王伟,13800138001,零售,徒步
A9,赵静,13800138009,制造,摄影
`;
const CONTACTS = `手机,跟进时间,跟进方式,跟进内容
138-0013-8001,2024-03-20,电话,询问新品
13800138002,2024-03-21,微信,寄送样品
13900000000,2024-03-22,电话,号码不对
`;
const FEEDBACK = `邮箱,反馈日期,反馈类型,满意度,处理状态
WANG@example.com,2024-03-25,投诉,2,处理中
li@example.com,2024-03-26,评价,5,
`;

test.use({ locale: 'zh-CN' });

test('orders, list, contacts and feedback meet in one customer', async ({ app }) => {
  const summary = await app.choose(
    madeUp('订单.csv', ORDERS),
    madeUp('客户.csv', LIST),
    madeUp('跟进.csv', CONTACTS),
    madeUp('反馈.csv', FEEDBACK),
  );
  expect(summary.customers).toBe(2);
  expect(summary.customers_without_orders).toBe(1);
  const joined = Object.fromEntries(summary.tables.map(({ file, join }) => [file, join]));
  expect(joined['跟进.csv']).toMatchObject({ by: [['phone', 2]], orphans: 1 });
  expect(joined['反馈.csv']).toMatchObject({ by: [['email', 2]], orphans: 0 });

  await app.openCustomers();
  await app.element
    .locator('.grid-row')
    .filter({ hasText: '王伟' })
    .first()
    .locator('[role=gridcell]')
    .first()
    .click();
  const contacts = app.element.locator('[data-contacts]');
  await expect(contacts).toContainText('电话');
  await expect(contacts).toContainText('询问新品');
  await expect(contacts).toContainText('投诉');
  await expect(contacts).toContainText('未解决');

  const file = (await app.exportAs('customer_file')).toString('utf8');
  expect(file).toContain('A9,赵静,13800138009');
});

test('a list alone is a customer file: no tiers, and the reason', async ({ app }) => {
  await app.offer(madeUp('客户.csv', LIST));
  await expect(app.notices.first()).toBeVisible();
  const summary = await app.summary();
  expect(summary.customers).toBe(0);
  expect(summary.customers_without_orders).toBe(2);
  const file = (await app.exportAs('customer_file')).toString('utf8');
  expect(file).toContain('A1,王伟,13800138001');
});
