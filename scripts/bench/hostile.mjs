// Every file of a folder through the page that is shipped, each as a user gives it: what the page says of it, how long that takes, and memory.
//
// Files that ask something are confirmed as they stand, so that their rows are read too. The next file meets the same page: what
// one breaks, the others show. The table holds names of files, codes and figures, never what stands in a cell.

import { statSync } from 'node:fs';
import { relative } from 'node:path';
import { filesBelow } from '../lib/files.mjs';
import { memoryBytes, showMemory } from '../lib/in-page.mjs';
import { dist } from '../lib/paths.mjs';
import { serve } from '../lib/serve.mjs';
import { inFreshBrowser } from './browser.mjs';

const HANGS_MS = 20_000;
const SLOW_MS = 2_000;
const MEMORY_MIB = 512;
/** Then a fresh browser: what the last hundred files left in it is not this file's. */
const FILES_A_BROWSER = 100;

const COLUMNS = ['file', 'bytes', 'verdict', 'rows', 'used', 'issues', 'ms', 'wasm', 'renderer'];

/** @returns {Promise<{ table: string, totals: string, isBroken: boolean }>} one line for each file, and what broke a limit */
export async function hostileFiles(chrome, folder) {
  const site = await serve(dist);
  try {
    const files = filesBelow(folder);
    const lines = [];
    for (let at = 0; at < files.length; at += FILES_A_BROWSER) {
      const some = files.slice(at, at + FILES_A_BROWSER);
      console.log(`  files ${at + 1} to ${at + some.length} of ${files.length}`);
      const judged = await inFreshBrowser(chrome, (page, peak, restart) =>
        judgeAll({ page, url: site.url, peak, restart }, some),
      );
      lines.push(...judged.map((line) => ({ ...line, file: relative(folder, line.file) })));
    }
    return { table: tableOf(lines), totals: totalsOf(lines), isBroken: lines.some(isBroken) };
  } finally {
    await site.close();
  }
}

async function judgeAll({ page, url, peak, restart }, files) {
  await page.addInitScript(showMemory);
  await page.goto(url);
  const handle = await page.waitForSelector('iframe', { state: 'attached' });
  const frame = await handle.contentFrame();
  await frame.waitForFunction(() => customElements.get('customer-tiers') !== undefined);
  await frame.evaluate(prepare);
  const input = frame.locator('#hostile');
  const lines = [];
  for (const file of files) {
    await input.setInputFiles(file);
    restart();
    const found = await frame.evaluate(judge, HANGS_MS);
    const sizes = page.workers().map((worker) => worker.evaluate(memoryBytes).catch(() => 0));
    const wasm = Math.max(0, ...(await Promise.all(sizes))) / 2 ** 20;
    lines.push({ file, bytes: statSync(file).size, ...found, wasm, renderer: peak() });
    await frame.evaluate(forget);
    await frame.waitForFunction(isForgotten);
  }
  return lines;
}

const isTrap = ({ verdict, crashes }) => crashes > 0 || verdict === '' || /engine\./.test(verdict);
const isHang = ({ verdict }) => verdict === 'HANG';
const isSlow = ({ ms }) => ms > SLOW_MS;
const isLarge = ({ wasm }) => wasm > MEMORY_MIB;
const isBroken = (line) => [isTrap, isHang, isSlow, isLarge].some((is) => is(line));

function tableOf(lines) {
  const row = (cells) => `| ${cells.join(' | ')} |`;
  const shown = (cell) =>
    typeof cell === 'number' ? Math.round(cell) : String(cell ?? '').replaceAll('|', '\\|');
  const body = lines.map((line) => row(COLUMNS.map((name) => shown(line[name]))));
  const rule = row(COLUMNS.map((name) => (/file|verdict/.test(name) ? '--' : '--:')));
  const units = { wasm: 'wasm MiB', renderer: 'renderer MB' };
  return [row(COLUMNS.map((name) => units[name] ?? name)), rule, ...body, ''].join('\n');
}

function totalsOf(lines) {
  const count = (is) => lines.filter(is).length;
  const verdicts = new Map();
  for (const { verdict } of lines) verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
  const most = (key) => lines.toSorted((one, other) => (other[key] ?? 0) - (one[key] ?? 0))[0];
  const top = ['ms', 'wasm', 'renderer'].map((key) => {
    const { file, [key]: figure } = most(key);
    return `most ${key}: ${Math.round(figure ?? 0)}, ${file}`;
  });
  return [
    `${lines.length} files: ${count(isTrap)} traps, ${count(isHang)} hangs, ${count(isSlow)} over ${SLOW_MS} ms, ${count(isLarge)} over ${MEMORY_MIB} MiB`,
    ...[...verdicts]
      .toSorted(([, one], [, other]) => other - one)
      .map(([verdict, times]) => `${times} × ${verdict}`),
    ...top,
    ...lines.filter(isBroken).map(({ file, verdict, ms }) => `broken: ${file}: ${verdict}, ${ms}`),
  ].join('\n');
}

// These run in the page; each stands alone.

function prepare() {
  const input = Object.assign(document.createElement('input'), { type: 'file', id: 'hostile' });
  document.body.append(input);
  globalThis.crashes = 0;
  document.querySelector('customer-tiers').addEventListener('ct-crash', () => {
    globalThis.crashes += 1;
  });
}

/** Nothing of this file is left for the next, nor what was confirmed about its columns. */
function forget() {
  const app = document.querySelector('customer-tiers');
  app.reset();
  app.recipe = {};
}

function isForgotten() {
  const { recipe } = document.querySelector('customer-tiers').state;
  return Object.values(recipe?.mapping ?? {}).every((headers) => !headers?.length);
}

/** The file of the input, to its end: what is asked is confirmed. */
async function judge(hangsMs) {
  const app = document.querySelector('customer-tiers');
  const start = performance.now();
  const crashesBefore = globalThis.crashes;
  const through = async () => {
    await app.load(document.querySelector('#hostile').files);
    if (app.state.phase !== 'mapping') return;
    app.shadowRoot.querySelector('[data-confirm]').click();
    // Waits for what is at work.
    await app.load([]);
  };
  const hang = new Promise((done) => setTimeout(() => done('HANG'), hangsMs));
  const ended = await Promise.race([through(), hang]);
  const ms = performance.now() - start;
  if (ended === 'HANG') await app.cancel();
  const { phase, notices, results } = app.state;
  const told = [...new Set(notices.map(({ failure }) => failure.code))].join(' + ');
  const { rows_read, rows_used, issues = [] } = results?.summary ?? {};
  return {
    verdict: ended ?? (told || (phase === 'ready' ? 'ok' : phase === 'empty' ? '' : phase)),
    rows: rows_read,
    used: rows_used,
    issues: results ? issues.reduce((sum, { count }) => sum + count, 0) : undefined,
    ms,
    crashes: globalThis.crashes - crashesBefore,
  };
}
