// What customers say, whether it works, what was changed and why, what the team has to know, and files for others.

import type { Locator } from '@playwright/test';
import type { App } from './app';
import { madeUp } from './files';
import { expect, test } from './fixtures';

/** Ninety customers over ten months; every third one is the control group. The last customers complain and suggest. */
function shop() {
  const id = (at: number) => `C${String(at).padStart(2, '0')}`;
  const orders = Array.from({ length: 90 }, (_, at) => at).flatMap((at) =>
    Array.from({ length: 10 }, (_, month) => month)
      .filter((month) => (at + month) % (1 + (at % 3)) === 0)
      .map((month) => {
        const day = `2024-${String(month + 1).padStart(2, '0')}-${String(1 + (at % 27)).padStart(2, '0')}`;
        return `O${at}-${month},${id(at)},${day},${50 + at}.00`;
      }),
  );
  const people = Array.from({ length: 90 }, (_, at) => {
    const group = at % 3 === 0 ? 'control' : 'new';
    return `${id(at)},Person ${at},1380013${String(8000 + at)},p${at}@example.com,${at % 2 ? 'Ulm' : 'Bonn'},${group}`;
  });
  const said = Array.from({ length: 40 }, (_, at) => {
    const day = `2024-${String(1 + (at % 10)).padStart(2, '0')}-15`;
    if (at < 30) return `${id(at)},${day},${1 + (at % 5)},review,fine,`;
    if (at < 36)
      return `${id(at)},${day},,complaint,delivery was late,${at % 2 ? 'open' : 'resolved'}`;
    return `${id(at)},${day},,suggestion,please offer more colours,`;
  });
  return [
    madeUp('orders.csv', ['order_id,customer_id,order_date,amount', ...orders, ''].join('\n')),
    madeUp('customers.csv', ['customer_id,name,phone,email,city,group', ...people, ''].join('\n')),
    madeUp(
      'feedback.csv',
      ['customer_id,review date,satisfaction,feedback type,comment,status', ...said, ''].join('\n'),
    ),
  ];
}

async function opened(app: App, tab: 'feedback' | 'effect' | 'log' | 'playbook'): Promise<Locator> {
  await app.room.locator(`#tab-${tab}`).click();
  return app.room.locator(`ct-${tab}`);
}

for (const lang of ['en', 'zh-CN'] as const) {
  const en = lang === 'en';
  test.describe(lang, () => {
    test.use({ locale: lang });

    test(`feedback by tier, by month, and who waits (${lang})`, async ({ app }) => {
      await app.choose(...shop());
      await app.go('interact');
      const feedback = await opened(app, 'feedback');
      await expect(feedback.locator('h3').first()).toHaveText(
        en ? '40% of 30 ratings are satisfied' : '30 条评价中，40% 表示满意',
      );
      // Everybody and three tiers.
      await expect(feedback.locator('.feedback-tiers tbody tr')).toHaveCount(4);
      await expect(feedback.locator('.feedback-months .as-table tbody tr')).toHaveCount(10);
      // Three complaints are open, twelve ratings are bad and nobody was in touch.
      await expect(feedback.locator('.feedback-matters .sentence')).toContainText(
        en ? '3 open complaints' : '未解决的投诉 3 起',
      );
      await expect(feedback.locator('.feedback-matters tbody tr')).toHaveCount(15);
      await expect(feedback.locator('.feedback-suggestions tbody tr')).toHaveText(/4/);
      const file = await app.saved(feedback.locator('[data-save-feedback]'));
      expect(file.text).toContain(en ? 'Everybody,30,0.4' : '全部客户,30,0.4');
    });

    test(`effect, its control group, the log and the playbook (${lang})`, async ({ app }) => {
      await app.choose(...shop());
      await app.go('interact');
      const effect = await opened(app, 'effect');
      await expect(effect.locator('h3').first()).toContainText(
        en ? 'Sept 2024 against Aug 2024' : '2024年9月 对比 2024年8月',
      );
      await expect(effect).toContainText(en ? 'No control group' : '没有对照组');
      await effect
        .locator('summary')
        .filter({ hasText: en ? 'Which periods' : '比较哪两个周期' })
        .click();
      await app.again(() =>
        effect
          .locator('select')
          .nth(2)
          .selectOption({ label: en ? 'group is control' : 'group为“control”' }),
      );
      await expect(effect).toContainText(
        en ? 'control group of 30 customers' : '30 位客户的对照组',
      );
      await expect(effect.locator('.effect-orders tbody tr').last()).toContainText(
        en ? 'Everybody' : '全部客户',
      );

      // Days of one's own choice: what does not fit is said and stays out of the recipe.
      const own = en ? 'Days of my choice' : '自选日期';
      await app.again(() => effect.locator('select').first().selectOption({ label: own }));
      await app.again(() => effect.locator('[data-span=before-from]').fill('2024-07-01'));
      await expect(effect.locator('h3').first()).toContainText(
        en
          ? 'Sept 2024 against 1 Jul 2024 – 31 Aug 2024'
          : '2024年9月 对比 2024年7月1日 – 2024年8月31日',
      );
      await expect(effect).toContainText(en ? '30 days against 62' : '30 天和 62 天');
      await effect.locator('[data-span=after-from]').fill('2024-08-15');
      await expect(effect.getByRole('alert')).toContainText(
        en ? 'end before the second one begins' : '前一段要在后一段开始之前结束',
      );
      expect((await app.state()).recipe?.review.spans?.after.from).toBe('2024-09-01');

      // A strategy is changed; the log asks why.
      const { recipe } = await app.state();
      const high = Object.entries(recipe?.interact ?? {}).find(([tier]) => tier === 'high')?.[1];
      if (!recipe || !high) throw new Error('there is a strategy for the best');
      await app.setRecipe({
        ...recipe,
        interact: { ...recipe.interact, high: { ...high, contacts_per_year: 18 } },
      });
      const log = await opened(app, 'log');
      await expect(log.locator('li')).toContainText('12 → 18');
      await log.locator('[data-reason]').fill('fewer orders');
      await app.again(() => log.locator('[data-note]').click());
      await expect(log.locator('tbody tr')).toContainText('fewer orders');
      await expect(log.locator('li')).toHaveCount(0);

      const playbook = await opened(app, 'playbook');
      await expect(playbook.locator('article')).toHaveCount(3);
      await expect(playbook.locator('article').first()).toContainText(
        en ? '18 contacts a year' : '每年联系 18 次',
      );
      const file = await app.saved(playbook.locator('[data-save-playbook]'));
      expect(file.name).toMatch(/\.html$/);
      expect(file.text).toContain("default-src 'none'");
      expect(file.text).not.toContain('<script');
    });

    test(`files for others, and a screen that shows nobody (${lang})`, async ({ app }) => {
      await app.choose(...shop());
      const menu = await app.openMenu('export');
      await menu.locator('.menu-item').last().click();
      const form = app.element.locator('dialog.sharing ct-sharing');
      await expect(form.locator('.sharing-report')).toContainText(en ? '90 rows' : '90 行');
      const crm = await app.saved(form.locator('[data-save-shared]'));
      expect(crm.text).toContain('客户名称,客户编号,客户级别');

      await form.locator('input[value=anonymous]').check();
      await expect(form.locator('table')).toContainText(en ? 'Customer since' : '成为客户的时间');
      const anonymous = await app.saved(form.locator('[data-save-shared]'));
      expect(anonymous.text).not.toMatch(/Person|C0|example/);

      await form.locator('input[value=pseudonymised]').check();
      await expect(form.locator('[data-save-shared]')).toHaveCount(0);
      await form.locator('.sharing-fields button').click();
      const renamed = await app.saved(form.locator('[data-save-shared]'));
      expect(renamed.text).not.toMatch(/Person|C0|example/);
      await app.page.keyboard.press('Escape');

      await (await app.openMenu('settings')).locator('[data-mask]').check();
      await app.page.keyboard.press('Escape');
      await app.openCustomers();
      const cells = app.element.locator('[role=gridcell]');
      await expect(cells.filter({ hasText: 'P**' }).first()).toBeVisible();
      await expect(cells.filter({ hasText: 'Person' })).toHaveCount(0);
    });
  });
}
