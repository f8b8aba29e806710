// The sizes of what is shipped, in a committed file: growth is seen in review, and more than 5 % of it must be meant.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { filesBelow } from './lib/files.mjs';
import { dist, root } from './lib/paths.mjs';
import { main, Stop } from './lib/run.mjs';

const snapshot = join(root, 'size.txt');
const tolerance = 1.05;
// Another hash in a name changes how a file of three lines compresses; that is no growth.
const allowance = 100;
const columns = ['raw', 'gzip', 'brotli'];

await main(() => {
  const now = measure();
  if (process.argv.includes('--update')) {
    writeFileSync(snapshot, table(now));
    return console.log(table(now));
  }
  if (!existsSync(snapshot)) throw new Stop('size.txt is missing: npm run size:update');
  const complaints = compare(read(), now);
  console.log(table(now));
  if (complaints.length)
    throw new Stop(
      `${complaints.join('\n')}\nIf it is meant: npm run size:update, and commit size.txt.`,
    );
});

/** @returns {Map<string, number[]>} by file: raw, gzip and brotli bytes */
function measure() {
  const shipped = filesBelow(dist).filter(
    (path) => /index\.html$|\.js$|\.wasm$/.test(path) && !relative(dist, path).startsWith('bench'),
  );
  if (!shipped.length) throw new Stop('nothing in dist/: npm run build');
  const sums = new Map();
  for (const path of shipped) {
    const before = sums.get(nameOf(path)) ?? columns.map(() => 0);
    const more = sizes(readFileSync(path));
    sums.set(
      nameOf(path),
      before.map((value, i) => value + more[i]),
    );
  }
  return sums;
}

// Chunk names hold a content hash; without it all chunks share one line, and their sum is what matters.
function nameOf(path) {
  return relative(dist, path)
    .replaceAll('\\', '/')
    .replace(/-[0-9A-Z]{8}\.js$/, '-*.js');
}

function sizes(data) {
  return [data.length, gzipSync(data, { level: 9 }).length, brotliCompressSync(data).length];
}

function compare(before, now) {
  const complaints = [];
  for (const [name, values] of now) {
    const old = before.get(name);
    if (!old) complaints.push(`${name} is new`);
    else
      values.forEach((value, i) => {
        if (value > old[i] * tolerance + allowance)
          complaints.push(`${name}: ${columns[i]} grew from ${old[i]} to ${value} bytes`);
      });
  }
  return complaints;
}

function table(sizesByName) {
  const rows = [...sizesByName].map(([name, values]) => [name, ...values.map(String)]);
  const lines = [['file', ...columns], ...rows].map(
    ([name, ...cells]) => name.padEnd(28) + cells.map((cell) => cell.padStart(10)).join(''),
  );
  return `${lines.join('\n')}\n`;
}

function read() {
  const rows = readFileSync(snapshot, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/));
  return new Map(rows.map(([name, ...values]) => [name, values.map(Number)]));
}
