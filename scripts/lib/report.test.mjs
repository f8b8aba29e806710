import { expect, test } from 'vitest';
import { counts } from './report.mjs';

const cases = [
  ['no runner, passed', 'all good', 'passed', [1, 0, 0]],
  ['no runner, failed', 'boom', 'failed', [0, 1, 0]],
  [
    'cargo, several binaries',
    'test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured\ntest result: ok. 2 passed; 0 failed; 0 ignored',
    'passed',
    [5, 0, 1],
  ],
  ['cargo, no tests at all', 'test result: ok. 0 passed; 0 failed; 0 ignored', 'passed', [0, 0, 0]],
  [
    'vitest in colours',
    '\u001b[2m      Tests \u001b[22m \u001b[32m7 passed\u001b[39m | 2 skipped (9)',
    'passed',
    [7, 0, 2],
  ],
  [
    'playwright',
    '  1 failed\n    a.spec.ts:1\n  2 did not run\n  12 passed (3.2s)',
    'failed',
    [12, 1, 2],
  ],
  [
    'did not compile after some tests',
    'test result: ok. 3 passed; 0 failed; 0 ignored',
    'failed',
    [3, 1, 0],
  ],
];

test.each(cases)('%s', (_, output, state, [passed, failed, skipped]) => {
  expect(counts(output, state)).toEqual({ passed, failed, skipped });
});
