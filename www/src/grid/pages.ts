// Rows of a list that is asked for in blocks: the last used blocks are kept, the newest wish is served first, one at a time.

/** A part of the list. */
export interface Page<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

export type Fetch<Row> = (offset: number, limit: number) => Promise<Page<Row>>;

export const BLOCK = 200;
const KEPT = 48;
const AT_ONCE = 2;

export class Pages<Row> {
  /** How many rows there are; undefined until the first block has come. */
  total: number | undefined;
  /** Whether a block could not be had; `retry` asks again. */
  failed = false;

  readonly #blocks = new Map<number, readonly Row[]>();
  readonly #underway = new Set<number>();
  #wanted: number[] = [];
  #closed = false;

  constructor(
    private readonly fetch: Fetch<Row>,
    private readonly changed: () => void,
  ) {}

  /** A row, if it is here. */
  row(index: number): Row | undefined {
    return this.#blocks.get(Math.floor(index / BLOCK))?.[index % BLOCK];
  }

  /** These rows are looked at: `last` is not. Wishes of before are forgotten. */
  want(first: number, last: number): void {
    const from = Math.floor(first / BLOCK);
    const to = Math.floor(Math.max(first, last - 1) / BLOCK);
    this.#wanted = Array.from({ length: to - from + 1 }, (_, index) => from + index);
    for (const block of this.#wanted) this.#touch(block);
    this.#pump();
  }

  retry(): void {
    this.failed = false;
    this.#pump();
  }

  /** Nothing that is still to come is of interest. */
  close(): void {
    this.#closed = true;
  }

  #pump(): void {
    for (const block of this.#wanted) {
      if (this.#closed || this.failed || this.#underway.size >= AT_ONCE) return;
      if (!this.#blocks.has(block) && !this.#underway.has(block)) void this.#load(block);
    }
  }

  async #load(block: number): Promise<void> {
    this.#underway.add(block);
    try {
      const page = await this.fetch(block * BLOCK, BLOCK);
      this.total = page.total;
      this.#blocks.set(block, page.rows);
      this.#forget();
    } catch {
      this.failed = true;
    }
    this.#underway.delete(block);
    if (this.#closed) return;
    this.changed();
    this.#pump();
  }

  // A Map keeps the order of insertion: what was used last is at its end.
  #touch(block: number): void {
    const rows = this.#blocks.get(block);
    if (!rows) return;
    this.#blocks.delete(block);
    this.#blocks.set(block, rows);
  }

  #forget(): void {
    for (const block of this.#blocks.keys()) {
      if (this.#blocks.size <= KEPT) return;
      this.#blocks.delete(block);
    }
  }
}
