// dist/package: the npm package. The list below is its public surface; everything else follows from it.

import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dist, root, wasm } from '../lib/paths.mjs';
import { run } from '../lib/run.mjs';
import { bundle, entries, present, workerScript } from './bundle.mjs';
import { manifest } from './constants.mjs';

const folder = join(dist, 'package');

/** Import paths, the source behind each and its types; lit and d3 stay imports, so that a portal has them once. */
const modules = [
  { path: '.', name: 'index', entry: entries.element, types: 'element/customer-tiers' },
  { path: './define', name: 'define', entry: entries.define, types: 'element/define' },
  { path: './inline', name: 'inline', entry: entries.inline, types: 'element/inline' },
  { path: './engine', name: 'engine', entry: entries.engine, types: 'engine/index' },
];

/** Modules that do something when imported; a bundler may drop all others when unused. */
const sideEffects = ['./define.js', './inline.js', './cdn.js', './worker.js'];

const copies = ['README.md', 'LICENSE-MIT', 'LICENSE-APACHE'];

/** Builds the package. */
export async function buildPackage() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const made = modules.filter(({ path, entry }) => present(entry, `dist/package ${path}`));
  await bundle({
    entryPoints: Object.fromEntries(made.map(({ name, entry }) => [name, entry])),
    outdir: folder,
    format: 'esm',
    splitting: true,
    external: Object.keys(manifest.dependencies).flatMap((name) => [name, `${name}/*`]),
  });
  const cdn = made.some(({ name }) => name === 'inline');
  // One self-contained file: one integrity hash covers everything a portal loads.
  if (cdn)
    await bundle({ entryPoints: [entries.inline], outfile: join(folder, 'cdn.js'), format: 'esm' });
  if (present(entries.worker, 'dist/package ./worker.js'))
    writeFileSync(join(folder, 'worker.js'), await workerScript());
  copyFileSync(wasm.binary, join(folder, 'core.wasm'));
  for (const name of copies)
    if (present(join(root, name), `dist/package/${name}`))
      copyFileSync(join(root, name), join(folder, name));
  await run('tsc', ['-p', 'tsconfig.package.json'], { quiet: true });
  writeFileSync(
    join(folder, 'package.json'),
    `${JSON.stringify(packageJson(made, cdn), null, 2)}\n`,
  );
  console.log(`  dist/package  ${Object.keys(packageJson(made, cdn).exports).join('  ')}`);
}

function packageJson(made, cdn) {
  const { name, version, description, keywords, license, type, dependencies } = manifest;
  const exports = Object.fromEntries(made.map(exported));
  if (cdn) exports['./cdn'] = { types: './types/element/inline.d.ts', default: './cdn.js' };
  Object.assign(exports, {
    './worker.js': './worker.js',
    './core.wasm': './core.wasm',
    './types': { types: './types/engine/types.d.ts' },
    './package.json': './package.json',
  });
  return {
    name,
    version,
    description,
    keywords,
    license,
    type,
    exports: existing(exports),
    sideEffects,
    dependencies,
  };
}

function exported({ path, name, types }) {
  return [path, { types: `./types/${types}.d.ts`, default: `./${name}.js` }];
}

/** Leaves out what was not built, so that the manifest never promises a file that is not there. */
function existing(exports) {
  const there = ([path, target]) =>
    path === './package.json' ||
    Object.values(typeof target === 'string' ? [target] : target).every((file) =>
      existsSync(join(folder, file)),
    );
  return Object.fromEntries(Object.entries(exports).filter(there));
}
