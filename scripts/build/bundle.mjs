// esbuild with what all bundles share: constants, the `#wasm` alias and the two virtual modules.

import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root, source, wasm } from '../lib/paths.mjs';
import { Stop } from '../lib/run.mjs';
import { constants } from './constants.mjs';

/** The entry points, by what they are for. */
export const entries = {
  page: join(source, 'page.ts'),
  worker: join(source, 'engine', 'worker.ts'),
  element: join(source, 'element', 'customer-tiers.ts'),
  define: join(source, 'element', 'define.ts'),
  inline: join(source, 'element', 'inline.ts'),
  engine: join(source, 'engine', 'index.ts'),
};

// A classic script has no address of its own; code that would load a file from beside it must not be able to.
const noAddress = { 'import.meta.url': '""' };

/** What this run could not build, because its source does not exist. */
export const missing = [];

/** True when the source exists; otherwise it says what is left out, so that a gap is seen. */
export function present(entry, product) {
  if (existsSync(entry)) return true;
  missing.push(`${product}: there is no ${relative(root, entry)}`);
  console.warn(`  MISSING ${relative(root, entry)}: ${product} is left out`);
  return false;
}

/**
 * Bundles one entry point.
 * @param {import('esbuild').BuildOptions} options
 * @returns {Promise<string>} the JavaScript, when no outfile or outdir is given
 */
export async function bundle(options) {
  // Loaded late: this file is imported before `npm ci` has run.
  const esbuild = await import('esbuild');
  const building = esbuild.build({
    absWorkingDir: root,
    bundle: true,
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    target: ['es2022', 'chrome111', 'firefox113', 'safari16.4'],
    define: { ...constants(), ...(options.format === 'iife' ? noAddress : {}) },
    alias: { '#wasm': wasm.module },
    tsconfig: join(root, 'tsconfig.json'),
    write: 'outdir' in options || 'outfile' in options,
    plugins: [virtualModules(), wasmFileName()],
    ...options,
  });
  // esbuild has shown what is wrong, with the line; its stack trace would only hide that.
  const result = await building.catch(() => {
    throw new Stop('esbuild failed: see above');
  });
  return result.outputFiles?.[0]?.text ?? '';
}

/**
 * The worker as one classic script. A module worker fails in sandboxed frames and on file://, and there is nothing to import:
 * the page sends the compiled module.
 */
export function workerScript() {
  if (!existsSync(entries.worker))
    throw new Stop(`The worker is missing: ${relative(root, entries.worker)}`);
  return bundle({ entryPoints: [entries.worker], format: 'iife' });
}

function virtualModules() {
  const make = {
    'worker-source': async () => `export default ${JSON.stringify(await workerScript())};`,
    'wasm-bytes': async () => wasmBytesModule(),
  };
  return {
    name: 'virtual modules',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^virtual:/ }, ({ path }) => ({
        path: path.slice(8),
        namespace: 'virtual',
      }));
      onLoad({ filter: /.*/, namespace: 'virtual' }, async ({ path }) => ({
        contents: await make[path]?.(),
      }));
    },
  };
}

function wasmBytesModule() {
  const packed = gzipSync(readFileSync(wasm.binary), { level: 9 });
  // The tenth byte names the operating system that packed; the page's hash must not depend on it.
  packed[9] = 255;
  return `
    const packed = ${JSON.stringify(packed.toString('base64'))};
    // A piece at a time where the browser has no decoder of its own: the page must stay free.
    const unpacked = async () => {
      if (Uint8Array.fromBase64) return [Uint8Array.fromBase64(packed)];
      const pieces = [];
      for (let at = 0; at < packed.length; at += 65536) {
        pieces.push(Uint8Array.from(atob(packed.slice(at, at + 65536)), (letter) => letter.charCodeAt(0)));
        await new Promise((done) => setTimeout(done));
      }
      return pieces;
    };
    export default async () => {
      const bytes = await unpacked();
      const stream = new Blob(bytes).stream().pipeThrough(new DecompressionStream('gzip'));
      return new Uint8Array(await new Response(stream).arrayBuffer());
    };`;
}

// In the package the file is called core.wasm; a portal's bundler that meets wasm-bindgen's name would look for it in vain.
function wasmFileName() {
  return {
    name: 'wasm file name',
    setup({ onLoad }) {
      onLoad({ filter: /customer_tiers\.js$/ }, ({ path }) => ({
        contents: readFileSync(path, 'utf8').replaceAll('customer_tiers_bg.wasm', 'core.wasm'),
      }));
    },
  };
}
