// Where a key leads in the grid.

/** Row 0 is the header, row 1 the first customer. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

export interface Bounds {
  /** Customers, without the header. */
  readonly rows: number;
  readonly columns: number;
  /** Rows seen at once. */
  readonly page: number;
}

/** The cell that a key leads to; undefined when the key is not for the grid. */
export function nextCell(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
  cell: Cell,
  bounds: Bounds,
): Cell | undefined {
  const far = event.ctrlKey || event.metaKey;
  const target = moved(event.key, far, cell, bounds);
  if (!target) return undefined;
  return {
    row: Math.min(Math.max(0, target.row), bounds.rows),
    column: Math.min(Math.max(0, target.column), bounds.columns - 1),
  };
}

function moved(
  key: string,
  far: boolean,
  { row, column }: Cell,
  { rows, columns, page }: Bounds,
): Cell | undefined {
  switch (key) {
    case 'ArrowDown':
      return { row: row + 1, column };
    case 'ArrowUp':
      return { row: row - 1, column };
    case 'ArrowRight':
      return { row, column: column + 1 };
    case 'ArrowLeft':
      return { row, column: column - 1 };
    case 'PageDown':
      return { row: row + page, column };
    case 'PageUp':
      return { row: Math.max(1, row - page), column };
    case 'Home':
      return far ? { row: 1, column: 0 } : { row, column: 0 };
    case 'End':
      return far ? { row: rows, column: columns - 1 } : { row, column: columns - 1 };
    default:
      return undefined;
  }
}

/** The cell in which something happened. */
export function cellAt(event: Event): Cell | undefined {
  const cell = event.target instanceof Element ? event.target.closest('[data-row]') : null;
  if (!(cell instanceof HTMLElement)) return undefined;
  return { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
}
