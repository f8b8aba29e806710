// Only what cannot be known is asked, on one screen, with one confirm.

import { doubtful, orders } from './files';
import { expect, test } from './fixtures';

test('day or month first: one question, one answer', async ({ app }) => {
  await app.offer(doubtful());
  const question = app.element.locator('.question');
  await expect(question).toHaveCount(1);
  await expect(question).toContainText('order_date');
  await expect(app.element.locator('.sample')).toBeVisible();
  // The evidence is from the file.
  await expect(question).toContainText(/\d+\/\d+\/2024/);
  const answers = question.getByRole('button');
  await expect(answers).toHaveCount(2);

  await question.getByRole('button', { name: /Day first/ }).click();
  await expect(question.getByRole('button', { name: /Day first/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  const byDay = await app.again(() => app.element.locator('[data-confirm]').click());
  expect(byDay.customers).toBe(20);
  expect(byDay.rows_rejected).toBe(0);
  await expect(app.room.locator('ct-differentiate')).toContainText('20');
  expect((await app.state()).recipe?.import.date_order).toBe('day_month_year');

  // And the other way round, from the data room.
  await app.go('identify');
  await app.room.getByRole('button', { name: 'Change the columns' }).click();
  await app.element
    .locator('.question')
    .getByRole('button', { name: /Month first/ })
    .click();
  const byMonth = await app.again(() => app.element.locator('[data-confirm]').click());
  expect(byMonth.last_day).not.toBe(byDay.last_day);
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
