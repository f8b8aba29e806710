// Names, phone numbers and e-mail addresses masked: no screen of any room says who a customer is, and files say it as ever.

import { madeUp } from './files';
import { expect, test } from './fixtures';

const NAMES =
  'Anna Keller,Bruno Maas,Clara Vogt,David Ernst,Emma Lorenz,Felix Brandt,Greta Simon,Hugo Ziegler,Ida Pohl,Jonas Winter'.split(
    ',',
  );
/** Parts of every name, phone number and address. */
const SECRETS = [...NAMES.map((name) => name.split(' ')[1] ?? name), 'example.com', '1380013'];

function seeded() {
  const people = NAMES.map((name, at) => {
    const phone = `1380013${8000 + at * 137}`;
    const owner = at === 1 ? 'Olga / Paul' : 'Olga';
    return [`C${at}`, name, phone, `${name.replace(' ', '.').toLowerCase()}@example.com`, owner];
  });
  // One of them once more, one whose number is a phone's, and days and phones that are none.
  const again = ['C90', 'Anna Keler', '+86 138-0013-8000', 'anna.keller@example.com', 'Paul'];
  const byPhone = ['13800139999', 'Paul Kraft', '', '', ''];
  const wrong = ['C3', 'David Ernst', 'David Ernst at work', 'david.ernst@example.com', 'Olga'];
  const rows = [...people, ...people, ...people, again, byPhone].map((cells, at) => [
    ...cells,
    `O${at}`,
    ['Tea', 'Pot', 'Cup'][at % 3],
    `2024-0${1 + (at % 6)}-1${at % 9}`,
    20 + at * 3,
  ]);
  rows.push([...wrong, 'OX1', 'Tea', 'whenever Anna Keller comes', 10]);
  rows.push([...wrong, 'OX2', 'Tea', '2024-06-05', 90_000]);
  const header =
    'customer_id,customer_name,phone,email,owner,order_id,product,order_date,amount'.split(',');
  return madeUp('orders.csv', `${[header, ...rows].map((row) => row.join(',')).join('\n')}\n`);
}

test('nobody is named in any room while names are masked', async ({ app }) => {
  test.setTimeout(120_000);
  await app.choose(seeded());
  await (await app.openMenu('settings')).locator('[data-mask]').check();
  await app.page.keyboard.press('Escape');

  const seen: string[] = [];
  const look = async (where: string) => {
    await expect.poll(() => app.frame.evaluate(isQuiet)).toBe(true);
    const text = await app.frame.evaluate(everythingShown);
    seen.push(...SECRETS.filter((secret) => text.includes(secret)).map((it) => `${where}: ${it}`));
    return text;
  };
  /** That something is masked there, and not merely missing. */
  const masked: Record<string, RegExp> = {
    'identify duplicates': /A\*\* K\*\*.*138\*+00/,
    'identify repairs': /w\*\* A\*\* K\*\* c\*\*/,
    'differentiate customers': /A\*\* K\*\*/,
    'interact contacts': /[A-P]\*\* [A-Z]\*\*/,
    'interact messages': /[A-P]\*\* [A-Z]\*\*/,
    'customize offers': /[A-P]\*\* [A-Z]\*\*/,
    'customize owners': /[A-P]\*\* [A-Z]\*\*/,
  };
  for (const stage of ['identify', 'differentiate', 'interact', 'customize'] as const) {
    await app.go(stage);
    const parts = app.room.locator(stage === 'identify' ? '[data-section]' : '[role=tab]');
    for (let at = 0; at < (await parts.count()); at += 1) {
      const part = parts.nth(at);
      await part.click();
      const id = (await part.getAttribute('data-section')) ?? (await part.getAttribute('id'));
      const name = `${stage} ${id?.replace('tab-', '')}`;
      for (const opener of await app.room.locator('[data-rows][aria-expanded=false]').all())
        await opener.click();
      const text = await look(name);
      const wanted = masked[name];
      if (wanted) expect.soft(text, name).toMatch(wanted);
      delete masked[name];
    }
  }
  expect(Object.keys(masked), 'places that were not there').toEqual([]);
  expect(seen).toEqual([]);

  // How the columns were read shows their first rows.
  await app.go('identify');
  await app.room.locator('[data-section=came_in]').click();
  await app.room.getByRole('button', { name: 'Change the columns' }).click();
  await expect(app.element.locator('.sample')).toContainText('A** K**');
  await look('columns');
  expect(seen).toEqual([]);

  // Files name everybody.
  expect((await app.exportAs('csv')).toString()).toContain('Anna Keller');
  await (await app.openMenu('settings')).locator('[data-mask]').uncheck();
  await expect(app.element.locator('.sample')).toContainText('Anna Keller');
});

/** What is wrong can be told apart by its place alone, and a decision says whom it is about once names are shown again. */
test('duplicates are decided while names are masked', async ({ app }) => {
  await app.choose(seeded());
  await (await app.openMenu('settings')).locator('[data-mask]').check();
  await app.page.keyboard.press('Escape');
  const part = await app.openPart('duplicates');
  const before = (await app.summary()).customers;
  await part.locator('[data-did=merge]').first().click();
  expect((await app.apply()).customers).toBe(before - 1);
});

// These run in the page; each stands alone.

/** Nothing is being asked for. */
function isQuiet(): Promise<boolean> {
  const busy = (root: ParentNode): boolean =>
    [...root.querySelectorAll('*')].some(
      (one) =>
        one.matches('[aria-busy=true], progress, .waiting') ||
        (one.shadowRoot !== null && busy(one.shadowRoot)),
    );
  // What a click asks for is asked in the next frame.
  return new Promise((done) => setTimeout(() => done(!busy(document)), 120));
}

/** Every text, tip, label and value of a field. */
function everythingShown(): string {
  const texts: string[] = [];
  const collect = (root: ParentNode): void => {
    for (const one of root.querySelectorAll('*')) {
      if (one.matches('style, script')) continue;
      for (const node of one.childNodes)
        if (node.nodeType === Node.TEXT_NODE) texts.push(node.textContent ?? '');
      for (const { name, value } of one.attributes)
        if (/^(title|placeholder|aria-|data-tip|href)/.test(name)) texts.push(value);
      if (one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement)
        texts.push(one.value);
      if (one.shadowRoot) collect(one.shadowRoot);
    }
  };
  collect(document);
  return texts.join(' ').replace(/\s+/g, ' ');
}
