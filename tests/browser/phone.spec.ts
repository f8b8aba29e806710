// On a phone, without a pointer, in both languages: the columns of a file are settled, and the duplicates.

import type { App } from './app';
import { focus, tabTo } from './by-keyboard';
import { doubtful, twins } from './files';
import { expect, test } from './fixtures';

const WIDTH = 320;
const words = {
  en: {
    identify: /Identify/,
    columns: /Change the columns/,
    role: /^Role of “brutto”/,
    confirm: /Yes, continue/,
    duplicates: /^Duplicates/,
    group: /^Group 1,/,
    merged: /^Group 1,.*will be merged/,
    apply: /^Apply 1 decision/,
  },
  'zh-CN': {
    identify: /识别/,
    columns: /修改列的用途/,
    role: /^“brutto”的用途/,
    confirm: /没问题，继续/,
    duplicates: /^客户去重/,
    group: /^第 1 组/,
    merged: /^第 1 组.*将合并/,
    apply: /^应用 1 项/,
  },
} as const;

async function fits(app: App): Promise<void> {
  const wide = await app.frame.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(WIDTH);
}

for (const lang of ['en', 'zh-CN'] as const) {
  const named = words[lang];
  test.describe(lang, () => {
    test.use({ locale: lang, viewport: { width: WIDTH, height: 720 } });

    test(`columns are settled by keyboard alone (${lang})`, async ({ app, page }) => {
      await app.offer(doubtful());
      await expect(app.element.locator('.question')).toHaveCount(1);
      await fits(app);
      await app.frame.focus('body');
      await tabTo(app, named.confirm);
      const first = await app.again(() => page.keyboard.press('Enter'));
      expect(first.revenue).toBe(60 * 100.5 + (59 * 60) / 2);

      // And another amount, from the room.
      await app.frame.focus('body');
      await tabTo(app, named.identify, 'nav');
      await page.keyboard.press('Enter');
      await tabTo(app, named.columns);
      await page.keyboard.press('Enter');
      await fits(app);
      await tabTo(app, named.role, 'select');
      const role = app.element.locator('select:focus');
      for (let step = 0; step < 60 && (await role.inputValue()) !== 'amount'; step += 1)
        await page.keyboard.press('ArrowDown');
      await expect(role).toHaveValue('amount');
      await tabTo(app, named.confirm);
      const second = await app.again(() => page.keyboard.press('Enter'));
      expect(second.revenue).toBe(60 * 300.25 - 59 * 60);
    });

    test(`duplicates are decided by keyboard alone (${lang})`, async ({ app, page }) => {
      const before = await app.choose(twins());
      await app.frame.focus('body');
      await tabTo(app, named.identify, 'nav');
      await page.keyboard.press('Enter');
      await tabTo(app, named.duplicates, 'nav');
      await page.keyboard.press('Enter');
      await app.element.locator('[data-group]').first().waitFor();
      await fits(app);
      await tabTo(app, named.group);
      await page.keyboard.press('m');
      expect((await focus(app.frame)).text).toMatch(named.merged);
      await tabTo(app, named.apply);
      const after = await app.again(() => page.keyboard.press('Enter'));
      expect(after.customers).toBeLessThan(before.customers);
    });
  });
}
