// A text file that could be in several encodings: the same lines in each, one answer, and every row as it was written.

import type { App } from './app';
import { madeUp, orders } from './files';
import { expect, test } from './fixtures';

/** 李敏 in GBK: four bytes that can be read in many ways. */
const NAME = Buffer.from([0xc0, 0xee, 0xc3, 0xf4]);

/** Orders of twelve customers, of whom the first has that name and the others have names of plain letters. */
function inDoubt() {
  const [header = '', ...lines] = orders('x', 12).buffer.toString().trimEnd().split('\n');
  const named = lines.map((line) => {
    const customer = line.split(',')[1] ?? '';
    const name = customer === 'C000' ? NAME : Buffer.from(`Name ${customer}`);
    return Buffer.concat([Buffer.from(`${line},`), name, Buffer.from('\n')]);
  });
  return madeUp('names.csv', Buffer.concat([Buffer.from(`${header},customer_name\n`), ...named]));
}

/** The name of a customer as the list shows it. */
async function nameOf(app: App, id: string): Promise<string | undefined> {
  const page = await app.frame.evaluate(() =>
    document
      .querySelector<import('./app').CustomerTiersElement>('customer-tiers')
      ?.customers({ sort: 'customer_id', limit: 20 }),
  );
  return page?.rows.find(({ customer_id }) => customer_id === id)?.customer_name;
}

for (const [locale, question, label] of [
  ['en-GB', 'Which of these can be read? (names.csv)', 'GB18030 / GBK'],
  ['zh-CN', '哪一种读得通？（names.csv）', 'GB18030 / GBK（简体中文）'],
] as const) {
  test.describe(locale, () => {
    test.use({ locale });

    test('three readings, one is chosen, and the rows are right', async ({ app }) => {
      await app.offer(inDoubt());
      const asked = app.element.getByRole('group', { name: question });
      const readings = asked.getByRole('button');
      await expect(readings).toHaveCount(3);
      const right = readings.filter({ hasText: '李敏' });
      const wrong = readings.filter({ hasNotText: '李敏' }).last();
      await expect(right).toContainText(label);
      const sample = app.element.locator('.sample');

      // The wrong one is seen to be wrong at once, and the others stay in sight.
      await wrong.click();
      await expect(wrong).toHaveAttribute('aria-pressed', 'true');
      await expect(sample).toContainText('C000');
      await expect(sample).not.toContainText('李敏');
      await expect(readings).toHaveCount(3);

      // By keyboard, as everything.
      await right.focus();
      await app.page.keyboard.press('Enter');
      await expect(sample).toContainText('李敏');
      await expect(right).toHaveAttribute('aria-pressed', 'true');

      const summary = await app.again(() => app.element.locator('[data-confirm]').click());
      expect([summary.customers, summary.rows_used, summary.rows_rejected]).toEqual([12, 36, 0]);
      expect((await app.state()).recipe?.import.encoding?.toLowerCase()).toBe('gb18030');
      expect(await nameOf(app, 'C000')).toBe('李敏');
      expect(await nameOf(app, 'C001')).toBe('Name C001');
    });
  });
}
