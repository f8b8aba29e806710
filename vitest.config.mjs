// Unit tests of the TypeScript that needs no browser; what needs one is in tests/browser.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { constants } from './scripts/build/constants.mjs';

const fromRoot = (path) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  define: constants(),
  resolve: {
    alias: {
      '#wasm': fromRoot('build/wasm/customer_tiers.js'),
      // What only the bundler can make; a unit test that needs the real thing belongs in tests/browser.
      'virtual:worker-source': fromRoot('scripts/build/virtual-stub.mjs'),
      'virtual:wasm-bytes': fromRoot('scripts/build/virtual-stub.mjs'),
    },
  },
  test: { include: ['www/src/**/*.test.ts', 'scripts/**/*.test.mjs'], environment: 'node' },
});
