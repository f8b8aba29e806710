// Runs other programs: their output goes straight through, a failure is an error that names the command.

import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { binaries, root } from './paths.mjs';

/** The environment of every program we start: the project's own tools come before the machine's. */
export const environment = {
  ...process.env,
  PATH: [...binaries, process.env.PATH].join(delimiter),
  // A downloaded browser or a telemetry question has no place in a build.
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
};

/** A wanted failure: its message is for the reader and needs no stack trace. */
export class Stop extends Error {}

/**
 * Runs a program to its end; rejects when it fails. With `quiet`, the output is shown only then.
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, cwd?: string, quiet?: boolean }} [options]
 * @returns {Promise<string>} everything it printed
 */
export function run(program, args, { env = {}, cwd = root, quiet = false } = {}) {
  const shown = [program, ...args].join(' ');
  if (!quiet) console.log(`  $ ${shown}`);
  return new Promise((done, fail) => {
    const child = spawn(find(program) ?? program, args, {
      cwd,
      env: { ...environment, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // On Windows, npm's commands are .cmd files, which only a shell can start.
      shell: process.platform === 'win32' && !/\.exe$/i.test(find(program) ?? ''),
    });
    let output = '';
    const pass = (stream) => (chunk) => {
      output += chunk;
      if (!quiet) stream.write(chunk);
    };
    child.stdout.on('data', pass(process.stdout));
    child.stderr.on('data', pass(process.stderr));
    child.on('error', (error) => fail(new Stop(`${shown}: ${error.message}`)));
    child.on('close', (code, signal) => {
      if (code === 0) return done(output);
      if (quiet) process.stderr.write(output);
      const error = new Stop(`${shown} failed (${signal ?? `exit code ${code}`})`);
      fail(Object.assign(error, { output }));
    });
  });
}

/** What a program prints, or undefined when it is missing or fails. */
export async function ask(program, args) {
  if (!find(program)) return undefined;
  return new Promise((done) => {
    let output = '';
    const child = spawn(find(program), args, {
      env: environment,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', () => done(undefined));
    child.on('close', (code) => done(code === 0 ? output.trim() : undefined));
  });
}

/** The full path of a program on the PATH, or undefined. */
export function find(program) {
  if (program.includes('/') || program.includes('\\')) {
    return existsSync(program) ? resolve(program) : undefined;
  }
  const suffixes = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  for (const folder of environment.PATH.split(delimiter)) {
    for (const suffix of suffixes) {
      const path = join(folder, program + suffix);
      if (isProgram(path)) return path;
    }
  }
  return undefined;
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Runs a script's main function: a Stop prints its message, anything else its stack. */
export async function main(body) {
  try {
    await body();
  } catch (error) {
    console.error(error instanceof Stop ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
