// The customer list as an element: sorted, searched, a million rows long. It lives in the root of the view around it, whose
// styles reach it. Invariants: rows come only through `requestPage`; a new result, filter or order starts a new list.

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { COLUMNS, type ColumnId, columnsThatFit, namesOf } from './columns.ts';
import {
  ListCustomersEvent,
  type ListProps,
  OpenCustomerEvent,
  SelectFilterEvent,
} from './contract.ts';
import { gridBody } from './grid-body.ts';
import { type Cell, cellAt, nextCell } from './keys.ts';
import { CustomerList } from './list.ts';
import { PLAIN_ROWS, plainTable } from './plain-table.ts';
import type { Lines, Order } from './rows.ts';
import { toolbar } from './toolbar.ts';
import { Viewport } from './viewport.ts';

const TYPING_MS = 250;

export class CustomerGrid extends LitElement {
  static override properties = { props: { attribute: false } };

  declare props: ListProps | undefined;

  #order: Order = { sort: 'revenue', descending: true };
  #chosen: readonly ColumnId[] | undefined;
  #plain = false;
  #page = 0;
  #active: Cell = { row: 1, column: 0 };
  #takeFocus = false;
  #toTop = false;
  #typing: ReturnType<typeof setTimeout> | undefined;
  readonly #list = new CustomerList((fresh) => this.#arrived(fresh));
  readonly #viewport = new Viewport(this);

  // No root of its own: the view's styles and its tooltip reach in.
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('props');
    const isOther = before?.filter !== this.props?.filter || before?.listed !== this.props?.listed;
    if (changed.has('props') && (isOther || before?.revision !== this.props?.revision))
      this.#begin(isOther);
    this.#viewport.rows = this.#list.total ?? this.props?.overview?.customers ?? 0;
    const page = { first: this.#page * PLAIN_ROWS, last: (this.#page + 1) * PLAIN_ROWS };
    const { first, last } = this.#plain ? page : this.#viewport.drawn;
    this.#list.want(first, Math.min(last, this.#viewport.rows));
  }

  protected override updated(): void {
    if (!this.#takeFocus) return;
    this.#takeFocus = false;
    const { row, column } = this.#active;
    const cell = this.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);
    cell?.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { props } = this;
    if (!props) return nothing;
    const lines = this.#lines(props);
    return html`${this.#toolbar(props, lines)} ${this.#list.failed ? this.#failure(props) : nothing}
    ${this.#viewport.rows === 0 ? html`<p class="empty muted">${props.t.differentiate.list.none}</p>` : this.#body(lines)}`;
  }

  #body(lines: Lines): TemplateResult {
    return this.#plain ? this.#table(lines) : this.#grid(lines);
  }

  #toolbar(props: ListProps, { columns }: Lines): TemplateResult {
    return toolbar({
      props,
      order: this.#order,
      shown: columns.map(({ id }) => id),
      chosen: this.#chosen !== undefined,
      plain: this.#plain,
      total: this.#viewport.rows,
      search: (text) => this.#search(text),
      list: (listed) => this.dispatchEvent(new ListCustomersEvent(listed)),
      sortBy: (sort, descending) => this.#sortBy({ sort, descending }),
      choose: (chosen) => {
        this.#chosen = chosen;
        this.requestUpdate();
      },
      switchPlain: (plain) => {
        this.#plain = plain;
        this.requestUpdate();
      },
    });
  }

  #table(lines: Lines): TemplateResult {
    return plainTable({
      ...lines,
      total: this.#viewport.rows,
      page: this.#page,
      row: (index) => this.#list.row(index),
      sortBy: (sort) =>
        this.#sortBy({ sort, descending: this.#order.sort === sort && !this.#order.descending }),
      open: (customer) => this.dispatchEvent(new OpenCustomerEvent(customer)),
      turn: (page) => {
        this.#page = page;
        this.requestUpdate();
      },
    });
  }

  #grid(lines: Lines): TemplateResult {
    return gridBody(lines, this.#viewport, this.#list, {
      scroll: this.#onScroll,
      key: this.#onKey,
      click: this.#onClick,
      focus: this.#onFocus,
    });
  }

  #lines(props: ListProps): Lines {
    const has = (id: ColumnId) => this.#list.has(id);
    const ids =
      this.#chosen ??
      columnsThatFit(this.#viewport.width - 16, has, props.listed, this.#order.sort);
    const columns = COLUMNS.filter(({ id }) => ids.includes(id));
    return {
      columns,
      names: namesOf(props),
      order: this.#order,
      active: this.#active,
      narrow: this.#viewport.narrow,
    };
  }

  /** Asks for what the props and the order say now. */
  #begin(toTop: boolean): void {
    const { props } = this;
    if (!props) return;
    this.#toTop = toTop;
    const order = this.#order;
    const { first, last } = toTop ? { first: 0, last: 1 } : this.#viewport.drawn;
    this.#list.begin(
      (offset, limit) =>
        props.requestPage({ filter: props.filter, listed: props.listed, ...order, offset, limit }),
      first,
      Math.max(1, last),
    );
  }

  #arrived(fresh: boolean): void {
    this.#viewport.rows = this.#list.total ?? 0;
    if (fresh && this.#toTop) {
      this.#viewport.toTop();
      this.#page = 0;
      this.#active = { row: Math.min(1, this.#active.row), column: this.#active.column };
    }
    this.#viewport.keepInside();
    this.requestUpdate();
  }

  readonly #onScroll = (event: Event): void => {
    const scroller = event.currentTarget;
    if (!(scroller instanceof HTMLElement) || !this.#viewport.scrolledTo(scroller.scrollTop))
      return;
    // The focused cell is about to leave: the grid keeps the focus, keys go on from the same place.
    const { first, last } = this.#viewport.drawn;
    const leaving = this.#active.row <= first || this.#active.row > last;
    if (leaving && scroller.querySelector('.grid-canvas :focus'))
      scroller.focus({ preventScroll: true });
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.#act(this.#active);
      return;
    }
    const { narrow, page, rows } = this.#viewport;
    const columns = narrow || !this.props ? 1 : this.#lines(this.props).columns.length;
    const next = nextCell(event, this.#active, { rows, columns, page });
    if (!next) return;
    event.preventDefault();
    this.#goTo(narrow ? { ...next, row: Math.max(1, next.row) } : next);
  };

  readonly #onClick = (event: Event): void => {
    const at = cellAt(event);
    if (!at) return;
    this.#active = at;
    this.#act(at);
  };

  readonly #onFocus = (event: Event): void => {
    const at = cellAt(event);
    if (!at) return;
    this.#active = at;
    this.requestUpdate();
  };

  #goTo(cell: Cell): void {
    this.#active = cell;
    this.#takeFocus = true;
    if (cell.row > 0) this.#viewport.reveal(cell.row - 1);
    this.requestUpdate();
  }

  /** A header sorts, a customer opens. */
  #act({ row, column }: Cell): void {
    const customer = this.#list.row(row - 1)?.customer;
    if (row > 0 && customer !== undefined) this.dispatchEvent(new OpenCustomerEvent(customer));
    if (row > 0 || !this.props) return;
    const { sort, end } = this.#lines(this.props).columns[column] ?? {};
    // Figures are first wanted from the largest down, names from A.
    if (sort)
      this.#sortBy({
        sort,
        descending: this.#order.sort === sort ? !this.#order.descending : end === true,
      });
  }

  #sortBy(order: Order): void {
    this.#order = order;
    this.#begin(true);
    this.requestUpdate();
  }

  #search(text: string): void {
    clearTimeout(this.#typing);
    const search = text.trim();
    this.#typing = setTimeout(() => {
      const { props } = this;
      if (props && search !== props.filter.search)
        this.dispatchEvent(new SelectFilterEvent({ ...props.filter, search }));
    }, TYPING_MS);
  }

  #failure({ t }: ListProps): TemplateResult {
    return html`<p class="notice bad row" role="alert">
      ${t.differentiate.list.failed}
      <button type="button" class="button" @click=${() => this.#list.retry()}>${t.differentiate.list.again}</button>
    </p>`;
  }
}
