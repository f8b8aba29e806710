// The shortest journey: the page opens and the element takes over from the waiting text.

import { chromium } from '@playwright/test';
import { findChrome, switches } from '../../scripts/lib/browser.mjs';
import { expect, openPage, test } from './fixtures';

test('the page opens and the element takes over', async ({ page, site, watch }) => {
  const frame = await openPage(page, site.url);
  await expect(frame.locator('customer-tiers')).toBeVisible();
  await expect(frame.locator('.boot')).toBeHidden();
  expect(watch.troubles).toEqual([]);
});

test('without JavaScript a message says why, in both languages', async ({ site }) => {
  // The runner's own switch comes too late for a frame in a process of its own; the browser's does not.
  const executablePath = process.env['CHROME'] ?? findChrome() ?? '';
  const args = [...switches, '--blink-settings=scriptEnabled=false'];
  const browser = await chromium.launch({ executablePath, args });
  const page = await browser.newPage();
  await page.goto(site.url);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByText('需要开启 JavaScript')).toBeVisible();
  await expect(frame.getByText('it needs JavaScript')).toBeVisible();
  await expect(frame.getByText('Starting…')).toBeHidden();
  await browser.close();
});
