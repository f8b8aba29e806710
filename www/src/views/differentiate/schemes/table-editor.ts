// A table of segments as a picture that is painted: one grid per value of the third score, cells in the colour of their segment.

import { html, nothing, type TemplateResult } from 'lit';
import { rove } from '../../../charts/roving.ts';
import { vars } from '../../../charts/vars.ts';
import type { Axis, CellCount, PartitionReport, Segment } from '../../../engine/types.ts';
import type { Translation } from '../../../i18n/index.ts';
import { healthClass, type Marked } from '../../../styles/marks.ts';
import { allCells, ownerOf, type Painting } from './paint.ts';

export interface Canvas {
  readonly painting: Painting;
  readonly counts: readonly CellCount[];
  readonly report: PartitionReport | undefined;
  /** Paints cells with the segment that is chosen. */
  paint(cells: readonly string[]): void;
  /** A digit chooses the n-th segment. */
  choose(place: number): void;
}

/** Segments with the letter that stands in their cells: colour alone is not enough. */
export function lettersOf({ rows }: Painting): ReadonlyMap<string, string> {
  const letters = new Map<string, string>();
  for (const { segment } of rows) {
    const place = letters.size;
    if (!letters.has(segment.code))
      letters.set(segment.code, place < 26 ? String.fromCharCode(65 + place) : String(place - 25));
  }
  return letters;
}

export function segmentsOf({ rows, otherwise }: Painting): Segment[] {
  const all = [...rows.map(({ segment }) => segment), ...(otherwise ? [otherwise] : [])];
  return all.filter((one, at) => all.findIndex(({ code }) => code === one.code) === at);
}

export function canvas(data: Canvas, t: Translation): TemplateResult {
  const { painting } = data;
  const [rows = 1, columns = 1, layers = 1] = paddedSizes(painting.sizes);
  const shared = {
    letters: lettersOf(painting),
    segments: segmentsOf(painting),
    counts: new Map(data.counts.map((count) => [count.cell, count.customers])),
    overlaps: new Set(data.report?.overlapping.map(([cell]) => cell)),
  };
  const hasLayers = painting.axes.length > 2;
  return html`<div class="canvas" ${vars({ columns })}>
    <p class="canvas-axes tiny muted" aria-hidden="true">${axesText(painting.axes, t)}</p>
    ${Array.from({ length: layers }, (_, at) => {
      const layer = layers - at;
      const title = hasLayers ? layerName(painting.axes[2], layer, t) : '';
      return html`<div class="layer">
        ${title ? html`<h4>${title}</h4>` : nothing}
        <div
          class="paint-grid"
          role="grid"
          aria-label=${title || t.schemes.editor.brush}
          @keydown=${keys(data, columns)}
          @pointerdown=${(event: PointerEvent) => stroke(event, data)}
          @pointerover=${(event: PointerEvent) => stroke(event, data)}
          @click=${(event: Event) => tap(event, data)}
        >
          ${Array.from({ length: rows }, (_, line) => row(data, shared, [rows - line, columns, hasLayers ? layer : 0], line === 0, t))}
          ${columns > 1 ? html`<div class="paint-row scores" aria-hidden="true"><span></span>${Array.from({ length: columns }, (_, f) => html`<span>${f + 1}</span>`)}</div>` : nothing}
        </div>
      </div>`;
    })}
  </div>`;
}

/** Which way the scores run. */
function axesText([up, right]: readonly Axis[], t: Translation): string {
  const { axis } = t.schemes.editor;
  return [up ? `↑ ${axis[up]}` : '', right ? `→ ${axis[right]}` : ''].filter(Boolean).join('   ');
}

interface Shared {
  readonly letters: ReadonlyMap<string, string>;
  readonly segments: readonly Marked[];
  readonly counts: ReadonlyMap<string, number>;
  readonly overlaps: ReadonlySet<string>;
}

function row(
  data: Canvas,
  shared: Shared,
  [r, columns, layer]: readonly [number, number, number],
  isFirst: boolean,
  t: Translation,
): TemplateResult {
  const { axes, sizes } = data.painting;
  const cells = allCells(sizes).filter(
    (cell) => cell[0] === String(r % 10) && (layer === 0 || cell[2] === String(layer % 10)),
  );
  return html`<div class="paint-row" role="row">
    <span class="paint-score" role="rowheader" aria-label=${layerName(axes[0], r, t)}>${r}</span>
    ${cells.slice(0, columns).map((cell, at) => box(data.painting, shared, cell, isFirst && at === 0, t))}
  </div>`;
}

function box(
  painting: Painting,
  { letters, segments, counts, overlaps }: Shared,
  cell: string,
  isStop: boolean,
  t: Translation,
): TemplateResult {
  const words = t.schemes.editor;
  const owner = ownerOf(painting, cell);
  const count = counts.get(cell) ?? 0;
  const name = owner ? t.names.segment(owner.code, owner.name) : words.nobody;
  const state = owner ? (overlaps.has(cell) ? 'overlap' : '') : 'gap';
  const text = words.cell(placeOf(cell, painting.axes, t), name, count);
  return html`<span role="gridcell" class="paint-cell">
    <button
      type="button"
      data-cell
      data-place=${cell}
      tabindex=${isStop ? 0 : -1}
      class="${owner ? healthClass(owner.code, segments) : ''} ${state}"
      aria-label=${text}
      data-tip=${text}
    ><b>${owner ? (letters.get(owner.code) ?? '·') : '?'}</b><span class="tiny">${count ? t.compact(count) : ''}</span></button>
  </span>`;
}

/** "R 5, F 4": a cell with its axes named. */
export function placeOf(cell: string, axes: readonly Axis[], t: Translation): string {
  const parts = axes.map((axis, at) =>
    layerName(axis, cell[at] === '0' ? 10 : Number(cell[at]), t),
  );
  return parts.join(t.lang === 'en' ? ', ' : '、');
}

function layerName(axis: Axis | undefined, score: number, t: Translation): string {
  const { layer, letter } = t.schemes.editor;
  return axis ? layer(letter[axis], score) : '';
}

/** Rows, columns, layers; one of each where there is no such axis. */
function paddedSizes([rows = 1, columns, layers]: readonly number[]): number[] {
  return [rows, columns ?? 1, layers ?? 1];
}

function keys(data: Canvas, columns: number): (event: KeyboardEvent) => void {
  const move = rove(columns);
  return (event) => {
    if (/^[1-9]$/.test(event.key)) data.choose(Number(event.key) - 1);
    else move(event);
  };
}

// A finger scrolls by dragging; it paints by tapping, which is a click.
function stroke(event: PointerEvent, { paint }: Canvas): void {
  const cell = cellOf(event);
  if (cell && event.pointerType !== 'touch' && event.buttons === 1) paint([cell]);
}

function tap(event: Event, { paint }: Canvas): void {
  const cell = cellOf(event);
  if (cell) paint([cell]);
}

function cellOf({ target }: Event): string | undefined {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-place]') : null;
  return button?.dataset['place'];
}
