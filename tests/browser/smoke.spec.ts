// The shortest journey: the page opens and the element takes over from the waiting text.

import { expect, openPage, test } from './fixtures';

test('the page opens and the element takes over', async ({ page, site, watch }) => {
  const frame = await openPage(page, site.url);
  await expect(frame.locator('customer-tiers')).toBeVisible();
  await expect(frame.locator('.boot')).toBeHidden();
  expect(watch.troubles).toEqual([]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a message says why, in both languages', async ({ page, site }) => {
    await page.goto(site.url);
    const frame = page.frameLocator('iframe');
    await expect(frame.getByText('需要开启 JavaScript')).toBeVisible();
    await expect(frame.getByText('it needs JavaScript')).toBeVisible();
    await expect(frame.getByText('Starting…')).toBeHidden();
  });
});
