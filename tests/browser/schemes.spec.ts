// Schemes: the list, a table that is painted and checked, two schemes compared, and a customer set by hand.

import type { Locator } from '@playwright/test';
import type { App } from './app';
import { expect, test } from './fixtures';

async function openSchemes(app: App): Promise<Locator> {
  await app.go('differentiate');
  await app.element.locator('#tab-schemes').click();
  const schemes = app.room.locator('ct-schemes');
  await schemes.locator('.scheme').first().waitFor();
  return schemes;
}

test('a published table with a gap is pasted, shown as it is, mended and used', async ({ app }) => {
  await app.trySample();
  const schemes = await openSchemes(app);
  await schemes.locator('[data-add=table]').click();
  await schemes.locator('[data-name]').fill('Mine');
  await schemes.locator('details summary').last().click();
  await schemes
    .locator('[data-pasted]')
    .fill('Best: [4-5][4-5]\nRegular: [3-5][1-5]\nGone: [1-2][1-4]');
  await schemes.locator('[data-use-pasted]').click();
  const check = schemes.locator('[data-check]');
  await expect(check).toHaveAttribute('data-check', 'gaps');
  await expect(check).toContainText(/2 cells belong to nobody|2 格无人认领/);
  await expect(check).toContainText(/4 cells are claimed|4 格被多个/);
  const save = schemes.locator('[data-save]');
  await expect(save).toHaveAttribute('aria-disabled', 'true');
  // The gap is painted: R 1 and R 2 with F 5, by the third segment.
  await schemes.locator('[data-brush] input[type=radio]').nth(2).check();
  await schemes.locator('[data-place="15"]').click();
  await schemes.locator('[data-place="25"]').click();
  await schemes.locator('[data-settle]').click();
  await expect(check).toHaveAttribute('data-check', 'complete');
  await expect(check).not.toContainText(/claimed|占用/);
  await app.again(() => save.click());
  const { recipe } = await app.state();
  expect(recipe?.schemes.map(({ name }) => name)).toEqual(['Mine']);
  const own = schemes.locator('.scheme', { hasText: 'Mine' });
  await app.again(() => own.getByRole('button', { name: /Name customers|命名/ }).click());
  const { segments, customers } = await app.summary();
  expect(segments.map(({ name }) => name)).toEqual(['Best', 'Regular', 'Gone']);
  expect(segments.reduce((sum, segment) => sum + segment.customers, 0)).toBe(customers);
  // In use it cannot be deleted; undone it is as it was.
  await expect(own.locator('[data-remove]')).toHaveCount(0);
  await app.again(() => app.room.locator('[data-travel=undo]').click());
  await expect(own.locator('[data-remove]')).toHaveCount(1);
});

test('a draft waits while one looks elsewhere, and takes no name that is there', async ({
  app,
}) => {
  await app.trySample();
  const schemes = await openSchemes(app);
  await schemes.locator('[data-add=bands]').click();
  await schemes.locator('[data-name]').fill('Half done');
  await app.openCustomers();
  await app.go('interact');
  await app.go('differentiate');
  await app.element.locator('#tab-schemes').click();
  await expect(schemes.locator('[data-name]')).toHaveValue('Half done');
  // The number that is used stands in the field, whatever was typed.
  await schemes.locator('[data-bins]').fill('0');
  await schemes.locator('[data-bins]').blur();
  await expect(schemes.locator('[data-bins]')).toHaveValue('2');
  await app.again(() => schemes.locator('[data-save]').click());
  await expect(schemes.locator('.scheme', { hasText: 'Half done' })).toBeVisible();
  await schemes.locator('[data-add=bands]').click();
  await schemes.locator('[data-name]').fill('half done');
  await schemes.locator('[data-name]').blur();
  await expect(schemes.locator('[data-taken]')).toContainText('Half done');
  await expect(schemes.locator('[data-save]')).toHaveAttribute('aria-disabled', 'true');
});

test('painted by keyboard alone', async ({ app, page }) => {
  await app.trySample();
  const schemes = await openSchemes(app);
  await schemes.locator('.scheme[data-scheme=rf-10] button').last().focus();
  await page.keyboard.press('Enter');
  await expect(schemes.locator('[data-name]')).toBeFocused();
  const cell = schemes.locator('[data-place="51"]');
  await schemes.locator('[data-place][tabindex="0"]').focus();
  await page.keyboard.press('Home');
  await expect(cell).toBeFocused();
  const before = await cell.getAttribute('aria-label');
  await page.keyboard.press('1');
  await page.keyboard.press('Enter');
  await expect(cell).not.toHaveAttribute('aria-label', before ?? '');
  await expect(cell).toBeFocused();
  await schemes.locator('[data-back]').click();
  await expect(schemes.locator('.scheme').first()).toBeVisible();
});

test('two schemes are compared, and who is seen differently is a click away', async ({ app }) => {
  const { customers } = await app.trySample();
  const schemes = await openSchemes(app);
  const figure = schemes.locator('.comparison');
  await figure.locator('[data-compare=second]').selectOption('cn-8');
  await expect(figure.locator('thead th').nth(8)).toBeVisible();
  const counts = await figure.locator('.cross-cell').allInnerTexts();
  expect(counts.reduce((sum, text) => sum + Number(text.replace(',', '')), 0)).toBe(customers);
  await figure.locator('.cross-cell').first().click();
  await expect(app.element.locator('.chips .chip')).toHaveCount(2);
  await app.element.locator('.chips .link').click();
  await figure.locator('.furthest .link').first().click();
  await expect(app.room.locator('dialog.drawer h3').first()).toBeVisible();
});

test('a customer is set by hand with a reason, it is said everywhere, and taken back', async ({
  app,
}) => {
  const before = await app.trySample();
  await app.openCustomers();
  await app.room.locator('[role=gridcell]').first().click();
  const card = app.room.locator('dialog.drawer');
  const form = card.locator('.by-hand-fields');
  await form.locator('select').selectOption({ value: 'value\nlow' });
  await form.locator('input').fill('brother of the chairman');
  await app.again(() => form.locator('[data-set-by-hand]').click());
  const after = await app.summary();
  expect(after.set_by_hand).toBe(1);
  expect(after.tiers.at(-1)?.customers).toBe((before.tiers.at(-1)?.customers ?? 0) + 1);
  await expect(card).toContainText('brother of the chairman');
  await expect(card.locator('[data-take-back=value]')).toBeVisible();
  // It stands in exports and among the corrections, and never in the recipe.
  expect((await app.exportAs('csv')).toString()).toContain('value_set_by_hand');
  expect((await app.exportAs('corrections')).toString()).toContain('brother of the chairman');
  expect((await app.exportAs('recipe')).toString()).not.toContain('brother');
  await app.again(() => card.locator('[data-take-back=value]').click());
  expect(await app.summary()).toEqual(before);
});

test('bands, quotas and attributes are counted before they are saved, and values are picked', async ({
  app,
}) => {
  const { customers } = await app.trySample();
  const schemes = await openSchemes(app);
  const counts = async () => {
    const shown = await schemes.locator('[data-count]').allInnerTexts();
    return shown.map((text) => Number(/^[\d,]+/.exec(text)?.[0].replaceAll(',', '') ?? Number.NaN));
  };
  const sum = async () => (await counts()).reduce((all, one) => all + one, 0);

  // Three bands hold everybody; two bands do so too, with other counts.
  await schemes.locator('[data-add=bands]').click();
  await expect.poll(sum).toBe(customers);
  const three = await counts();
  await schemes.locator('[data-bins]').fill('2');
  await schemes.locator('[data-bins]').blur();
  await expect.poll(async () => (await counts()).length).toBe(three.length - 1);
  await expect.poll(sum).toBe(customers);
  await schemes.locator('[data-back]').click();

  await schemes.locator('[data-add=quota]').click();
  await expect.poll(sum).toBe(customers);
  expect((await counts())[0]).toBeLessThanOrEqual(customers / 5);
  await schemes.locator('[data-back]').click();

  await schemes.locator('[data-add=attribute]').click();
  await schemes.locator('[data-attribute]').selectOption('region');
  await expect(schemes.locator('[data-preview] li').nth(1)).toBeVisible();
  await expect.poll(sum).toBe(customers);
  await schemes.locator('[data-back]').click();

  // A value of a condition is ticked, not typed.
  await schemes.locator('[data-add=conditions]').click();
  await schemes.locator('[data-subject]').first().selectOption('attribute:region');
  await schemes.locator('[data-values] summary').click();
  const first = schemes.locator('[data-values] label').first();
  const of = Number((await first.locator('.number').innerText()).replaceAll(',', ''));
  await first.locator('input').check();
  await expect.poll(async () => (await counts())[0]).toBe(of);
  await expect(schemes.locator('input[data-value]')).not.toHaveValue('');

  // Clusters stand among the ready-made schemes.
  await schemes.locator('[data-back]').click();
  await schemes.locator('[data-library] summary').click();
  await app.again(() => schemes.locator('[data-offer=alike] button').click());
  await expect(schemes.locator('.scheme[data-scheme=alike] .scheme-bar')).toBeVisible();
});
