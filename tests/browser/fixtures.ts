// What the journeys share: the built page served as a static host would, and watchers for what must never happen.

import { test as base, expect, type Frame, type Page } from '@playwright/test';
import { dist } from '../../scripts/lib/paths.mjs';
import { serve } from '../../scripts/lib/serve.mjs';

export { expect };

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
}

export const test = base.extend<{ watch: Watch; site: Site }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from this pattern what the fixture needs: nothing
  site: async ({}, use) => {
    const server = await serve(dist, { base: '/some/sub-path/' });
    await use(server);
    await server.close();
  },
  watch: async ({ page }, use) => {
    await use(watch(page));
  },
});

/** Starts watching a page; call it before the page is opened. */
export function watch(page: Page): Watch {
  const requests: string[] = [];
  const troubles: string[] = [];
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url())) requests.push(`${request.method()} ${request.url()}`);
  });
  page.on('console', (message) => {
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
  return { requests, troubles };
}

/** The frame that holds the app; the outer document holds nothing else. */
export async function appFrame(page: Page): Promise<Frame> {
  const handle = await page.locator('iframe').elementHandle();
  const frame = await handle?.contentFrame();
  if (!frame) throw new Error('the page has no frame');
  await frame.waitForFunction(() => customElements.get('customer-tiers') !== undefined);
  return frame;
}

/** Opens the static page and waits until the element is there. */
export async function openPage(page: Page, url: string): Promise<Frame> {
  await page.goto(url);
  return appFrame(page);
}
