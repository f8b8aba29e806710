// One measurement in a browser: a fresh one with a fresh profile, because a person imports a file once, with cold code.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { switches } from '../lib/browser.mjs';

/**
 * @param {string} chrome
 * @param {(page: import('playwright-core').Page, peak: () => number | null, restart: () => void) => Promise<T>} body
 *   `peak` tells the most memory of a renderer in megabytes, since its start or the last `restart`
 * @returns {Promise<T>}
 * @template T
 */
export async function inFreshBrowser(chrome, body) {
  const profile = mkdtempSync(join(tmpdir(), 'customer-tiers-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chrome,
    args: switches,
  });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    return await body(
      page,
      () => rendererPeak(profile),
      () => restartPeak(profile),
    );
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Milliseconds of one call of the bench page with a file from disk, and what it cost. */
export async function importOnce(chrome, url, path) {
  return inFreshBrowser(chrome, async (page, peak) => {
    const input = await opened(page, url);
    await input.setInputFiles(path);
    const measured = await page.evaluate(timedImport);
    return { ...measured, peakMegabytes: peak() };
  });
}

/** What one import does not show: the answer with the ordinary recipe, memory, and the time of a new decision. */
export async function probe(chrome, url, path) {
  return inFreshBrowser(chrome, async (page) => {
    const input = await opened(page, url);
    await input.setInputFiles(path);
    return page.evaluate(() => window.__probe(document.querySelector('#bench-file').files[0]));
  });
}

/** From the address to the element that takes files. */
export async function startOnce(chrome, url) {
  return inFreshBrowser(chrome, async (page) => {
    const start = performance.now();
    await page.goto(url, { waitUntil: 'commit' });
    const frame = await (
      await page.waitForSelector('iframe', { state: 'attached' })
    ).contentFrame();
    await frame.waitForFunction(() =>
      document.querySelector('customer-tiers')?.shadowRoot?.querySelector('[data-sample]'),
    );
    return performance.now() - start;
  });
}

async function opened(page, url) {
  await page.goto(url);
  await page.evaluate(() => window.__ready);
  await page.evaluate(() => {
    const input = Object.assign(document.createElement('input'), {
      type: 'file',
      id: 'bench-file',
    });
    document.body.append(input);
  });
  return page.locator('#bench-file');
}

/** Runs in the page. The page's own thread must stay free: the longest gap of a 4 ms timer tells whether it does. */
async function timedImport() {
  const file = document.querySelector('#bench-file').files[0];
  let last = performance.now();
  let longestGap = 0;
  const beat = () => {
    const now = performance.now();
    longestGap = Math.max(longestGap, now - last);
    last = now;
  };
  const timer = setInterval(beat, 4);
  const start = performance.now();
  const { customers, segments } = await window.__bench(file);
  const ms = performance.now() - start;
  beat();
  clearInterval(timer);
  const cents = segments.reduce((sum, { revenue_cents }) => sum + revenue_cents, 0);
  const inSegments = segments.reduce((sum, segment) => sum + segment.customers, 0);
  return { ms, longestGap, customers, inSegments, cents, startMs: window.__init_ms };
}

/** The most memory a renderer of this profile had, in megabytes; null where the system does not tell. */
function rendererPeak(profile) {
  if (process.platform !== 'linux') return null;
  return Math.max(0, ...renderersOf(profile).map(peakOf));
}

/** The most memory is counted from now on, where the system can. */
function restartPeak(profile) {
  if (process.platform !== 'linux') return;
  for (const id of renderersOf(profile)) {
    try {
      writeFileSync(`/proc/${id}/clear_refs`, '5');
    } catch {
      // It has ended meanwhile, or belongs to somebody else: then it is the most since its start.
    }
  }
}

function renderersOf(profile) {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const parents = new Map(processes.map((id) => [id, parentOf(id)]));
  const ours = (id) => {
    if (!id || id === '1' || id === '0') return false;
    const line = commandLine(id);
    return line.includes(`--user-data-dir=${profile}`) || ours(parents.get(id));
  };
  return processes.filter((id) => commandLine(id).includes('--type=renderer') && ours(id));
}

function parentOf(id) {
  // The name is in brackets and may hold anything.
  return /\) \S (\d+)/.exec(read(`/proc/${id}/stat`))?.[1];
}

function commandLine(id) {
  return read(`/proc/${id}/cmdline`);
}

function peakOf(id) {
  return Number(/VmHWM:\s+(\d+)/.exec(read(`/proc/${id}/status`))?.[1] ?? 0) / 1000;
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // It has ended meanwhile.
  }
}
