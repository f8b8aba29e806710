// Finds a Chromium-family browser and its driver for the tests; fetches them only where a package manager can do it unasked.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { ask, find, run, Stop } from './run.mjs';

/** How every test starts the browser: the switches in webdriver.json, which wasm-bindgen's runner reads too. */
export const switches = JSON.parse(readFileSync(join(root, 'webdriver.json'), 'utf8'))[
  'goog:chromeOptions'
].args;

/** @typedef {{ chrome: string, driver: string }} Browser */

/** @returns {Promise<Browser>} a browser with a driver of the same major version */
export async function browser() {
  let found = await look();
  if (!found && canAptGet()) {
    await run('apt-get', ['update', '-qq']);
    // The font: without it Chinese is drawn as boxes and every screenshot is worthless.
    const packages = ['chromium', 'chromium-driver', 'fonts-noto-cjk'];
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env });
    found = await look();
  }
  if (!found) throw new Stop(howToGetOne());
  return found;
}

async function look() {
  const chrome = findChrome();
  if (!chrome) return undefined;
  const driver = await findDriver(chrome);
  return driver && { chrome, driver };
}

/** @returns {string | undefined} the browser's program file */
export function findChrome() {
  if (process.env.CHROME) return process.env.CHROME;
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'chrome',
    'microsoft-edge',
    'msedge',
  ];
  const onPath = names.map(find).find(Boolean);
  return onPath ?? usualPlaces().find((path) => existsSync(path));
}

function usualPlaces() {
  const programs = [
    process.env.ProgramFiles,
    process.env['ProgramFiles(x86)'],
    process.env.LOCALAPPDATA,
  ];
  return [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ...programs
      .filter(Boolean)
      .flatMap((folder) => [
        join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        join(folder, 'Chromium', 'Application', 'chrome.exe'),
        join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
      ]),
  ];
}

async function findDriver(chrome) {
  const name = /edge/i.test(chrome) ? 'msedgedriver' : 'chromedriver';
  const candidates = [
    process.env.CHROMEDRIVER,
    process.env.CHROMEWEBDRIVER && join(process.env.CHROMEWEBDRIVER, name),
    find(name),
    '/usr/lib/chromium/chromedriver',
    '/usr/lib/chromium-browser/chromedriver',
  ];
  const wanted = await majorVersion(chrome);
  for (const path of candidates.filter((path) => path && existsSync(path))) {
    // A driver of another major version fails late and obscurely. On Windows Chrome tells no version: trust the driver.
    if (!wanted || (await majorVersion(path)) === wanted) return path;
  }
  return undefined;
}

async function majorVersion(program) {
  if (process.platform === 'win32' && !/driver/.test(program)) return undefined;
  return (await ask(program, ['--version']))?.match(/(\d+)\.\d+\.\d+/)?.[1];
}

function canAptGet() {
  return process.platform === 'linux' && process.getuid?.() === 0 && find('apt-get') !== undefined;
}

function howToGetOne() {
  const lines = {
    linux: 'Debian, Ubuntu: sudo apt-get install -y chromium chromium-driver fonts-noto-cjk',
    darwin: 'brew install --cask google-chrome chromedriver',
    win32: 'winget install Google.Chrome Chromium.ChromeDriver',
  };
  return (
    'The browser tests need Chrome, Chromium or Edge and a driver of the same version.\n' +
    `  ${lines[process.platform] ?? lines.linux}\n` +
    'or, without installing anything on the machine:\n' +
    '  npx @puppeteer/browsers install chrome@stable && npx @puppeteer/browsers install chromedriver@stable\n' +
    'Then try again. Found elsewhere? Set CHROME and CHROMEDRIVER to the two program files.'
  );
}
