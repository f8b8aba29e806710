// The customer list: toolbar, virtual grid, cards on narrow screens.

import { css } from 'lit';

export const gridStyles = css`
  ct-customer-grid {
    display: block;
    min-width: 0;
    container-type: inline-size;
  }
  .toolbar {
    margin-bottom: var(--_s3);
  }
  .toolbar .count {
    margin-inline-end: auto;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .toolbar .search {
    flex: 0 1 320px;
    min-width: 160px;
  }
  .toolbar .whole {
    flex: 1 1 100%;
    margin: 0;
  }
  .chip.none-yet {
    min-height: 20px;
    border-style: dashed;
    color: var(--_muted);
    font-size: var(--_fs-12);
  }
  .only-narrow {
    display: none;
  }
  .menu {
    position: relative;
  }
  .menu summary {
    list-style: none;
  }
  .menu summary::-webkit-details-marker {
    display: none;
  }
  .menu-sheet {
    position: absolute;
    z-index: 5;
    inset-inline-end: 0;
    display: grid;
    min-width: 190px;
    margin-top: var(--_s1);
    padding: var(--_s2);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-large);
    background: var(--_surface);
    box-shadow: var(--_shadow);
  }
  .menu-item {
    display: flex;
    align-items: center;
    gap: var(--_s2);
    min-height: 28px;
    padding: 0 var(--_s1);
    border-radius: var(--_radius);
    font-size: var(--_fs-13);
    cursor: pointer;
  }
  .menu-item:hover {
    background: var(--_hover);
  }

  .grid-scroll {
    position: relative;
    height: min(calc(var(--rows) + 36px + 16px), max(320px, 72vh));
    overflow: auto;
    border: solid var(--_line);
    border-width: 1px 0;
    font-size: var(--_fs-13);
    font-variant-numeric: tabular-nums;
    line-height: 1.3;
    overflow-anchor: none;
    overscroll-behavior: contain;
  }
  .grid-scroll.stale .grid-window {
    opacity: 0.55;
  }
  .grid-canvas {
    position: relative;
    height: var(--rows);
    overflow: clip;
    min-width: var(--least);
    contain: layout paint;
  }
  .grid-window {
    position: absolute;
    inset-inline: 0;
    top: 0;
    transform: translateY(var(--top));
    will-change: transform;
  }
  .grid-row {
    display: grid;
    grid-template-columns: var(--tracks);
    min-width: var(--least);
    align-items: stretch;
    height: var(--row);
    border-bottom: 1px solid var(--_line);
    cursor: pointer;
  }
  .grid-header {
    position: sticky;
    z-index: 2;
    top: 0;
    height: 36px;
    background: var(--_page);
    color: var(--_muted);
    font-size: var(--_fs-12);
    font-weight: 500;
    cursor: default;
  }
  .grid-canvas .grid-row:hover {
    background: var(--_hover);
  }
  .grid-scroll:focus-within .grid-row.current {
    background: var(--_accent-soft);
  }
  .grid-cell {
    display: flex;
    align-items: center;
    gap: var(--_s1);
    min-width: 0;
    padding: 0 var(--_s2);
    overflow: hidden;
    white-space: nowrap;
  }
  .grid-cell:focus-visible,
  .grid-card:focus-visible {
    outline-offset: -2px;
  }
  .grid-cell.end {
    justify-content: flex-end;
  }
  .grid-cell.sortable {
    cursor: pointer;
  }
  .grid-cell.sortable:hover {
    color: var(--_text);
  }
  .grid-cell.customer_id,
  .grid-card b {
    font-weight: 500;
  }
  .grid-cell.score {
    letter-spacing: 0.06em;
  }
  .grid-cell,
  .text {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .arrow {
    color: var(--_text);
  }
  .ghost {
    width: calc(var(--w) * 100%);
    height: 8px;
    border-radius: 4px;
    background: var(--_sunken);
  }
  .grid-scroll.narrow {
    height: min(calc(var(--rows) + 2px), max(320px, 72vh));
  }
  .narrow .grid-row {
    grid-template-columns: minmax(0, 1fr);
  }
  .grid-card {
    display: grid;
    align-content: center;
    gap: 3px;
    padding: 0 var(--_s1);
  }
  .grid-card .line {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--_s2);
    min-width: 0;
    white-space: nowrap;
  }
  .grid-card .line .row {
    flex-wrap: nowrap;
    min-width: 0;
  }
  .sort-button {
    padding: 4px 0;
    border: 0;
    background: none;
    cursor: pointer;
  }
  .plain {
    margin-bottom: var(--_s3);
  }
  .plain td,
  .plain th {
    white-space: nowrap;
  }
  .plain .link {
    min-width: 24px;
    min-height: 24px;
  }
  .empty {
    padding: var(--_s12) var(--_s4);
    text-align: center;
  }
  @container (max-width: 559px) {
    .only-narrow {
      display: block;
    }
    .columns-menu {
      display: none;
    }
    .toolbar .search {
      order: 3;
      flex: 1 1 100%;
    }
  }
`;
