// The browser journeys: the machine's own browser, two at a time, no retries (a flaky test is a bug), no downloads.

import { defineConfig } from '@playwright/test';
import { findChrome, switches } from '../../scripts/lib/browser.mjs';

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  globalSetup: './global-setup.ts',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    actionTimeout: 20_000,
    trace: 'off',
    video: 'off',
    screenshot: 'off',
    launchOptions: { executablePath: process.env.CHROME ?? findChrome(), args: switches },
  },
});
