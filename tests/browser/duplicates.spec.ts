// Customers who are there twice: found, compared, merged or kept apart, by pointer and by key, and taken back.

import type { Locator } from '@playwright/test';
import type { App } from './app';
import { twins } from './files';
import { expect, test } from './fixtures';

/** The group of the customer with this id. */
async function groupOf(app: App, id: string): Promise<Locator> {
  const part = await app.openPart('duplicates');
  return part.locator('[data-group]', { has: app.frame.getByText(id, { exact: true }) }).first();
}

test('two ids of one person: compared, merged, undone', async ({ app, page }) => {
  const before = await app.choose(twins());
  expect(before.customers).toBe(22);
  const group = await groupOf(app, 'D001');
  await expect(group).toContainText('C001');
  // How they agree is told by signs and words, and what merging gives stands beside it.
  await expect(group.locator('.compare-row.same').first()).toContainText('(same)');
  await expect(group.locator('.compare-merged .what').first()).toContainText('Anna Keller');
  await expect(group).toHaveAttribute('data-standing', 'open');

  await group.focus();
  await page.keyboard.press('m');
  await expect(group).toHaveAttribute('data-standing', 'willMerge');
  await expect(group).toBeFocused();
  await expect(app.element.locator('.apply-bar')).toContainText('1 decision not applied yet');
  const merged = await app.apply();
  expect(merged.customers).toBe(21);
  expect(merged.orders).toBe(before.orders);
  await expect(await groupOf(app, 'D001')).toHaveAttribute('data-standing', 'isMerged');

  await (await groupOf(app, 'D001')).getByRole('button', { name: /^Undo/ }).click();
  expect((await app.apply()).customers).toBe(22);
});

test('arrows go from group to group; letters typed into a field decide nothing', async ({
  app,
  page,
}) => {
  await app.choose(twins());
  const part = await app.openPart('duplicates');
  const groups = part.locator('[data-group]');
  await groups.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(groups.nth(1)).toBeFocused();
  await page.keyboard.press('a');
  await expect(groups.nth(1)).toHaveAttribute('data-standing', 'willApart');
  await page.keyboard.press('u');
  await expect(groups.nth(1)).toHaveAttribute('data-standing', 'open');
  await page.keyboard.press('ArrowUp');
  await expect(groups.first()).toBeFocused();
  // Screen readers hear what was decided.
  await page.keyboard.press('m');
  await expect(part.locator('[role=status]')).toContainText('Group 1: will be merged');
  await part.locator('summary').click();
  await part.locator('input[type=number]').focus();
  await page.keyboard.press('u');
  await expect(groups.first()).toHaveAttribute('data-standing', 'willMerge');
});

test('what is kept apart stays apart when certain ones are merged by themselves', async ({
  app,
}) => {
  await app.choose(twins());
  await (await groupOf(app, 'D001')).getByRole('button', { name: /^Keep apart/ }).click();
  expect((await app.apply()).customers).toBe(22);
  const part = await app.openPart('duplicates');
  await app.again(() => part.locator('[data-certain]').click());
  expect((await app.state()).recipe?.cleaning.duplicates.merge).toBe('certain');
  await expect(await groupOf(app, 'D001')).toHaveAttribute('data-standing', 'isApart');
  const back = await app.again(() => part.locator('[data-certain]').click());
  expect(back.customers).toBe(22);
});

test('all certain ones at once, and back', async ({ app }) => {
  await app.choose(twins());
  const part = await app.openPart('duplicates');
  const { certain, customers } = (await app.state()).curation.duplicates?.page ?? {};
  expect(certain).toBeGreaterThan(0);
  await expect(part.locator('[data-certain]')).toContainText(String(certain));
  const merged = await app.again(() => part.locator('[data-certain]').click());
  expect(merged.customers).toBeLessThan(22);
  expect(merged.customers).toBeGreaterThanOrEqual(22 - (customers ?? 0));
  expect((await app.again(() => part.locator('[data-certain]').click())).customers).toBe(22);
});

test('whose values are kept is a rule of the recipe', async ({ app }) => {
  await app.choose(twins());
  const part = await app.openPart('duplicates');
  await part.locator('summary').click();
  await app.again(() => part.getByLabel('The merged customer keeps').selectOption('first'));
  await app.again(() => part.getByLabel('Phone').selectOption('most_complete'));
  const { duplicates } = (await app.state()).recipe?.cleaning ?? {};
  expect([duplicates?.keep, duplicates?.fields]).toEqual(['first', { phone: 'most_complete' }]);
});
