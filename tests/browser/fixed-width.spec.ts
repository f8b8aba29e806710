// Columns that nothing parts: where they begin is said on a ruler over the first lines, by keyboard or with the finger.

import type { ColumnRuler } from '../../www/src/views/mapping/column-ruler.ts';
import type { App } from './app';
import { madeUp } from './files';
import { expect, test } from './fixtures';

/** Customer, day and amount, in columns of four, eight and nine places. */
function report() {
  const lines = Array.from({ length: 60 }, (_, at) => {
    const day = `2024${String(1 + (at % 12)).padStart(2, '0')}${String(1 + (at % 28)).padStart(2, '0')}`;
    return `C${String(at % 20).padStart(3, '0')}${day}${(100.5 + at).toFixed(2).padStart(9)}`;
  });
  return madeUp('report.txt', `${lines.join('\n')}\n`);
}
const REVENUE = 60 * 100.5 + (59 * 60) / 2;

const words = {
  en: {
    separator: 'Separator',
    ruler: 'Ruler of the columns',
  },
  'zh-CN': { separator: '分隔符', ruler: '分列标尺' },
} as const;

/** The file as it comes, the questions open, columns of fixed width chosen. */
async function opened(app: App, lang: keyof typeof words) {
  await app.offer(report());
  await expect(app.element.locator('.mapping')).toBeVisible();
  const settings = app.element.locator('details.settings');
  if ((await settings.getAttribute('open')) === null) await settings.locator('summary').click();
  await app.element.getByLabel(words[lang].separator).selectOption('fixed');
  const ruler = app.element.getByRole('slider', { name: words[lang].ruler });
  await expect(ruler).toBeVisible();
  return ruler;
}

const headers = (app: App) => app.element.locator('.sample .header-text');
const widths = async (app: App) => (await app.state()).recipe?.import.widths;

for (const lang of ['en', 'zh-CN'] as const) {
  test.describe(lang, () => {
    test.use({ locale: lang });

    test(`columns of fixed width are set by keyboard alone (${lang})`, async ({ app, page }) => {
      const ruler = await opened(app, lang);
      await ruler.focus();
      for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await expect(ruler).toHaveAttribute(
        'aria-valuetext',
        lang === 'en' ? /a column begins/ : /从这里开始一列/,
      );
      await page.keyboard.press('PageUp');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('Enter');
      // What blanks seemed to part is one column: its beginning is taken away.
      await expect(headers(app)).toHaveCount(4);
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Delete');
      await expect(headers(app)).toHaveCount(3);
      expect(await widths(app)).toEqual([4, 8, 9]);
      const roles = ['customer_id', 'date', 'amount'];
      for (const [at, role] of roles.entries())
        await app.element.locator('.sample select.role').nth(at).selectOption(role);
      const confirm = app.element.locator('[data-confirm]');
      await confirm.focus();
      const { customers, revenue } = await app.again(() => page.keyboard.press('Enter'));
      expect([customers, revenue]).toEqual([20, REVENUE]);
    });
  });
}

test('who is quicker than the reading loses nothing', async ({ app }) => {
  const shown = await opened(app, 'en');
  const asked = await shown.evaluate(async (slider) => {
    const { props } = slider.closest('ct-column-ruler') as ColumnRuler;
    if (!props) throw new Error('no ruler');
    const calls: (readonly number[] | null)[] = [];
    // A reading that is never done, and a screen around that is drawn again and still knows the file as it was.
    const onStarts = (starts: readonly number[] | null) => {
      calls.push(starts);
      return new Promise<void>(() => {});
    };
    const slow = document.createElement('ct-column-ruler') as ColumnRuler;
    document.body.append(slow);
    for (const key of ['ArrowRight', 'Enter', 'ArrowRight', 'Enter']) {
      slow.props = { ...props, onStarts };
      await slow.updateComplete;
      slow.querySelector('.ruler')?.dispatchEvent(new KeyboardEvent('keydown', { key }));
    }
    slow.remove();
    const { starts } = props.linedUp;
    return calls.map((call) => call?.filter((start) => !starts.includes(start)));
  });
  expect(asked).toEqual([[1], [1, 2]]);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 720 } });

  test('a touch sets a column and takes it away, and one goes back to what was detected', async ({
    app,
  }) => {
    const ruler = await opened(app, 'en');
    const before = await headers(app).count();
    const { width } = (await ruler.boundingBox()) ?? { width: 0 };
    const place = (at: number) => ({ position: { x: (width / 21) * at, y: 40 } });
    await ruler.click(place(4));
    await expect(headers(app)).toHaveCount(before + 1);
    await ruler.click(place(4));
    await expect(headers(app)).toHaveCount(before);
    // Beside the ruler, for fingers that do not meet the place.
    await app.element.getByRole('button', { name: 'One place to the right' }).click();
    await app.element.getByRole('button', { name: 'A column begins here' }).click();
    await expect(headers(app)).toHaveCount(before + 1);
    expect(await widths(app)).toContain(5);
    await app.element.getByRole('button', { name: 'As detected' }).click();
    await expect(headers(app)).toHaveCount(before);
    const wide = await app.frame.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(320);
  });
});
