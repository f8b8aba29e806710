// Clusters: looked at, changed, saved as a scheme, kept, and told of every customer.

import type { Locator } from '@playwright/test';
import type { App } from './app';
import { madeUp } from './files';
import { expect, test } from './fixtures';

/** Forty who come often and spend much, forty who came lately and spend little, forty who have not been there for a year. */
function threeHeaps() {
  const line = (who: string, order: number, back: number, amount: number) => {
    const day = new Date(Date.UTC(2024, 11, 31 - back)).toISOString().slice(0, 10);
    return `${who}-${order},${who},${day},${amount}`;
  };
  const customers = Array.from({ length: 40 }, (_, at) => String(at).padStart(2, '0'));
  const lines = customers.flatMap((at, number) => [
    ...Array.from({ length: 10 }, (_, order) =>
      line(`A${at}`, order, 2 + (number % 5) + order * 20, 900 + number),
    ),
    line(`B${at}`, 1, 3 + (number % 6), 40 + (number % 9)),
    line(`C${at}`, 1, 360 + (number % 30), 45 + (number % 9)),
  ]);
  return madeUp('orders.csv', ['order_id,customer_id,order_date,amount', ...lines, ''].join('\n'));
}

async function openClusters(app: App): Promise<Locator> {
  await app.choose(threeHeaps());
  await app.element.locator('#tab-schemes').click();
  await app.room.locator('ct-schemes [data-add=clusters]').click();
  const clusters = app.room.locator('ct-schemes ct-clusters');
  await clusters.locator('.map-centre').first().waitFor();
  return clusters;
}

for (const lang of ['en', 'zh-CN'] as const) {
  const en = lang === 'en';
  test.describe(lang, () => {
    test.use({ locale: lang });

    test(`clusters are found, saved, and say why (${lang})`, async ({ app, page }) => {
      const clusters = await openClusters(app);
      await expect(clusters.locator('.map-centre')).toHaveCount(3);
      const names = clusters.locator('.centres [data-cluster]');
      await expect(names.first()).toHaveText(
        en ? 'Recent, frequent, high spend' : '最近来过、常来、花得多',
      );
      await expect(clusters.locator('.cluster-numbers .sentence')).toContainText(
        en ? '3 lie best apart' : '分成 3 类',
      );
      // A draft can be looked at by keyboard: the first cluster is picked out, the others fade.
      await clusters.locator('.map-centre').first().focus();
      await page.keyboard.press('Enter');
      await expect(clusters.locator('.dots.faded')).toHaveCount(2);
      // Another number, and by two figures only.
      await clusters.locator('[data-number]').selectOption('2');
      await expect(clusters.locator('.map-centre')).toHaveCount(2);
      await clusters.locator('[data-factor=recency]').uncheck();
      await expect(clusters.locator('.centres thead th')).toHaveCount(6);
      await clusters.locator('[data-factor=recency]').check();
      await clusters.locator('[data-number]').selectOption('');
      await expect(clusters.locator('.map-centre')).toHaveCount(3);
      await app.again(() => app.room.locator('ct-schemes [data-save]').click());
      const { recipe } = await app.state();
      expect(recipe?.schemes).toEqual([
        {
          id: 'own-1',
          name: en ? 'Clusters' : '聚类',
          rule: 'clusters',
          metrics: ['recency', 'frequency', 'monetary'],
          number: null,
        },
      ]);
      // In the list it is a scheme like all others; used, it names the customers.
      const own = app.room.locator('.scheme[data-scheme=own-1]');
      await expect(own).toContainText(en ? '3 segments' : '3 个细分');
      await app.again(() =>
        own.getByRole('button', { name: en ? /Name customers/ : /命名/ }).click(),
      );
      const { segments } = await app.summary();
      expect(segments.map(({ customers }) => customers)).toEqual([40, 40, 40, 0]);
      // A cluster chosen on the map selects its customers; one of them says why.
      await own.getByRole('button', { name: en ? /^Edit/ : /^编辑/ }).click();
      await clusters.locator('.map-centre').nth(0).click();
      await expect(app.element.locator('.chips .chip')).toContainText(
        en ? 'Recent, frequent' : '最近来过、常来',
      );
      await app.openCustomers();
      await app.room.locator('[role=gridcell]').first().click();
      const card = app.room.locator('dialog.drawer');
      await expect(card).toContainText(en ? 'from the centre of this cluster' : '离本类中心');
    });

    test(`kept clusters stay where they are (${lang})`, async ({ app }) => {
      const clusters = await openClusters(app);
      await expect(clusters.locator('[data-centres=found]')).toBeVisible();
      await clusters.locator('[data-keep]').click();
      await expect(clusters.locator('[data-centres=kept]')).toContainText(en ? 'Kept' : '已固定');
      await expect(clusters.locator('.cluster-numbers')).toHaveCount(0);
      await app.again(() => app.room.locator('ct-schemes [data-save]').click());
      const exported = JSON.parse((await app.exportAs('recipe')).toString());
      expect(exported.schemes[0].frozen.centres).toHaveLength(3);
      // No customer stands in the recipe.
      expect(JSON.stringify(exported.schemes)).not.toMatch(/[ABC]\d\d/);
      const before = await app.exportAs('csv');
      expect(before.toString()).toContain('low_recency+high_frequency+high_monetary');
      await app.room
        .locator('.scheme[data-scheme=own-1] button', { hasText: en ? 'Edit' : '编辑' })
        .click();
      await clusters.locator('[data-release]').click();
      await app.again(() => app.room.locator('ct-schemes [data-save]').click());
      expect(await app.exportAs('csv')).toEqual(before);
    });

    test(`too few customers are told so (${lang})`, async ({ app }) => {
      const lines = ['a,2024-01-01,5', 'b,2024-02-01,9', 'c,2024-03-01,7'];
      await app.choose(
        madeUp('few.csv', ['customer_id,order_date,amount', ...lines, ''].join('\n')),
      );
      await app.element.locator('#tab-schemes').click();
      await app.room.locator('ct-schemes [data-add=clusters]').click();
      const concern = app.room.locator('ct-clusters [data-concern=too_few]');
      await expect(concern).toContainText(en ? 'it takes 10' : '至少需要 10 位');
      await expect(app.room.locator('ct-clusters .map-centre')).toHaveCount(0);
    });
  });
}
