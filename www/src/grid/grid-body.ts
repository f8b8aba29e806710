// The virtual grid itself: an ARIA grid that says how many rows there are and draws those that are seen.

import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { vars } from '../charts/vars.ts';
import { leastWidth, tracks } from './columns.ts';
import type { CustomerList } from './list.ts';
import { customerLine, headerLine, type Lines } from './rows.ts';
import { physicalHeight } from './scroll.ts';
import type { Viewport } from './viewport.ts';

export interface GridListeners {
  scroll(event: Event): void;
  key(event: KeyboardEvent): void;
  click(event: Event): void;
  focus(event: Event): void;
}

export function gridBody(
  lines: Lines,
  view: Viewport,
  list: CustomerList,
  on: GridListeners,
): TemplateResult {
  const { columns, narrow, names } = lines;
  const words = names.t.differentiate.list;
  const { first, last } = view.drawn;
  const { row } = lines.active;
  // The cell that Tab leads to may have been scrolled away: then the grid itself takes the focus, and keys go on from there.
  const isReached = row === 0 ? !narrow : row > first && row <= last;
  return html`<p class="visually-hidden" id="grid-hint">${words.hint}</p>
    <div
      class="grid-scroll ${narrow ? 'narrow' : ''} ${list.stale ? 'stale' : ''}"
      role="grid"
      aria-label=${words.title}
      aria-describedby="grid-hint"
      aria-rowcount=${view.rows + 1}
      aria-colcount=${narrow ? 1 : columns.length}
      aria-busy=${list.stale ? 'true' : 'false'}
      tabindex=${isReached ? -1 : 0}
      ${vars({
        tracks: tracks(columns),
        least: narrow ? '0' : `${leastWidth(columns)}px`,
        row: `${view.rowPx}px`,
        rows: `${physicalHeight(view.totalPx)}px`,
      })}
      @scroll=${on.scroll}
      @keydown=${on.key}
      @click=${on.click}
      @focusin=${on.focus}
    >
      ${narrow ? nothing : headerLine(lines)}
      <div class="grid-canvas" role="rowgroup">
        <div class="grid-window" role="presentation" ${vars({ top: `${view.drawnTopPx}px` })}>
          ${repeat(
            span(first, last),
            (index) => index,
            (index) => customerLine(lines, index, list.row(index)),
          )}
        </div>
      </div>
    </div>`;
}

function span(first: number, last: number): number[] {
  return Array.from({ length: last - first }, (_, index) => first + index);
}
