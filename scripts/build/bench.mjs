// dist/bench: the page that the measuring rig drives over http. Plain files beside each other, because nothing secret is in it.

import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dist, wasm, www } from '../lib/paths.mjs';
import { bundle, entries, present, workerScript } from './bundle.mjs';

/** Builds the bench page. */
export async function buildBench() {
  const folder = join(dist, 'bench');
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(www, 'bench', 'index.html'), join(folder, 'index.html'));
  await bundle({
    entryPoints: [join(www, 'bench', 'bench.ts')],
    outfile: join(folder, 'bench.js'),
    format: 'esm',
  });
  if (present(entries.worker, 'dist/bench/worker.js'))
    writeFileSync(join(folder, 'worker.js'), await workerScript());
  copyFileSync(wasm.binary, join(folder, 'core.wasm'));
  console.log('  dist/bench');
}
