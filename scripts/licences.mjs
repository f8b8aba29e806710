// The licences of all npm packages, read from the lock file: what is shipped must be permissive, what only builds may also be MPL.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/paths.mjs';
import { main, Stop } from './lib/run.mjs';

const shippable = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'MIT OR Apache-2.0',
]);
const buildOnly = new Set([...shippable, 'MPL-2.0', 'BlueOak-1.0.0', 'CC0-1.0', 'Python-2.0']);

await main(() => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const installed = Object.entries(packages).filter(([path]) => path !== '');
  const refused = installed.filter(
    ([, { license, dev }]) => !(dev ? buildOnly : shippable).has(license),
  );
  if (refused.length) {
    const lines = refused.map(
      ([path, { license, dev }]) =>
        `${path}: ${license ?? 'no licence'}${dev ? '' : ', and it is shipped'}`,
    );
    throw new Stop(`Licences that are not on the list:\n  ${lines.join('\n  ')}`);
  }
  const shipped = installed.filter(([, { dev }]) => !dev).length;
  console.log(
    `${installed.length} npm packages, ${shipped} of them shipped: all licences are on the list.`,
  );
});
