// The app as a user meets it: files in by the input or by a drop, tiers on the screen, files out by the menu.

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Frame, Locator, Page } from '@playwright/test';
import type { ExportFormat } from '../../www/src/engine/protocol.ts';
import type { CustomerPage, Recipe, Summary } from '../../www/src/engine/types.ts';
import type { Section } from '../../www/src/state/curation.ts';
import type { Stage, State } from '../../www/src/state/state.ts';

/** What of the element the tests use. */
export interface CustomerTiersElement extends HTMLElement {
  readonly state: State;
  readonly summary: Summary | null;
  recipe: Partial<Recipe> | null;
  load(files: File | File[] | object[], options?: { name: string }): Promise<void>;
  exportAs(format: ExportFormat): Promise<Blob>;
  customers(query?: object): Promise<CustomerPage>;
}

/** A file that is made up here; a path names a real one. */
export interface MadeUp {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}
export type Chosen = string | MadeUp;

const TAG = 'customer-tiers';
/** A worker and its core have to start on a busy machine, and a million rows have to be read. */
const PATIENCE = 45_000;

export class App {
  readonly #frame: { current: Frame };
  /** How often the page was opened; each time asks for it once, and for nothing else. */
  opened = 1;

  private constructor(
    readonly page: Page,
    frame: Frame,
    readonly url: string,
  ) {
    this.#frame = { current: frame };
  }

  static async open(page: Page, url: string): Promise<App> {
    await page.goto(url);
    const app = new App(page, await appFrame(page), url);
    await app.#inOneLanguage();
    return app;
  }

  /** On a busy machine the emulated language now and then reaches the frame's process after its scripts: then once more. */
  async #inOneLanguage(): Promise<void> {
    const language = () => navigator.language;
    for (let tries = 0; tries < 3; tries += 1) {
      if ((await this.frame.evaluate(language)) === (await this.page.evaluate(language))) {
        const shown = await this.frame.evaluate(() => document.documentElement.lang);
        if (shown.slice(0, 2) === (await this.page.evaluate(language)).slice(0, 2)) return;
      }
      await this.reload();
    }
  }

  get frame(): Frame {
    return this.#frame.current;
  }

  async reload(): Promise<void> {
    await this.page.reload();
    this.#frame.current = await appFrame(this.page);
    this.opened += 1;
  }

  get element(): Locator {
    return this.frame.locator(TAG);
  }
  /** The room that is open. */
  get room(): Locator {
    return this.element.locator('main.room');
  }
  get notices(): Locator {
    return this.element.locator('.notices .message');
  }

  // What a user does.

  async trySample(): Promise<Summary> {
    return this.#after(() => this.element.locator('[data-sample]').click());
  }

  /** By the real input behind the button; resolves when tiers are there. */
  choose(...files: Chosen[]): Promise<Summary> {
    return this.#after(() => this.offer(...files));
  }

  /** The same without waiting for anything. */
  async offer(...files: Chosen[]): Promise<void> {
    const input = this.element.locator('#files');
    const isPath = (file: Chosen): file is string => typeof file === 'string';
    if (files.every(isPath)) return input.setInputFiles(files);
    await input.setInputFiles(await Promise.all(files.map(inMemory)));
  }

  /** Chooses something that cannot be read; resolves with the messages. */
  async chooseInVain(...files: Chosen[]): Promise<string[]> {
    const last = await this.frame.evaluate(lastNotice);
    await this.offer(...files);
    await this.frame.waitForFunction(hasNewNotice, last, { timeout: PATIENCE });
    return this.notices.allInnerTexts();
  }

  /** Drops files on the page, by the events a browser makes of it. */
  drop(...files: Chosen[]): Promise<Summary> {
    return this.#after(async () => {
      const bodies = await Promise.all(files.map(inMemory));
      const parts = bodies.map(({ name, buffer }) => ({ name, base64: buffer.toString('base64') }));
      await this.frame.evaluate(dropped, parts);
    });
  }

  async go(stage: Stage): Promise<void> {
    const place = ['identify', 'differentiate', 'interact', 'customize'].indexOf(stage);
    await this.element.locator('nav.stages button').nth(place).click();
    await this.frame.waitForFunction(isAt, stage);
  }

  /** A part of the Identify room. */
  async openPart(section: Section): Promise<Locator> {
    if ((await this.state()).stage !== 'identify') await this.go('identify');
    await this.element.locator(`[data-section=${section}]`).click();
    const part = this.room.locator(`[data-part=${section}]`);
    await part.waitFor();
    await this.frame.waitForFunction(hasFigures);
    return part;
  }

  /** Applies what waits; resolves when the new results are there and their figures too. */
  async apply(): Promise<Summary> {
    const summary = await this.#after(() => this.element.locator('[data-apply]').click());
    await this.frame.waitForFunction(isApplied);
    return summary;
  }

  /** The forecast, when its figures, its check and its list are there. */
  async openValue(): Promise<Locator> {
    await this.go('differentiate');
    await this.element.locator('#tab-value').click();
    const value = this.room.locator('ct-value');
    await value.locator('.risk-list .table, .risk-list p.muted:not([role])').first().waitFor();
    return value;
  }

  /** A tab of the room that is open, when this is there. */
  async openTab(tab: string, selector: string): Promise<void> {
    await this.room.locator(`#tab-${tab}`).click();
    await this.room.locator(selector).first().waitFor();
  }

  async openCustomers(): Promise<void> {
    await this.go('differentiate');
    await this.element.locator('#tab-customers').click();
    await this.element.locator('.grid-row:not(.waiting) [role=gridcell]').first().waitFor();
  }

  async openMenu(name: 'export' | 'settings'): Promise<Locator> {
    const menu = this.element.locator(`details[data-menu=${name}]`);
    if (!(await menu.evaluate((details) => (details as HTMLDetailsElement).open)))
      await menu.locator('summary').click();
    return menu;
  }

  /** Saves by the export menu. */
  async save(format: ExportFormat): Promise<Saved> {
    const menu = await this.openMenu('export');
    const formats =
      'xlsx csv json customer_file issues summary recipe cleaning_log corrections'.split(' ');
    return this.saved(menu.locator('.menu-item').nth(formats.indexOf(format)));
  }

  /** Presses what saves a file; the element tells its host of it, with the number of its bytes. */
  async saved(button: Locator): Promise<Saved> {
    const telling = this.frame.evaluate(nextExport);
    const downloading = this.page.waitForEvent('download');
    await button.click();
    const download = await downloading;
    const [bytes, told] = [await readFile(await download.path()), await telling];
    if (told !== bytes.length)
      throw new Error(`ct-export told of ${told} of ${bytes.length} bytes`);
    return { name: download.suggestedFilename(), bytes, text: bytes.toString() };
  }

  /** Changes the recipe as the host page would; resolves when new tiers are there. */
  setRecipe(recipe: Partial<Recipe>): Promise<Summary> {
    return this.#after(() => this.wishRecipe(recipe));
  }

  /** The same before anything is loaded. */
  async wishRecipe(recipe: Partial<Recipe>): Promise<void> {
    await this.frame.evaluate(putRecipe, recipe);
  }

  /** Does something that leads to new tiers, and waits for them. */
  again(what: () => Promise<unknown>): Promise<Summary> {
    return this.#after(what);
  }

  // What is there.

  async state(): Promise<State> {
    return this.frame.evaluate(() => {
      const app = document.querySelector<CustomerTiersElement>('customer-tiers');
      return structuredClone(app?.state) as State;
    });
  }

  async summary(): Promise<Summary> {
    const found = await this.frame.evaluate(
      () => document.querySelector<CustomerTiersElement>('customer-tiers')?.summary ?? null,
    );
    if (!found) throw new Error('there is no summary');
    return found;
  }

  async exportAs(format: ExportFormat): Promise<Buffer> {
    const base64 = await this.frame.evaluate(exported, format);
    return Buffer.from(base64, 'base64');
  }

  async #after(what: () => Promise<unknown>): Promise<Summary> {
    const { revision: before, phase } = await this.state();
    const last = await this.frame.evaluate(lastNotice);
    await what();
    const seen = { before, last, isAsking: phase === 'mapping' };
    const how = await this.frame.waitForFunction(outcome, seen, { timeout: PATIENCE });
    const said = await how.jsonValue();
    if (said !== 'done') throw new Error(`no tiers, but: ${said}`);
    return this.summary();
  }
}

/** What a download holds. */
export interface Saved {
  readonly name: string;
  readonly bytes: Buffer;
  readonly text: string;
}

/** The frame that holds the app; the outer document holds nothing else. */
export async function appFrame(page: Page): Promise<Frame> {
  const handle = await page.locator('iframe').elementHandle();
  const frame = await handle?.contentFrame();
  if (!frame) throw new Error('the page has no frame');
  await frame.waitForFunction(() => customElements.get('customer-tiers') !== undefined);
  return frame;
}

async function inMemory(file: Chosen): Promise<MadeUp> {
  if (typeof file !== 'string') return file;
  return { name: basename(file), mimeType: '', buffer: await readFile(file) };
}

// These run in the page; each stands alone.

function putRecipe(recipe: Partial<Recipe>): void {
  const app = document.querySelector<CustomerTiersElement>('customer-tiers');
  if (app) app.recipe = recipe;
}

function isAt(stage: string): boolean {
  return document.querySelector<CustomerTiersElement>('customer-tiers')?.state.stage === stage;
}

/** The figures of the Identify room are those of the last result. */
function hasFigures(): boolean {
  const state = document.querySelector<CustomerTiersElement>('customer-tiers')?.state;
  const { revision, report, duplicates } = state?.curation ?? {};
  return state?.revision === revision && Boolean(report && duplicates);
}

function isApplied(): boolean {
  const app = document.querySelector<CustomerTiersElement>('customer-tiers');
  const { applied, wanted } = app?.state.curation ?? {};
  return JSON.stringify(applied) === JSON.stringify(wanted);
}

function lastNotice(): number {
  const app = document.querySelector<CustomerTiersElement>('customer-tiers');
  return Math.max(0, ...(app?.state.notices ?? []).map(({ id }) => id));
}

/** A new message, and nothing at work any more. */
function hasNewNotice(last: number): boolean {
  const state = document.querySelector<CustomerTiersElement>('customer-tiers')?.state;
  if (!state || state.phase === 'reading' || state.phase === 'importing') return false;
  return state.notices.some(({ id }) => id > last);
}

interface Before {
  readonly before: number;
  readonly last: number;
  readonly isAsking: boolean;
}

/** `done`, or why there will be no result; nothing while it is still at work. */
function outcome({ before, last, isAsking }: Before): string | false {
  const state = document.querySelector<CustomerTiersElement>('customer-tiers')?.state;
  if (!state) return false;
  const fresh = state.notices.filter(({ id }) => id > last);
  if (fresh.length > 0) return JSON.stringify(fresh);
  if (state.phase === 'mapping' && !isAsking) {
    const asked = state.files.flatMap(({ inspection }) =>
      inspection.tables.map((t) => t.questions),
    );
    return `questions: ${JSON.stringify(asked)}`;
  }
  return state.phase === 'ready' && !state.isPending && state.revision > before ? 'done' : false;
}

function dropped(parts: { name: string; base64: string }[]): void {
  const app = document.querySelector('customer-tiers');
  const dataTransfer = new DataTransfer();
  for (const { name, base64 } of parts) {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    dataTransfer.items.add(new File([bytes], name));
  }
  // On what lies under the pointer: a drop anywhere must be taken.
  const target = app?.shadowRoot?.querySelector('main') ?? app;
  for (const type of ['dragenter', 'dragover', 'drop']) {
    target?.dispatchEvent(
      new DragEvent(type, { dataTransfer, bubbles: true, composed: true, cancelable: true }),
    );
  }
}

async function exported(format: ExportFormat): Promise<string> {
  const app = document.querySelector<CustomerTiersElement>('customer-tiers');
  const blob = await app?.exportAs(format);
  const bytes = new Uint8Array((await blob?.arrayBuffer()) ?? []);
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

/** The number of bytes that the next `ct-export` tells of. */
function nextExport(): Promise<number> {
  const app = document.querySelector('customer-tiers');
  return new Promise((resolve) => {
    const heard = (event: Event) => resolve((event as CustomEvent<{ bytes: number }>).detail.bytes);
    app?.addEventListener('ct-export', heard, { once: true });
  });
}
