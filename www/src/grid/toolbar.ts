// Above the list: how many, search, order (for narrow screens), columns, and the switch to a plain table.

import { html, nothing, type TemplateResult } from 'lit';
import type { Listed, SortColumn } from '../engine/types.ts';
import { COLUMNS, type ColumnId, columnName } from './columns.ts';
import type { ListProps } from './contract.ts';
import type { Order } from './rows.ts';

export interface Toolbar {
  readonly props: ListProps;
  readonly order: Order;
  readonly shown: readonly ColumnId[];
  /** Whether the user chose the columns. */
  readonly chosen: boolean;
  readonly plain: boolean;
  readonly total: number;
  search(text: string): void;
  list(listed: Listed): void;
  sortBy(column: SortColumn, descending: boolean): void;
  choose(columns: readonly ColumnId[] | undefined): void;
  switchPlain(plain: boolean): void;
}

export function toolbar(bar: Toolbar): TemplateResult {
  const { t, filter } = bar.props;
  const { list } = t.differentiate;
  const typed = (event: Event) => {
    if (event.target instanceof HTMLInputElement) bar.search(event.target.value);
  };
  return html`<div class="toolbar row no-print">
    <p class="count" role="status">${list.count(bar.total)}</p>
    ${listChoice(bar)}
    <input
      type="search"
      class="field search"
      placeholder=${list.search}
      aria-label=${list.search}
      .value=${filter.search}
      @input=${typed}
    />
    ${sortChoice(bar)} ${columnChoice(bar)}
    <label class="label" title=${list.plainMeans}>
      <input
        type="checkbox"
        .checked=${bar.plain}
        @change=${(event: Event) => event.target instanceof HTMLInputElement && bar.switchPlain(event.target.checked)}
      />
      <span>${list.plain}</span>
    </label>
    ${bar.props.listed === 'with_orders' ? nothing : html`<p class="muted small whole">${t.listed.exported}</p>`}
  </div>`;
}

const LISTED: readonly Listed[] = ['with_orders', 'without_orders', 'all'];

/** With orders, without, or both; nothing to choose where everybody has orders. */
function listChoice({ props, list }: Toolbar): TemplateResult | typeof nothing {
  const { t, summary } = props;
  const [some, none] = [summary.customers, summary.customers_without_orders];
  if (none === 0) return nothing;
  const counts = { with_orders: some, without_orders: none, all: some + none };
  const choose = (event: Event) => {
    const { target } = event;
    const chosen = LISTED.find(
      (one) => target instanceof HTMLSelectElement && one === target.value,
    );
    if (chosen) list(chosen);
  };
  return html`<select class="field" data-listed aria-label=${t.listed.label} @change=${choose}>
    ${LISTED.map(
      (one) =>
        html`<option value=${one} ?selected=${one === props.listed}>${t.listed[one](counts[one])}</option>`,
    )}
  </select>`;
}

/** Cards have no headers to click: a select takes their place. */
function sortChoice({ props: { t }, order, sortBy }: Toolbar): TemplateResult {
  const choose = (event: Event) => {
    const column = COLUMNS.find(
      ({ id }) => event.target instanceof HTMLSelectElement && id === event.target.value,
    );
    if (column?.sort) sortBy(column.sort, column.end && column.sort !== 'recency_days');
  };
  return html`<select class="field only-narrow" aria-label=${t.differentiate.list.sortBy('…')} @change=${choose}>
    ${COLUMNS.map(({ id, sort }) =>
      sort
        ? html`<option value=${id} ?selected=${sort === order.sort}>${t.differentiate.list.sortBy(columnName(id, t))}</option>`
        : nothing,
    )}
  </select>`;
}

function columnChoice({ props: { t }, shown, chosen, choose }: Toolbar): TemplateResult {
  const toggle = (id: ColumnId, on: boolean) =>
    choose(
      COLUMNS.map((column) => column.id).filter((other) =>
        other === id ? on : shown.includes(other),
      ),
    );
  return html`<details class="menu columns-menu">
    <summary class="button">${t.differentiate.list.columns}</summary>
    <div class="menu-sheet">
      ${COLUMNS.map(
        ({ id }) => html`<label class="menu-item">
          <input
            type="checkbox"
            .checked=${shown.includes(id)}
            ?disabled=${shown.length === 1 && shown.includes(id)}
            @change=${(event: Event) => event.target instanceof HTMLInputElement && toggle(id, event.target.checked)}
          />
          ${columnName(id, t)}
        </label>`,
      )}
      <button type="button" class="button quiet" ?disabled=${!chosen} @click=${() => choose(undefined)}>
        ${t.differentiate.list.reset}
      </button>
    </div>
  </details>`;
}
