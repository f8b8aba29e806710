// The first screen: one sentence, one inviting place to drop a file, three lines of proof. Nothing else.

import { html, nothing, type TemplateResult } from 'lit';
import { sentences } from '../charts/figure.ts';
import * as icon from './icons.ts';
import type { View } from './view.ts';

export function first({ state, t, act }: View): TemplateResult {
  const words = t.frame.first;
  const obeyed = obeyedText(state, t);
  return html`<div class="first">
    <div class="first-words">
      <h1 data-heading tabindex="-1">${words.headline}</h1>
      <p class="lead">${words.lead}</p>
    </div>
    ${obeyed ? html`<p class="notice" data-obeyed>${obeyed}</p>` : nothing}
    <slot name="empty">
      <div class="drop" part="drop">
        <span class="drop-icon">${icon.arrival}</span>
        <p class="drop-word">${words.drop}</p>
        <p class="muted small">${words.kinds}</p>
        <div class="row drop-buttons">
          <button type="button" class="button primary large" @click=${act.chooseFiles}>${words.choose}</button>
          <button type="button" class="button large" data-paste @click=${() => act.paste(true)}>${words.paste}</button>
          <button type="button" class="button large" data-sample @click=${act.trySample}>${words.sample}</button>
        </div>
      </div>
    </slot>
    <slot name="privacy-note">
      <ul class="proof-lines">
        ${words.proof.map((line) => html`<li>${icon.tick}<span>${line}</span></li>`)}
      </ul>
      <button type="button" class="link small proof-link" @click=${() => act.proof(true)}>${words.proofLink}</button>
    </slot>
  </div>`;
}

/** That a recipe or corrections were loaded; '' when none were. */
export function obeyedText({ obeyed }: View['state'], t: View['t']): string {
  return sentences(
    obeyed.map((kind) => t.frame.first.obeyed[kind]),
    t,
  );
}
