// The strict page asks for nothing after itself and breaks none of its own rules, wherever it is opened from.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dist } from '../../scripts/lib/paths.mjs';
import { expect, openPage, test } from './fixtures';

const file = join(dist, 'index.html');

test('from a sub-path: one request, no violation', async ({ page, site, watch }) => {
  await openPage(page, site.url);
  await page.waitForLoadState('networkidle');
  expect(watch.requests).toEqual([`GET ${site.url}`]);
  expect(site.requests).toEqual(['GET /some/sub-path/']);
  expect(watch.troubles).toEqual([]);
});

test('from disk: one file is read, no violation', async ({ page, watch }) => {
  const address = pathToFileURL(file).href;
  await openPage(page, address);
  await page.waitForLoadState('networkidle');
  expect(watch.requests).toEqual([`GET ${address}`]);
  expect(watch.troubles).toEqual([]);
});

test('offline after loading: the page stays whole', async ({ page, context, site, watch }) => {
  const frame = await openPage(page, site.url);
  await context.setOffline(true);
  await expect(frame.locator('customer-tiers')).toBeVisible();
  expect(watch.requests).toHaveLength(1);
  expect(watch.troubles).toEqual([]);
});

test('the outer document holds no script, and both documents state the same policy', async ({
  page,
  site,
}) => {
  const frame = await openPage(page, site.url);
  const policyOf = 'meta[http-equiv="Content-Security-Policy"]';
  const outer = await page.locator(policyOf).getAttribute('content');
  const inner = await frame.locator(policyOf).getAttribute('content');
  expect(await page.locator('script').count()).toBe(0);
  expect(inner).toBe(outer);
  for (const rule of [
    "default-src 'none'",
    "connect-src 'none'",
    "frame-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ]) {
    expect(outer).toContain(rule);
  }
  expect(outer).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:/);
});

test('the frame has an origin of its own, no WebRTC, and no storage', async ({ page, site }) => {
  const frame = await openPage(page, site.url);
  const facts = await frame.evaluate(() => ({
    origin: globalThis.origin,
    rtc: ['RTCPeerConnection', 'webkitRTCPeerConnection', 'RTCDataChannel', 'WebTransport'].filter(
      (name) => name in globalThis,
    ),
    parent: (() => {
      try {
        return String(parent.document.title);
      } catch {
        return 'out of reach';
      }
    })(),
  }));
  expect(facts).toEqual({ origin: 'null', rtc: [], parent: 'out of reach' });
});

test('a link cannot replace the app by an error page', async ({ page, site, watch }) => {
  const frame = await openPage(page, site.url);
  await frame.evaluate(() => {
    for (const href of ['#heading', 'other.html', 'https://example.invalid/']) {
      const link = Object.assign(document.createElement('a'), { href });
      document.body.append(link);
      link.click();
    }
  });
  await page.waitForTimeout(300);
  await expect(frame.locator('customer-tiers')).toBeVisible();
  expect(watch.troubles).toEqual([]);
});

test('a file the app made can be saved', async ({ page, site, watch }) => {
  const frame = await openPage(page, site.url);
  const saved = page.waitForEvent('download');
  await frame.evaluate(() => {
    const href = URL.createObjectURL(new Blob(['customer,tier']));
    const link = Object.assign(document.createElement('a'), { href, download: 'tiers.csv' });
    document.body.append(link);
    link.click();
  });
  expect((await saved).suggestedFilename()).toBe('tiers.csv');
  expect(watch.troubles).toEqual([]);
});

test('the character set is declared where a browser looks for it', () => {
  expect(readFileSync(file).subarray(0, 1024).toString()).toContain('<meta charset="utf-8"');
});
