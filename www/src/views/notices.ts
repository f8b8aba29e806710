// Messages about what could not be done: where, what, and how to go on. They stay until they are taken away.

import { html, type TemplateResult } from 'lit';
import { failureMessage } from '../i18n/messages.ts';
import type { Notice } from '../state/state.ts';
import * as icon from './icons.ts';
import type { View } from './view.ts';

/** Failures after which another file is the way on. */
const CHOOSABLE = /^(file\.|recipe\.not_json|sheet\.)/;

export function notices(view: View): TemplateResult {
  // The region is always there: a screen reader only hears what changes inside one it knows.
  return html`<div class="notices" role="alert" aria-label=${view.t.frame.noticesLabel} part="notices">
    ${view.state.notices.map((notice) => one(view, notice))}
  </div>`;
}

function one({ t, act }: View, { id, failure }: Notice): TemplateResult {
  const { what, next } = failureMessage(t.failures, failure);
  const { file, sheet } = failure;
  return html`<div class="notice bad message">
    <div class="grow">
      ${file ? html`<p class="where">${t.frame.inFile(file, sheet)}</p>` : null}
      <p>${what}</p>
      <p class="muted">${next}</p>
      ${
        CHOOSABLE.test(failure.code)
          ? html`<button type="button" class="link" @click=${act.chooseFiles}>${t.frame.chooseOther}</button>`
          : null
      }
    </div>
    <button type="button" class="button icon quiet" aria-label=${t.frame.dismiss} @click=${() => act.dismiss(id)}>
      ${icon.cross}
    </button>
  </div>`;
}
