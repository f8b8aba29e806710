// Thresholds are dragged on the histograms: everything follows, one step of undo takes it back, and the keyboard can do it too.

import type { App } from './app';
import { expect, test } from './fixtures';

async function cuts(app: App, factor: 'recency' | 'frequency' | 'monetary') {
  const { thresholds } = await app.summary();
  return thresholds.find((one) => one.factor === factor);
}

async function settled(app: App): Promise<void> {
  await expect.poll(async () => (await app.state()).isPending).toBe(false);
}

test('dragged by the mouse, everything follows, and one undo takes the drag back', async ({
  app,
  page,
}) => {
  const before = await app.trySample();
  const handle = app.room.locator('.histogram.recency [data-handle="1"]');
  await handle.scrollIntoViewIfNeeded();
  const box = await handle.boundingBox();
  if (!box) throw new Error('no handle');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 8; step += 1) await page.mouse.move(x + 5 * step, y);
  // The handle says where it is while it is held.
  await expect(handle).toHaveAttribute('aria-valuetext', /days|天/);
  await page.mouse.up();
  await settled(app);
  const recency = await cuts(app, 'recency');
  const used = before.thresholds.find((one) => one.factor === 'recency');
  expect(recency?.method).toBe('fixed');
  expect(recency?.cuts[1]).toBeGreaterThan(used?.cuts[1] ?? 0);
  expect(recency?.cuts[0]).toBe(Math.floor(used?.cuts[0] ?? 0));
  expect((await app.summary()).tiers).not.toEqual(before.tiers);
  await expect(app.room.locator('.cuts-bar')).toContainText(/are yours|由你设定/);

  await app.again(() => app.room.locator('[data-travel=undo]').click());
  expect(await app.summary()).toEqual(before);
  await app.again(() => app.room.locator('[data-travel=redo]').click());
  expect((await cuts(app, 'recency'))?.cuts).toEqual(recency?.cuts);
  await app.again(() => app.room.locator('[data-quantiles]').click());
  expect((await app.summary()).tiers).toEqual(before.tiers);
});

test('moved by the keyboard: one unit, a bar, to its neighbour, and Ctrl+Z', async ({
  app,
  page,
}) => {
  await app.trySample();
  const handle = app.room.locator('.histogram.recency [data-handle="1"]');
  await handle.focus();
  const value = async () => Number(await handle.getAttribute('aria-valuenow'));
  const first = Math.floor(await value());
  await page.keyboard.press('ArrowRight');
  await expect.poll(value).toBe(first + 1);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('PageUp');
  await expect.poll(value).toBeGreaterThan(first + 2);
  // It never passes its neighbour.
  await page.keyboard.press('End');
  await settled(app);
  const recency = await cuts(app, 'recency');
  expect(recency?.cuts[1]).toBe((recency?.cuts[2] ?? 0) - 1);
  await page.keyboard.press('ArrowRight');
  await settled(app);
  expect((await cuts(app, 'recency'))?.cuts).toEqual(recency?.cuts);
  await expect(handle).toBeFocused();
  // All keys on one handle are one step.
  await app.again(() => page.keyboard.press('ControlOrMeta+z'));
  expect((await cuts(app, 'recency'))?.method).toBe('quantile');
});

test('kept thresholds give the same tiers, whatever the file', async ({ app }) => {
  const before = await app.trySample();
  await app.again(() => app.room.locator('[data-freeze]').click());
  const after = await app.summary();
  expect(after.thresholds.map(({ method }) => method)).toEqual(['fixed', 'fixed', 'fixed']);
  expect(after.thresholds.map(({ sizes }) => sizes)).toEqual(
    before.thresholds.map(({ sizes }) => sizes),
  );
  expect(after.tiers).toEqual(before.tiers);
  expect(after.segments).toEqual(before.segments);
});

test('method and number of scores; a scheme that does not fit gives way and it is said', async ({
  app,
}) => {
  await app.trySample();
  const form = app.room.locator('[data-scores=frequency]');
  await form.locator('summary').click();
  await app.again(() => form.locator('select').first().selectOption('ntile'));
  expect((await cuts(app, 'frequency'))?.method).toBe('ntile');
  await expect(form).toContainText(/same value as others|数值相同/);
  await app.again(() => form.locator('select').nth(1).selectOption('3'));
  const summary = await app.summary();
  expect(summary.segment_scheme).toBe('cn-8');
  await expect(app.room.locator('.cuts-bar .notice')).toContainText('RFM');
  await app.again(() => app.room.locator('[data-travel=undo]').click());
  expect((await app.summary()).segment_scheme).toBe('rfm-11');
});
