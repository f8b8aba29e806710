// The segments of a table that is edited: each is a brush with its name, its health and how many customers it has.

import { html, nothing, type TemplateResult } from 'lit';
import { ratio } from '../../../charts/numbers.ts';
import type { Health, Segment } from '../../../engine/types.ts';
import type { Translation } from '../../../i18n/index.ts';
import { healthClass } from '../../../styles/marks.ts';
import { firstFree } from './names.ts';
import { freshCode, type Painting, totalsOf } from './paint.ts';
import { tool } from './rules-editor.ts';
import { HEALTHS } from './segment-fields.ts';
import { type Canvas, lettersOf, segmentsOf } from './table-editor.ts';

export interface BrushActions {
  /** Place of the row that is painted with; null paints nobody. */
  readonly brush: number | null;
  choose(place: number | null): void;
  edit(painting: Painting): void;
}

export function brushes(
  { painting, counts }: Pick<Canvas, 'painting' | 'counts'>,
  actions: BrushActions,
  t: Translation,
): TemplateResult {
  const words = t.schemes.editor;
  const totals = totalsOf(painting, counts);
  const all = counts.reduce((sum, { customers }) => sum + customers, 0);
  const total = (code: string) => {
    const { customers } = totals.get(code) ?? { customers: 0 };
    return html`<span class="tiny muted number">${words.total(customers, ratio(customers, all))}</span>`;
  };
  const add = () => {
    const taken = segmentsOf(painting).map((one) => t.names.segment(one.code, one.name));
    const name = firstFree(words.newSegment, painting.rows.length + 1, taken);
    const segment: Segment = { code: freshCode(painting), name, health: 'growing' };
    actions.edit({ ...painting, rows: [...painting.rows, { segment, cells: new Set() }] });
    actions.choose(painting.rows.length);
  };
  return html`<fieldset class="brushes">
    <legend>${words.brush}</legend>
    <p class="small muted">${words.brushMeans}</p>
    <ul>
      ${painting.rows.map((_, place) => brush(painting, place, actions, total, t))}
      <li class="brush">
        <label class="brush-name"><input type="radio" name="brush" .checked=${actions.brush === null} @change=${() => actions.choose(null)} /> <b>?</b> ${words.nobody}</label>
        ${total('')}
      </li>
    </ul>
    <button type="button" class="button" data-add-segment @click=${add}>${words.add}</button>
    ${rest(painting, actions, t)}
  </fieldset>`;
}

function brush(
  painting: Painting,
  place: number,
  { brush: chosen, choose, edit }: BrushActions,
  total: (code: string) => TemplateResult,
  t: Translation,
): TemplateResult | typeof nothing {
  const words = t.schemes.editor;
  const segment = painting.rows[place]?.segment;
  if (!segment) return nothing;
  const name = t.names.segment(segment.code, segment.name);
  const change = (changed: Partial<Segment>) => edit(withSegment(painting, place, changed, t));
  const move = (to: number) => {
    edit(withMoved(painting, place, to));
    choose(to);
  };
  return html`<li class="brush ${healthClass(segment.code, segmentsOf(painting))}" data-brush=${segment.code}>
    <label class="brush-name"><input type="radio" name="brush" aria-label=${name} .checked=${chosen === place} @change=${() => choose(place)} />
      <span class="swatch"></span> <b>${lettersOf(painting).get(segment.code)}</b></label>
    <input class="field grow" aria-label=${words.segment} .value=${name} @change=${(event: Event) => change({ name: (event.target as HTMLInputElement).value })} />
    <select class="field" aria-label="${words.health}: ${name}" @change=${(event: Event) => change({ health: (event.target as HTMLSelectElement).value as Health })}>
      ${HEALTHS.map((health) => html`<option value=${health} ?selected=${health === segment.health}>${t.names.health(health)}</option>`)}
    </select>
    ${total(segment.code)}
    <span class="row brush-tools">
      ${tool('↑', words.earlier(name), place > 0, () => move(place - 1))}
      ${tool('↓', words.later(name), place < painting.rows.length - 1, () => move(place + 1))}
      ${tool('×', words.remove(name), painting.rows.length > 1, () => {
        edit({ ...painting, rows: painting.rows.filter((_, at) => at !== place) });
        choose(Math.max(0, place - 1));
      })}
    </span>
  </li>`;
}

function rest(painting: Painting, { edit }: BrushActions, t: Translation): TemplateResult {
  const words = t.schemes.editor;
  const others: Segment = { code: 'others', name: words.others, health: 'needs_care' };
  const { otherwise } = painting;
  const toggle = (event: Event) =>
    edit({ ...painting, otherwise: (event.target as HTMLInputElement).checked ? others : null });
  const name = otherwise ? t.names.segment(otherwise.code, otherwise.name) : words.noRest;
  return html`<label class="small brush-rest"><input type="checkbox" data-rest .checked=${otherwise !== null} @change=${toggle} /> ${words.rest} <b>${name}</b></label>`;
}

/** One code is one segment: all its rows change. A name of one's own needs a code that is not translated. */
export function withSegment(
  painting: Painting,
  place: number,
  changed: Partial<Segment>,
  t: Pick<Translation, 'names'>,
): Painting {
  const before = painting.rows[place]?.segment;
  if (!before) return painting;
  const isNamed = changed.name !== undefined && t.names.known().segments.includes(before.code);
  const after = { ...before, ...changed, ...(isNamed && { code: freshCode(painting) }) };
  const rows = painting.rows.map((row) =>
    row.segment.code === before.code ? { ...row, segment: after } : row,
  );
  return { ...painting, rows };
}

export function withMoved(painting: Painting, from: number, to: number): Painting {
  const moving = painting.rows[from];
  if (!moving) return painting;
  const rows = painting.rows.filter((_, at) => at !== from);
  return { ...painting, rows: rows.toSpliced(to, 0, moving) };
}
