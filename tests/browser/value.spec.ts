// Value and risk: what customers will bring, whether that can be trusted, whom to win back first, and one customer's card.

import { hasRealFiles, madeUp, orders, real, WHY_SKIPPED } from './files';
import { expect, test } from './fixtures';

test('the forecast says what will come, why it can be trusted, and whom to win back', async ({
  app,
  page,
}) => {
  const summary = await app.trySample();
  const value = await app.openValue();
  await expect(value.locator('h1')).toContainText(
    `In the next 12 months your ${summary.customers} customers will likely bring`,
  );
  await expect(value.locator('.verdict')).toContainText('Had this been done on');
  await expect(value.locator('.alive-matrix [role=gridcell]').first()).toHaveAttribute(
    'aria-label',
    /repeat orders/,
  );

  // A driver filters the list; a name opens the card, with the past of the chance and the next order.
  const all = await value.locator('.risk-list .number').innerText();
  await value.locator('.drivers .bars-row').first().click();
  await expect(value.locator('.risk-list .number')).not.toHaveText(all);
  await value.locator('.risk-table .link').first().click();
  const card = app.room.locator('dialog.drawer [data-value]');
  await expect(card).toContainText('likely still a customer today');
  await expect(card.locator('.alive-dot.bought').first()).toHaveAttribute('aria-label', /order/);
  await expect(card.locator('[data-risk] li').first()).not.toBeEmpty();
  await page.keyboard.press('Escape');

  // A longer look ahead brings more; the choice is in the recipe.
  const figure = value.locator('.kpi .value').first();
  const before = await figure.innerText();
  await value.locator('.value-settings summary').click();
  await value.locator('[data-setting=months]').selectOption('24');
  await expect(value.locator('h1')).toContainText('In the next 24 months');
  await expect(figure).not.toHaveText(before);
  expect((await app.state()).recipe?.lifetime_value.months).toBe(24);
});

test('opportunities are counted by the calendar, and their unit is said', async ({ app }) => {
  await app.trySample();
  const value = await app.openValue();
  await value.locator('.value-settings summary').click();
  await value.locator('[data-setting=model]').selectOption('bg_bb');
  const unit = value.locator('[data-setting=unit]');
  await expect(unit).toHaveValue('week');
  expect(await unit.locator('option').allInnerTexts()).toEqual([
    'Weeks',
    'Months',
    'Quarters',
    'Years',
  ]);
  await unit.selectOption('month');
  await expect(value.locator('.verdict')).toContainText(
    'calendar months with an order, not orders',
  );
  await expect(value.locator('.kpis')).toContainText('Months with an order expected');
  await expect(value.locator('.alive-matrix [role=gridcell]').first()).toBeVisible();
  await unit.selectOption('year');
  await expect(value.locator('.verdict')).toContainText('at least 3 are needed');
});

test('exported lists get the columns when they are asked for', async ({ app }) => {
  await app.trySample();
  const value = await app.openValue();
  expect((await app.save('csv')).bytes.toString()).not.toContain('p_alive');
  await value.locator('.value-settings summary').click();
  await value.locator('[data-setting=export]').check();
  await expect.poll(async () => (await app.state()).recipe?.lifetime_value.export).toBe(true);
  const [head = '', row = ''] = (await app.save('csv')).bytes.toString().split('\r\n');
  expect(head).toContain(
    ',p_alive,expected_purchases,expected_spend,lifetime_value,risk,value_at_stake,next_order',
  );
  expect(row.split(',').length).toBe(head.split(',').length);
});

test('few customers get a rough answer with its range, not a refusal', async ({ app }) => {
  await app.choose(orders('few.csv', 12));
  const value = await app.openValue();
  await expect(value.locator('h1')).toContainText('your 12 customers will likely bring');
  await expect(value.locator('.verdict')).toContainText('Only roughly');
  await expect(value.locator('.verdict')).toContainText('a model needs 20');
});

test('sums without first orders say what is missing', async ({ app }) => {
  const rows = Array.from(
    { length: 30 },
    (_, at) => `C${at},2024-03-${10 + (at % 20)},${at + 1},${100 + at}`,
  );
  await app.choose(
    madeUp('sums.csv', ['customer_id,last_order,orders,revenue', ...rows, ''].join('\n')),
  );
  await app.go('differentiate');
  await app.element.locator('#tab-value').click();
  const value = app.room.locator('ct-value');
  await expect(value.locator('h1')).toHaveText('Nothing can be forecast from these data yet.');
  await expect(value.locator('.lead')).toContainText('first order');
});

test.describe('zh-CN', () => {
  test.use({ locale: 'zh-CN' });
  test('预测、可信程度与挽回名单', async ({ app }) => {
    await app.trySample();
    const value = await app.openValue();
    await expect(value.locator('h1')).toContainText('预计带来');
    await expect(value.locator('.verdict')).toContainText('可信吗？');
    await expect(value.locator('.risk-list')).toContainText('先挽回谁');
  });
});

test('CDNOW shows the published parameters', async ({ app }) => {
  test.skip(!hasRealFiles, WHY_SKIPPED);
  const recipe = {
    recipe: 1,
    measures: { as_of: '1997-09-30' },
    lifetime_value: { model: 'bg_nbd', months: 9 },
  };
  await app.choose(
    real('transactions/CDNOW_sample.txt'),
    madeUp('cdnow.json', JSON.stringify(recipe)),
  );
  const value = await app.openValue();
  await value.locator('.parameters summary').click();
  const rows = value.locator('.parameters table').first().locator('tbody tr');
  // Fader, Hardie & Lee (2005), table 2: r = 0.243, α = 4.414, a = 0.793, b = 2.426; ln L = −9582.4.
  const published = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
  for (const [index, [name, expected]] of Object.entries(published).entries()) {
    const cells = await rows.nth(index).locator('th, td').allInnerTexts();
    expect(cells[0]).toBe(name);
    expect(Math.abs(Number(cells[1]) - expected)).toBeLessThan(0.003);
  }
  await expect(value.locator('.parameters')).toContainText('-9,582.4');
});
