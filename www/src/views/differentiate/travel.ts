// Undo and redo of what was decided here: two buttons, and the keys everybody knows.

import { html, nothing, type TemplateResult } from 'lit';
import { type DifferentiateProps, TravelEvent } from './contract.ts';

type Way = TravelEvent['way'];

const ARROWS: Readonly<Record<Way, string>> = {
  undo: 'M6 3 2.5 6.5 6 10M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6',
  redo: 'M10 3l3.5 3.5L10 10M13 6.5H6.5a3.5 3.5 0 0 0 0 7H10',
};

/** Nothing as long as nothing was decided. */
export function historyButtons(
  { canUndo, canRedo, t }: DifferentiateProps,
  host: EventTarget,
): TemplateResult | typeof nothing {
  if (!canUndo && !canRedo) return nothing;
  const button = (way: Way, isOn: boolean) => html`<button
    type="button"
    class="button quiet icon"
    data-travel=${way}
    aria-label=${t.scoring[way]}
    title=${t.scoring[way]}
    aria-disabled=${isOn ? 'false' : 'true'}
    @click=${() => isOn && host.dispatchEvent(new TravelEvent(way))}
  ><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path class="cross" d=${ARROWS[way]} /></svg></button>`;
  return html`<div class="row travel" role="group">${button('undo', canUndo)}${button('redo', canRedo)}</div>`;
}

/** Ctrl or Command with Z undoes, with Shift or with Y redoes; where text is typed the keys belong to the text. */
export function travelKey(
  { canUndo, canRedo }: DifferentiateProps,
  host: EventTarget,
): (event: KeyboardEvent) => void {
  return (event) => {
    const way = wayOf(event);
    if (!way || isTyped(event) || !(way === 'undo' ? canUndo : canRedo)) return;
    event.preventDefault();
    host.dispatchEvent(new TravelEvent(way));
  };
}

function wayOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): Way | null {
  if (!(ctrlKey || metaKey) || altKey) return null;
  if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo';
  return key.toLowerCase() === 'y' ? 'redo' : null;
}

function isTyped(event: Event): boolean {
  const [target] = event.composedPath();
  if (target instanceof HTMLInputElement) return !['range', 'checkbox'].includes(target.type);
  return target instanceof HTMLTextAreaElement;
}
