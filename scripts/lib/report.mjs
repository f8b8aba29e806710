// What the test runners printed, added up; and the closing table.

import { stripVTControlCharacters } from 'node:util';

// cargo and wasm-bindgen say "3 passed; 0 failed; 1 ignored"; vitest "Tests  3 passed | 1 skipped (4)"; Playwright one line each.
const patterns = {
  cargo: /^test result: .*$/gm,
  vitest: /^\s+Tests {2}.*$/gm,
  playwright: /^ {2}\d+ (passed|failed|skipped|flaky|did not run|interrupted)\b.*$/gm,
};

/**
 * The single tests in a runner's output; a step without any counts as one.
 * @param {string} output
 * @param {'passed' | 'failed'} state how the step as a whole ended
 */
export function counts(output, state) {
  const text = stripVTControlCharacters(output);
  const lines = Object.values(patterns).flatMap((pattern) => text.match(pattern) ?? []);
  const sum = (words) => {
    const found = lines.flatMap((line) => [
      ...line.matchAll(new RegExp(`(\\d+) (?:${words})`, 'g')),
    ]);
    return found.reduce((total, match) => total + Number(match[1]), 0);
  };
  const total = {
    passed: sum('passed'),
    failed: sum('failed|flaky|interrupted'),
    skipped: sum('ignored|skipped|did not run|todo'),
  };
  // A step can fail without a failing test (it did not compile), and many steps have no tests to count.
  if (state === 'failed' && total.failed === 0) total.failed = 1;
  if (state === 'passed' && lines.length === 0) total.passed = 1;
  return total;
}

/** Prints the table; the last line is the plain totals. Returns whether nothing failed. */
export function report(results) {
  console.log('\nstep            result      seconds   tests');
  for (const { name, state, seconds, passed, failed, skipped, note } of results) {
    const tests =
      note ??
      `${passed} passed${failed ? `, ${failed} failed` : ''}${skipped ? `, ${skipped} skipped` : ''}`;
    console.log(
      `${name.padEnd(16)}${state.padEnd(10)}${seconds.toFixed(1).padStart(9)}   ${tests}`,
    );
  }
  const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
  const seconds = total('seconds');
  console.log(`${'together'.padEnd(26)}${seconds.toFixed(1).padStart(9)}\n`);
  console.log(`${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`);
  return total('failed') === 0;
}
