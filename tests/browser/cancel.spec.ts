// Stopping a large import half-way: at once, and without losing what was there.

import { orders } from './files';
import { expect, test } from './fixtures';
import { million } from './global-setup';

test('cancel half-way, then a small file', async ({ app }) => {
  const before = await app.choose(orders('first.csv', 25));
  await app.offer(million());
  await app.frame.waitForFunction(() => {
    const state =
      document.querySelector<import('./app').CustomerTiersElement>('customer-tiers')?.state;
    return state?.phase === 'importing' && (state.work?.progress?.rows ?? 0) > 0;
  });
  await expect(app.room.getByText('million.csv')).toBeVisible();
  const start = performance.now();
  await app.room.getByRole('button', { name: 'Cancel' }).click();
  await expect(app.room.locator('ct-differentiate')).toContainText('25');
  expect(performance.now() - start).toBeLessThan(3_000);
  await expect(app.notices).toHaveCount(0);
  expect((await app.summary()).customers).toBe(before.customers);

  const after = await app.choose(orders('second.csv', 10, 'D'));
  expect(after.customers).toBe(35);
  expect(after.tables.map(({ file }) => file)).toEqual(['first.csv', 'second.csv']);
});

test('cancel the very first import', async ({ app }) => {
  await app.offer(million());
  await app.room.getByRole('button', { name: 'Cancel' }).click();
  await expect(app.element.locator('[data-sample]')).toBeVisible();
  const { customers } = await app.choose(orders('small.csv', 10));
  expect(customers).toBe(10);
});
