// A table of segments as cells that can be painted, and back: patterns such as `[4-5]4*` are read and written here.
//
// A cell has one character per axis, its score; a 10 is written 0. The same reading decides in src/recipe/scheme/table.rs.

import type { Axis, CellCount, Scheme, Scores, Segment } from '../../../engine/types.ts';
import { sizesOf } from './axes.ts';

export interface PaintRow {
  readonly segment: Segment;
  readonly cells: ReadonlySet<string>;
}

export interface Painting {
  readonly id: string;
  readonly name: string;
  readonly axes: readonly Axis[];
  /** How many scores each axis has. */
  readonly sizes: readonly number[];
  /** Own scoring instead of the recipe's. */
  readonly scores: Scores | null;
  /** In order of precedence: the first row that holds a cell has it. */
  readonly rows: readonly PaintRow[];
  /** Whoever is in no row. */
  readonly otherwise: Segment | null;
}

/** What a scheme's table paints; null for schemes that are no tables. */
export function paintingOf(scheme: Scheme, scores: Scores): Painting | null {
  if (scheme.rule !== 'table') return null;
  const own = scheme.scores ?? null;
  const sizes = sizesOf(scheme.axes, own ?? scores);
  const rows = scheme.rows.map(({ cells, code, name, health }) => ({
    segment: { code, name, health },
    cells: new Set(cells.split(/\s+/).flatMap((pattern) => expand(pattern, sizes))),
  }));
  const { id, name, axes, otherwise } = scheme;
  return { id, name, axes, sizes, scores: own, rows, otherwise: otherwise ?? null };
}

export function schemeOf({ id, name, axes, sizes, scores, rows, otherwise }: Painting): Scheme {
  return {
    id,
    name,
    rule: 'table',
    axes: [...axes],
    ...(scores && { scores }),
    rows: rows.map(({ segment, cells }) => ({ ...segment, cells: compress(cells, sizes) })),
    ...(otherwise && { otherwise }),
  };
}

/** All cells, ascending. */
export function allCells(sizes: readonly number[]): string[] {
  return sizes.reduce<string[]>(
    (cells, size) => cells.flatMap((cell) => scores(size).map((score) => cell + written(score))),
    [''],
  );
}

/** The cells of a pattern; none when it cannot be read. */
export function expand(pattern: string, sizes: readonly number[]): string[] {
  const parts = pattern.match(/\[\d-\d\]|\d|\*/g) ?? [];
  if (parts.join('') !== pattern || parts.length !== sizes.length) return [];
  return parts.reduce<string[]>(
    (cells, part, axis) => {
      const wanted = scores(sizes[axis] ?? 0).filter(within(part));
      return cells.flatMap((cell) => wanted.map((score) => cell + written(score)));
    },
    [''],
  );
}

/** Few patterns that hold exactly these cells. */
export function compress(cells: Iterable<string>, sizes: readonly number[]): string {
  const all = new Set(cells);
  const left = new Set(allCells(sizes).filter((cell) => all.has(cell)));
  const patterns: string[] = [];
  for (const cell of left) {
    const box = grown(cell, sizes, all);
    for (const held of cellsOfBox(box)) left.delete(held);
    patterns.push(box.map(([low, high], axis) => position(low, high, sizes[axis] ?? 0)).join(''));
  }
  return patterns.join(' ');
}

/** The cells belong to this segment only, or to none. */
export function painted(
  painting: Painting,
  cells: readonly string[],
  code: string | null,
): Painting {
  const given = new Set(cells);
  // Rows can share a code: the first of them takes the cells.
  const at = painting.rows.findIndex(({ segment }) => segment.code === code);
  const rows = painting.rows.map((row, index) => {
    const kept = new Set([...row.cells].filter((cell) => !given.has(cell)));
    for (const cell of index === at ? cells : []) kept.add(cell);
    return { ...row, cells: kept };
  });
  return { ...painting, rows };
}

/** The segment that has the cell: that of the first row, or of the rest; null for nobody's. */
export function ownerOf({ rows, otherwise }: Painting, cell: string): Segment | null {
  return rows.find(({ cells }) => cells.has(cell))?.segment ?? otherwise;
}

/** Customers by segment code; those of nobody's cells under the empty code. */
export function totalsOf(
  painting: Painting,
  counts: readonly CellCount[],
): ReadonlyMap<string, { readonly customers: number; readonly revenue: number }> {
  const totals = new Map<string, { customers: number; revenue: number }>();
  for (const { cell, customers, revenue } of counts) {
    const code = ownerOf(painting, cell)?.code ?? '';
    const total = totals.get(code) ?? { customers: 0, revenue: 0 };
    totals.set(code, {
      customers: total.customers + customers,
      revenue: total.revenue + revenue,
    });
  }
  return totals;
}

/** The same table where each cell is in the row that has it, and in no other. */
export function disentangled(painting: Painting): Painting {
  const taken = new Set<string>();
  const rows = painting.rows.map((row) => {
    const cells = new Set([...row.cells].filter((cell) => !taken.has(cell)));
    for (const cell of cells) taken.add(cell);
    return { ...row, cells };
  });
  return { ...painting, rows };
}

/** The same table on other axes: a cell belongs to who had a cell that agrees with it on the axes that stay. */
export function withAxes(painting: Painting, axes: readonly Axis[], scores: Scores): Painting {
  const sizes = sizesOf(axes, painting.scores ?? scores);
  const kept = axes.filter((axis) => painting.axes.includes(axis));
  const seen = (cell: string, of: readonly Axis[]) =>
    kept.map((axis) => cell[of.indexOf(axis)]).join('');
  const rows = painting.rows.map((row) => {
    const held = new Set([...row.cells].map((cell) => seen(cell, painting.axes)));
    return { ...row, cells: new Set(allCells(sizes).filter((cell) => held.has(seen(cell, axes)))) };
  });
  return { ...painting, axes, sizes, rows };
}

/** A code that no segment has. */
export function freshCode(painting: Painting): string {
  const taken = new Set(painting.rows.map(({ segment }) => segment.code));
  if (painting.otherwise) taken.add(painting.otherwise.code);
  let number = taken.size + 1;
  while (taken.has(`segment_${number}`)) number += 1;
  return `segment_${number}`;
}

type Box = [low: number, high: number][];

/** The largest box of wanted cells that begins here, last axis first. */
function grown(cell: string, sizes: readonly number[], wanted: ReadonlySet<string>): Box {
  const box: Box = [...cell].map((digit) => [read(digit), read(digit)]);
  for (let axis = sizes.length - 1; axis >= 0; axis -= 1) {
    // Backwards too: `*` is shorter than a range.
    for (const [end, step] of [
      [1, 1],
      [0, -1],
    ] as const) {
      for (;;) {
        const next = box.map((range) => [...range]) as Box;
        const range = next[axis];
        if (!range) break;
        range[end] += step;
        if (range[end] < 1 || range[end] > (sizes[axis] ?? 0)) break;
        if (!cellsOfBox(next).every((held) => wanted.has(held))) break;
        box[axis] = range;
      }
    }
  }
  return box;
}

function cellsOfBox(box: Box): string[] {
  return box.reduce<string[]>(
    (cells, [low, high]) =>
      cells.flatMap((cell) =>
        scores(high)
          .slice(low - 1)
          .map((score) => cell + written(score)),
      ),
    [''],
  );
}

function position(low: number, high: number, size: number): string {
  if (low === 1 && high === size && size > 1) return '*';
  return low === high ? written(low) : `[${written(low)}-${written(high)}]`;
}

function within(part: string): (score: number) => boolean {
  if (part === '*') return () => true;
  const range = /^\[(\d)-(\d)\]$/.exec(part);
  const [low, high] = range ? [range[1] ?? '', range[2] ?? ''] : [part, part];
  return (score) => score >= read(low) && score <= read(high);
}

function scores(size: number): number[] {
  return Array.from({ length: size }, (_, index) => index + 1);
}

function written(score: number): string {
  return String(score % 10);
}

function read(digit: string): number {
  return digit === '0' ? 10 : Number(digit);
}
