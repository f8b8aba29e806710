// What every result depends on: the analysis day and the way to name segments; and the selection as chips.

import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Filter } from '../engine/types.ts';
import { EVERYBODY, isEverybody } from '../state/filter.ts';
import * as icon from './icons.ts';
import type { View } from './view.ts';

export function controls(view: View): TemplateResult | typeof nothing {
  const { state, t, act } = view;
  const { results, recipe } = state;
  if (!results || !recipe) return nothing;
  const { measures } = recipe;
  const change = (event: Event) => {
    const { value } = event.target as HTMLInputElement;
    act.change({ measures: { ...measures, as_of: value || null } });
  };
  return html`<div class="controls">
    <label class="label">${t.frame.asOf}
      <input
        class="field"
        type="date"
        .value=${live(results.summary.days_are_relative ? '' : results.summary.as_of)}
        @change=${change}
      />
    </label>
    <label class="label">${t.frame.scheme}
      <select
        class="field"
        @change=${(event: Event) => act.change({ segment: (event.target as HTMLSelectElement).value })}
      >${results.whole.schemes.map(
        ({ id, name }) =>
          html`<option value=${id} ?selected=${id === recipe.segment}>${t.names.scheme(id, name)}</option>`,
      )}</select>
    </label>
  </div>`;
}

/** The selection; each part can be taken away. */
export function chips({ state, t, act }: View): TemplateResult | typeof nothing {
  if (!state.results || isEverybody(state.filter)) return nothing;
  const parts = partsOf(
    state.filter,
    t,
    (scheme, code) =>
      state.results?.whole.schemes
        .find(({ id }) => id === scheme)
        ?.segments.find((segment) => segment.code === code)?.name,
  );
  return html`<div class="chips" role="group" aria-label=${t.frame.selection}>
    ${parts.map(
      ({ text, without }) => html`<span class="chip removable">${text}<button
        type="button"
        class="remove"
        aria-label=${t.frame.removeChip(text)}
        @click=${() => act.select(without)}
      >${icon.cross}</button></span>`,
    )}
    <span class="muted small number">${t.frame.customers(state.results.overview.customers)}</span>
    <button type="button" class="link small" @click=${() => act.select(EVERYBODY)}>${t.frame.everything}</button>
  </div>`;
}

interface Part {
  readonly text: string;
  readonly without: Filter;
}

function partsOf(
  filter: Filter,
  t: View['t'],
  ownName: (scheme: string, code: string) => string | undefined,
): Part[] {
  const without = <K extends 'segments' | 'scores' | 'ranges'>(key: K, at: number): Filter => ({
    ...filter,
    [key]: filter[key].filter((_, index) => index !== at),
  });
  const segments = filter.segments.map(([scheme, code], at) => ({
    text: t.names.segment(code, ownName(scheme, code)),
    without: without('segments', at),
  }));
  const scores = filter.scores.map(([factor, score], at) => ({
    text: t.frame.score(t.names.factor(factor), score),
    without: without('scores', at),
  }));
  const ranges = filter.ranges.map(([factor, from, to], at) => ({
    text: t.frame.range(t.names.factor(factor), t.decimal(from), t.decimal(to)),
    without: without('ranges', at),
  }));
  const search = filter.search
    ? [{ text: t.frame.search(filter.search), without: { ...filter, search: '' } }]
    : [];
  return [...segments, ...scores, ...ranges, ...search];
}
