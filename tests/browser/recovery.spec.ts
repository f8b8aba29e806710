// When the ground gives way: a trap, a killed worker, a browser without WebAssembly or workers, a file that is gone.
// Each has its own message, loses nothing that was there, and the next try works.

import { rm, writeFile } from 'node:fs/promises';
import { App } from './app';
import { doubtful, orders } from './files';
import { expect, expectQuiet, test, watch } from './fixtures';

test('a file that makes the core trap is named; the others are still there', async ({
  page,
  site,
  watch: seen,
}) => {
  await page.addInitScript(trapOn, 'trap.csv');
  const app = await App.open(page, site.url);
  await app.choose(orders('first.csv', 25));
  const [message] = await app.chooseInVain(orders('trap.csv', 10, 'T'));
  expect(message).toContain('trap.csv');
  expect(message).toMatch(/made the computing core stop \(reader\.rs:42\)/);
  expect(message).toContain('Everything else is still loaded');
  // A trap's text may hold what was in a cell.
  expect(message).not.toContain('SECRET');
  await expect(app.room.locator('ct-differentiate')).toContainText('25');
  const after = await app.choose(orders('second.csv', 10, 'D'));
  expect(after.customers).toBe(35);
  // The new core knows the earlier file: its customers can be asked for.
  await app.openCustomers();
  await expect(app.element.locator('.grid-scroll')).toHaveAttribute('aria-rowcount', '36');
  await expectQuiet(app, site, seen);
});

test('a worker that dies is replaced, and its files are read again', async ({ page, site }) => {
  const app = await App.open(page, site.url);
  const before = await app.choose(orders('first.csv', 25), orders('second.csv', 10, 'D'));
  const [old] = page.workers();
  if (!old) throw new Error('there is no worker');
  // The death of a worker, as its page hears of it.
  await old.evaluate(() => {
    setTimeout(() => {
      throw new Error('killed');
    });
  });
  await expect.poll(() => page.workers().includes(old)).toBe(false);
  // Nothing was at work, so nothing is lost and nothing has to be said.
  const { bytes } = await app.save('csv');
  expect(bytes.toString().trim().split('\r\n')).toHaveLength(before.customers + 1);
  expect(await app.summary()).toEqual(before);
  await expect(app.notices).toHaveCount(0);
  expect((await app.choose(orders('third.csv', 5, 'E'))).customers).toBe(40);
});

test('a file that is gone when it is needed', async ({ app }, info) => {
  const before = await app.choose(orders('first.csv', 25));
  const path = info.outputPath('doubtful.csv');
  await writeFile(path, doubtful().buffer);
  await app.offer(path);
  await app.element.locator('.question').waitFor();
  await rm(path);
  await app.element.locator('[data-confirm]').click();
  await expect(app.notices).toHaveCount(1);
  await expect(app.notices).toContainText('doubtful.csv');
  await expect(app.notices).toContainText('can no longer read the file');
  await expect(app.room.locator('ct-differentiate')).toContainText('25');
  expect(await app.summary()).toEqual(before);
  expect((await app.choose(orders('second.csv', 10, 'D'))).customers).toBe(35);
});

for (const [how, forbid] of [
  ['are not there', () => Reflect.deleteProperty(globalThis, 'Worker')],
  [
    'are forbidden',
    () => {
      globalThis.Worker = class {
        constructor() {
          throw new DOMException('not here', 'SecurityError');
        }
      } as unknown as typeof Worker;
    },
  ],
] as const) {
  test(`workers ${how}: the page computes itself and says so`, async ({ page, site }) => {
    const seen = watch(page);
    await page.addInitScript(forbid);
    const app = await App.open(page, site.url);
    expect((await app.choose(orders('first.csv', 25))).customers).toBe(25);
    expect(page.workers()).toHaveLength(0);
    await app.element.locator('[part=privacy-badge]').click();
    await expect(app.element.locator('dialog[aria-labelledby=proof-title]')).toContainText(
      'the page itself',
    );
    expect(seen.troubles).toEqual([]);
  });
}

test('without WebAssembly a screen explains it at once, in both languages', async ({
  page,
  site,
}) => {
  const seen = watch(page);
  // What a page finds under Lockdown Mode.
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));
  const app = await App.open(page, site.url);
  // On a busy machine the script now and then reaches the frame's process after the page's own: then once more.
  const isTold = () =>
    app.notices.waitFor({ timeout: 2_000 }).then(
      () => true,
      () => false,
    );
  for (let tries = 0; tries < 8 && !(await isTold()); tries += 1) await app.reload();
  await expect(app.notices).toContainText('WebAssembly is turned off in this browser');
  await expect(app.notices).toContainText('Allow WebAssembly');
  await app.element.locator('.language').click();
  await expect(app.notices).toContainText('此浏览器关闭了 WebAssembly');
  // Trying all the same ends in the same words, not in nothing.
  await app.element.locator('[data-sample]').click();
  await expect(app.notices).toHaveCount(1);
  await expect(app.notices).toContainText('此浏览器关闭了 WebAssembly');
  await expect(app.element.locator('[data-sample]')).toBeVisible();
  expect(seen.troubles).toEqual([]);
});

test('a policy that forbids WebAssembly is named', async ({ page, site }) => {
  await page.addInitScript(() => {
    WebAssembly.compile = () => Promise.reject(new WebAssembly.CompileError('forbidden'));
  });
  const app = await App.open(page, site.url);
  await app.element.locator('[data-sample]').click();
  await expect(app.notices).toContainText('a security policy of this page forbids it');
  await expect(app.element.locator('[data-sample]')).toBeVisible();
});

/** Runs before the page's scripts: the worker's core traps when it is given a file of this name, as a broken reader would. */
function trapOn(name: string): void {
  const prefix = `
    let asked = null;
    addEventListener('message', ({ data }) => { asked = data; });
    const Real = WebAssembly.Instance;
    WebAssembly.Instance = function (module, imports) {
      const real = new Real(module, imports);
      const exports = {};
      for (const [name, value] of Object.entries(real.exports)) {
        exports[name] = !/inspect/i.test(name) ? value : (...input) => {
          if (asked?.file?.name === ${JSON.stringify(name)})
            throw new WebAssembly.RuntimeError('SECRET at reader.rs:42: unreachable');
          return value(...input);
        };
      }
      return { exports };
    };`;
  const RealBlob = Blob;
  globalThis.Blob = class extends RealBlob {
    constructor(parts: BlobPart[] = [], options: BlobPropertyBag = {}) {
      super(options.type === 'text/javascript' ? [prefix, ...parts] : parts, options);
    }
  };
}
