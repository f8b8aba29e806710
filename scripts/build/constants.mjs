// The constants that bundles carry by value.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, wasm } from '../lib/paths.mjs';

/** package.json, read once. */
export const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** @returns {Record<string, string>} for esbuild's and vitest's `define` */
export function constants() {
  const hash = existsSync(wasm.binary) ? sha256(readFileSync(wasm.binary), 'hex') : '';
  return { __VERSION__: JSON.stringify(manifest.version), __WASM_HASH__: JSON.stringify(hash) };
}

/** @param {'hex' | 'base64'} encoding */
export function sha256(data, encoding) {
  return createHash('sha256').update(data).digest(encoding);
}
