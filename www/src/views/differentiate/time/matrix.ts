// From tier to tier as a heat map: rows before, columns after, and a last row for those who came new.

import { scaleSqrt } from 'd3-scale';
import { html, type TemplateResult } from 'lit';
import { figure } from '../../../charts/figure.ts';
import { rove } from '../../../charts/roving.ts';
import { vars } from '../../../charts/vars.ts';
import type { Migration, Moves } from '../../../engine/types.ts';
import type { Translation } from '../../../i18n/index.ts';

export interface MoveActions {
  /** Whose names are listed. */
  readonly moves: Moves;
  mark(place: number): string;
  look(moves: Moves): void;
}

const DARKEST = 45;

export function nameOf({ segments }: Migration, place: number, t: Translation): string {
  const segment = segments[place];
  return segment ? t.names.segment(segment.code, segment.name) : '';
}

export function matrixChart(
  found: Migration,
  actions: MoveActions,
  t: Translation,
): TemplateResult {
  const words = t.differentiate.time.moves;
  return figure(
    {
      name: 'move-matrix',
      title: words.matrix,
      unit: words.matrixUnit,
      sentence: words.sentence(found.from, found.to),
      drawing: matrix(found, actions, t),
    },
    t,
  );
}

function matrix(found: Migration, actions: MoveActions, t: Translation): TemplateResult {
  const words = t.differentiate.time.moves;
  const size = found.segments.length;
  const row = (was: number) => found.moved.slice(was * size, (was + 1) * size);
  const most = Math.max(1, ...found.moved, ...found.arrived);
  const shade = scaleSqrt().domain([0, most]).range([0, DARKEST]);
  const cell = (count: number, was: string, is: number, moves: Moves, isFirst: boolean) => {
    const tip = words.cell(was, nameOf(found, is, t), count);
    return html`<td><button
      type="button"
      class="heat-button ${moves.kind === 'cell' && moves.was === is ? 'same' : ''}"
      data-cell
      tabindex=${isFirst ? 0 : -1}
      aria-pressed=${JSON.stringify(moves) === JSON.stringify(actions.moves) ? 'true' : 'false'}
      aria-label=${tip}
      data-tip=${tip}
      ${vars({ heat: `${shade(count).toFixed(1)}%` })}
      @click=${() => actions.look(moves)}
    >${count ? t.integer(count) : '·'}</button></td>`;
  };
  return html`<div class="scroll-x" @keydown=${rove(size)}>
    <table class="table matrix">
      <thead>
        <tr>
          <th scope="col"><span class="visually-hidden">${words.was}</span></th>
          ${found.segments.map((_, is) => html`<th scope="col" class=${actions.mark(is)}><span class="swatch"></span> ${nameOf(found, is, t)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${found.segments.map(
          (_, was) => html`<tr>
            <th scope="row" class=${actions.mark(was)}><span class="swatch"></span> ${nameOf(found, was, t)}</th>
            ${row(was).map((count, is) => cell(count, nameOf(found, was, t), is, { kind: 'cell', was, is }, was === 0 && is === 0))}
          </tr>`,
        )}
        <tr class="arrived">
          <th scope="row">${words.arrived}</th>
          ${found.arrived.map((count, is) => cell(count, words.arrived, is, { kind: 'arrived', is }, false))}
        </tr>
      </tbody>
    </table>
  </div>`;
}
