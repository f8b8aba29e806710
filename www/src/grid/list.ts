// The list of customers for one wish after the other: the old rows stay until the first of the new ones are here.

import type { CustomerRow } from '../engine/types.ts';
import type { ColumnId } from './columns.ts';
import { type Fetch, Pages } from './pages.ts';

export class CustomerList {
  #pages: Pages<CustomerRow> | undefined;
  #coming: Pages<CustomerRow> | undefined;

  /** @param changed called after rows have come; `fresh` when they are the first of a new wish */
  constructor(private readonly changed: (fresh: boolean) => void) {}

  /** How many customers there are; undefined until the first answer. */
  get total(): number | undefined {
    return this.#pages?.total;
  }

  /** Whether the rows shown are those of an older wish. */
  get stale(): boolean {
    return this.#coming !== undefined;
  }

  get failed(): boolean {
    return (this.#coming ?? this.#pages)?.failed ?? false;
  }

  /** Whether any of the first customers has anything in a column; files without names are without them throughout. */
  has(id: ColumnId): boolean {
    if (id !== 'customer_name' && id !== 'company' && id !== 'contact' && id !== 'last_heard')
      return true;
    const rows = Array.from({ length: 50 }, (_, index) => this.row(index));
    return rows[0] === undefined || rows.some((row) => row?.[id]);
  }

  row(index: number): CustomerRow | undefined {
    return this.#pages?.row(index);
  }

  /** Starts anew: these rows are looked at first. */
  begin(fetch: Fetch<CustomerRow>, first: number, last: number): void {
    this.#coming?.close();
    const pages: Pages<CustomerRow> = new Pages(fetch, () => this.#arrived(pages));
    this.#coming = pages;
    this.#pages ??= pages;
    pages.want(first, last);
  }

  /** These rows are looked at: `last` is not. */
  want(first: number, last: number): void {
    if (last > first && !this.#coming) this.#pages?.want(first, last);
  }

  retry(): void {
    (this.#coming ?? this.#pages)?.retry();
  }

  #arrived(pages: Pages<CustomerRow>): void {
    const fresh = pages === this.#coming && !pages.failed;
    if (fresh) {
      this.#coming = undefined;
      if (this.#pages !== pages) this.#pages?.close();
      this.#pages = pages;
    }
    this.changed(fresh);
  }
}
