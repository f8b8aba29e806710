// Only what cannot be known is asked, on one screen, with one confirm.

import { ambiguousDays, doubtful, orders } from './files';
import { expect, test } from './fixtures';

test('two columns with amounts: one question, one answer', async ({ app }) => {
  await app.offer(doubtful());
  const question = app.element.locator('.question');
  await expect(question).toHaveCount(1);
  await expect(question).toContainText('Which column is “Amount”?');
  await expect(app.element.locator('.sample')).toBeVisible();
  const answer = (name: string) => question.getByRole('button', { name, exact: true });
  await expect(question.getByRole('button')).toHaveCount(2);

  await answer('订单金额').click();
  await expect(answer('订单金额')).toHaveAttribute('aria-pressed', 'true');
  await expect(answer('销售额')).toHaveAttribute('aria-pressed', 'false');
  const byOrder = await app.again(() => app.element.locator('[data-confirm]').click());
  expect([byOrder.customers, byOrder.rows_rejected]).toEqual([20, 0]);
  expect(byOrder.revenue).toBe(60 * 300.25 - 59 * 60);
  await expect(app.room.locator('ct-differentiate')).toContainText('20');
  expect((await app.state()).recipe?.mapping.amount).toEqual(['订单金额']);

  // And the other way round, from the data room.
  await app.go('identify');
  await app.room.getByRole('button', { name: 'Change the columns' }).click();
  await app.element.getByLabel('Role of “销售额”').selectOption('amount');
  const bySales = await app.again(() => app.element.locator('[data-confirm]').click());
  expect(bySales.revenue).toBe(60 * 100.5 + (59 * 60) / 2);
});

test('day or month first: asked when no day tells', async ({ app }) => {
  await app.offer(ambiguousDays());
  const question = app.element.locator('.question');
  await expect(question).toHaveCount(1);
  await expect(question).toContainText('order_date');
  // The evidence is from the file.
  await expect(question).toContainText(/\d+\/\d+\/2024/);
  await question.getByRole('button', { name: /Day first/ }).click();
  await app.again(() => app.element.locator('[data-confirm]').click());
  expect((await app.state()).recipe?.import.date_order).toBe('day_month_year');
});

test('a role can be given to another column', async ({ app }) => {
  const file = orders('orders.csv', 20);
  await app.choose(file);
  await app.go('identify');
  await app.room.getByRole('button', { name: 'Change the columns' }).click();
  await app.element.getByLabel('Role of “order_id”').selectOption('customer_id');
  const { customers } = await app.again(() => app.element.locator('[data-confirm]').click());
  expect(customers).toBe(60);
});

test('leaving the questions takes the file back', async ({ app }) => {
  const before = await app.choose(orders('first.csv', 25));
  await app.offer(doubtful());
  await expect(app.element.locator('.question')).toHaveCount(1);
  await app.element.locator('.mapping-confirm').getByRole('button', { name: 'Cancel' }).click();
  await expect(app.room.locator('ct-differentiate')).toContainText('25');
  expect(await app.summary()).toEqual(before);
});
