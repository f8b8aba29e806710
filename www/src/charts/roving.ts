// One stop for Tab in a group of many: arrows move inside it. Works on `[data-cell]` elements in reading order.

/** Where a key leads in a grid of so many cells with so many columns; the same place when it leads nowhere. */
export function nextCell(key: string, at: number, count: number, columns: number): number {
  const start = at - (at % columns);
  const end = Math.min(count, start + columns) - 1;
  switch (key) {
    case 'ArrowRight':
      return Math.min(end, at + 1);
    case 'ArrowLeft':
      return Math.max(start, at - 1);
    case 'ArrowDown':
      return at + columns < count ? at + columns : at;
    case 'ArrowUp':
      return at - columns >= 0 ? at - columns : at;
    case 'Home':
      return start;
    case 'End':
      return end;
    default:
      return at;
  }
}

/** Listener of `keydown` for a group with so many columns; none means one row. */
export function rove(columns?: number): (event: KeyboardEvent) => void {
  return (event) => {
    const group = event.currentTarget;
    if (!(group instanceof Element && event.target instanceof HTMLElement)) return;
    const cells = [...group.querySelectorAll<HTMLElement>('[data-cell]')];
    const at = cells.indexOf(event.target);
    if (at < 0) return;
    const next = nextCell(event.key, at, cells.length, columns ?? cells.length);
    if (next === at) return;
    event.preventDefault();
    for (const [index, cell] of cells.entries()) cell.tabIndex = index === next ? 0 : -1;
    cells[next]?.focus();
  };
}
