// Workbooks that are said to kill a tab: 300,000 rows of 22 columns, 200,000 of 30, and a stray cell in the last corner.
// Each through the page that is shipped, as a user gives it: time, memory, what the page's own thread had to do meanwhile, and cancel.

import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { measured, memoryBytes, showMemory, watchTasks } from '../lib/in-page.mjs';
import { dist } from '../lib/paths.mjs';
import { serve } from '../lib/serve.mjs';
import { inFreshBrowser } from './browser.mjs';
import { generate } from './data.mjs';
import { traced } from './tasks.mjs';

const CASES = [
  { kind: 'xlsx-22', rows: 300_000 },
  { kind: 'xlsx-30', rows: 200_000 },
  { kind: 'xlsx-stray', rows: 100_000 },
];
const PATIENCE = 180_000;

/** @returns {Promise<object[]>} one line for each case: medians of some runs in fresh browsers */
export async function loadCases(chrome, repetitions = 3) {
  const site = await serve(dist);
  try {
    const lines = [];
    for (const { kind, rows } of CASES) {
      const { path, answer } = await generate(kind, rows);
      console.log(`  ${rows} ${kind}: ${repetitions} times in a fresh browser`);
      const runs = [];
      for (let time = 0; time < repetitions; time += 1)
        runs.push(await once(chrome, site.url, path));
      lines.push(line(`${rows} ${kind}`, path, answer, runs));
    }
    return lines;
  } finally {
    await site.close();
  }
}

function line(name, path, answer, runs) {
  for (const { customers, orders } of runs) {
    if (customers !== answer.customers || orders !== answer.orders)
      throw new Error(`${name}: ${customers} customers, ${orders} orders: a wrong answer`);
  }
  const median = (of) => {
    const sorted = runs.map(of).toSorted((one, other) => one - other);
    return Math.round(sorted[Math.floor(sorted.length / 2)]);
  };
  return {
    name,
    megabytes: Math.round(statSync(path).size / 1e6),
    ms: median(({ ms }) => ms),
    // By the processor's time; in brackets by the clock, in which the machine did other things too.
    'longest task while reading ms': `${median(({ reading }) => reading)} (${median(({ clock }) => clock.reading)})`,
    'longest task while drawing ms': `${median(({ drawing }) => drawing)} (${median(({ clock }) => clock.drawing)})`,
    'wasm MB': median(({ wasmBytes }) => wasmBytes / 1e6),
    'renderer MB': median(({ peak }) => peak ?? 0),
    'progress told': median(({ told }) => told),
    'cancelled after ms': median(({ cancelMs }) => cancelMs),
  };
}

/** One import and, in the same page, one that is cancelled half-way. */
async function once(chrome, url, path) {
  return inFreshBrowser(chrome, async (page, peak) => {
    await page.addInitScript(showMemory);
    await page.goto(url);
    const handle = await page.waitForSelector('iframe', { state: 'attached' });
    const frame = await handle.contentFrame();
    await frame.waitForFunction(() => customElements.get('customer-tiers') !== undefined);
    // What opening the page takes is another figure.
    await page.waitForTimeout(1_000);
    await frame.evaluate(watchTasks);
    const input = frame.locator('customer-tiers').locator('#files');
    const { result: ms, ...tasks } = await traced(page, async () => {
      const start = performance.now();
      await input.setInputFiles(path);
      await frame.waitForFunction(isReady, undefined, { timeout: PATIENCE });
      const taken = performance.now() - start;
      // Until everything is drawn.
      await page.waitForTimeout(1_000);
      return taken;
    });
    const sizes = page.workers().map((worker) => worker.evaluate(memoryBytes));
    const wasmBytes = Math.max(0, ...(await Promise.all(sizes)));
    const { reading, drawing, ...told } = await frame.evaluate(measured);
    const cancelMs = await cancelled(frame, input, path);
    return {
      ms,
      wasmBytes,
      peak: peak(),
      cancelMs,
      ...told,
      ...tasks,
      clock: { reading, drawing },
    };
  });
}

/** Milliseconds from the click on cancel to what was there before. */
async function cancelled(frame, input, path) {
  await input.setInputFiles([]);
  await input.setInputFiles(path);
  await frame.waitForFunction(isImporting, undefined, { timeout: PATIENCE });
  const start = performance.now();
  await frame.evaluate(() => document.querySelector('customer-tiers').cancel());
  await frame.waitForFunction(isReady);
  const files = await frame.evaluate(() => document.querySelector('customer-tiers').state.files);
  if (files.length !== 1) throw new Error(`${basename(path)}: cancel left ${files.length} files`);
  return performance.now() - start;
}

// These run in the page; each stands alone.

function isReady() {
  const { state } = document.querySelector('customer-tiers');
  if (state.notices.length > 0) throw new Error(JSON.stringify(state.notices));
  return state.phase === 'ready' && !state.isPending;
}

function isImporting() {
  const { state } = document.querySelector('customer-tiers');
  return state.phase === 'importing' && (state.work?.progress?.rows ?? 0) > 10_000;
}
