// While files are read: name, rows, speed, bar, cancel.

import { html, nothing, type TemplateResult } from 'lit';
import type { State } from '../state/state.ts';
import { obeyedText } from './first.ts';
import type { View } from './view.ts';

export function reading(view: View): TemplateResult {
  const { state, t, act } = view;
  const words = t.frame.reading;
  const progress = state.work?.progress;
  return html`<div class="reading">
    <h1 class="reading-title" data-heading tabindex="-1">
      ${state.phase === 'importing' ? words.importing : words.opening}
      <span class="reading-name">${state.work?.name}</span>
    </h1>
    ${
      progress
        ? html`<progress
            aria-label=${words.importing}
            max=${Math.max(1, progress.bytes_total)}
            .value=${progress.bytes_done}
          ></progress>`
        : html`<progress aria-label=${words.opening}></progress>`
    }
    <p class="reading-figures number muted">${progress ? figures(view) : nothing}</p>
    <button type="button" class="button" @click=${act.cancel}>${t.frame.cancel}</button>
  </div>`;
}

function figures({ state, t }: View): TemplateResult | typeof nothing {
  const { work } = state;
  if (!work?.progress) return nothing;
  const words = t.frame.reading;
  const { rows, bytes_done, bytes_total } = work.progress;
  const seconds = (work.now - work.started) / 1000;
  return html`<span>${words.rowsSoFar(rows)}</span>
    ${seconds > 0.3 && rows > 0 ? html`<span>${words.speed(rows / seconds)}</span>` : nothing}
    ${bytes_total > 0 ? html`<span>${words.bytes(bytes_done, bytes_total)}</span>` : nothing}`;
}

/** Above a room that stays open while its files are read again. */
export function rerunBar({ state, t, act }: View): TemplateResult {
  const progress = state.work?.progress;
  return html`<div class="rerun"><div class="rerun-body">
    <span class="small">${t.identify.rerun}</span>
    <progress
      aria-label=${t.identify.rerun}
      max=${Math.max(1, progress?.bytes_total ?? 1)}
      .value=${progress?.bytes_done ?? 0}
    ></progress>
    <button type="button" class="button" @click=${act.cancel}>${t.frame.cancel}</button>
  </div></div>`;
}

/** What is said aloud: few words, and seldom. */
export function spoken({ state, t }: View): string {
  const words = t.frame.reading;
  switch (state.phase) {
    case 'reading':
      return `${words.opening} ${state.work?.name ?? ''}`;
    case 'importing':
      return `${words.importing} ${quarter(state, words.percent)}`;
    case 'ready':
      return state.results ? t.frame.customers(state.results.overview.customers) : '';
    case 'empty':
      return obeyedText(state, t);
    default:
      return '';
  }
}

function quarter({ work }: State, percent: (share: number) => string): string {
  const progress = work?.progress;
  if (!progress || progress.bytes_total === 0) return '';
  return percent(Math.floor((4 * progress.bytes_done) / progress.bytes_total) / 4);
}
