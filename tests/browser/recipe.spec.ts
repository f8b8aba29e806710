// A recipe keeps every decision: saved, reloaded and dropped with the same file, it gives the same figures and the same bytes.

import { madeUp, orders } from './files';
import { expect, test } from './fixtures';

test('scheme, thresholds and day come back with the saved recipe', async ({ app }) => {
  const file = orders('orders.csv', 60);
  const plain = await app.choose(file);

  const scheme = app.element.locator('.controls select');
  const other = await scheme.evaluate((select: HTMLSelectElement) =>
    [...select.options].map(({ value }) => value).find((value) => value !== select.value),
  );
  await app.again(() => scheme.selectOption(other ?? ''));
  await app.again(async () => {
    await app.element.locator('.controls input[type=date]').fill('2024-12-01');
    await app.element.locator('.controls input[type=date]').blur();
  });
  const { recipe } = await app.state();
  if (!recipe) throw new Error('there is no recipe');
  const cuts = [50, 150, 200, 250];
  const changed = await app.setRecipe({
    ...recipe,
    scores: { ...recipe.scores, monetary: { method: 'fixed', cuts } },
  });
  expect(changed.segment_scheme).toBe(other);
  expect(changed.as_of).toBe('2024-12-01');
  expect(changed.thresholds.find(({ factor }) => factor === 'monetary')).toMatchObject({
    method: 'fixed',
    cuts,
  });
  expect(changed.segments).not.toEqual(plain.segments);

  const saved = await app.save('recipe');
  expect(saved.name).toBe('recipe.json');
  // It holds decisions and no customers.
  expect(saved.bytes.toString()).not.toMatch(/C00\d|OC\d/);
  const customers = await app.save('csv');

  await app.reload();
  await expect(app.element.locator('[data-sample]')).toBeVisible();
  const again = await app.drop(file, madeUp(saved.name, saved.bytes));
  expect(again).toEqual(changed);
  expect((await app.save('csv')).bytes.equals(customers.bytes)).toBe(true);
  expect((await app.save('recipe')).bytes.equals(saved.bytes)).toBe(true);
});

test('a recipe alone changes what is there, and can be taken back', async ({ app }) => {
  const before = await app.choose(orders('orders.csv', 60));
  const recipe = madeUp(
    'later.json',
    JSON.stringify({ recipe: 1, measures: { as_of: '2025-01-31' } }),
  );
  const after = await app.choose(recipe);
  expect(after.as_of).toBe('2025-01-31');
  expect(after.customers).toBe(before.customers);
  const menu = await app.openMenu('settings');
  const back = await app.again(() => menu.getByText('Reset recipe').click());
  expect(back).toEqual(before);
});

test('a recipe with a mistake changes nothing and says where the mistake is', async ({ app }) => {
  const before = await app.choose(orders('orders.csv', 60));
  const broken = madeUp('broken.json', '{"recipe": 1, "measures": {"as_off": "2025-01-31"}}');
  const [message] = await app.chooseInVain(broken);
  expect(message).toMatch(/as_off/);
  expect(await app.summary()).toEqual(before);
});
