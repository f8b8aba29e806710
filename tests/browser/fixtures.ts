// What the journeys share: the built page served as a static host would, and watchers for what must never happen.

import { test as base, expect, type Frame, type Page } from '@playwright/test';
import { dist } from '../../scripts/lib/paths.mjs';
import { serve } from '../../scripts/lib/serve.mjs';
import { App, appFrame } from './app';

export { appFrame, expect };

export interface Site {
  /** The static page under a sub-path, as on a project site. */
  readonly url: string;
  /** Every request the server has seen. */
  readonly requests: readonly string[];
}

export interface Watch {
  /** Requests that left for anywhere; data: and blob: stay in the page. */
  readonly requests: string[];
  /** Policy and Trusted Types violations, uncaught errors and console errors. */
  readonly troubles: string[];
  /** Everything that was written to any console: the app has nothing to say there. */
  readonly console: string[];
}

export const TITLE = '客户分级 · Customer tiers';

export const test = base.extend<{ watch: Watch; site: Site; app: App }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from this pattern what the fixture needs: nothing
  site: async ({}, use) => {
    const server = await serve(dist, { base: '/some/sub-path/' });
    await use(server);
    await server.close();
  },
  watch: async ({ page }, use) => {
    await use(watch(page));
  },
  /** The opened app; whatever was done with it, it kept quiet. */
  app: async ({ page, site, watch }, use) => {
    const app = await App.open(page, site.url);
    await use(app);
    await expectQuiet(app, site, watch);
  },
});

/** Nothing was asked for but the page itself, no rule was broken, and nobody outside the element was told anything. */
export async function expectQuiet(app: App, site: Site, watch: Watch): Promise<void> {
  const own = `GET ${site.url}`;
  expect(watch.requests).toEqual(Array(app.opened).fill(own));
  expect(site.requests).toHaveLength(app.opened);
  expect(watch.troubles).toEqual([]);
  expect(watch.console).toEqual([]);
  expect(app.page.url()).toBe(site.url);
  expect(await app.page.title()).toBe(TITLE);
  expect(await app.frame.title()).toBe(TITLE);
  // The proof on the screen agrees.
  const { requests, workerRequests, violations } = await app.state();
  expect({ requests, workerRequests, violations }).toEqual({
    requests: 0,
    workerRequests: 0,
    violations: 0,
  });
}

/** Starts watching a page; call it before the page is opened. */
export function watch(page: Page): Watch {
  const requests: string[] = [];
  const troubles: string[] = [];
  const console: string[] = [];
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url())) requests.push(`${request.method()} ${request.url()}`);
  });
  page.on('console', (message) => {
    console.push(message.text());
    // Chromium tells violations in frames and workers here too, with the directive in the text.
    if (
      message.type() === 'error' ||
      /Content Security Policy|Trusted Type/i.test(message.text())
    ) {
      troubles.push(`console: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
  page.on('crash', () => troubles.push('the page crashed'));
  return { requests, troubles, console };
}

/** Opens the static page and waits until the element is there. */
export async function openPage(page: Page, url: string): Promise<Frame> {
  await page.goto(url);
  return appFrame(page);
}
