// `npm run build`: Rust → wasm, TypeScript → the one-file page, the npm package and the bench page.

import { pathToFileURL } from 'node:url';
import { buildBench } from './build/bench.mjs';
import { buildPackage } from './build/package.mjs';
import { buildPage } from './build/page.mjs';
import { buildWasm } from './build/wasm.mjs';
import { main } from './lib/run.mjs';
import { setUpBuild } from './lib/tools.mjs';

/** Sets up and builds everything. */
export async function buildAll() {
  await setUpBuild();
  await buildWasm();
  await buildPage();
  await buildPackage();
  await buildBench();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(buildAll);
