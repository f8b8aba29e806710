// One tooltip for a view: shows the sentence in `data-tip` of what is pointed at or focused, Escape hides it.
// The same sentence is the element's accessible name, so the bubble itself is hidden from assistive technology.

import { html, type ReactiveController, type ReactiveElement, type TemplateResult } from 'lit';

const GAP = 8;

export class Tooltip implements ReactiveController {
  #anchor: Element | null = null;

  constructor(private readonly host: ReactiveElement) {
    host.addController(this);
  }

  /** The bubble; the host renders it once. */
  render(): TemplateResult {
    return html`<div class="tip" popover="manual" aria-hidden="true"></div>`;
  }

  hostConnected(): void {
    for (const type of EVENTS) this.host.addEventListener(type, this.#onEvent, true);
  }

  hostDisconnected(): void {
    for (const type of EVENTS) this.host.removeEventListener(type, this.#onEvent, true);
    this.#hide();
  }

  // Before anything is drawn anew: what the bubble points at may be gone.
  hostUpdate(): void {
    if (this.#anchor && !this.#anchor.isConnected) this.#hide();
  }

  readonly #onEvent = (event: Event): void => {
    if (event instanceof KeyboardEvent) {
      if (event.key === 'Escape') this.#hide();
      return;
    }
    const anchor = anchorOf(event);
    if (event.type === 'pointerout' || event.type === 'focusout') this.#hide();
    else if (anchor && anchor !== this.#anchor) this.#show(anchor);
  };

  #show(anchor: Element): void {
    const bubble = this.host.renderRoot.querySelector<HTMLElement>('.tip');
    const text = anchor.getAttribute('data-tip');
    if (!bubble || !text) return;
    this.#anchor = anchor;
    bubble.textContent = text;
    bubble.hidePopover?.();
    bubble.showPopover?.();
    const at = place(anchor.getBoundingClientRect(), bubble.getBoundingClientRect(), innerWidth);
    bubble.style.setProperty('left', `${at.left}px`);
    bubble.style.setProperty('top', `${at.top}px`);
  }

  #hide(): void {
    this.#anchor = null;
    this.host.renderRoot?.querySelector<HTMLElement>('.tip')?.hidePopover?.();
  }
}

const EVENTS = ['pointerover', 'pointerout', 'focusin', 'focusout', 'keydown'] as const;

function anchorOf(event: Event): Element | null {
  const [target] = event.composedPath();
  if (!(target instanceof Element)) return null;
  // A click focuses too; only a focus that shows a ring asks for words.
  if (event.type === 'focusin' && !target.matches(':focus-visible')) return null;
  return target.closest('[data-tip]');
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where the bubble goes: above and centred, below when there is no room, never beyond the window. */
export function place(
  anchor: Box,
  bubble: Box,
  windowWidth: number,
): { left: number; top: number } {
  const centred = anchor.left + anchor.width / 2 - bubble.width / 2;
  const left = Math.max(GAP, Math.min(centred, windowWidth - bubble.width - GAP));
  const above = anchor.top - bubble.height - GAP;
  return { left, top: above < GAP ? anchor.top + anchor.height + GAP : above };
}
