// The steps of `npm test`, in order: cheap before dear. Each one brings what it needs, so that it also runs alone.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { missing } from '../build/bundle.mjs';
import { buildWasm, wasmEnvironment } from '../build/wasm.mjs';
import { buildAll } from '../build.mjs';
import { browser } from '../lib/browser.mjs';
import { root } from '../lib/paths.mjs';
import { ask, run, Stop } from '../lib/run.mjs';
import { cargoTool, nodeModules, rust, setUpBuild } from '../lib/tools.mjs';

/** Thrown by a step that cannot run here for a reason that is nobody's mistake; its message is the reason. */
export class Skip extends Error {}

// Several steps need a build; within one run it is made, or fails, once.
const once = (body) => {
  let result;
  return () => {
    result ??= body();
    return result;
  };
};
const builtWasm = once(() => setUpBuild().then(buildWasm));
const built = once(buildAll);

/** @type {{ name: string, title: string, run: () => Promise<string | void> }[]} */
export const steps = [
  { name: 'rustfmt', title: 'Rust is formatted', run: rustfmt },
  { name: 'biome', title: 'TypeScript and scripts are formatted and linted', run: biome },
  { name: 'npm-licences', title: 'licences of the npm packages', run: npmLicences },
  { name: 'deny', title: 'licences, bans and sources of the crates', run: deny },
  { name: 'advisories', title: 'known vulnerabilities of the crates', run: advisories },
  { name: 'clippy', title: 'Rust lints, native', run: clippy },
  { name: 'clippy-wasm', title: 'Rust lints, wasm', run: clippyWasm },
  { name: 'docs', title: 'Rust documentation without warnings', run: docs },
  { name: 'rust', title: 'Rust tests and doctests', run: rustTests },
  {
    name: 'generated',
    title: 'the TypeScript types made from Rust are up to date',
    run: generated,
  },
  { name: 'build', title: 'the page, the package and the bench page', run: wholeBuild },
  { name: 'tsc', title: 'TypeScript, strict', run: typescript },
  { name: 'unit', title: 'TypeScript unit tests', run: unit },
  { name: 'size', title: 'nothing shipped grew by more than 5 %', run: size },
  { name: 'boundary', title: 'the wasm boundary in a browser', run: boundary },
  { name: 'browser', title: 'journeys in a browser', run: journeys },
];

/** Everything all steps need, so that its time is told apart from theirs. */
export async function setUpEverything() {
  await setUpBuild();
  await cargoTool('cargo-deny');
  await browser();
}

async function rustfmt() {
  await rust();
  await run('cargo', ['fmt', '--check']);
}

async function biome() {
  await nodeModules();
  // A hint is not an error, but it is not to be left lying about either.
  await run('biome', ['check', '--error-on-warnings', '--diagnostic-level=info']);
}

async function npmLicences() {
  await run(process.execPath, ['scripts/licences.mjs']);
}

async function deny() {
  await cargoTool('cargo-deny');
  await run('cargo-deny', ['check', 'licenses', 'bans', 'sources']);
}

async function advisories() {
  await cargoTool('cargo-deny');
  await run('cargo-deny', ['check', 'advisories'], { quiet: true }).catch((error) => {
    // Without the database nothing was checked: that is not a pass, and not the change's fault either.
    if (/fetch|clone|network|resolve host|database/i.test(databaseTrouble(error.output))) {
      throw new Skip('advisory database not reachable');
    }
    throw error;
  });
}

function databaseTrouble(output = '') {
  return /error\[/.test(output) ? '' : output;
}

async function clippy() {
  await rust();
  await run('cargo', ['clippy', '--all-features', '--all-targets', '--', '-D', 'warnings']);
}

async function clippyWasm() {
  await rust();
  const targets = existsSync(join(root, 'tests', 'web.rs'))
    ? ['--lib', '--test', 'web']
    : ['--lib'];
  const options = ['--target', 'wasm32-unknown-unknown', '--features', 'web', ...targets];
  await run('cargo', ['clippy', ...options, '--', '-D', 'warnings'], { env: wasmEnvironment() });
}

async function docs() {
  await rust();
  await run('cargo', ['doc', '--no-deps', '--lib', '--all-features', '--document-private-items'], {
    env: { RUSTDOCFLAGS: '-D warnings' },
  });
}

async function rustTests() {
  await rust();
  // Tests of real files run where the files are; elsewhere they show as ignored.
  const real = process.env.CUSTOMER_TIERS_DATA ? ['--', '--include-ignored'] : [];
  return run('cargo', ['test', '--all-features', ...real]);
}

async function generated() {
  const types = 'www/src/engine/types.ts';
  if (!(await ask('git', ['-C', root, 'rev-parse', '--is-inside-work-tree'])))
    throw new Skip('not a git checkout');
  if (!existsSync(join(root, types)))
    throw new Stop(`${types} is missing: cargo test --all-features writes it`);
  await rust();
  // The test that writes the file; all others ran in the step before.
  await run('cargo', ['test', '--all-features', '--lib', 'export_bindings'], { quiet: true });
  await run('git', ['ls-files', '--error-unmatch', types], { quiet: true });
  await run('git', ['diff', '--exit-code', '--', types]);
}

async function wholeBuild() {
  await built();
  // `npm start` serves what there is; a test must not call a part the whole.
  if (missing.length) throw new Stop(`left out of the build:\n  ${missing.join('\n  ')}`);
}

async function typescript() {
  await builtWasm();
  for (const config of ['tsconfig.json', 'tsconfig.worker.json', 'tsconfig.tests.json']) {
    await run('tsc', ['--noEmit', '-p', config]);
  }
}

async function unit() {
  await builtWasm();
  return run('vitest', ['run']);
}

async function size() {
  await built();
  await run(process.execPath, ['scripts/size.mjs']);
}

async function boundary() {
  if (!existsSync(join(root, 'tests', 'web.rs'))) throw new Skip('tests/web.rs is not there yet');
  await setUpBuild();
  const { driver } = await browser();
  const options = ['--headless', '--chrome', '--chromedriver', driver, '--mode', 'no-install'];
  return run('wasm-pack', ['test', ...options, '.', '--features', 'web', '--test', 'web'], {
    env: { ...wasmEnvironment(), WASM_BINDGEN_TEST_TIMEOUT: '120' },
  });
}

async function journeys() {
  await built();
  const { chrome } = await browser();
  return run('playwright', ['test', '--config', 'tests/browser/playwright.config.mjs'], {
    env: { CHROME: chrome },
  });
}
