// `npm run bench`: how fast and how small, natively and in a browser. `--full` adds ten million rows, `--browser` or `--native`
// does only one half, `--engine` only what the engine decides, `--tiers` only the scores of a million
// customers, `--load` only the workbooks that are said to kill a tab, `--hostile
// FOLDER [OUT.md]` only what the page makes of every file of a folder; the last two take `--built`, which measures the page as it lies
// in dist. Prints one table and writes bench-results.json; a wrong answer is a failure, not a figure.

import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { importOnce, probe, startOnce } from './bench/browser.mjs';
import { benchData } from './bench/data.mjs';
import { engineCases } from './bench/engine.mjs';
import { hostileFiles } from './bench/hostile.mjs';
import { loadCases } from './bench/load.mjs';
import { tierFigures } from './bench/tiers.mjs';
import { buildBench } from './build/bench.mjs';
import { buildPage } from './build/page.mjs';
import { buildWasm } from './build/wasm.mjs';
import { browser } from './lib/browser.mjs';
import { dist, root } from './lib/paths.mjs';
import { main, run, Stop } from './lib/run.mjs';
import { serve } from './lib/serve.mjs';
import { setUpBuild } from './lib/tools.mjs';

const isFull = process.argv.includes('--full');
const only = ['--native', '--browser'].find((half) => process.argv.includes(half));

const columns = [
  ['file', ({ name }) => name],
  ['MB', ({ megabytes }) => megabytes.toFixed(1)],
  ['ms', ({ ms }) => ms.toFixed(0)],
  ['rows/s', ({ rowsPerSecond }) => Math.round(rowsPerSecond).toLocaleString('en')],
  ['MB/s', ({ megabytesPerSecond }) => megabytesPerSecond.toFixed(0)],
  ['wasm MB', ({ wasmMegabytes }) => wasmMegabytes.toFixed(0)],
  ['peak MB', ({ peakMegabytes }) => peakMegabytes?.toFixed(0) ?? 'n/a'],
  ['longest gap ms', ({ longestGap }) => longestGap.toFixed(0)],
  ['re-score ms', ({ rescoreMs }) => rescoreMs.toFixed(0)],
];

await main(async () => {
  if (process.argv.includes('--load')) return load();
  if (process.argv.includes('--hostile')) return hostile();
  await setUpBuild();
  if (process.argv.includes('--tiers')) return tiers();
  if (process.argv.includes('--engine')) return engine();
  const results = {
    date: new Date().toISOString(),
    machine: `${cpus().length} × ${cpus()[0]?.model}`,
  };
  if (only !== '--browser') results.native = await native();
  if (only !== '--native') Object.assign(results, await inBrowser());
  writeFileSync(join(root, 'bench-results.json'), `${JSON.stringify(results, null, 2)}\n`);
  report(results);
});

async function load() {
  await page();
  const { chrome } = await browser();
  console.table(await loadCases(chrome));
}

/** Scores and schemes in the engine as it ships, run by Node. */
async function tiers() {
  await buildWasm();
  for (const [what, ms] of Object.entries(await tierFigures(1_000_000)))
    console.log(`  1,000,000 customers, ${what}: ${ms.toFixed(1)} ms`);
}

async function hostile() {
  const given = process.argv.slice(process.argv.indexOf('--hostile') + 1);
  const [folder, out] = given.filter((argument) => !argument.startsWith('--'));
  if (!folder) throw new Stop('expected: --hostile FOLDER [OUT.md]');
  await page();
  const { chrome } = await browser();
  const { table, totals, isBroken } = await hostileFiles(chrome, folder);
  if (out) writeFileSync(out, `${table}\n${totals}\n`);
  else console.log(table);
  console.log(totals);
  if (isBroken) throw new Stop('a limit was broken');
}

async function page() {
  if (process.argv.includes('--built')) return;
  await setUpBuild();
  await buildWasm();
  await buildPage();
}

async function engine() {
  await buildWasm();
  console.table(await engineCases());
}

/** The native figures as the Rust bench prints them: it checks its own answers. */
async function native() {
  const env = isFull ? { BENCH_10M: '1' } : {};
  const output = await run('cargo', ['bench', '--quiet', '--bench', 'native'], {
    env,
    quiet: true,
  });
  return output.split('\n').filter((line) => /^(file|\d+ (csv|xlsx))\b/.test(line));
}

async function inBrowser() {
  await buildWasm();
  await buildPage();
  await buildBench();
  const { chrome } = await browser();
  const data = await benchData(isFull);
  const site = await serve(dist);
  try {
    const files = [];
    for (const file of data) files.push(await measured(chrome, `${site.url}bench/`, file));
    const starts = await repeated(5, () => startOnce(chrome, site.url));
    return { browser: files, pageStartMs: median(starts) };
  } finally {
    await site.close();
  }
}

async function measured(chrome, url, { name, path, megabytes, repetitions, answer }) {
  console.log(`  ${name}: ${repetitions} times in a fresh browser`);
  const runs = await repeated(repetitions, async () => {
    const one = await importOnce(chrome, url, path);
    check(name, answer, one, ['customers', 'cents']);
    check(name, { inSegments: answer.customers }, one, ['inSegments']);
    return one;
  });
  const probed = await probe(chrome, url, path);
  check(name, answer, probed, ['rows', 'customers', 'orders', 'cents']);
  const of = (key) => median(runs.map((one) => one[key]));
  const ms = of('ms');
  return {
    name,
    megabytes,
    repetitions,
    ms,
    rowsPerSecond: (answer.rows / ms) * 1000,
    megabytesPerSecond: (megabytes / ms) * 1000,
    wasmMegabytes: probed.wasmBytes / 1e6,
    peakMegabytes: runs.some((one) => one.peakMegabytes === null) ? null : of('peakMegabytes'),
    longestGap: of('longestGap'),
    rescoreMs: probed.rescoreMs,
    engineStartMs: of('startMs'),
    all: runs.map((one) => one.ms),
  };
}

function check(name, wanted, found, keys) {
  for (const key of keys) {
    if (found[key] === wanted[key]) continue;
    throw new Stop(`${name}: wrong answer, ${key} ${found[key]} instead of ${wanted[key]}`);
  }
}

async function repeated(times, body) {
  const results = [];
  for (let time = 0; time < times; time += 1) results.push(await body());
  return results;
}

function median(numbers) {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)];
}

function report({ native: lines, browser: files, pageStartMs }) {
  if (lines) console.log(`\nnative\n${lines.join('\n')}`);
  if (!files) return;
  const cells = [
    columns.map(([title]) => title),
    ...files.map((file) => columns.map(([, of]) => of(file))),
  ];
  const widths = columns.map((_, at) => Math.max(...cells.map((row) => row[at].length)));
  const line = (row) =>
    row.map((cell, at) => (at ? cell.padStart(widths[at]) : cell.padEnd(widths[at]))).join('  ');
  console.log(`\nbrowser\n${cells.map(line).join('\n')}`);
  const starts = files.map(({ engineStartMs }) => engineStartMs);
  console.log(
    `\npage usable after ${pageStartMs.toFixed(0)} ms, engine started in ${median(starts).toFixed(0)} ms`,
  );
}
