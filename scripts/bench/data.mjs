// The files that are measured, made by the generator; what must come out is counted by it, not by the code under test.

import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/paths.mjs';
import { run, Stop } from '../lib/run.mjs';

const folder = join(root, 'target', 'bench-data');

/**
 * @typedef {{ rows: number, customers: number, orders: number, cents: number }} Answer
 * @typedef {{ name: string, path: string, megabytes: number, repetitions: number, answer: Answer }} Data
 */

/** @returns {Promise<Data[]>} small before large */
export async function benchData(isFull) {
  const wanted = [
    { kind: 'csv', rows: 100_000, repetitions: 5 },
    { kind: 'xlsx', rows: 100_000, repetitions: 5 },
    { kind: 'csv', rows: 1_000_000, repetitions: 5 },
    ...(isFull ? [{ kind: 'csv', rows: 10_000_000, repetitions: 3 }] : []),
  ];
  const made = [];
  for (const { kind, rows, repetitions } of wanted) {
    const { path, answer } = await generate(kind, rows);
    const megabytes = statSync(path).size / 1e6;
    made.push({ name: `${rows} ${kind}`, path, megabytes, repetitions, answer });
  }
  return made;
}

/**
 * Always anew: a file that lies there may be of another generator. It is made in a second or two.
 * @returns {Promise<{ path: string, answer: Answer }>}
 */
export async function generate(kind, rows) {
  mkdirSync(folder, { recursive: true });
  const [ending] = kind.split('-');
  const path = join(folder, `${kind === ending ? rows : `${kind}-${rows}`}.${ending}`);
  const options = ['run', '--quiet', '--release', '--example', 'generate', '--'];
  const output = await run('cargo', [...options, kind, String(rows), path], { quiet: true });
  const number = (name) => {
    const found = new RegExp(`\\b${name}: (-?\\d+)`).exec(output)?.[1];
    if (found === undefined) throw new Stop(`the generator tells no ${name}: ${output}`);
    return Number(found);
  };
  const answer = {
    rows: number('rows'),
    customers: number('customers'),
    orders: number('orders'),
    cents: number('cents'),
  };
  return { path, answer };
}
