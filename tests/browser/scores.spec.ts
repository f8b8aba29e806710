// Scores: weights that are dragged, a sheet of points that is written, and the card that says where points come from.

import type { Locator } from '@playwright/test';
import type { App } from './app';
import { madeUp } from './files';
import { expect, test } from './fixtures';

async function openScores(app: App): Promise<Locator> {
  await app.go('differentiate');
  await app.element.locator('#tab-scores').click();
  const scores = app.room.locator('ct-scores');
  await scores.locator('.score-best .link').first().waitFor();
  return scores;
}

test('weights move the score at once, a sheet is written, and the card says where points come from', async ({
  app,
  page,
}) => {
  await app.trySample();
  const scores = await openScores(app);
  await expect(scores.locator('[data-sum]')).toHaveText('Weights add up to 100');

  // By keyboard: from 30 to 31, then one step of undo takes it back.
  const slider = scores.locator('[data-factor=revenue] input[type=range]');
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await expect(scores.locator('[data-sum]')).toHaveText('Weights add up to 101');
  expect((await app.state()).recipe?.value_score.factors[0]?.weight).toBe(31);
  await page.keyboard.press('Control+z');
  await expect(scores.locator('[data-sum]')).toHaveText('Weights add up to 100');

  // Leaving everything else out leaves the best by revenue.
  const best = scores.locator('.score-best tbody tr');
  await scores.locator('[data-factor=revenue] .weight-field').fill('1000');
  await scores.locator('[data-factor=revenue] .weight-field').blur();
  await expect(scores.locator('[data-factor=revenue] b')).toHaveText('93%');
  await expect(best.first().locator('td').nth(1)).not.toBeEmpty();

  // Two points for each order, and ten for whoever ordered at least three times.
  await scores.locator('[data-add-sheet]').click();
  await expect(best.first()).toBeVisible();
  await scores.locator('[data-add-rule]').click();
  await scores.locator('[data-rule="1"] [data-who]').selectOption('some');
  await scores.locator('[data-rule="1"] .leaf [data-value]').fill('3');
  await scores.locator('[data-rule="1"] .leaf [data-value]').blur();
  await expect
    .poll(async () => (await app.state()).recipe?.points)
    .toEqual([
      {
        id: 'sheet-1',
        name: 'Point sheet 1',
        rules: [
          { points: 2, per: { metric: 'frequency', step: 1 } },
          { points: 10, when: { all: [{ metric: { of: 'frequency', at_least: 3 } }] } },
        ],
      },
    ]);

  // The best customer's total is what its card adds up.
  await expect.poll(async () => (await app.state()).isPending).toBe(false);
  const first = best.first();
  const total = Number(await first.locator('td').nth(1).innerText());
  await first.locator('.link').click();
  const card = app.room.locator('dialog.drawer [data-scores-card]');
  const line = card.locator('.score-line', { hasText: 'Point sheet 1' });
  await expect(line.locator('summary b')).toHaveText(String(total));
  await line.locator('summary').click();
  await expect(line.locator('tbody tr').first()).toContainText(`${(total - 10) / 2} ×`);
  await expect(line.locator('tbody tr').nth(1)).toContainText('Orders ≥ 3');
});

test('prospects stand beside the segments and are scored as leads', async ({ app }) => {
  const orders = 'customer_id,date,amount\nC1,2024-01-05,100\nC2,2024-02-06,80\nC3,2024-03-07,60\n';
  const list = 'customer_id,customer_name,hobby\nC1,Ann,chess\nP1,Pat,hiking\nP2,Quin,\n';
  const summary = await app.choose(madeUp('orders.csv', orders), madeUp('list.csv', list));
  expect([summary.customers, summary.customers_without_orders]).toEqual([3, 2]);
  await app.go('differentiate');
  const row = app.room.locator('.segments [data-prospects]');
  await expect(row).toContainText('Prospects');
  await expect(row).toContainText('2');

  await app.setRecipe({
    points: [
      {
        id: 'lead',
        name: 'Lead',
        rules: [{ points: 5, when: { attribute: { of: 'own:hobby', is: ['hiking'] } } }],
      },
    ],
  });
  const scores = await openScores(app);
  await scores.locator('[data-score="points:lead"]').click();
  const leads = scores.locator('.score-leads tbody tr');
  await expect(leads).toHaveText([/Pat\s*5/, /Quin\s*0/]);
  await leads.first().locator('.link').click();
  const card = app.room.locator('dialog.drawer [data-scores-card]');
  await expect(card.locator('.score-line')).toHaveText(/Lead\s*5/);
});

test.describe('zh-CN', () => {
  test.use({ locale: 'zh-CN' });
  test('权重、积分表与各细分的分数', async ({ app }) => {
    await app.trySample();
    const scores = await openScores(app);
    await expect(scores.locator('[data-sum]')).toHaveText('权重合计 100');
    await expect(scores.locator('.score-spread .sentence')).toContainText('位客户中有一半达到');
    await scores.locator('[data-score=loyalty]').click();
    await expect(scores.locator('.score-means')).toContainText('距首次下单的天数');
    await expect(scores.locator('.score-table thead')).toContainText('购买力');
  });
});
