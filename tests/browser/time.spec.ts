// The time machine: tiers over time, who moved, cohorts, the back-test, and a rule that keeps tiers from flapping.

import type { Locator } from '@playwright/test';
import type { App } from './app';
import { madeUp } from './files';
import { expect, test } from './fixtures';

type PartName = 'tiers' | 'moves' | 'cohorts' | 'test' | 'steady';

async function openTime(app: App, part: PartName): Promise<Locator> {
  await app.element.locator('#tab-time').click();
  await app.element.locator(`[data-time=${part}]`).click();
  const time = app.element.locator('ct-time');
  await time.locator('h1').waitFor();
  return time;
}

test('a day of the past by the slider, used as analysis day and left again', async ({
  app,
  page,
}) => {
  const before = await app.trySample();
  const time = await openTime(app, 'tiers');
  const slider = time.getByRole('slider');
  await expect(slider).toHaveAttribute('aria-valuetext', /\d{4}/);
  const latest = await slider.getAttribute('aria-valuetext');
  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(slider).toBeFocused();
  expect(await slider.getAttribute('aria-valuetext')).not.toBe(latest);
  // The figures beside the areas are those of the day, and add up to the customers of then.
  const sizes = await time.locator('.series-labels td:nth-child(2)').allInnerTexts();
  const then = sizes.reduce((sum, size) => sum + Number(size.replaceAll(',', '')), 0);
  expect(then).toBeLessThanOrEqual(before.customers);
  const past = await app.again(() => time.locator('[data-use-day]').click());
  expect(past.customers).toBe(then);
  expect(past.as_of < before.as_of).toBe(true);
  const now = await app.again(() =>
    time.getByRole('button', { name: 'Back to the latest day' }).click(),
  );
  expect(now.as_of).toBe(before.as_of);
});

test('who moved: figures, a cell, its names, a card with the earlier tiers', async ({
  app,
  page,
}) => {
  await app.trySample();
  const time = await openTime(app, 'moves');
  await expect(time.locator('h1')).toHaveText(/customers? moved up, [\d,]+ down/);
  const cells = time.locator('.matrix [data-cell]');
  await expect(cells).toHaveCount(12);
  const counts = (await cells.allInnerTexts()).map((text) => Number(text.replaceAll(',', '')) || 0);
  const summary = await app.summary();
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(summary.customers);

  // By keyboard to the next cell of the row.
  await cells.first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(cells.nth(1)).toHaveAttribute('aria-pressed', 'true');
  await time.locator('[data-moves=down]').click();
  const names = time.locator('.mover-table tbody tr');
  await expect(names.first()).toBeVisible();
  const down = Number(
    /down: ([\d,]+)/.exec((await time.locator('[data-moves=down]').innerText()) ?? '')?.[1],
  );
  expect(await names.count()).toBe(Math.min(20, down));

  await names.first().locator('button').click();
  const card = app.room.locator('dialog.drawer');
  await expect(card.locator('ct-tier-course')).toContainText(/since/);
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
});

test('cohorts and the back-test tell what came of it', async ({ app }) => {
  await app.trySample();
  const cohorts = await openTime(app, 'cohorts');
  await expect(cohorts.locator('h1')).toHaveText(/order again within three months/);
  const sizes = await cohorts.locator('.cohort-table tbody td:nth-child(2)').allInnerTexts();
  const { customers } = await app.summary();
  expect(
    sizes.reduce((sum, size) => sum + Number(size.replaceAll(',', '')), 0),
  ).toBeLessThanOrEqual(customers);

  const test_ = await openTime(app, 'test');
  await expect(test_.locator('h1')).toHaveText(/Had you used these tiers on/);
  const schemes = test_.locator('.compare tbody tr');
  expect(await schemes.count()).toBeGreaterThan(5);
  await schemes.locator('button', { hasText: 'ABC' }).click();
  await expect(test_.locator('[data-time-scheme]')).toHaveValue('abc');
  await expect(test_.locator('.lift tbody')).toContainText('A customers');
});

test('a rule is tried on the past, used, seen on the card, and turned off', async ({ app }) => {
  await app.trySample();
  const time = await openTime(app, 'steady');
  await expect(time.locator('h1')).toHaveText(
    /changes of tier would have fallen from [\d,]+ to [\d,]+/,
  );
  const [without = 0, with_ = 0] = (
    (await time.locator('h1').innerText()).match(/[\d,]+/g) ?? []
  ).map((text) => Number(text.replaceAll(',', '')));
  expect(with_).toBeLessThan(without);
  await app.again(() => time.locator('[data-use-rule]').click());
  expect((await app.state()).recipe?.steady).toEqual({
    periods: 2,
    period: 'month',
    grace_periods: 1,
  });
  await app.openCustomers();
  await app.room.locator('[role=gridcell]').first().click();
  await expect(app.room.locator('dialog.drawer')).toContainText('By today’s figures');
  await app.page.keyboard.press('Escape');
  const again = await openTime(app, 'steady');
  await app.again(() => again.locator('[data-stop-rule]').click());
  expect((await app.state()).recipe?.steady).toBeNull();
});

test('files without a past say so', async ({ app }) => {
  const days = 'customer_id,order_date,amount\na,2024-03-01,10\nb,2024-03-02,20\nc,2024-03-02,30\n';
  await app.choose(madeUp('short.csv', days));
  const time = await openTime(app, 'moves');
  await expect(time.locator('h1')).toHaveText(/no earlier day/);
  const ready =
    'customer_id,last_order,orders,revenue\na,2024-03-01,3,10\nb,2024-01-02,1,20\nc,2023-03-02,2,30\n';
  await app.choose(madeUp('ready.csv', ready));
  await expect((await openTime(app, 'tiers')).locator('h1')).toHaveText(
    /nothing is known of earlier days/,
  );
  await expect((await openTime(app, 'cohorts')).locator('h1')).toHaveText(
    /nothing is known of earlier days/,
  );
});

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('every part speaks Chinese', async ({ app }) => {
    await app.trySample();
    for (const [part, words] of [
      ['tiers', /位，比|持平/],
      ['moves', /位客户升级，[\d,]+ 位降级/],
      ['cohorts', /的新客户在三个月内再次下单/],
      ['test', /就用这套分层/],
      ['steady', /等级变动会从 [\d,]+ 次减少到 [\d,]+ 次/],
    ] as const) {
      const time = await openTime(app, part);
      await expect(time.locator('h1')).toHaveText(words);
      expect(await time.locator('.figure').first().innerText()).not.toMatch(/[a-z]{5,}/);
    }
  });
});
