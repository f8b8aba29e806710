// The wrong file, then the right one: each refusal says what this file is and what to do, and costs nothing that was there.

import type { App, Chosen } from './app';
import { hasRealFiles, madeUp, orders, picture, productList, real, WHY_SKIPPED } from './files';
import { expect, test } from './fixtures';

interface Case {
  readonly name: string;
  readonly file: () => Chosen;
  readonly en: RegExp;
  readonly zh: RegExp;
  /** A look at the columns could mend it: the mapping screen is open then. */
  readonly asks?: boolean;
}

const cases: Case[] = [
  {
    name: 'photo.xlsx',
    file: () => picture('photo.xlsx'),
    en: /This is not a spreadsheet \(it looks like .*\)/,
    zh: /这不是表格文件（看起来是 .*）/,
  },
  {
    name: 'nothing.csv',
    file: () => madeUp('nothing.csv', ''),
    en: /The file is empty/,
    zh: /文件是空的/,
  },
  {
    name: 'products.csv',
    file: () => productList('products.csv'),
    en: /No column says who the customer is\. Found: .*sku/,
    zh: /没有一列能看出客户是谁。读到的表头：.*sku/,
    asks: true,
  },
  {
    name: 'notes.json',
    file: () => madeUp('notes.json', '{"hello": 1}'),
    en: /This is not a recipe/,
    zh: /这不是方案文件/,
  },
];

for (const lang of ['en', 'zh'] as const) {
  test.describe(lang, () => {
    test.use({ locale: lang === 'en' ? 'en-GB' : 'zh-CN' });

    test(`each wrong file has its own message, then the right one is read (${lang})`, async ({
      app,
    }) => {
      const before = await app.choose(orders('first.csv', 25));
      for (const wrong of cases) await refused(app, wrong, lang, before.customers);
      const after = await app.choose(orders('second.csv', 10, 'D'));
      expect(after.customers).toBe(35);
      await expect(app.notices).toHaveCount(0);
    });

    test(`the first file may be wrong (${lang})`, async ({ app }) => {
      for (const wrong of cases) await refused(app, wrong, lang, null);
      const { customers } = await app.choose(orders('right.csv', 10));
      expect(customers).toBe(10);
      await expect(app.notices).toHaveCount(0);
    });

    test(`a good file beside wrong ones is read (${lang})`, async ({ app }) => {
      await app.offer(orders('good.csv', 12), picture('photo.xlsx'), madeUp('nothing.csv', ''));
      await expect(app.notices).toHaveCount(2);
      await expect(app.room.locator('ct-differentiate')).toContainText('12');
      expect((await app.summary()).customers).toBe(12);
    });

    test(`real wrong files, then a real right one (${lang})`, async ({ app }) => {
      test.skip(!hasRealFiles, WHY_SKIPPED);
      const before = await app.choose(orders('first.csv', 25));
      const wrong: Case[] = [
        {
          name: 'pass_protected.xlsx',
          file: () => real('hostile/calamine/pass_protected.xlsx'),
          en: /The workbook asks for a password\./,
          zh: /工作簿设有密码/,
        },
        {
          name: 'cosmetic_taobao_products.csv',
          file: () => real('transactions/cosmetic_taobao_products.csv'),
          en: /No column says who the customer is\. Found: /,
          zh: /没有一列能看出客户是谁。读到的表头：/,
          asks: true,
        },
      ];
      for (const one of wrong) await refused(app, one, lang, before.customers);
      const { customers } = await app.choose(real('transactions/superstore.csv'));
      expect(customers).toBe(793 + 25);
    });
  });
}

/** @param kept customers that were there before and must still be */
async function refused(app: App, wrong: Case, lang: 'en' | 'zh', kept: number | null) {
  const messages = await app.chooseInVain(wrong.file());
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain(wrong.name);
  expect(messages[0]).toMatch(wrong[lang]);
  expect(messages[0]?.split('\n').filter(Boolean).length).toBeGreaterThanOrEqual(3);
  await expect(app.notices.first()).toBeVisible();
  if (wrong.asks) await leaveMapping(app);
  const { phase, results } = await app.state();
  expect(phase).toBe(kept === null ? 'empty' : 'ready');
  expect(results?.summary.customers ?? null).toBe(kept);
  if (kept !== null) await expect(app.room.locator('ct-differentiate')).toContainText(String(kept));
}

async function leaveMapping(app: App): Promise<void> {
  await app.element.locator('.mapping-confirm button').first().click();
  await expect(app.element.locator('.mapping')).toHaveCount(0);
}
