// The proof that nothing leaves the page: counts, the policy in force, and how to check it without believing us.

import { html, type TemplateResult } from 'lit';
import * as icon from './icons.ts';
import type { View } from './view.ts';

export function proof(view: View): TemplateResult {
  const { t, act, state } = view;
  const words = t.frame.proof;
  return html`<dialog class="proof" aria-labelledby="proof-title" @close=${() => act.proof(false)}>
    <div class="row">
      <h2 id="proof-title" class="grow">${words.title}</h2>
      <button type="button" class="button icon quiet" aria-label=${t.frame.close} @click=${() => act.proof(false)}>
        ${icon.cross}
      </button>
    </div>
    <dl class="proof-counts">
      <div>
        <dt>${words.requests}</dt>
        <dd class="number">${t.integer(state.requests + state.workerRequests)}</dd>
      </div>
      <div>
        <dt>${words.violations}</dt>
        <dd class="number">${t.integer(state.violations)}</dd>
      </div>
    </dl>
    <p class="muted small">${words.hostNote}</p>
    <h3>${words.how}</h3>
    <ol class="steps">${words.steps.map((step) => html`<li>${step}</li>`)}</ol>
    ${details(view)}
    <p class="muted small">${words.limits}</p>
  </dialog>`;
}

function details({ t, facts }: View): TemplateResult {
  const words = t.frame.proof;
  return html`<h3>${words.policy}</h3>
    <p class="code" tabindex="0">${facts.policy || words.noPolicy}</p>
    <dl class="facts small">
      <dt>${words.hash}</dt>
      <dd class="hash">${facts.wasmHash}</dd>
      <dt>${words.version}</dt>
      <dd>${facts.version}</dd>
      <dt>${words.engine}</dt>
      <dd>${words.engines[facts.engine]}</dd>
    </dl>`;
}
