// The dialog of files for others; what is in it is made only while it is open.

import { html, nothing, type TemplateResult } from 'lit';
import * as icon from '../icons.ts';
import { saving } from '../save-file.ts';
import type { View } from '../view.ts';

export function sharing(view: View): TemplateResult {
  const { differentiate: props, state, t, act } = view;
  const words = t.sharing;
  return html`<dialog class="proof sharing" aria-labelledby="sharing-title" @close=${() => act.sharing(false)}>
    <div class="row">
      <h2 id="sharing-title" class="grow">${words.title}</h2>
      <button type="button" class="button icon quiet" aria-label=${t.frame.close} @click=${() => act.sharing(false)}>${icon.cross}</button>
    </div>
    ${
      state.isSharingOpen && props
        ? html`<ct-sharing
            .props=${props}
            @save-file=${saving(view)}
          ></ct-sharing>`
        : nothing
    }
  </dialog>`;
}
