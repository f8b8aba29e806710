// Wherever the page is opened: offline, from disk, in other people's pages, twice in one of them.

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { dist, www } from '../../scripts/lib/paths.mjs';
import { App, type CustomerTiersElement } from './app';
import { hasRealFiles, orders, real } from './files';
import { expect, test } from './fixtures';

test('offline after loading: the whole journey', async ({ app, context }) => {
  await context.setOffline(true);
  const sample = await app.trySample();
  for (const stage of ['identify', 'interact', 'customize', 'differentiate'] as const)
    await app.go(stage);
  const file = hasRealFiles ? real('transactions/superstore.csv') : orders('own.csv', 50);
  const { customers } = await app.choose(file);
  expect(customers).toBeGreaterThan(sample.customers);
  expect((await app.save('xlsx')).bytes.subarray(0, 2).toString()).toBe('PK');
  await context.setOffline(false);
});

test('from disk: the whole journey', async ({ page, watch }) => {
  const address = pathToFileURL(join(dist, 'index.html')).href;
  const app = await App.open(page, address);
  await app.trySample();
  const { customers } = await app.choose(orders('own.csv', 25));
  expect(customers).toBeGreaterThan(25);
  const saved = await app.save('csv');
  expect(saved.bytes.length).toBeGreaterThan(1_000);
  expect(watch.requests).toEqual([`GET ${address}`]);
  expect(watch.troubles).toEqual([]);
});

test('example: two elements have nothing to do with each other', async ({ page, watch }) => {
  await openExample(page, 'two.html');
  for (const [id, customers] of [
    ['west', 20],
    ['east', 35],
  ] as const)
    await page.locator(`#${id} #files`).setInputFiles(orders(`${id}.csv`, customers, id));
  await expect.poll(() => counts(page), { timeout: 30_000 }).toEqual([20, 35]);
  await expect(page.locator('#west ct-differentiate')).toContainText('20 customers');
  await expect(page.locator('#east ct-differentiate')).toContainText('35 位客户');

  // A moved element keeps what it has; a removed one takes nothing with it.
  await page.evaluate(() => document.body.append(document.querySelector('#west') ?? ''));
  expect(await counts(page)).toEqual([35, 20]);
  await page.locator('#east').evaluate((element) => element.remove());
  await page.locator('#west #files').setInputFiles(orders('more.csv', 5, 'more'));
  await expect.poll(() => counts(page), { timeout: 30_000 }).toEqual([25]);

  expect(watch.requests).toEqual(asked('examples/two.html', 'package/cdn.js'));
  expect(watch.troubles).toEqual([]);
});

test('example: a plain page hears how many customers there are', async ({ page, watch }) => {
  await openExample(page, 'plain.html');
  await page.locator('#files').setInputFiles(orders('own.csv', 30));
  await expect(page.locator('#count')).toHaveText('30', { timeout: 30_000 });
  expect(watch.requests).toEqual(asked('examples/plain.html', 'package/cdn.js'));
  expect(watch.troubles).toEqual([]);
});

test('example: a portal with a strict policy', async ({ page, watch }) => {
  await openExample(page, 'strict.html');
  await page.locator('#files').setInputFiles(orders('own.csv', 30));
  await expect.poll(() => counts(page), { timeout: 30_000 }).toEqual([30]);
  expect(page.workers()).toHaveLength(1);
  expect(watch.requests.toSorted()).toEqual(
    asked(
      'examples/strict.html',
      'examples/strict.css',
      'package/cdn.js',
      'package/worker.js',
    ).toSorted(),
  );
  expect(watch.troubles).toEqual([]);
});

// The example pages and the package as a site would hold them; nothing is listening there.
const SITE = 'http://localhost:9/';

function asked(...paths: string[]): string[] {
  return paths.map((path) => `GET ${SITE}${path}`);
}

async function openExample(page: Page, name: string): Promise<void> {
  const folders = { examples: join(www, 'examples'), package: join(dist, 'package') };
  for (const [folder, place] of Object.entries(folders)) {
    await page.route(`${SITE}${folder}/*`, (route) => {
      const file = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
      // A worker from an address has its own policy, not the page's.
      const policy = "default-src 'none'; script-src 'wasm-unsafe-eval'";
      const headers = file === 'worker.js' ? { 'content-security-policy': policy } : {};
      return route.fulfill({ path: join(place, file), headers });
    });
  }
  await page.goto(`${SITE}examples/${name}`);
  await page.waitForFunction(() => customElements.get('customer-tiers') !== undefined);
}

function counts(page: Page): Promise<(number | undefined)[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<CustomerTiersElement>('customer-tiers')].map(
      ({ summary }) => summary?.customers,
    ),
  );
}
