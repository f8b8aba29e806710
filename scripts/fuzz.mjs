// `npm run fuzz`: every fuzz target in turn, the one that has had the least time first, until each has had `--seconds` (an hour).
//
// Seconds are those of the processor, so that a busy machine cheats nobody. `--jobs` says how many run at a time (all processors); names of
// targets run only those. What each has had is kept in fuzz/target/time.json, so that the hours can be spread over days; a change of the
// readers is a reason to delete it. Needs the nightly
// compiler and cargo-fuzz. A target that finds something stops, and the run fails in the end.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './lib/paths.mjs';
import { main, run, Stop } from './lib/run.mjs';

const SLICE = 300;
const folder = join(root, 'fuzz');
const ledger = join(folder, 'target', 'time.json');
// Leaks are no findings in a process that ends; what is asked for in one piece is.
const env = { ASAN_OPTIONS: 'detect_leaks=0:allocator_may_return_null=0' };
const limits = ['-rss_limit_mb=2500', '-timeout=60', '-max_len=8192', '-print_final_stats=1'];

/** A command, and in its last line what it and all it started took of the processor: minutes and seconds, of the user and of the system. */
const TIMED = '"$@"; code=$?; times; exit $code';

await main(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seconds: { type: 'string' }, jobs: { type: 'string' } },
  });
  const wanted = Number(values.seconds ?? 3600);
  const jobs = Number(values.jobs ?? availableParallelism());
  const list = await run('cargo', ['+nightly', 'fuzz', 'list'], { quiet: true });
  const names = positionals.length ? positionals : list.trim().split('\n');
  const manifest = ['--manifest-path', join(folder, 'Cargo.toml')];
  await run('cargo', [
    'run',
    '--quiet',
    ...manifest,
    '--no-default-features',
    '--example',
    'seeds',
  ]);
  await run('cargo', ['+nightly', 'fuzz', 'build', '-O']);
  const had = existsSync(ledger) ? JSON.parse(readFileSync(ledger, 'utf8')) : {};
  const targets = names.map((name) => ({ executions: 0, seconds: 0, ...had[name], name }));
  await Promise.all(Array.from({ length: jobs }, () => worker(targets, wanted, had)));
  console.table(targets, ['name', 'seconds', 'executions', 'coverage', 'found']);
  if (targets.some(({ found }) => found)) throw new Stop('something was found: see fuzz/artifacts');
});

/** Takes the target that has had the least, until none is left that needs more. */
async function worker(targets, wanted, had) {
  for (;;) {
    const free = targets.filter((one) => one.seconds < wanted && !one.isRunning && !one.found);
    const next = free.toSorted((one, other) => one.seconds - other.seconds)[0];
    if (!next) return;
    await slice(next, Math.min(SLICE, wanted - next.seconds));
    const { seconds, executions, coverage } = next;
    had[next.name] = { seconds, executions, coverage };
    mkdirSync(join(folder, 'target'), { recursive: true });
    writeFileSync(ledger, `${JSON.stringify(had, null, 2)}\n`);
  }
}

async function slice(target, seconds) {
  target.isRunning = true;
  console.log(`  ${target.name}: ${seconds} s more after ${target.seconds} s`);
  const fuzz = ['cargo', '+nightly', 'fuzz', 'run', '-O', target.name, '--'];
  const args = ['-c', TIMED, 'sh', ...fuzz, `-max_total_time=${seconds}`, ...limits];
  const output = await run('sh', args, { env, quiet: true }).catch((error) => {
    target.found = true;
    return error.output ?? '';
  });
  target.seconds += processorSeconds(output);
  target.executions += Number(/number_of_executed_units:\s+(\d+)/.exec(output)?.[1] ?? 0);
  target.coverage = Number([...output.matchAll(/cov: (\d+)/g)].at(-1)?.[1] ?? target.coverage ?? 0);
  target.isRunning = false;
}

function processorSeconds(output) {
  const [user, system] = [...output.matchAll(/(\d+)m([\d.,]+)s/g)].slice(-2);
  if (!system) throw new Stop('the shell does not tell how long the fuzzer ran');
  const seconds = ([, minutes, rest]) => 60 * minutes + Number(rest.replace(',', '.'));
  return Math.round(seconds(user) + seconds(system));
}
