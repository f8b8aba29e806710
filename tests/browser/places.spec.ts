// Wherever the page is opened: offline, from disk, twice in one page.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dist } from '../../scripts/lib/paths.mjs';
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

test('two elements on one page have nothing to do with each other', async ({ page, watch }) => {
  // A portal's page: the one-file build, two elements, styles that would ruin what they reach.
  const origin = 'http://localhost:1';
  const html = `<!doctype html><html lang="en"><title>portal</title>
    <style>* { all: unset; display: block }</style>
    <script type="module" src="/cdn.js"></script>
    <customer-tiers id="one"></customer-tiers><customer-tiers id="two" lang="zh-CN"></customer-tiers>`;
  const cdn = readFileSync(join(dist, 'package', 'cdn.js'));
  await page.route(`${origin}/`, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
  );
  await page.route(`${origin}/cdn.js`, (route) =>
    route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: cdn }),
  );
  await page.goto(`${origin}/`);
  for (const [id, customers] of [
    ['one', 20],
    ['two', 35],
  ] as const)
    await page.locator(`#${id} #files`).setInputFiles(orders(`${id}.csv`, customers, id));
  const counts = () =>
    page.evaluate(() =>
      [...document.querySelectorAll<CustomerTiersElement>('customer-tiers')].map(
        ({ summary }) => summary?.customers,
      ),
    );
  await expect.poll(counts, { timeout: 30_000 }).toEqual([20, 35]);
  await expect(page.locator('#one ct-differentiate')).toContainText('20 customers');
  await expect(page.locator('#two ct-differentiate')).toContainText('35 位客户');

  // A moved element keeps what it has; a removed one takes nothing with it.
  await page.evaluate(() => document.body.append(document.querySelector('#one') ?? ''));
  expect(await counts()).toEqual([35, 20]);
  await page.locator('#two').evaluate((element) => element.remove());
  await page.locator('#one #files').setInputFiles(orders('more.csv', 5, 'more'));
  await expect.poll(counts, { timeout: 30_000 }).toEqual([25]);

  expect(watch.requests).toEqual([`GET ${origin}/`, `GET ${origin}/cdn.js`]);
  expect(watch.troubles).toEqual([]);
});
