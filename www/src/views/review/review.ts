// The second half of the room Interact: mounts <ct-review>, and says again what it says.

import { html, nothing, type TemplateResult } from 'lit';
import type { ChangeRecipeEvent } from '../differentiate/contract.ts';
import type { View } from '../view.ts';
import type { SaveFileEvent } from './contract.ts';

export function review({ differentiate: props, t, act }: View): TemplateResult | typeof nothing {
  if (!props) return nothing;
  return html`<ct-review
    role="region"
    aria-label=${t.review.tabs.label}
    .props=${props}
    @change-recipe=${(event: ChangeRecipeEvent) => act.change(event.changes, event.gesture)}
    @save-file=${(event: SaveFileEvent) => {
      event.stopPropagation();
      act.saveFile(event.blob, event.name);
    }}
  ></ct-review>`;
}
