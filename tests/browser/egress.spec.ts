// Nothing gets out, even for code that tries. Canaries to a second server are sent through every channel we know, from the page
// realm and from a worker. The same canaries in an ordinary page arrive: a test that cannot fail would prove nothing.

import type { Frame, Page } from '@playwright/test';
import { App } from './app';
import { fromPage, fromWorker } from './canaries';
import { expect, openPage, test } from './fixtures';
import { type Listener, listen } from './listener';

let listener: Listener;
test.beforeAll(async () => {
  listener = await listen();
});
test.afterAll(() => listener.close());
test.beforeEach(() => listener.forget());
// One listener hears for all tests here, so they must not run side by side.
test.describe.configure({ mode: 'serial' });

const settle = (page: Page) => page.waitForTimeout(2_500);

test('control: in an ordinary page the canaries arrive', async ({ page }) => {
  await page.goto(listener.page);
  const tried = await page.evaluate(fromPage, listener.target);
  await page.evaluate(runInBlobWorker, { body: fromWorker.toString(), target: listener.target });
  await settle(page);
  const heard = listener.heard();
  // Some channels need https or a codec and stay silent here; most must be heard.
  expect(heard.length).toBeGreaterThan(tried.length * 0.75);
  const expected = [
    'fetch',
    'xhr',
    'websocket',
    'eventsource',
    'beacon',
    'image',
    'script',
    'style',
    'frame',
    'import',
    'form',
  ];
  expect(heard).toEqual(expect.arrayContaining(expected.map((name) => `page-${name}`)));
  const inWorker = ['fetch', 'xhr', 'websocket', 'eventsource', 'importscripts', 'import'];
  expect(heard).toEqual(expect.arrayContaining(inWorker.map((name) => `worker-${name}`)));
});

test('strict page: no canary of the page realm arrives', async ({ page, site }) => {
  const frame = await openPage(page, site.url);
  const tried = await frame.evaluate(fromPage, listener.target);
  expect(tried.length).toBeGreaterThanOrEqual(14);
  await settle(page);
  expect(listener.heard()).toEqual([]);
});

test('strict page: no canary of a blob worker arrives', async ({ page, site }) => {
  await lendPolicy(page);
  const frame = await openPage(page, site.url);
  const tried = await runCanariesInWorker(frame);
  expect(tried.length).toBeGreaterThanOrEqual(6);
  await settle(page);
  expect(listener.heard()).toEqual([]);
});

test("strict page: no canary of the app's own worker arrives", async ({ page, site }) => {
  const app = await App.open(page, site.url);
  await app.trySample();
  const [worker, ...others] = page.workers();
  expect(others).toEqual([]);
  if (!worker) throw new Error('the app has no worker');
  const tried = await worker.evaluate(fromWorker, listener.target);
  expect(tried.length).toBeGreaterThanOrEqual(6);
  await settle(page);
  expect(listener.heard()).toEqual([]);
});

test('strict page: the frame cannot navigate itself, the top or a new window away', async ({
  page,
  site,
}) => {
  for (const way of ['location', 'top', 'open', 'anchor', 'refresh']) {
    const frame = await openPage(page, site.url);
    await frame.evaluate(leave, { way, target: listener.target });
    await page.waitForTimeout(700);
    expect(page.url()).toBe(site.url);
  }
  expect(listener.heard()).toEqual([]);
});

function runCanariesInWorker(frame: Frame): Promise<string[]> {
  return frame.evaluate(runInBlobWorker, { body: fromWorker.toString(), target: listener.target });
}

/** Trusted Types let a page make its policy once; the app did, so the test asks it to be kept where the injected code finds it. */
async function lendPolicy(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const factory = (
      globalThis as { trustedTypes?: { createPolicy: (name: string, rules: object) => unknown } }
    ).trustedTypes;
    if (!factory) return;
    const make = factory.createPolicy.bind(factory);
    factory.createPolicy = (name, rules) => {
      const policy = make(name, rules);
      if (name === 'customer-tiers') (globalThis as { lentPolicy?: unknown }).lentPolicy = policy;
      return policy;
    };
  });
}

/** Runs in the page: starts a blob worker with the given function and returns what it says. */
function runInBlobWorker({ body, target }: { body: string; target: string }): Promise<string[]> {
  type Policy = { createScriptURL: (url: string) => string };
  type World = {
    lentPolicy?: Policy;
    trustedTypes?: { createPolicy: (name: string, rules: object) => Policy };
  };
  const world = globalThis as World;
  const policy =
    world.lentPolicy ??
    world.trustedTypes?.createPolicy('customer-tiers', { createScriptURL: (url: string) => url });
  const text = `(${body})(${JSON.stringify(target)}).then((tried) => postMessage(tried))`;
  const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  const worker = new Worker(policy?.createScriptURL(url) ?? url);
  return new Promise((done, fail) => {
    worker.onmessage = (event: MessageEvent<string[]>) => done(event.data);
    worker.onerror = (event) => fail(new Error(`the worker did not run: ${event.message}`));
  });
}

/** Runs in the page: one way of going elsewhere. */
function leave({ way, target }: { way: string; target: string }): void {
  const url = `${target}/leave-${way}`;
  const ways: Record<string, () => void> = {
    location: () => location.assign(url),
    top: () => {
      if (top) top.location.href = url;
    },
    open: () => void window.open(url),
    anchor: () => {
      const link = Object.assign(document.createElement('a'), {
        href: url,
        target: '_top',
        ping: `${url}-ping`,
      });
      document.body.append(link);
      link.click();
    },
    refresh: () => {
      const meta = Object.assign(document.createElement('meta'), {
        httpEquiv: 'refresh',
        content: `0;url=${url}`,
      });
      document.head.append(meta);
    },
  };
  try {
    ways[way]?.();
  } catch {
    // Forbidden loudly is forbidden as well.
  }
}
