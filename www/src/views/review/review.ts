// The second half of the room Interact: mounts <ct-review>, and says again what it says.

import { html, nothing, type TemplateResult } from 'lit';
import type {
  ChangeRecipeEvent,
  SelectFilterEvent,
  SetByHandEvent,
  TravelEvent,
} from '../differentiate/contract.ts';
import type { View } from '../view.ts';
import type { SaveFileEvent } from './contract.ts';

export function review({ differentiate: props, t, act }: View): TemplateResult | typeof nothing {
  if (!props) return nothing;
  return html`<ct-review
    role="region"
    aria-label=${t.review.tabs.label}
    .props=${props}
    @select-filter=${(event: SelectFilterEvent) => {
      act.select(event.filter);
      act.go('differentiate');
    }}
    @set-by-hand=${(event: SetByHandEvent) => {
      // It holds a customer's id: it goes no further than this.
      event.stopPropagation();
      act.curate.settle(event.step, event.isSet);
    }}
    @travel=${(event: TravelEvent) => act.travel(event.way)}
    @change-recipe=${(event: ChangeRecipeEvent) => act.change(event.changes, event.gesture)}
    @save-file=${(event: SaveFileEvent) => {
      event.stopPropagation();
      act.saveFile(event.blob, event.name);
    }}
  ></ct-review>`;
}
