// Finding one's way without a pointer.

import { expect, type Frame } from '@playwright/test';
import type { App } from './app';

/** What has the focus, through all shadow roots. */
interface Focus {
  readonly text: string;
  readonly role: string;
  readonly tag: string;
  readonly row: string;
  readonly isSeen: boolean;
}

/** Presses Tab until the focus is on what is wanted; everything on the way must be visible. */
export async function tabTo(app: App, name: RegExp, kind = ''): Promise<void> {
  const seen: string[] = [];
  for (let step = 0; step < 160; step += 1) {
    const here = await focus(app.frame);
    const isKind = !kind || kind.split('|').some((one) => [here.role, here.tag].includes(one));
    if (name.test(here.text) && isKind) return;
    if (here.tag !== 'body') expect(here.isSeen, `${here.tag} ${here.text} is not seen`).toBe(true);
    seen.push(`${here.tag}.${here.role}: ${here.text.slice(0, 30)}`);
    await app.page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${name} ${kind}, but to\n${seen.join('\n')}`);
}

/** What has the focus now. */
export function focus(frame: Frame): Promise<Focus> {
  return frame.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!(element instanceof HTMLElement))
      return { text: '', role: '', tag: 'body', row: '', isSeen: false };
    const { width, height } = element.getBoundingClientRect();
    const inNav = element.closest('nav') ? 'nav' : '';
    return {
      text: element.getAttribute('aria-label') ?? element.innerText ?? '',
      role: element.getAttribute('role') ?? inNav,
      tag: element.localName,
      row: element.dataset['row'] ?? '',
      isSeen: width > 1 && height > 1 && element.checkVisibility(),
    };
  });
}

/** Whether the focus is in something that the selector names. */
export function isInside(frame: Frame, selector: string): Promise<boolean> {
  return frame.evaluate((wanted) => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return Boolean(element?.closest(wanted));
  }, selector);
}
