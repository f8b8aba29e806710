// What of the list is seen: the sizes of the grid, and the place it is scrolled to.

import type { ReactiveController, ReactiveElement } from 'lit';
import {
  type Extent,
  isStuck,
  revealing,
  rowsIn,
  type Scroll,
  scrolled,
  settled,
  TOP,
} from './scroll.ts';

export const HEADER_PX = 36;
const ROW_PX = 36;
const CARD_PX = 58;
/** Narrower than this, rows become cards of two lines. */
const NARROW_PX = 560;
/** Rows drawn beyond the edges. */
const BEYOND = 8;
/** So long after the last movement scrolling has stopped. */
const SETTLE_MS = 160;

export class Viewport implements ReactiveController {
  /** How many rows there are. */
  rows = 0;

  #scroll: Scroll = TOP;
  #width = 960;
  #height = 560;
  #watched: Element | undefined;
  #settling: ReturnType<typeof setTimeout> | undefined;
  #sizes: ResizeObserver | undefined;

  constructor(private readonly host: ReactiveElement) {
    host.addController(this);
  }

  get width(): number {
    return this.#width;
  }

  get narrow(): boolean {
    return this.#width < NARROW_PX;
  }

  get rowPx(): number {
    return this.narrow ? CARD_PX : ROW_PX;
  }

  get totalPx(): number {
    return this.rows * this.rowPx;
  }

  /** Rows that are seen at once. */
  get page(): number {
    return Math.max(1, Math.floor(this.#extent.viewport / this.rowPx) - 1);
  }

  /** Rows to draw: `last` is not. */
  get drawn(): { first: number; last: number } {
    return rowsIn(this.#scroll, this.#extent, this.rowPx, BEYOND);
  }

  /** Where the drawn rows start inside the scrolled element. */
  get drawnTopPx(): number {
    return this.drawn.first * this.rowPx - this.#scroll.offset;
  }

  hostConnected(): void {
    this.#sizes = new ResizeObserver((entries) => this.#resized(entries));
    this.#sizes.observe(this.host);
  }

  hostDisconnected(): void {
    this.#sizes?.disconnect();
    this.#watched = undefined;
    clearTimeout(this.#settling);
  }

  // The scrolled element comes and goes with the plain table, and follows what was decided here.
  hostUpdated(): void {
    const scroller = this.host.renderRoot.querySelector('.grid-scroll') ?? undefined;
    if (scroller !== this.#watched) this.#watch(scroller);
    if (scroller && Math.abs(scroller.scrollTop - this.#scroll.physical) > 1)
      scroller.scrollTop = this.#scroll.physical;
  }

  toTop(): void {
    this.#scroll = TOP;
  }

  /** Stays inside a list that has become shorter. */
  keepInside(): void {
    this.#scroll = scrolled(this.#scroll, this.#scroll.physical, this.#extent);
  }

  /** Scrolls no more than needed to show this row (from 0). */
  reveal(row: number): void {
    this.#scroll = revealing(this.#scroll, row * this.rowPx, (row + 1) * this.rowPx, this.#extent);
  }

  /** The element was scrolled; false when it was we who did it. */
  scrolledTo(physical: number): boolean {
    if (physical === this.#scroll.physical) return false;
    this.#scroll = scrolled(this.#scroll, physical, this.#extent);
    if (isStuck(this.#scroll, this.#extent)) this.#scroll = settled(this.#scroll, this.#extent);
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.#settle(), SETTLE_MS);
    this.host.requestUpdate();
    return true;
  }

  get #extent(): Extent {
    const header = this.narrow ? 0 : HEADER_PX;
    return { total: this.totalPx, viewport: Math.max(ROW_PX, this.#height - header) };
  }

  #settle(): void {
    this.#scroll = settled(this.#scroll, this.#extent);
    this.host.requestUpdate();
  }

  #watch(scroller: Element | undefined): void {
    if (this.#watched) this.#sizes?.unobserve(this.#watched);
    if (scroller) this.#sizes?.observe(scroller);
    this.#watched = scroller;
  }

  #resized(entries: readonly ResizeObserverEntry[]): void {
    for (const { target, contentRect } of entries) {
      // Hidden (display: none): sizes come back when it is shown.
      if (contentRect.width === 0) continue;
      if (target === this.host) this.#width = contentRect.width;
      else this.#height = contentRect.height;
    }
    this.host.requestUpdate();
  }
}
