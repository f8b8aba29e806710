// A million customers: read, listed to the last one. Times are told, not judged: the machine decides them.

import { expect, test } from './fixtures';
import { million } from './global-setup';

test('the list of a million customers scrolls to its end', async ({ app, page }, info) => {
  test.setTimeout(120_000);
  const start = performance.now();
  const { customers } = await app.choose(million());
  expect(customers).toBe(1_000_000);
  tell('imported', `${((performance.now() - start) / 1000).toFixed(1)} s`);

  await app.openCustomers();
  const grid = app.element.locator('.grid-scroll');
  await expect(grid).toHaveAttribute('aria-rowcount', '1000001');

  const frames = await grid.evaluate(scrollThrough);
  tell(
    'scrolling',
    `${frames.count} frames, median ${frames.median} ms, longest ${frames.longest} ms`,
  );

  // The cell that had the focus is far away: the grid itself is the stop for Tab now.
  await expect(grid).toHaveAttribute('tabindex', '0');
  await grid.focus();
  await page.keyboard.press('Control+End');
  const last = app.element.locator('.grid-row[aria-rowindex="1000001"]');
  await expect(last).toBeVisible();
  await expect(last).not.toHaveClass(/waiting/);
  await expect(last.locator('[role=gridcell]').first()).not.toBeEmpty();
  await expect(last).toBeInViewport();
  await page.keyboard.press('Control+Home');
  await expect(app.element.locator('.grid-row[aria-rowindex="2"]')).toBeVisible();

  const searching = performance.now();
  await app.element.locator('.toolbar input[type=search]').fill('C0765432');
  await expect(grid).toHaveAttribute('aria-rowcount', '2');
  tell('found one of them', `${Math.round(performance.now() - searching)} ms`);
  await expect(app.element.locator('.grid-row[aria-rowindex="2"]')).toContainText('C0765432');

  function tell(type: string, description: string): void {
    info.annotations.push({ type, description });
    console.log(`    a million customers, ${type}: ${description}`);
  }
});

/** Runs in the page: from top to bottom in one second of frames, as a thumb is dragged. */
async function scrollThrough(grid: Element) {
  const gaps: number[] = [];
  let before = await new Promise<number>((done) => requestAnimationFrame(done));
  for (let step = 1; step <= 60; step += 1) {
    grid.scrollTop = (grid.scrollHeight * step) / 60;
    const now = await new Promise<number>((done) => requestAnimationFrame(done));
    gaps.push(now - before);
    before = now;
  }
  gaps.sort((one, other) => one - other);
  const round = (value = 0) => Math.round(value * 10) / 10;
  return { count: gaps.length, median: round(gaps[30]), longest: round(gaps.at(-1)) };
}
