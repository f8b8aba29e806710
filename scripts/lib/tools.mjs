// The set-up: what is installed in the right version is used, what is missing is fetched, what cannot be fetched is named.

import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root, tools } from './paths.mjs';
import { ask, find, run, Stop } from './run.mjs';

/** The cargo tools and their versions; wasm-bindgen must match the library in Cargo.lock to the last digit. */
const cargoTools = {
  'wasm-pack': { version: () => '0.15.1' },
  'wasm-bindgen': { package: 'wasm-bindgen-cli', version: () => lockedVersion('wasm-bindgen') },
  'cargo-deny': { version: () => '0.20.2' },
};

// The tools run for seconds and compile for minutes: little optimisation halves the wait on a small machine.
const quickCompile = {
  CARGO_PROFILE_RELEASE_OPT_LEVEL: '1',
  CARGO_PROFILE_RELEASE_LTO: 'off',
  CARGO_PROFILE_RELEASE_CODEGEN_UNITS: '64',
  CARGO_PROFILE_RELEASE_DEBUG: 'false',
  RUSTFLAGS: '',
};

/** Everything a build needs. */
export async function setUpBuild() {
  await rust();
  await nodeModules();
  await cargoTool('wasm-pack');
  await cargoTool('wasm-bindgen');
}

/** The Rust compiler and its WebAssembly target. */
export async function rust() {
  if (!find('cargo')) {
    throw new Stop(
      'Rust is missing. Get it with\n' +
        "  curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh\n" +
        'or from https://rustup.rs (Windows), open a new shell and try again.',
    );
  }
  const sysroot = await ask('rustc', ['--print', 'sysroot']);
  if (sysroot && existsSync(join(sysroot, 'lib', 'rustlib', 'wasm32-unknown-unknown', 'lib')))
    return;
  if (!find('rustup')) {
    throw new Stop(
      'This Rust has no WebAssembly target and no rustup to fetch it with.\n' +
        'Install your distribution’s package for it (Debian: libstd-rust-dev-wasm32), or Rust from https://rustup.rs.',
    );
  }
  await run('rustup', ['target', 'add', 'wasm32-unknown-unknown']);
}

/** The npm modules, exactly as locked. */
export async function nodeModules() {
  const marker = join(root, 'node_modules', '.package-lock.json');
  const lock = join(root, 'package-lock.json');
  if (existsSync(marker) && statSync(marker).mtimeMs >= statSync(lock).mtimeMs) return;
  // npm leaves the marker's time alone when nothing changes, hence the marker's absence is not the only reason to come here.
  await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund']);
}

/** A program that cargo builds, kept in .tools so that the machine's own stays untouched. */
export async function cargoTool(name) {
  const tool = cargoTools[name];
  const version = tool.version();
  const installed = await ask(name, ['--version']);
  if (installed?.split(/\s+/).includes(version)) return;
  const crate = `${tool.package ?? name}@${version}`;
  console.log(`Building ${crate} into .tools, once; this takes a minute or two.`);
  const install = (flags) =>
    run('cargo', ['install', '--quiet', '--root', tools, ...flags, crate], { env: quickCompile });
  // A registry mirror may lack a version that the tool's own lock file names; newer compatible ones serve as well.
  await install(['--locked']).catch(() => install([]));
}

function lockedVersion(crate) {
  const lock = join(root, 'Cargo.lock');
  if (!existsSync(lock))
    throw new Stop('Cargo.lock is missing: it decides which wasm-bindgen is needed.');
  const text = readFileSync(lock, 'utf8').replaceAll('\r\n', '\n');
  const version = text.match(new RegExp(`name = "${crate}"\nversion = "([^"]+)"`))?.[1];
  if (!version) throw new Stop(`Cargo.lock does not name ${crate}.`);
  return version;
}
