// Decisions about cells and customers: the list with undo, and the bar that applies what waits.

import { html, nothing, type TemplateResult } from 'lit';
import type { Correction } from '../../engine/types.ts';
import { keyOf, pending, pendingCount } from '../../state/curation.ts';
import type { View } from '../view.ts';
import { placeOf } from './inputs.ts';

type Override = Extract<Correction, { do: 'override' }>;

export function corrections(view: View): TemplateResult {
  const { state, t, act } = view;
  const words = t.identify.corrections;
  const { applied, wanted, past } = state.curation;
  const { added, gone } = pending(state.curation);
  const isEmpty = wanted.length + gone.length === 0;
  return html`<p class="muted">${isEmpty ? words.empty : words.lead}</p>
    ${savedNote(view)}
    <div class="row">
      ${history(view)}
      ${
        wanted.length > 0
          ? html`<button type="button" class="button" @click=${act.curate.drop}>${words.drop}</button>`
          : nothing
      }
      ${
        applied.length > 0
          ? html`<button type="button" class="button" @click=${() => act.save('corrections')}>${words.download}</button>`
          : nothing
      }
    </div>
    <ol class="steps-list">
      ${wanted.map((step) => item(view, step, added.includes(step) ? words.waiting : words.done, true))}
      ${gone.map((step) => item(view, step, words.leaving, false))}
    </ol>
    ${applied.length + past.length > 0 ? html`<p class="notice">${words.note}</p>` : nothing}`;
}

function item(view: View, step: Correction, state: string, isWanted: boolean): TemplateResult {
  const words = view.t.identify.corrections;
  const text = sayStep(view, step);
  return html`<li class="step">
    <span class=${isWanted ? 'grow' : 'grow gone'}>${text}</span>
    <span class="muted small">${state}</span>
    ${
      isWanted
        ? html`<button
            type="button"
            class="button quiet"
            aria-label=${words.retract(text)}
            @click=${() => view.act.curate.retract(keyOf(step))}
          >${words.takeBack}</button>`
        : nothing
    }
  </li>`;
}

/** A decision in a sentence. */
export function sayStep(view: View, step: Correction): string {
  const { t } = view;
  const words = t.identify.corrections;
  const shown = (text: string) => (view.state.isMasked ? MASKED : text);
  switch (step.do) {
    case 'set':
      return words.set(placeOf(view, step), t.names.field(step.field), shown(step.value));
    case 'replace':
      return words.replace(t.names.field(step.field), shown(step.from), shown(step.to));
    case 'merge':
      return words.merge(step.ids.map(shown));
    case 'apart':
      return words.apart(step.ids.map(shown));
    case 'override':
      return sayOverride(view, step);
    default:
      return step satisfies never;
  }
}

/** Instead of whatever somebody corrected, while names are masked: it is theirs, and no column of a file. */
const MASKED = '***';

function sayOverride({ state, t }: View, { id, scheme, segment, reason }: Override): string {
  const found = state.results?.whole.schemes.find((one) => one.id === scheme);
  const name = found?.segments.find(({ code }) => code === segment)?.name;
  return t.byHand.step(
    state.isMasked ? MASKED : id,
    t.names.segment(segment, name),
    t.names.scheme(scheme, found?.name),
    reason,
  );
}

function history({ state, t, act }: View): TemplateResult {
  const words = t.identify.corrections;
  const { past, future } = state.curation;
  return html`<button
      type="button"
      class="button"
      aria-disabled=${past.length === 0 ? 'true' : 'false'}
      @click=${act.curate.undo}
    >${words.undo}</button>
    <button
      type="button"
      class="button"
      aria-disabled=${future.length === 0 ? 'true' : 'false'}
      @click=${act.curate.redo}
    >${words.redo}</button>`;
}

function savedNote({ state, t }: View): TemplateResult | typeof nothing {
  const { saved } = state.curation;
  if (saved === null) return nothing;
  return html`<p class="saved" data-saved tabindex="-1">${t.identify.corrections.saved(saved)}</p>`;
}

/** At the bottom of every part while something waits; after applying it says what that brought. */
export function applyBar(view: View): TemplateResult {
  const { state, t, act } = view;
  const words = t.identify.corrections;
  const { saved, section, future } = state.curation;
  const count = pendingCount(state.curation);
  const isSaid = count === 0 && saved !== null && section !== 'corrections';
  // What was undone can be redone from here, also when nothing waits any more.
  const isOpen = count > 0 || (future.length > 0 && section !== 'corrections');
  // The button goes away while it has the focus; what came of it is said where the focus goes.
  const apply = (event: Event) => {
    const bar = (event.currentTarget as Element).parentElement;
    bar?.querySelector<HTMLElement>('[data-said]')?.focus();
    act.curate.apply();
  };
  // The region is always there, so that what changes in it is heard.
  return html`<div class=${isOpen || isSaid ? 'apply-bar' : 'apply-bar empty'}>
    <p role="status" class="grow" data-said tabindex="-1">${count > 0 ? words.bar(count) : isSaid ? words.saved(saved) : nothing}</p>
    ${isOpen ? history(view) : nothing}
    ${
      count > 0
        ? html`${
            section === 'corrections'
              ? nothing
              : html`<button type="button" class="button" @click=${() => act.curate.open('corrections')}>${words.review}</button>`
          }
            <button type="button" class="button primary" data-apply @click=${apply}>${words.apply(count)}</button>`
        : nothing
    }
  </div>`;
}
