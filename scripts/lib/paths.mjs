// Where things are, in one place.

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');
/** Cargo tools built for this project; several checkouts may share one folder. */
export const tools = process.env.CUSTOMER_TIERS_TOOLS ?? join(root, '.tools');
export const build = join(root, 'build');
export const dist = join(root, 'dist');
export const www = join(root, 'www');
export const source = join(www, 'src');

/** What wasm-pack makes; `#wasm` in the TypeScript. */
export const wasm = {
  folder: join(build, 'wasm'),
  module: join(build, 'wasm', 'customer_tiers.js'),
  binary: join(build, 'wasm', 'customer_tiers_bg.wasm'),
};

/** Folders of programs that belong to the project. */
export const binaries = [join(tools, 'bin'), join(root, 'node_modules', '.bin')];
