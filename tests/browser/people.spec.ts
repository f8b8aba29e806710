// Who is in each segment, what sets them apart, where they come from, and what would change one of them.

import { readFile } from 'node:fs/promises';
import { madeUp } from './files';
import { expect, test } from './fixtures';

/** Sixty customers: the n-th has n orders; the busiest come from Ulm and the fair. Twenty more never ordered. */
function shop() {
  const id = (at: number) => `C${String(at).padStart(2, '0')}`;
  const lines = Array.from({ length: 60 }, (_, at) => at).flatMap((at) =>
    Array.from({ length: at + 1 }, (_, order) => {
      const day = new Date(Date.UTC(2024, 0, 1 + order * 3)).toISOString().slice(0, 10);
      return `O${at}-${order},${id(at)},${day},${100 + at}.00`;
    }),
  );
  const people = Array.from({ length: 80 }, (_, at) => {
    const isBusy = at >= 40 && at < 60 && at % 10 !== 0;
    return `${id(at)},${isBusy ? 'Ulm' : 'Bonn'},${isBusy ? 'fair' : 'web'}`;
  });
  return [
    madeUp('orders.csv', ['order_id,customer_id,order_date,amount', ...lines, ''].join('\n')),
    madeUp('customers.csv', ['customer_id,city,source', ...people, ''].join('\n')),
  ];
}

for (const lang of ['en', 'zh-CN'] as const) {
  const en = lang === 'en';
  test.describe(lang, () => {
    test.use({ locale: lang });

    test(`people of a segment, what sets them apart, and where they come from (${lang})`, async ({
      app,
    }) => {
      const summary = await app.choose(...shop());
      expect(summary.customers).toBe(60);
      await app.room.locator('#tab-people').click();
      const people = app.room.locator('ct-people');
      await people.locator('select[data-people-scheme]').selectOption('value');
      const high = people.locator('.persona').first();
      await expect(high.locator('h3')).toHaveText(en ? 'High value' : '高价值客户');
      await expect(high.locator('.apart')).toContainText('Ulm');
      await expect(high.locator('.apart')).toContainText(en ? '× ' : '倍');
      await expect(people.locator('.persona')).toHaveCount(3);

      // The cards as a page of their own: it says the same, runs nothing and may ask nobody.
      const downloading = app.page.waitForEvent('download');
      await people.locator('[data-print]').click();
      const printed = await readFile(await (await downloading).path(), 'utf8');
      expect(printed).toContain("default-src 'none'");
      expect(printed).toContain(en ? 'High value' : '高价值客户');
      expect(printed.match(/<article/g)).toHaveLength(3);
      expect(printed).not.toMatch(/<script|<button|<!--/);

      // One dot a customer, and the same as a table for those who do not see it.
      await people.locator('.scatter summary').click();
      await expect(people.locator('.scatter tbody tr')).toHaveCount(3);

      // Twenty of the eighty never ordered, and all of them came by the web.
      const rates = people.locator('.acquisition');
      await rates.locator('summary').click();
      await expect(rates.locator('tbody tr').first()).toContainText('fair');
      await expect(rates.locator('tbody tr').first()).toContainText('100%');
      await expect(rates.locator('tbody tr').last()).toContainText('67.7%');

      // From the card to the customers themselves.
      const count = Number(/\d+/.exec((await high.locator('header p').textContent()) ?? '')?.[0]);
      await high.locator('button').click();
      await expect(app.element.locator('#tab-customers')).toHaveAttribute('aria-selected', 'true');
      const overview = app.element.locator('.chips .chip');
      await expect(overview).toHaveCount(1);
      await expect(app.element.locator('#tab-customers .number')).toHaveText(String(count));
    });

    test(`a customer's card says what would change it (${lang})`, async ({ app }) => {
      await app.choose(...shop());
      await app.openCustomers();
      await app.room.locator('[role=gridcell]').last().click();
      const next = app.room.locator('dialog.drawer [data-next]');
      await expect(next.locator('h3')).toHaveText(en ? 'What would change it' : '怎样才会改变');
      await expect(next.locator('li').first()).toContainText(
        en ? /To reach|No segment is better/ : /即可升到|已是最好/,
      );
      await expect(next).toContainText(en ? 'falls to' : '降为');
    });
  });
}
