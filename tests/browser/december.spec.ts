// A month of a real shop, twenty daily files of it, from the drop to what staff do on Monday: calendar, lists, playbook.

import { dailyFiles, hasRealFiles, WHY_SKIPPED } from './files';
import { expect, test } from './fixtures';

const WORDS = {
  en: {
    headline: 'in the next 12 weeks',
    list: 'Work list',
    listName: 'work-list.html',
    contacts: 'contacts.csv',
    reach: 'Addresses are not in the files',
    day: '2010-12-24',
  },
  'zh-CN': {
    headline: '未来 12 周',
    list: '工作清单',
    listName: '工作清单.html',
    contacts: '联系名单.csv',
    reach: '文件里没有',
    day: '2010-12-24',
  },
} as const;

for (const lang of ['en', 'zh-CN'] as const) {
  const words = WORDS[lang];
  test.describe(lang, () => {
    test.use({ locale: lang });

    test(`a month of orders becomes a calendar, lists and a playbook (${lang})`, async ({
      app,
    }) => {
      test.skip(!hasRealFiles, WHY_SKIPPED);
      const summary = await app.choose(...dailyFiles());
      expect(summary.as_of).toBe(words.day);

      // The plan: every contact of the calendar is in the list that is saved.
      await app.go('interact');
      const room = app.room.locator('ct-interact');
      await expect(room.locator('h1')).toContainText(words.headline);
      await room.locator('#tab-calendar').click();
      const all = room.locator('.owners tbody tr').first();
      const contacts = await app.saved(all.locator('[data-save=contacts]'));
      expect(contacts.name).toBe(words.contacts);
      const planned = contacts.text.trimEnd().split('\r\n').slice(1);
      expect(planned.length).toBeGreaterThan(500);
      expect(planned.every((line) => /^201[01]-\d\d-\d\d,/.test(line))).toBe(true);
      const calendar = await app.saved(all.locator('[data-save=calendar]'));
      const list = await app.saved(all.locator('[data-save=work_list]'));
      expect(list.name).toBe(words.listName);
      expect(list.text).toContain(words.list);
      // What people do is in both: an event each, and a line to tick off.
      const events = calendar.text.match(/BEGIN:VEVENT/g)?.length ?? 0;
      expect(events).toBeGreaterThan(100);
      expect(list.text.match(/<i><\/i>/g)?.length).toBe(events);

      // A day of it, by hand.
      await room.locator('.day.busy').first().click();
      await expect(room.locator('ct-contacts tbody tr').first()).toBeVisible();

      // The playbook to print has a page for every tier.
      await app.room.locator('#tab-playbook').click();
      const playbook = app.room.locator('ct-playbook');
      await expect(playbook.locator('article')).toHaveCount(summary.tiers.length);
      const book = await app.saved(playbook.locator('[data-save-playbook]'));
      expect(book.text.match(/<h2>/g)?.length).toBe(summary.tiers.length);
      expect(book.text).toContain(`lang="${lang}"`);

      // And what the most valuable customer is offered has a reason.
      await app.go('customize');
      const offers = app.room.locator('ct-offers tbody tr').first();
      await expect(offers).toBeVisible();
    });
  });
}
