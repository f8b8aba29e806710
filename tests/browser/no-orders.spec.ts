// Customers of a list who have not bought yet: seen, searched, sorted and opened like everybody else.

import type { Page } from '@playwright/test';
import type { App } from './app';
import { madeUp } from './files';
import { expect, test } from './fixtures';

/** Four customers with orders; a list of three more who have none. */
function files() {
  const orders = ['c1,张三,2024-01-05,100', 'c2,李四,2024-02-06,80', 'c3,王五,2024-03-07,60'];
  const list = [
    'c1,张三,13800000001,2024-05-01',
    'p1,赵静,13800000011,2024-04-01',
    'p2,钱伟,13800000012,2024-02-01',
    'p3,孙敏,,',
  ];
  return [
    madeUp('orders.csv', ['客户编号,客户姓名,下单日期,成交金额', ...orders, ''].join('\n')),
    madeUp('customers.csv', ['客户编号,客户姓名,手机,更新日期', ...list, ''].join('\n')),
  ];
}

for (const lang of ['en', 'zh-CN'] as const) {
  const en = lang === 'en';
  test.describe(lang, () => {
    test.use({ locale: lang });

    test(`customers without orders are listed, found, sorted and opened (${lang})`, async ({
      app,
      page,
    }) => {
      const summary = await app.choose(...files());
      expect([summary.customers, summary.customers_without_orders]).toEqual([3, 3]);

      // From their figure in the Identify room.
      await app.openPart('file');
      await app.room.locator('[data-without-orders]').click();
      await expect(app.element.locator('#tab-customers')).toHaveAttribute('aria-selected', 'true');
      await expect(lines(app)).toHaveCount(3);
      await expect(lines(app).first()).toContainText(en ? 'No orders yet' : '尚无订单');
      await expect(lines(app).first()).toContainText('赵静');
      await expect(lines(app).first()).toContainText('13800000011');
      await expect(app.room.locator('.toolbar')).toContainText(en ? 'Customer file' : '客户档案');

      // Sorted by the day on which they were last heard of; who never was comes last.
      await app.room.locator('[role=columnheader].last_heard, [role=columnheader]').last().click();
      await expect(lines(app).first()).toContainText('赵静');
      await app.room.locator('[role=columnheader]').last().click();
      await expect(lines(app).first()).toContainText('钱伟');
      await expect(lines(app).last()).toContainText('孙敏');

      // Found by phone, and opened.
      await app.room.locator('input[type=search]').fill('0000012');
      await expect(lines(app)).toHaveCount(1);
      await lines(app).first().locator('[role=gridcell]').first().click();
      const card = app.room.locator('dialog.drawer');
      await expect(card.locator('[data-without-orders]')).toContainText('13800000012');
      await expect(card).toContainText(en ? 'Without orders' : '没有订单');
      await page.keyboard.press('Escape');
      await app.room.locator('input[type=search]').fill('');

      // By keyboard alone: everybody, then only those with orders again.
      await expect(lines(app)).toHaveCount(3);
      await chooseByKeyboard(app, page, 'ArrowDown');
      await expect(lines(app)).toHaveCount(6);
      await chooseByKeyboard(app, page, 'Home');
      await expect(lines(app)).toHaveCount(3);
      // In the order that was chosen: c1 was heard of last of all, by the list.
      await expect(lines(app).last()).toContainText('张三');

      // A figure selects customers with orders, whoever was listed before.
      await chooseByKeyboard(app, page, 'End');
      await app.element.locator('#tab-overview').click();
      await app.room.locator('.headline [data-without-orders]').waitFor();
      await app.room.locator('button.bars-row').first().click();
      await app.element.locator('#tab-customers').click();
      await expect(app.room.locator('[data-listed]')).toHaveValue('with_orders');
    });

    test(`a list without any order is a list of people (${lang})`, async ({ app }) => {
      const [, list] = files();
      if (list) await app.offer(list);
      await expect(app.notices.first()).toContainText(
        en ? 'Add a file with orders' : '请添加含有订单的文件',
      );
      await app.go('differentiate');
      // No chart of nobody: what is missing, and the way to it.
      for (const tab of ['overview', 'schemes', 'scores', 'value', 'time']) {
        await app.element.locator(`#tab-${tab}`).click();
        await expect(app.room.locator('[data-no-orders] h1')).toHaveText(
          en ? 'No orders yet' : '尚无订单',
        );
        await expect(app.room.locator('figure')).toHaveCount(0);
      }
      await app.element.locator('#tab-customers').click();
      await expect(lines(app)).toHaveCount(4);
      const file = (await app.exportAs('customer_file')).toString('utf8');
      expect(file).toContain('p1,赵静,13800000011');
    });
  });
}

function lines(app: App) {
  return app.room.locator('.grid-canvas .grid-row:not(.waiting)');
}

async function chooseByKeyboard(app: App, page: Page, key: string): Promise<void> {
  await app.room.locator('[data-listed]').focus();
  await page.keyboard.press(key);
}
