// The command line beside the page: the same file and the same recipe must give the same bytes.

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Recipe } from '../../www/src/engine/types.ts';

const start = promisify(execFile);

/** The customers as CSV, as the command line writes them. */
export function cliCsv(files: readonly string[], options: readonly string[] = []): Promise<Buffer> {
  return made([...files, ...options], '--out', 'out.csv');
}

/** The recipe that the command line followed. */
export async function cliRecipe(file: string, options: readonly string[]): Promise<Recipe> {
  const json = await made([file, ...options], '--save-recipe', 'recipe.json');
  return JSON.parse(json.toString()) as Recipe;
}

async function made(options: readonly string[], kind: string, name: string): Promise<Buffer> {
  const [file] = await cliFiles(options, [[kind, name]]);
  if (!file) throw new Error('the command line wrote nothing');
  return file;
}

/** The files that these options write, each named as the option wants it: `F.csv`, or `work=F.csv`. */
export async function cliFiles(
  options: readonly string[],
  wanted: readonly (readonly [option: string, name: string])[],
): Promise<Buffer[]> {
  const program = process.env['CUSTOMER_TIERS_CLI'];
  if (!program) throw new Error('the set-up named no command line');
  const folder = await mkdtemp(join(tmpdir(), 'customer-tiers-'));
  const files = wanted.map(([option, name]) => {
    const [list, file] = name.includes('=') ? name.split('=') : ['', name];
    const path = join(folder, file ?? '');
    return { path, asked: [option, list ? `${list}=${path}` : path] };
  });
  try {
    await start(program, [...options, ...files.flatMap(({ asked }) => asked)]);
    return await Promise.all(files.map(({ path }) => readFile(path)));
  } finally {
    await rm(folder, { recursive: true });
  }
}
