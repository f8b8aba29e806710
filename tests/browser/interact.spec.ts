// Interact: from tiers to what is done in which week. Strategy, reach, calendar, contacts, and the files that come of it.

import type { Locator } from '@playwright/test';
import type { App } from './app';
import { hasRealFiles, madeUp, real, WHY_SKIPPED } from './files';
import { expect, test } from './fixtures';

/** The room, when its figures are there. */
async function openInteract(app: App): Promise<Locator> {
  await app.go('interact');
  const room = app.room.locator('ct-interact');
  await room.locator('.kpis').waitFor();
  return room;
}

test('a strategy is changed, hours run short, and what does not fit is said', async ({ app }) => {
  await app.trySample();
  const room = await openInteract(app);
  const headline = room.locator('h1');
  await expect(headline).toContainText('in the next 12 weeks');
  const before = await headline.innerText();

  // More contacts for the best tier: more in the plan at once, and it is in the recipe.
  const first = room.locator('.strategy').first();
  const perYear = first.locator('[data-field=contacts_per_year]');
  await perYear.fill('36');
  await perYear.blur();
  await expect(headline).not.toHaveText(before);
  const tier = (await first.getAttribute('data-tier')) ?? '';
  expect((await app.state()).recipe?.interact[tier]?.contacts_per_year).toBe(36);

  // The second channel becomes the first, by its button.
  const second = first.locator('.channel-list li').nth(1);
  const channel = await second.getAttribute('data-channel');
  await second.locator('.tool').first().click();
  await expect(first.locator('.channel-list li').first()).toHaveAttribute(
    'data-channel',
    channel ?? '',
  );

  // One person with one hour a week: the plan keeps to it and says who is left out, the most valuable first.
  await room.locator('#tab-calendar').click();
  await room.locator('[data-field=limited]').check();
  const hours = room.locator('[data-field=hours_per_week]');
  await hours.fill('1');
  await hours.blur();
  await expect(room.locator('.lead')).toContainText('and would need');
  await expect(room.locator('.week-had').first()).toBeVisible();
  await expect(room.locator('ct-left tbody tr').first()).toBeVisible();

  // Undo brings the hours back.
  await room.locator('[data-travel=undo]').click();
  await room.locator('[data-travel=undo]').click();
  await expect(room.locator('.lead')).toContainText('Say how many people you have');
});

test('a day of the calendar opens its contacts, and a name the card', async ({ app, page }) => {
  await app.trySample();
  const room = await openInteract(app);
  await room.locator('#tab-calendar').click();
  await room.locator('.day.busy').first().click();
  const list = room.locator('ct-contacts');
  await expect(list.locator('tbody tr').first()).toBeVisible();
  const days = await list.locator('tbody td:first-child').allInnerTexts();
  expect(new Set(days).size).toBe(1);
  await list.locator('tbody .link').first().click();
  await expect(room.locator('dialog.drawer h2')).not.toBeEmpty();
  await page.keyboard.press('Escape');
  await list.getByRole('button', { name: 'Show all' }).click();
  await expect(list.locator('.pager, p.row .number')).toContainText('1');
});

test('contacts, calendar and the list to print are saved', async ({ app }) => {
  const rows = ['a', 'b', 'c', 'd', 'e', 'f'].map(
    (id, at) => `${id},李雷${at % 2},1380013800${at},2024-0${at + 1}-03,${100 * (at + 1)}`,
  );
  const csv = `customer_id,客户经理,手机号,下单日期,金额\n${rows.join('\n')}\n`;
  await app.choose(madeUp('orders.csv', csv));
  const room = await openInteract(app);
  await room.locator('#tab-reach').click();
  await expect(room.locator('.coverage tbody tr').first()).toContainText('%');
  await room.locator('#tab-calendar').click();
  const all = room.locator('.owners tbody tr').first();
  const contacts = await app.saved(all.locator('[data-save=contacts]'));
  expect(contacts.name).toBe('contacts.csv');
  expect(contacts.text).toContain('day,owner,customer_id');
  const calendar = await app.saved(all.locator('[data-save=calendar]'));
  expect(calendar.name).toBe('contacts.ics');
  expect(calendar.text.match(/BEGIN:VEVENT/g)?.length).toBe(
    calendar.text.match(/END:VEVENT/g)?.length,
  );
  const mine = room.locator('.owners tbody tr', { hasText: '李雷1' });
  const list = await app.saved(mine.locator('[data-save=work_list]'));
  expect(list.text).toContain('李雷1');
  expect(list.text).not.toContain('李雷0');
});

test('a text is changed, seen on a real customer, and handed over as drafts and as a table', async ({
  app,
}) => {
  const rows = [...'abcdefghijkl'].map(
    (id, at) => `${id},Eve ${id},${id}@example.com,2024-0${1 + (at % 3)}-03,${10 + at}`,
  );
  await app.choose(
    madeUp('orders.csv', `customer_id,name,email,order_date,amount\n${rows.join('\n')}\n`),
  );
  const room = await openInteract(app);
  await room.locator('#tab-messages').click();
  const messages = room.locator('ct-messages');
  // The tier in which somebody is written to.
  await messages.locator('select[aria-label=Tier]').selectOption({ index: 2 });
  await messages.locator('select[aria-label=Channel]').selectOption('E-mail');
  await messages.locator('select[aria-label=Play]').selectOption('Welcome');
  await messages.locator('[data-field=text]').fill('Hello {{name|you}}, from {{city}}.');
  await messages.locator('[data-field=text]').blur();
  await expect(messages.locator('[data-reset]')).toBeVisible();
  const templates = (await app.state()).recipe?.messages.templates ?? [];
  expect(templates.map(({ text }) => text)).toEqual(['Hello {{name|you}}, from {{city}}.']);
  await expect(messages.locator('[data-preview]')).toContainText('Hello Eve');
  await expect(messages.locator('.letter .notice')).toContainText('City');
  await expect(messages.locator('.message-report')).toContainText('City');
  // No link may lead out of this page.
  await expect(messages.locator('.letter a[href]')).toHaveCount(0);
  const merge = await app.saved(messages.locator('[data-save=mail_merge]'));
  expect(merge.text).toContain('Hello Eve');
  const drafts = await app.saved(messages.locator('[data-save=drafts]'));
  expect([drafts.name, drafts.text.slice(0, 2)]).toEqual(['drafts.zip', 'PK']);
  await messages.locator('[data-reset]').click();
  await expect(messages.locator('[data-field=text]')).not.toHaveValue(/from \{\{city/);
});

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('模板、触达、日历和工作清单', async ({ app }) => {
    test.skip(!hasRealFiles, WHY_SKIPPED);
    await app.choose(real('transactions/示例 - 超市.xls'));
    const room = await openInteract(app);
    await expect(room.locator('h1')).toContainText('未来 12 周要联系');
    await room.locator('select').first().selectOption({ label: '面向企业（B2B）' });
    await room.locator('[data-use-preset]').click();
    await expect(room.locator('.strategy li').first()).toContainText('拜访');
    await room.locator('#tab-calendar').click();
    await expect(room.locator('.month-grid .day').first()).toBeVisible();
    const file = await app.saved(room.locator('.owners [data-save=work_list]').first());
    expect(file.name).toBe('工作清单.html');
    expect(file.text).toContain('拜访');
  });
});
