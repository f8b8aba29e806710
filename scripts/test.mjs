// `npm test`: sets up what is missing, then runs every check; `npm test -- rust browser` runs only these.
// A step that fails does not stop the others: one run tells everything that is wrong.

import { counts, report } from './lib/report.mjs';
import { main, Stop } from './lib/run.mjs';
import { Skip, setUpEverything, steps } from './test/steps.mjs';

await main(async () => {
  const results = [];
  const chosen = choose(process.argv.slice(2));
  if (chosen === steps)
    results.push(await timed({ name: 'set-up', title: 'tools and browser', run: setUpEverything }));
  for (const step of chosen) results.push(await timed(step));
  if (!report(results)) process.exitCode = 1;
});

function choose(names) {
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length) {
    throw new Stop(
      `no step is called ${unknown.join(', ')}; there are: ${steps.map(({ name }) => name).join(' ')}`,
    );
  }
  return names.length ? steps.filter(({ name }) => names.includes(name)) : steps;
}

async function timed({ name, title, run }) {
  console.log(`\n━━ ${name}: ${title}`);
  const start = performance.now();
  const outcome = await outcomeOf(run);
  const seconds = (performance.now() - start) / 1000;
  console.log(`━━ ${name}: ${outcome.state} in ${seconds.toFixed(1)} s`);
  return { name, title, seconds, ...outcome };
}

async function outcomeOf(run) {
  try {
    return { state: 'passed', ...counts((await run()) ?? '', 'passed') };
  } catch (error) {
    if (error instanceof Skip) {
      console.log(`  skipped: ${error.message}`);
      return { state: 'skipped', note: error.message, passed: 0, failed: 0, skipped: 1 };
    }
    console.error(error instanceof Stop ? `  ${error.message}` : error);
    return { state: 'failed', ...counts(error.output ?? '', 'failed') };
  }
}
