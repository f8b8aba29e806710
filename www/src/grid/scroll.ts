// Scrolling through more rows than an element can be tall.
//
// Browsers cap an element's height (Firefox at about 17.9 million px, Chrome at 33.5), and a million rows need 36 million.
// So the scrolled element is at most LIMIT tall and its rows are drawn `offset` px higher than their place in the whole list.
// A small scroll moves by exactly its pixels; a long one (the thumb was dragged) goes to the same share of the list; when
// scrolling has stopped, or an end is near, the thumb is put where it belongs without moving a row on the screen.

/** `physical` is the element's scrollTop; the place in the whole list is `physical + offset`. */
export interface Scroll {
  readonly physical: number;
  readonly offset: number;
}

/** What is scrolled: px of all rows together, and px of them that are seen at once. */
export interface Extent {
  readonly total: number;
  readonly viewport: number;
}

export const TOP: Scroll = { physical: 0, offset: 0 };

/** The tallest element that every browser lays out right, with a margin for zoomed pages. */
export const LIMIT = 8_000_000;

export function physicalHeight(total: number): number {
  return Math.min(total, LIMIT);
}

/** Px from the top of the whole list. */
export function virtualTop({ physical, offset }: Scroll): number {
  return physical + offset;
}

/** After the element was scrolled to `physical`. */
export function scrolled(from: Scroll, physical: number, extent: Extent): Scroll {
  const near = Math.abs(physical - from.physical) <= 2 * extent.viewport;
  if (near) return clamped({ physical, offset: from.offset }, extent);
  const target = (physical / Math.max(1, physicalEnd(extent))) * end(extent);
  return { physical, offset: Math.round(target) - physical };
}

/** The same place in the list with the thumb where it belongs. */
export function settled(scroll: Scroll, extent: Extent): Scroll {
  return at(virtualTop(scroll), extent);
}

/** Whether the element can scroll no further (or soon) although the list goes on. */
export function isStuck(scroll: Scroll, extent: Extent): boolean {
  const margin = 4 * extent.viewport;
  const above = virtualTop(scroll) - scroll.physical;
  const below = end(extent) - virtualTop(scroll) - (physicalEnd(extent) - scroll.physical);
  return (
    (scroll.physical < margin && above > 0.5) ||
    (physicalEnd(extent) - scroll.physical < margin && below > 0.5)
  );
}

/** At this place of the whole list. */
export function at(place: number, extent: Extent): Scroll {
  const virtual = Math.min(Math.max(0, place), end(extent));
  const physical = Math.round((virtual / Math.max(1, end(extent))) * physicalEnd(extent));
  return { physical, offset: virtual - physical };
}

/** The least scroll that shows the stretch from `top` to `bottom` of the whole list. */
export function revealing(scroll: Scroll, top: number, bottom: number, extent: Extent): Scroll {
  const now = virtualTop(scroll);
  if (top < now) return at(top, extent);
  if (bottom > now + extent.viewport) return at(bottom - extent.viewport, extent);
  return scroll;
}

/** Rows to draw, with some beyond the edges; `last` is not drawn. */
export function rowsIn(
  scroll: Scroll,
  extent: Extent,
  rowHeight: number,
  beyond: number,
): { first: number; last: number } {
  const count = Math.round(extent.total / rowHeight);
  const top = virtualTop(scroll);
  const first = Math.max(0, Math.floor(top / rowHeight) - beyond);
  const last = Math.min(count, Math.ceil((top + extent.viewport) / rowHeight) + beyond);
  return { first: Math.min(first, last), last };
}

function clamped(scroll: Scroll, extent: Extent): Scroll {
  const virtual = Math.min(Math.max(0, virtualTop(scroll)), end(extent));
  return { physical: scroll.physical, offset: virtual - scroll.physical };
}

function end({ total, viewport }: Extent): number {
  return Math.max(0, total - viewport);
}

function physicalEnd({ total, viewport }: Extent): number {
  return Math.max(0, physicalHeight(total) - viewport);
}
