// A place to paste rows into: it asks for no permission, and works where the clipboard cannot be read by a button.

import { html, type TemplateResult } from 'lit';
import type { View } from './view.ts';

export function paste({ t, act }: View): TemplateResult {
  const words = t.frame.paste;
  // No form: a sandboxed frame may not submit any.
  const use = (event: Event) => {
    const field = (event.target as Element).closest('dialog')?.querySelector('textarea');
    if (!field) return;
    if (act.takeText(field.value)) field.value = '';
    else field.setCustomValidity(words.wrong);
    field.reportValidity();
  };
  // What is wrong is said until something else is typed.
  const onInput = (event: Event) => (event.target as HTMLTextAreaElement).setCustomValidity('');
  return html`<dialog class="paste" aria-labelledby="paste-title" @close=${() => act.paste(false)}>
    <h2 id="paste-title">${words.title}</h2>
    <p class="muted">${words.lead}</p>
    <div class="paste-form">
      <textarea class="field paste-text" rows="8" wrap="off" aria-label=${words.label} @input=${onInput}></textarea>
      <div class="row">
        <span class="grow"></span>
        <button type="button" class="button" @click=${() => act.paste(false)}>${t.frame.cancel}</button>
        <button type="button" class="button primary" data-use @click=${use}>${words.use}</button>
      </div>
    </div>
  </dialog>`;
}
