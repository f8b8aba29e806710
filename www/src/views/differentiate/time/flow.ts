// The same as ribbons between two stacks (a Sankey diagram): as thick as the number of customers, in the colour of where they came from.

import { area, curveBumpX } from 'd3-shape';
import { html, svg, type TemplateResult } from 'lit';
import { figure } from '../../../charts/figure.ts';
import { ratio, sum } from '../../../charts/numbers.ts';
import { vars } from '../../../charts/vars.ts';
import type { Migration, Moves } from '../../../engine/types.ts';
import type { Translation } from '../../../i18n/index.ts';
import { type MoveActions, nameOf } from './matrix.ts';

/** Share of the height between two nodes. */
const GAP = 0.02;
/** Where the ribbons begin and end, of 100. */
const [LEFT, RIGHT] = [1.6, 98.4];

/** A stack's node: its place in the scheme (the number of segments for those who came new), and where it lies, 0 to 1 from the top. */
export interface Node {
  readonly place: number;
  readonly count: number;
  readonly top: number;
  readonly height: number;
}

/** A ribbon with its upper edges, 0 to 1. */
export interface Ribbon {
  readonly was: number;
  readonly is: number;
  readonly count: number;
  readonly from: number;
  readonly to: number;
  readonly height: number;
}

export interface Flow {
  readonly before: readonly Node[];
  readonly after: readonly Node[];
  readonly ribbons: readonly Ribbon[];
}

/** Both stacks have everybody of the later day; those who came new stand at the end of the earlier one. */
export function flowOf(found: Migration): Flow {
  const size = found.segments.length;
  const count = (was: number, is: number) =>
    (was === size ? found.arrived[is] : found.moved[was * size + is]) ?? 0;
  const places = Array.from({ length: size + 1 }, (_, place) => place);
  const ends = places.slice(0, size);
  const all = sum(places, (was) => sum(ends, (is) => count(was, is)));
  const scale = ratio(1 - GAP * size, all);
  const before = stack(places, (was) => sum(ends, (is) => count(was, is)), scale);
  const after = stack(ends, (is) => sum(places, (was) => count(was, is)), scale);
  const left = before.map(({ top }) => top);
  const right = after.map(({ top }) => top);
  const ribbons: Ribbon[] = [];
  for (const was of places) {
    for (const is of ends) {
      const height = count(was, is) * scale;
      const [from = 0, to = 0] = [left[was], right[is]];
      if (height > 0) ribbons.push({ was, is, count: count(was, is), from, to, height });
      left[was] = from + height;
      right[is] = to + height;
    }
  }
  return { before, after, ribbons };
}

function stack(places: readonly number[], count: (place: number) => number, scale: number): Node[] {
  let top = 0;
  return places.map((place) => {
    const node = { place, count: count(place), top, height: count(place) * scale };
    top += node.height + GAP;
    return node;
  });
}

export function flowChart(found: Migration, actions: MoveActions, t: Translation): TemplateResult {
  const words = t.differentiate.time.moves;
  const flow = flowOf(found);
  const size = found.segments.length;
  const name = (place: number) => (place === size ? words.arrived : nameOf(found, place, t));
  const first = flow.before[0];
  const kept = ratio(found.moved[0] ?? 0, first?.count ?? 0);
  return figure(
    {
      name: 'move-flow',
      title: words.flow,
      unit: words.flowUnit,
      sentence: first?.count ? words.flowSentence(name(0), kept) : words.none,
      drawing: drawing(found, flow, actions, t),
      table: {
        head: [words.was, words.now, words.customer],
        rows: flow.ribbons.map(({ was, is, count }) => [name(was), name(is), t.integer(count)]),
      },
    },
    t,
  );
}

function drawing(
  found: Migration,
  flow: Flow,
  actions: MoveActions,
  t: Translation,
): TemplateResult {
  const size = found.segments.length;
  const words = t.differentiate.time.moves;
  const label = ({ place, count, top, height }: Node, side: string) => {
    // Nodes thinner than a line of text have no room for a name; the table has it.
    if (height < 0.045) return '';
    const name = place === size ? words.arrived : nameOf(found, place, t);
    return html`<span class="flow-label ${side}" ${vars({ y: top + height / 2 })}>${name} <b>${t.integer(count)}</b></span>`;
  };
  const mark = (place: number) => (place === size ? 'mark none' : actions.mark(place));
  return html`<div class="flow">
    <svg class="plot-svg" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
      ${flow.ribbons.map((ribbon) => ribbonPath(ribbon, size, mark, actions))}
      ${flow.before.map(({ place, top, height }) => svg`<rect class="flow-node ${mark(place)}" x="0" width=${LEFT} y=${100 * top} height=${100 * height} />`)}
      ${flow.after.map(({ place, top, height }) => svg`<rect class="flow-node ${mark(place)}" x=${RIGHT} width=${LEFT} y=${100 * top} height=${100 * height} />`)}
    </svg>
    <div aria-hidden="true">
      ${flow.before.map((node) => label(node, 'start'))} ${flow.after.map((node) => label(node, 'end'))}
    </div>
    <p class="flow-days" aria-hidden="true"><span>${t.day(found.from)}</span><span>${t.day(found.to)}</span></p>
  </div>`;
}

const shape = area<readonly [x: number, top: number, height: number]>()
  .x(([x]) => x)
  .y0(([, top]) => 100 * top)
  .y1(([, top, height]) => 100 * (top + height))
  .curve(curveBumpX);

function ribbonPath(
  { was, is, from, to, height }: Ribbon,
  size: number,
  mark: (place: number) => string,
  actions: MoveActions,
) {
  const moves: Moves = was === size ? { kind: 'arrived', is } : { kind: 'cell', was, is };
  const isChosen = JSON.stringify(moves) === JSON.stringify(actions.moves);
  const path = shape([
    [LEFT, from, height],
    [RIGHT, to, height],
  ]);
  return svg`<path class="ribbon ${mark(was)} ${isChosen ? 'chosen' : ''}" d=${path ?? ''} @click=${() => actions.look(moves)} />`;
}
