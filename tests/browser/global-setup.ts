// Before all journeys: the command line, whose bytes the page must equal, and one large file.

import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../scripts/lib/run.mjs';

/** A million customers with one order each. */
export function million(): string {
  return process.env['CUSTOMER_TIERS_MILLION'] ?? '';
}

export default async function setUp(): Promise<() => void> {
  // A folder of its own: two runs may be going on in one checkout.
  const folder = mkdtempSync(join(tmpdir(), 'customer-tiers-'));
  process.env['CUSTOMER_TIERS_MILLION'] = join(folder, 'million.csv');
  process.env['CUSTOMER_TIERS_CLI'] = await commandLine();
  await writeMillion();
  return () => rmSync(folder, { recursive: true, force: true });
}

/** The everyday build: after the Rust tests there is nothing left to compile. */
async function commandLine(): Promise<string> {
  const options = ['--all-features', '--bin', 'customer-tiers', '--message-format=json'];
  const output: string = await run('cargo', ['build', '--quiet', ...options], { quiet: true });
  const found = /"executable":"((?:[^"\\]|\\.)*customer-tiers(?:\.exe)?)"/.exec(output)?.[1];
  if (!found) throw new Error('cargo names no executable');
  return JSON.parse(`"${found}"`) as string;
}

async function writeMillion(): Promise<void> {
  const out = createWriteStream(million());
  out.write('order_id,customer_id,order_date,amount,city\n');
  for (let block = 0; block < 1000; block += 1) {
    let text = '';
    for (let at = block * 1000; at < (block + 1) * 1000; at += 1) {
      const day = 1 + (at % 28);
      const month = 1 + (at % 11);
      const date = `2024-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
      text += `O${at},C${String(at).padStart(7, '0')},${date},${1 + (at % 997)}.50,Lisbon\n`;
    }
    if (!out.write(text)) await new Promise<void>((done) => out.once('drain', () => done()));
  }
  await new Promise<void>((done) => out.end(done));
}
