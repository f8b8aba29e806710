// Every broken file of the collection, one after the other, in one page: each has a verdict, and the page lives on.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { memoryBytes, showMemory } from '../../scripts/lib/in-page.mjs';
import { App, type CustomerTiersElement } from './app';
import { hasRealFiles, orders, real, WHY_SKIPPED } from './files';
import { expect, expectQuiet, test } from './fixtures';

const AT_ONCE = 50;
const HANGS_MS = 10_000;
const MEMORY_MIB = 512;

interface Verdict {
  readonly name: string;
  /** `ready`, `mapping`, or the codes that were told. */
  readonly code: string;
  readonly ms: number;
}

test.describe('hostile files', () => {
  test.skip(!hasRealFiles, WHY_SKIPPED);

  test('no file breaks the page', async ({ page, site, watch }, info) => {
    test.setTimeout(180_000);
    await page.addInitScript(showMemory);
    const app = await App.open(page, site.url);
    await app.frame.evaluate(prepare);
    const input = app.frame.locator('#hostile');
    const files = filesBelow(real('hostile'));
    const verdicts: Verdict[] = [];
    let mostMemory = 0;
    for (let at = 0; at < files.length; at += AT_ONCE) {
      await input.setInputFiles(files.slice(at, at + AT_ONCE));
      verdicts.push(...(await app.frame.evaluate(judgeAll, HANGS_MS)));
      mostMemory = Math.max(mostMemory, await wasmMemory());
      // The next good file is read as ever.
      expect((await app.choose(orders('good.csv', 25))).customers).toBe(25);
      await app.frame.evaluate(reset);
    }
    const slowest = verdicts.reduce((one, other) => (other.ms > one.ms ? other : one));
    tell('verdicts', counted(verdicts));
    tell('slowest', `${slowest.name}, ${Math.round(slowest.ms)} ms`);
    tell('most wasm memory', `${Math.round(mostMemory / 2 ** 20)} MiB`);
    expect(verdicts).toHaveLength(files.length);
    const bad = ({ code }: Verdict) => code === '' || /hang|engine\./.test(code);
    expect(verdicts.filter(bad)).toEqual([]);
    expect(await app.frame.evaluate(crashes)).toBe(0);
    expect(mostMemory).toBeGreaterThan(0);
    expect(mostMemory).toBeLessThan(MEMORY_MIB * 2 ** 20);
    await expectQuiet(app, site, watch);

    /** Bytes of the worker's memory; a page that has just forgotten everything has no worker, or one that is just ending. */
    async function wasmMemory(): Promise<number> {
      const sizes = page.workers().map((worker) => worker.evaluate(memoryBytes).catch(() => 0));
      return Math.max(0, ...(await Promise.all(sizes)));
    }

    function tell(type: string, description: string): void {
      info.annotations.push({ type, description });
      console.log(`    hostile files, ${type}: ${description}`);
    }
  });
});

function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map(({ parentPath, name }) => join(parentPath, name)).sort();
}

function counted(verdicts: readonly Verdict[]): string {
  const counts = new Map<string, number>();
  for (const { code } of verdicts) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, count]) => `${count} × ${code}`).join(', ');
}

// These run in the page; each stands alone.

function prepare(): void {
  const input = Object.assign(document.createElement('input'), { type: 'file', id: 'hostile' });
  input.multiple = true;
  document.body.append(input);
  const app = document.querySelector('customer-tiers');
  app?.addEventListener('ct-crash', () => {
    document.body.dataset['crashes'] = String(Number(document.body.dataset['crashes'] ?? 0) + 1);
  });
}

function crashes(): number {
  return Number(document.body.dataset['crashes'] ?? 0);
}

function reset(): void {
  document.querySelector<CustomerTiersElement & { reset(): void }>('customer-tiers')?.reset();
}

/** One file after the other, each alone. */
async function judgeAll(hangsMs: number): Promise<Verdict[]> {
  const app = document.querySelector<
    CustomerTiersElement & { reset(): void; cancel(): Promise<void> }
  >('customer-tiers');
  const files = document.querySelector<HTMLInputElement>('#hostile')?.files ?? [];
  const verdicts: Verdict[] = [];
  for (const file of app ? Array.from(files) : []) {
    const start = performance.now();
    const hang = new Promise((done) => setTimeout(() => done('hang'), hangsMs));
    const isHang = (await Promise.race([app?.load([file]), hang])) === 'hang';
    const { phase = '', notices = [] } = app?.state ?? {};
    const told = notices.map(({ failure }) => failure.code).join(' + ');
    const code = isHang ? 'hang' : told || (phase === 'empty' ? '' : phase);
    verdicts.push({ name: file.name, code, ms: performance.now() - start });
    if (phase === 'mapping') await app?.cancel();
    else if (phase !== 'empty') app?.reset();
  }
  return verdicts;
}
