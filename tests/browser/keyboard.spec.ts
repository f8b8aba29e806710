// The whole journey without a pointer: every step is found with Tab, the focus is always somewhere one can see.

import { focus, isInside, tabTo } from './by-keyboard';
import { faulty, twins } from './files';
import { expect, test } from './fixtures';

test('sample, stages, customers, a card and back, by keyboard alone', async ({ app, page }) => {
  await app.frame.focus('body');
  await tabTo(app, /Try with sample data/);
  await app.again(() => page.keyboard.press('Enter'));
  // The focus went to what is new.
  await expect.poll(async () => (await focus(app.frame)).tag).not.toBe('body');

  for (const [name, stage] of [
    [/Identify/, 'identify'],
    [/Interact/, 'interact'],
    [/Customize/, 'customize'],
    [/Differentiate/, 'differentiate'],
  ] as const) {
    await tabTo(app, name, 'nav');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await app.state()).stage).toBe(stage);
  }

  await tabTo(app, /Overview/, 'tab');
  await page.keyboard.press('ArrowRight');
  await expect(app.element.locator('#tab-customers')).toHaveAttribute('aria-selected', 'true');
  await app.element.locator('.grid-row:not(.waiting) [role=gridcell]').first().waitFor();

  // One stop for the whole grid; arrows move inside.
  await tabTo(app, /.*/, 'columnheader|gridcell');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowDown');
  const before = await focus(app.frame);
  expect(before.role).toBe('gridcell');
  expect(Number(before.row)).toBeGreaterThanOrEqual(3);
  await page.keyboard.press('Enter');
  const card = app.element.locator('dialog.drawer');
  await expect(card).toBeVisible();
  await expect(card.getByRole('heading', { level: 2 })).not.toBeEmpty();
  await expect(card.locator('h3').first()).toBeVisible();
  // While the card is open nothing behind it can be reached; on the way round, the browser's own bar comes by.
  for (let step = 0; step < 30; step += 1) {
    await page.keyboard.press('Tab');
    const isHere = await isInside(app.frame, 'dialog.drawer');
    expect(isHere || (await focus(app.frame)).tag === 'body').toBe(true);
  }
  await card.locator('button').first().focus();
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  const after = await focus(app.frame);
  expect([after.role, after.row]).toEqual(['gridcell', before.row]);

  // Menus open, close with Escape and give the focus back.
  await tabTo(app, /Export/, 'summary');
  await page.keyboard.press('Enter');
  await expect(app.element.locator('details[data-menu=export]')).toHaveAttribute('open', '');
  await page.keyboard.press('Escape');
  await expect(app.element.locator('details[data-menu=export]')).not.toHaveAttribute('open', '');
  expect((await focus(app.frame)).tag).toBe('summary');

  // The proof is a dialog.
  await tabTo(app, /works offline/);
  await page.keyboard.press('Enter');
  await expect(app.element.locator('dialog[aria-labelledby=proof-title]')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(app.element.locator('dialog[aria-labelledby=proof-title]')).toBeHidden();
  expect((await focus(app.frame)).text).toMatch(/works offline/);
});

test('a chart is one stop, and its marks select', async ({ app, page }) => {
  const { customers } = await app.trySample();
  await app.frame.focus('body');
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press('Tab');
    if (await isInside(app.frame, '.hist-bars')) break;
  }
  expect(await isInside(app.frame, '.hist-bars')).toBe(true);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(app.element.locator('.chips .chip')).toHaveCount(1);
  // The chip is there at once, the figures when the engine has counted.
  await expect
    .poll(async () => (await app.state()).results?.overview.customers)
    .toBeLessThan(customers);
  await tabTo(app, /Remove/);
  await page.keyboard.press('Enter');
  await expect(app.element.locator('.chips')).toHaveCount(0);
});

test('a value is corrected and applied by keyboard alone, and the focus is never lost', async ({
  app,
  page,
}) => {
  const before = await app.choose(faulty());
  await app.frame.focus('body');
  await tabTo(app, /Identify/, 'nav');
  await page.keyboard.press('Enter');
  await tabTo(app, /Left out and repaired/, 'nav');
  await page.keyboard.press('Enter');
  await tabTo(app, /^Show 3: Not a date/);
  await page.keyboard.press('Enter');
  await app.element.locator('[data-cell]').first().waitFor();
  await tabTo(app, /^Correct value for faulty.csv · row 62/);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('2016-03-01');
  await page.keyboard.press('Enter');
  expect((await focus(app.frame)).text).toMatch(/row 63/);
  await tabTo(app, /^Apply 1 decision/);
  const after = await app.again(() => page.keyboard.press('Enter'));
  expect(after.rows_used).toBe(before.rows_used + 1);
  await expect.poll(async () => (await focus(app.frame)).text).toMatch(/used now/);
});

test('duplicates are decided by keyboard alone', async ({ app, page }) => {
  const before = await app.choose(twins());
  await app.frame.focus('body');
  await tabTo(app, /Identify/, 'nav');
  await page.keyboard.press('Enter');
  await tabTo(app, /^Duplicates/, 'nav');
  await page.keyboard.press('Enter');
  await app.element.locator('[data-group]').first().waitFor();
  await tabTo(app, /^Group 1,/);
  await page.keyboard.press('m');
  expect((await focus(app.frame)).text).toMatch(/^Group 1,.*will be merged/);
  await tabTo(app, /^Apply 1 decision/);
  const after = await app.again(() => page.keyboard.press('Enter'));
  expect(after.customers).toBeLessThan(before.customers);
  await expect.poll(async () => (await focus(app.frame)).tag).not.toBe('body');
});
