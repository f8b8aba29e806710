// Rust → build/wasm: compiled by wasm-pack, then made smaller and faster by wasm-opt. Skipped when nothing changed.

import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, relative } from 'node:path';
import { filesBelow } from '../lib/files.mjs';
import { build, root, wasm } from '../lib/paths.mjs';
import { ask, run } from '../lib/run.mjs';
import { sha256 } from './constants.mjs';

/** The environment of every compilation to wasm: one set of flags, so that tests and lints see what ships. */
export function wasmEnvironment() {
  const cargoHome = process.env.CARGO_HOME ?? join(homedir(), '.cargo');
  const flags = [
    '-Ctarget-feature=+simd128',
    // Panic messages name source files; where the machine keeps them is nobody's business, and would make the hash differ.
    `--remap-path-prefix=${cargoHome}=/cargo`,
    `--remap-path-prefix=${root}=/customer-tiers`,
  ];
  // Separated by 0x1f, because a path may hold spaces.
  return { CARGO_ENCODED_RUSTFLAGS: flags.join('\x1f') };
}

// The features current rustc output uses; wasm-opt refuses a module whose features it was not told of.
const features = [
  'bulk-memory',
  'nontrapping-float-to-int',
  'sign-ext',
  'mutable-globals',
  'reference-types',
  'multivalue',
  'simd',
];

// CUSTOMER_TIERS_QUICK=1: for looking at a change within half a minute; several times slower and larger, never shipped.
const quick = process.env.CUSTOMER_TIERS_QUICK === '1';

/** Builds the wasm when a source, a flag or the compiler changed. */
export async function buildWasm() {
  const stamp = join(build, 'wasm.stamp');
  const inputs = sha256(
    [...inputFiles().map(fileLine), await ask('rustc', ['-V']), String(quick)].join('\n'),
    'hex',
  );
  const fresh =
    existsSync(wasm.binary) && existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs;
  if (fresh) return console.log('  wasm: nothing changed');
  await compile();
  writeFileSync(stamp, inputs);
}

async function compile() {
  const options = [
    ...(quick ? ['--profile', 'quick'] : ['--release']),
    '--target',
    'web',
    '--out-dir',
    wasm.folder,
    '--no-pack',
    '--mode',
    'no-install',
  ];
  await run('wasm-pack', ['build', ...options, '--', '--features', 'web'], {
    env: wasmEnvironment(),
  });
  if (quick) return console.log('  wasm: a quick build, not for use');
  const plain = join(build, 'plain.wasm');
  mkdirSync(build, { recursive: true });
  renameSync(wasm.binary, plain);
  await run('wasm-opt', [
    '-O3',
    ...features.map((name) => `--enable-${name}`),
    plain,
    '-o',
    wasm.binary,
  ]);
}

function inputFiles() {
  const others = ['Cargo.toml', 'Cargo.lock', 'scripts/build/wasm.mjs'].map((name) =>
    join(root, name),
  );
  return [...filesBelow(join(root, 'src')), ...others].filter((path) => existsSync(path)).sort();
}

function fileLine(path) {
  return `${relative(root, path)} ${sha256(readFileSync(path), 'hex')}`;
}
