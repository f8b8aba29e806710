// A button that opens a short list. A native disclosure: it works from the keyboard by itself; Escape and a click elsewhere close it.

import { html, type TemplateResult } from 'lit';
import * as icon from './icons.ts';

export interface MenuParts {
  readonly name: string;
  readonly label: string | TemplateResult;
  readonly title?: string;
  readonly isPrimary?: boolean;
  readonly body: unknown;
}

export function menu({ name, label, title, isPrimary, body }: MenuParts): TemplateResult {
  return html`<details class="menu" data-menu=${name} @keydown=${onKey} @focusout=${onLeave}>
    <summary class=${isPrimary ? 'button primary' : 'button'} aria-label=${title ?? label}>
      ${label}${icon.down}
    </summary>
    <div class="menu-body" @click=${PICK}>${body}</div>
  </details>`;
}

export function menuItem(label: string, onClick: () => void): TemplateResult {
  return html`<button type="button" class="menu-item" data-closes @click=${onClick}>${label}</button>`;
}

function close(details: HTMLDetailsElement): void {
  details.open = false;
  details.querySelector('summary')?.focus();
}

function onKey(event: KeyboardEvent): void {
  const details = event.currentTarget;
  if (event.key !== 'Escape' || !(details instanceof HTMLDetailsElement) || !details.open) return;
  event.stopPropagation();
  close(details);
}

function onLeave(event: FocusEvent): void {
  const details = event.currentTarget;
  if (!(details instanceof HTMLDetailsElement)) return;
  // A click into the menu's own empty space moves the focus to nobody.
  if (event.relatedTarget instanceof Node && !details.contains(event.relatedTarget))
    details.open = false;
}

// Before the item does its work: the focus is on the menu by then, and a dialog that the item opens gives it back there.
const PICK = { handleEvent: onPick, capture: true };

function onPick(event: Event): void {
  const { target } = event;
  if (!(target instanceof Element) || !target.closest('[data-closes]')) return;
  const details = target.closest('details');
  if (details) close(details);
}
