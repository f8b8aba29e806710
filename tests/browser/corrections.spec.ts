// Values that were left out are corrected in place; corrections are undone, applied, saved, and come back from their file.

import type { Locator } from '@playwright/test';
import type { App } from './app';
import { faulty, madeUp } from './files';
import { expect, test } from './fixtures';

/** The cells of one kind of problem. */
async function cellsOf(app: App, code: string): Promise<Locator> {
  const part = await app.openPart('repairs');
  const problem = part.locator(`[data-code="${code}"]`);
  const opener = problem.locator('[data-rows]');
  if ((await opener.getAttribute('aria-expanded')) !== 'true') await opener.click();
  await problem.locator('[data-cell]').first().waitFor();
  return problem.locator('[data-cell]');
}

test('typed as in a spreadsheet, applied, and the rows are used', async ({ app, page }) => {
  const before = await app.choose(faulty());
  expect(before.rows_rejected).toBe(6);
  const cells = await cellsOf(app, 'date.unreadable');
  await expect(cells).toHaveCount(3);
  await cells.first().fill('2016-03-01');
  await page.keyboard.press('Enter');
  await expect(cells.nth(1)).toBeFocused();
  await page.keyboard.type('2016-03-02');
  await page.keyboard.press('ArrowUp');
  await expect(cells.first()).toBeFocused();
  await expect(cells.nth(1)).toHaveValue('2016-03-02');
  // Escape brings the original back, and the decision is gone.
  await page.keyboard.press('Escape');
  await expect(cells.first()).toHaveValue('whenever');
  await expect(app.element.locator('.apply-bar')).toContainText('1 decision not applied yet');
  await page.keyboard.type('2016-03-01');
  await page.keyboard.press('Tab');

  const after = await app.apply();
  expect(after.rows_used).toBe(before.rows_used + 2);
  await expect(app.element.locator('.apply-bar')).toContainText(
    '2 rows that were left out are used now',
  );
  // One row is left, and the rows that were being looked at are still open.
  await expect(await cellsOf(app, 'date.unreadable')).toHaveCount(1);
});

test('the same value everywhere, undone and redone', async ({ app }) => {
  const before = await app.choose(faulty());
  const cells = await cellsOf(app, 'date.unreadable');
  await cells.first().fill('2016-03-01');
  await cells.first().blur();
  await app.room.getByRole('button', { name: 'Replace every “whenever”' }).click();
  await expect(cells.nth(2)).toHaveValue('2016-03-01');
  const bar = app.element.locator('.apply-bar');
  for (let step = 0; step < 2; step += 1) await bar.getByRole('button', { name: 'Undo' }).click();
  await expect(cells.nth(2)).toHaveValue('whenever');
  await expect(bar).not.toContainText('not applied');
  const part = await app.openPart('corrections');
  for (let step = 0; step < 2; step += 1) await part.getByRole('button', { name: 'Redo' }).click();
  await expect(part.locator('.step')).toHaveText([/every|everywhere/]);
  expect((await app.apply()).rows_used).toBe(before.rows_used + 2);
});

test('saved, and dropped with the same file: everything is done again', async ({ app }) => {
  await app.choose(faulty());
  const cells = await cellsOf(app, 'date.unreadable');
  await cells.first().fill('2016-03-01');
  await cells.first().blur();
  const corrected = await app.apply();
  const part = await app.openPart('corrections');
  // It is said that this file is not like a recipe.
  await expect(part).toContainText('customers, unlike a recipe');
  const saved = await app.save('corrections');
  expect(saved.name).toBe('corrections.json');
  expect(saved.bytes.toString()).toContain('2016-03-01');

  await app.reload();
  await expect(app.element.locator('[data-sample]')).toBeVisible();
  const again = await app.drop(faulty(), madeUp(saved.name, saved.bytes));
  expect(again).toEqual(corrected);
  await app.openPart('corrections');
  await expect(app.room.locator('.step')).toHaveCount(1);
  // A reset forgets them: they hold customer data.
  await (await app.openMenu('settings')).getByText('Remove all data').click();
  expect((await app.state()).curation.applied).toEqual([]);
  expect((await app.choose(faulty())).rows_rejected).toBe(6);
});

test('every step stands in the log, and the log can be saved', async ({ app }) => {
  await app.choose(faulty());
  const cells = await cellsOf(app, 'amount.unreadable');
  await cells.first().fill('12.50');
  await cells.first().blur();
  await app.apply();
  const log = await app.openPart('log');
  await expect(log.getByRole('row', { name: /Values corrected by hand/ })).toContainText('1');
  const saved = await app.save('cleaning_log');
  expect(saved.name).toBe('cleaning-log.csv');
  expect(saved.bytes.toString()).toContain('corrected');
  await log.getByRole('button', { name: 'Go to the rule: Corrections' }).first().click();
  await expect(app.room.locator('[data-part=corrections]')).toBeVisible();
});

test('gaps, outliers and words for nobody are rules of the recipe', async ({ app }) => {
  const before = await app.choose(faulty());
  const gaps = await app.openPart('missing');
  const cleaning = async () => (await app.state()).recipe?.cleaning;
  if ((await gaps.locator('select').count()) > 0) {
    const first = gaps.locator('select').first();
    await app.again(() => first.selectOption('mode'));
    expect(Object.values((await cleaning())?.missing ?? {})).toEqual([{ fill: 'mode' }]);
  }
  const outliers = await app.openPart('outliers');
  await app.again(() => outliers.getByLabel('What to do with them').selectOption('winsorise'));
  expect((await cleaning())?.outliers.action).toBe('winsorise');
  const repairs = await app.openPart('repairs');
  await repairs.getByPlaceholder('walk-in').fill('C001');
  await app.again(() => app.page.keyboard.press('Enter'));
  expect((await cleaning())?.placeholders).toEqual(['C001']);
  expect((await app.summary()).customers).toBe(before.customers - 1);
  await app.again(() => repairs.getByRole('button', { name: 'Remove C001' }).click());
  expect((await app.summary()).customers).toBe(before.customers);
});
