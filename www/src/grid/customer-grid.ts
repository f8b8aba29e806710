// The customer list as an element: sorted, searched, a million rows long. It lives in the root of the view around it, whose
// styles reach it. Invariants: rows come only through `requestPage`; a new result, filter or order starts a new list, and the
// old rows stay until the first of the new ones are here.

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { vars } from '../charts/vars.ts';
import type { CustomerRow } from '../engine/types.ts';
import {
  type DifferentiateProps,
  OpenCustomerEvent,
  SelectFilterEvent,
} from '../views/differentiate/contract.ts';
import { COLUMNS, type Column, type ColumnId, columnsThatFit, namesOf, tracks } from './columns.ts';
import { type Cell, nextCell } from './keys.ts';
import { Pages } from './pages.ts';
import { PLAIN_ROWS, plainTable } from './plain-table.ts';
import { customerLine, headerLine, type Lines, type Order } from './rows.ts';
import {
  type Extent,
  isStuck,
  physicalHeight,
  revealing,
  rowsIn,
  scrolled,
  settled,
  TOP,
} from './scroll.ts';
import { toolbar } from './toolbar.ts';

const HEADER = 36;
const ROW = 36;
const CARD = 58;
const NARROW = 560;
const BEYOND = 8;
const SETTLE_MS = 160;
const TYPING_MS = 250;

export class CustomerGrid extends LitElement {
  static override properties = { props: { attribute: false } };

  declare props: DifferentiateProps | undefined;

  #order: Order = { sort: 'revenue', descending: true };
  #chosen: readonly ColumnId[] | undefined;
  #plain = false;
  #page = 0;
  #active: Cell = { row: 1, column: 0 };
  #takeFocus = false;
  #pages: Pages<CustomerRow> | undefined;
  #coming: Pages<CustomerRow> | undefined;
  #scroll = TOP;
  #size = { width: 960, height: 560 };
  #settling: ReturnType<typeof setTimeout> | undefined;
  #typing: ReturnType<typeof setTimeout> | undefined;
  readonly #sizes = new ResizeObserver((entries) => this.#resized(entries));

  // No root of its own: the view's styles and its tooltip reach in.
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
    clearTimeout(this.#settling);
    clearTimeout(this.#typing);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('props');
    const stale =
      before?.revision !== this.props?.revision || before?.filter !== this.props?.filter;
    if (changed.has('props') && this.props && stale)
      this.#begin(before?.filter !== this.props.filter);
    if (this.#plain) this.#pages?.want(this.#page * PLAIN_ROWS, (this.#page + 1) * PLAIN_ROWS);
    else this.#wantVisible();
  }

  protected override updated(): void {
    const scroller = this.querySelector('.grid-scroll');
    if (scroller && Math.abs(scroller.scrollTop - this.#scroll.physical) > 1)
      scroller.scrollTop = this.#scroll.physical;
    if (scroller && scroller.clientHeight !== this.#size.height && scroller.clientHeight > 0)
      this.#sizes.observe(scroller);
    if (!this.#takeFocus) return;
    this.#takeFocus = false;
    this.#cell(this.#active)?.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.props) return nothing;
    const lines = this.#lines(this.props);
    return html`${toolbar({
      props: this.props,
      order: this.#order,
      shown: lines.columns.map(({ id }) => id),
      chosen: this.#chosen !== undefined,
      plain: this.#plain,
      total: this.#total,
      search: (text) => this.#search(text),
      sortBy: (sort, descending) => this.#sortBy({ sort, descending }),
      choose: (columns) =>
        this.#change(() => {
          this.#chosen = columns;
        }),
      switchPlain: (plain) =>
        this.#change(() => {
          this.#plain = plain;
        }),
    })}
    ${this.#pages?.failed ? this.#failure(this.props) : nothing}
    ${this.#total === 0 ? html`<p class="empty muted">${this.props.t.differentiate.list.none}</p>` : this.#list(lines)}`;
  }

  #list(lines: Lines): TemplateResult {
    if (!this.#plain) return this.#grid(lines);
    return plainTable({
      ...lines,
      total: this.#total,
      page: this.#page,
      row: (index) => this.#pages?.row(index),
      sortBy: (sort) =>
        this.#sortBy({ sort, descending: this.#order.sort === sort && !this.#order.descending }),
      open: (customer) => this.#open(customer),
      turn: (page) =>
        this.#change(() => {
          this.#page = page;
        }),
    });
  }

  #grid(lines: Lines): TemplateResult {
    const { first, last } = rowsIn(this.#scroll, this.#extent, this.#rowHeight, BEYOND);
    const indices = Array.from({ length: last - first }, (_, index) => first + index);
    const { list } = lines.names.t.differentiate;
    return html`<p class="visually-hidden" id="grid-hint">${list.hint}</p>
      <div
        class="grid-scroll ${lines.narrow ? 'narrow' : ''} ${this.#coming ? 'stale' : ''}"
        role="grid"
        aria-label=${list.title}
        aria-describedby="grid-hint"
        aria-rowcount=${this.#total + 1}
        aria-colcount=${lines.narrow ? 1 : lines.columns.length}
        aria-busy=${this.#coming ? 'true' : 'false'}
        tabindex="-1"
        ${vars({ tracks: tracks(lines.columns), row: `${this.#rowHeight}px`, rows: `${physicalHeight(this.#extent.total)}px` })}
        @scroll=${this.#onScroll}
        @keydown=${this.#onKey}
        @click=${this.#onClick}
        @focusin=${this.#onFocus}
      >
        ${lines.narrow ? nothing : headerLine(lines)}
        <div class="grid-canvas" role="rowgroup">
          <div class="grid-window" role="presentation" ${vars({ top: `${first * this.#rowHeight - this.#scroll.offset}px` })}>
            ${indices.map((index) => customerLine(lines, index, this.#pages?.row(index)))}
          </div>
        </div>
      </div>`;
  }

  #lines(props: DifferentiateProps): Lines {
    const names = namesOf(props);
    const ids = this.#chosen ?? columnsThatFit(this.#size.width - 16, this.#hasNames());
    const columns = COLUMNS.filter(({ id }) => ids.includes(id));
    return { columns, names, order: this.#order, active: this.#active, narrow: this.#narrow };
  }

  // Judged by the first rows; files without names are without them throughout.
  #hasNames(): boolean {
    if (this.#pages?.row(0) === undefined) return true;
    return Array.from({ length: 50 }, (_, index) => this.#pages?.row(index)).some(
      (row) => row?.customer_name,
    );
  }

  get #total(): number {
    return (
      this.#pages?.total ?? this.props?.overview?.customers ?? this.props?.summary.customers ?? 0
    );
  }

  get #narrow(): boolean {
    return this.#size.width < NARROW;
  }

  get #rowHeight(): number {
    return this.#narrow ? CARD : ROW;
  }

  get #extent(): Extent {
    const header = this.#narrow ? 0 : HEADER;
    return {
      total: this.#total * this.#rowHeight,
      viewport: Math.max(ROW, this.#size.height - header),
    };
  }

  /** Starts a list for what the props ask for now; it takes the place of the old one when its first rows are here. */
  #begin(toTop: boolean): void {
    const { props } = this;
    if (!props) return;
    this.#coming?.close();
    const order = this.#order;
    const pages: Pages<CustomerRow> = new Pages(
      (offset, limit) => props.requestPage({ filter: props.filter, ...order, offset, limit }),
      () => this.#arrived(pages, toTop),
    );
    this.#coming = pages;
    if (!this.#pages) this.#pages = pages;
    const { first, last } = toTop
      ? { first: 0, last: 1 }
      : rowsIn(this.#scroll, this.#extent, this.#rowHeight, 0);
    pages.want(first, last);
  }

  #arrived(pages: Pages<CustomerRow>, toTop: boolean): void {
    if (pages === this.#coming) {
      this.#coming = undefined;
      if (this.#pages !== pages) this.#pages?.close();
      this.#pages = pages;
      if (toTop) this.#toTop();
    }
    this.#scroll = scrolled(this.#scroll, this.#scroll.physical, this.#extent);
    this.requestUpdate();
  }

  #toTop(): void {
    this.#scroll = TOP;
    this.#page = 0;
    this.#active = { row: Math.min(1, this.#active.row), column: this.#active.column };
  }

  #wantVisible(): void {
    const { first, last } = rowsIn(this.#scroll, this.#extent, this.#rowHeight, BEYOND);
    if (last > first && !this.#coming) this.#pages?.want(first, last);
  }

  readonly #onScroll = (event: Event): void => {
    if (!(event.currentTarget instanceof HTMLElement)) return;
    const physical = event.currentTarget.scrollTop;
    if (physical === this.#scroll.physical) return;
    this.#scroll = scrolled(this.#scroll, physical, this.#extent);
    if (isStuck(this.#scroll, this.#extent)) this.#scroll = settled(this.#scroll, this.#extent);
    // The focused cell is about to show another customer: keep the focus on the grid, keys go on from the same place.
    if (this.contains(this.#focused()) && this.#focused() !== event.currentTarget)
      event.currentTarget.focus({ preventScroll: true });
    clearTimeout(this.#settling);
    this.#settling = setTimeout(
      () =>
        this.#change(() => {
          this.#scroll = settled(this.#scroll, this.#extent);
        }),
      SETTLE_MS,
    );
    this.requestUpdate();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.#act(this.#active);
      return;
    }
    const columns = this.#narrow ? 1 : this.#lines(this.#known).columns.length;
    const page = Math.max(1, Math.floor(this.#extent.viewport / this.#rowHeight) - 1);
    const next = nextCell(event, this.#active, { rows: this.#total, columns, page });
    if (!next) return;
    event.preventDefault();
    this.#goTo(this.#narrow ? { ...next, row: Math.max(1, next.row) } : next);
  };

  readonly #onClick = (event: Event): void => {
    const at = cellAt(event);
    if (!at) return;
    this.#active = at;
    this.#act(at);
  };

  readonly #onFocus = (event: Event): void => {
    const at = cellAt(event);
    if (!at || (at.row === this.#active.row && at.column === this.#active.column)) return;
    this.#change(() => {
      this.#active = at;
    });
  };

  #goTo(cell: Cell): void {
    this.#change(() => {
      this.#active = cell;
      this.#takeFocus = true;
      if (cell.row === 0) return;
      const top = (cell.row - 1) * this.#rowHeight;
      this.#scroll = revealing(this.#scroll, top, top + this.#rowHeight, this.#extent);
    });
  }

  /** A header sorts, a customer opens. */
  #act({ row, column }: Cell): void {
    if (row > 0) {
      const customer = this.#pages?.row(row - 1)?.customer;
      if (customer !== undefined) this.#open(customer);
      return;
    }
    const sort = this.#lines(this.#known).columns[column]?.sort;
    if (!sort) return;
    // Figures are first wanted from the largest down, names from A.
    const first: boolean = isFigures(this.#lines(this.#known).columns[column]);
    this.#sortBy({ sort, descending: this.#order.sort === sort ? !this.#order.descending : first });
  }

  #sortBy(order: Order): void {
    this.#change(() => {
      this.#order = order;
      this.#begin(true);
    });
  }

  #search(text: string): void {
    clearTimeout(this.#typing);
    const search = text.trim();
    this.#typing = setTimeout(() => {
      if (this.props && search !== this.props.filter.search)
        this.dispatchEvent(new SelectFilterEvent({ ...this.props.filter, search }));
    }, TYPING_MS);
  }

  #open(customer: number): void {
    this.dispatchEvent(new OpenCustomerEvent(customer));
  }

  #failure({ t }: DifferentiateProps): TemplateResult {
    return html`<p class="notice bad row" role="alert">
      ${t.differentiate.list.failed}
      <button type="button" class="button" @click=${() => this.#pages?.retry()}>${t.differentiate.list.again}</button>
    </p>`;
  }

  #resized(entries: readonly ResizeObserverEntry[]): void {
    for (const { target, contentRect } of entries) {
      const { width, height } = contentRect;
      if (width === 0) continue;
      this.#size = target === this ? { ...this.#size, width } : { ...this.#size, height };
    }
    this.requestUpdate();
  }

  #change(make: () => void): void {
    make();
    this.requestUpdate();
  }

  #cell({ row, column }: Cell): HTMLElement | null {
    return this.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);
  }

  #focused(): Element | null {
    const root = this.getRootNode();
    return root instanceof ShadowRoot || root instanceof Document ? root.activeElement : null;
  }

  get #known(): DifferentiateProps {
    if (!this.props) throw new Error('the grid acts only after it was drawn');
    return this.props;
  }
}

function isFigures(column: Column | undefined): boolean {
  return column?.end ?? false;
}

function cellAt(event: Event): Cell | undefined {
  const cell = event.target instanceof Element ? event.target.closest('[data-row]') : null;
  if (!(cell instanceof HTMLElement)) return undefined;
  return { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
}
