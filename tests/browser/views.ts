// Every view there is, and how to get there: for the checks that must hold in all of them.

import type { App } from './app';
import { doubtful, madeUp, picture, twins } from './files';

export interface Place {
  readonly name: string;
  readonly open: (app: App) => Promise<unknown>;
}

/** In an order in which each follows from the one before. */
export const places: readonly Place[] = [
  { name: 'first', open: (app) => app.element.locator('[data-sample]').waitFor() },
  { name: 'first-error', open: (app) => app.chooseInVain(picture('photo.xlsx')) },
  {
    name: 'mapping',
    open: async (app) => {
      await app.offer(doubtful());
      await app.element.locator('.question').waitFor();
    },
  },
  {
    name: 'overview',
    open: async (app) => {
      await app.element.locator('.mapping-confirm button').first().click();
      await app.trySample();
      await app.room.locator('figure').first().waitFor();
    },
  },
  {
    name: 'overview-selection',
    open: async (app) => {
      await app.room.locator('.hist-bars [data-cell]').nth(1).click();
      await app.element.locator('.chips .chip').waitFor();
      await app.frame.waitForFunction(isSettled);
    },
  },
  {
    name: 'time-tiers',
    open: async (app) => {
      await app.element.locator('#tab-time').click();
      await app.element.locator('ct-time figure').first().waitFor();
    },
  },
  { name: 'time-moves', open: (app) => openPart(app, 'moves') },
  { name: 'time-cohorts', open: (app) => openPart(app, 'cohorts') },
  { name: 'time-test', open: (app) => openPart(app, 'test') },
  { name: 'time-steady', open: (app) => openPart(app, 'steady') },
  {
    name: 'people',
    open: async (app) => {
      await app.room.locator('#tab-people').click();
      await app.room.locator('ct-people .persona').first().waitFor();
    },
  },
  { name: 'customers', open: (app) => app.openCustomers() },
  {
    name: 'customer-card',
    open: async (app) => {
      await app.room.locator('[role=gridcell]').first().click();
      await app.room.locator('dialog.drawer [data-risk]').waitFor();
    },
  },
  {
    name: 'value',
    open: async (app) => {
      await app.page.keyboard.press('Escape');
      await app.openValue();
    },
  },
  {
    name: 'customers-plain',
    open: async (app) => {
      await app.openCustomers();
      await app.element.locator('.toolbar input[type=checkbox]').last().check();
      await app.room.locator('ct-customer-grid table').waitFor();
    },
  },
  {
    name: 'interact',
    open: async (app) => {
      await app.element.locator('.toolbar input[type=checkbox]').last().uncheck();
      await app.go('interact');
      await app.room.locator('ct-interact .strategies').waitFor();
    },
  },
  {
    name: 'interact-calendar',
    open: async (app) => {
      await app.element.locator('#tab-calendar').click();
      await app.room.locator('[data-field=limited]').check();
      await app.room.locator('.week-had').first().waitFor();
    },
  },
  {
    name: 'interact-contacts',
    open: async (app) => {
      await app.room.locator('.day.busy').first().click();
      await app.room.locator('ct-contacts tbody tr').first().waitFor();
    },
  },
  {
    name: 'interact-messages',
    open: async (app) => {
      await app.element.locator('#tab-messages').click();
      await app.room.locator('.letter-text').waitFor();
    },
  },
  {
    name: 'schemes',
    open: async (app) => {
      await app.go('differentiate');
      await app.element.locator('#tab-schemes').click();
      await app.room.locator('ct-schemes .cross').waitFor();
    },
  },
  {
    name: 'scheme-table',
    open: async (app) => {
      await app.room.locator('.scheme[data-scheme=rfm-11] button').last().click();
      await app.room.locator('[data-check=complete]').waitFor();
    },
  },
  {
    name: 'scheme-rules',
    open: async (app) => {
      await app.room.locator('ct-schemes [data-back]').click();
      await app.room.locator('[data-add=conditions]').click();
      await app.room.locator('[data-add-group]').first().click();
      await app.room.locator('[data-count]', { hasText: /\d/ }).first().waitFor();
    },
  },
  {
    name: 'scheme-quota',
    open: async (app) => {
      await app.room.locator('ct-schemes [data-back]').click();
      await app.room.locator('[data-add=quota]').click();
      await app.room.locator('[data-add-level]').waitFor();
    },
  },
  {
    name: 'scheme-clusters',
    open: async (app) => {
      await app.room.locator('ct-schemes [data-back]').click();
      await app.room.locator('[data-add=clusters]').click();
      await app.room.locator('ct-clusters .map-centre').first().click();
    },
  },
  {
    name: 'scores',
    open: async (app) => {
      await app.room.locator('#tab-scores').click();
      await app.room.locator('ct-scores .score-best .link').first().waitFor();
    },
  },
  {
    name: 'scores-sheet',
    open: async (app) => {
      await app.room.locator('[data-add-sheet]').click();
      await app.room.locator('[data-add-rule]').click();
      await app.room.locator('[data-who]').last().selectOption('some');
      await app.room.locator('ct-scores .score-best .link').first().waitFor();
    },
  },
  {
    name: 'customize',
    open: async (app) => {
      await app.go('customize');
      await app.room.locator('ct-offers .offer-rows summary').first().click();
      await app.room.locator('ct-offers [data-test]').click();
      await app.room
        .locator('ct-offers .offer-test table, ct-offers .offer-test .muted')
        .first()
        .waitFor({ state: 'attached' });
    },
  },
  { name: 'customize-service', open: (app) => app.openTab('service', '.offer') },
  {
    name: 'customize-owners',
    open: async (app) => {
      await app.openTab('owners', '[data-add]');
      await app.room.locator('ct-owners [data-add]').click();
      await app.room.locator('ct-owners .staff table input').first().fill('Kim');
      await app.room.locator('ct-owners .staff table input').first().blur();
      await app.room.locator('ct-owners .load').first().waitFor();
    },
  },
  {
    name: 'customize-loyalty',
    open: async (app) => {
      await app.openTab('loyalty', '[data-start]');
      await app.room.locator('ct-loyalty [data-start]').click();
      await app.room.locator('ct-loyalty .loyalty-cost table').waitFor();
    },
  },
  {
    name: 'identify',
    open: async (app) => {
      const rows = twins().buffer.toString();
      const bad = 'OX1,,x,,,2024-05-05,10\nOX2,C001,Anna Keller,,,whenever,10\n';
      await app.choose(madeUp('orders.csv', rows + bad));
      await app.openPart('came_in');
    },
  },
  {
    name: 'identify-repairs',
    open: async (app) => {
      const part = await app.openPart('repairs');
      await part.locator('[data-code="date.unreadable"] [data-rows]').click();
      await part.locator('[data-cell]').first().fill('2024-05-05');
      await part.locator('[data-cell]').first().blur();
      await app.element.locator('[data-apply]').waitFor();
    },
  },
  {
    name: 'identify-duplicates',
    open: async (app) => {
      const part = await app.openPart('duplicates');
      await part.locator('summary').click();
      await part.locator('[data-did=merge]').first().click();
    },
  },
  { name: 'identify-missing', open: (app) => app.openPart('missing') },
  { name: 'identify-outliers', open: (app) => app.openPart('outliers') },
  { name: 'identify-file', open: (app) => app.openPart('file') },
  { name: 'identify-log', open: (app) => app.openPart('log') },
  { name: 'identify-corrections', open: (app) => app.openPart('corrections') },
  {
    name: 'identify-applied',
    open: async (app) => {
      await app.apply();
      await app.openPart('corrections');
    },
  },
  {
    name: 'mapping-again',
    open: async (app) => {
      await app.room.getByRole('button', { name: /Change the columns|修改列的用途/ }).click();
      await app.element.locator('[data-header]').first().waitFor();
    },
  },
  {
    name: 'paste',
    open: async (app) => {
      await app.element.locator('.mapping-confirm button').first().click();
      await app.room.getByRole('button', { name: /Paste rows|粘贴数据/ }).click();
      await app.element.locator('dialog.paste').waitFor();
    },
  },
  {
    name: 'export-menu',
    open: async (app) => {
      await app.page.keyboard.press('Escape');
      await app.go('customize');
      await app.openMenu('export');
    },
  },
  {
    name: 'settings-menu',
    open: async (app) => {
      await app.page.keyboard.press('Escape');
      await app.go('interact');
      await app.openMenu('settings');
    },
  },
  {
    name: 'proof',
    open: async (app) => {
      await app.page.keyboard.press('Escape');
      await app.element.locator('[part=privacy-badge]').click();
      await app.element.locator('dialog[aria-labelledby=proof-title]').waitFor();
    },
  },
];

/** A part of the time machine, with its figures. */
async function openPart(app: App, part: string): Promise<void> {
  await app.element.locator(`[data-time=${part}]`).click();
  await app.element.locator('ct-time figure').first().waitFor();
}

function isSettled(): boolean {
  const app = document.querySelector<import('./app').CustomerTiersElement>('customer-tiers');
  return app?.state.isPending === false;
}
