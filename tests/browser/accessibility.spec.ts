// WCAG 2.2 AA by axe in every view, both languages, light and dark, in light on a phone, a tablet and a desk; nothing scrolls sideways.
// `SCREENSHOTS=1 npm test -- browser` also keeps a picture of each under tests/browser/screenshots/.

import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Frame } from '@playwright/test';
import type axe from 'axe-core';
import type { App } from './app';
import { expect, test } from './fixtures';
import { type Place, places } from './views';

const LANGUAGES = ['zh-CN', 'en'] as const;
const THEMES = ['light', 'dark'] as const;
// What differs by theme is colour, and that does not depend on the width.
const WIDTHS = { light: [320, 768, 1280], dark: [1280] } as const;
const HEIGHT = 900;

// Playwright's own axe package brings the rules; here they run inside the one frame that matters.
const fromPlaywright = createRequire(
  createRequire(import.meta.url).resolve('@axe-core/playwright'),
);
const rules = readFileSync(fromPlaywright.resolve('axe-core/axe.min.js'), 'utf8');

for (const lang of LANGUAGES)
  for (const theme of THEMES)
    test.describe(`${lang}, ${theme}`, () => {
      test.use({ locale: lang, colorScheme: theme, contextOptions: { reducedMotion: 'reduce' } });

      test(`every view is accessible at every width (${lang}, ${theme})`, async ({ app }) => {
        test.setTimeout(480_000);
        const found: string[] = [];
        for (const place of places) {
          await app.page.setViewportSize({ width: 1280, height: HEIGHT });
          await place.open(app);
          for (const width of WIDTHS[theme]) {
            await app.page.setViewportSize({ width, height: HEIGHT });
            await app.frame.evaluate(twoFrames);
            await unroll(app, width);
            const where = `${place.name} at ${width} px`;
            const broken = (await violations(app.frame)).filter(
              (text) => !isUnderMenu(place, text),
            );
            found.push(...broken.map((text) => `${where}: ${text}`));
            const wide = await app.frame.evaluate(sideways);
            if (wide) found.push(`${where}: scrolls sideways, ${wide}`);
            if (process.env['SCREENSHOTS']) await picture(app, place, `${lang}-${theme}-${width}`);
          }
        }
        expect(found).toEqual([]);
      });
    });

/** What an open menu half covers is no target until the menu is closed. */
function isUnderMenu({ name }: Place, text: string): boolean {
  return name.endsWith('-menu') && text.startsWith('target-size') && text.includes('obscured');
}

/** The whole view at once: half a row behind a bar is a place to scroll on from, not a target that is too small. */
async function unroll(app: App, width: number): Promise<void> {
  const tall = await app.frame.evaluate(() => document.documentElement.scrollHeight);
  await app.page.setViewportSize({ width, height: Math.max(HEIGHT, tall) });
  await app.frame.evaluate(twoFrames);
}

/** One line for each element that breaks a rule. */
async function violations(frame: Frame): Promise<string[]> {
  if (!(await frame.evaluate(() => 'axe' in globalThis))) await frame.evaluate(rules);
  return frame.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as { axe: typeof axe };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const result = await checker.run(document, {
      runOnly: { type: 'tag', values: tags },
      resultTypes: ['violations'],
    });
    return result.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => {
        const why = failureSummary?.split('\n')[1]?.trim() ?? '';
        return `${id} ${target.flat().at(-1)} ${why}`;
      }),
    );
  });
}

async function picture(app: App, { name }: Place, variant: string): Promise<void> {
  const folder = join(dirname(fileURLToPath(import.meta.url)), 'screenshots', variant);
  mkdirSync(folder, { recursive: true });
  // The whole view in one picture, not only what fits on the screen.
  const width = Number(variant.split('-').at(-1));
  const tall = await app.frame.evaluate(() => document.documentElement.scrollHeight);
  await app.page.setViewportSize({ width, height: Math.min(4_000, Math.max(HEIGHT, tall)) });
  await app.frame.evaluate(twoFrames);
  await app.page.screenshot({ path: join(folder, `${name}.png`) });
  await app.page.setViewportSize({ width, height: HEIGHT });
}

// These run in the page; each stands alone.

/** Until a new width has been laid out and drawn. */
function twoFrames(): Promise<void> {
  return new Promise((done) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 60)));
  });
}

/** What makes the page wider than the window, if anything does. */
function sideways(): string {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return '';
  const culprits: string[] = [];
  const look = (root: Document | ShadowRoot) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.getBoundingClientRect().right > clientWidth + 1)
        culprits.push(`${element.localName}.${[...element.classList].join('.')}`);
      if (element.shadowRoot) look(element.shadowRoot);
    }
  };
  look(document);
  return `${scrollWidth} of ${clientWidth} px: ${culprits.slice(0, 6).join(' ')}`;
}
