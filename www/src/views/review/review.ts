// The second half of the room Interact: mounts <ct-review>, and says again what it says.

import { html, nothing, type TemplateResult } from 'lit';
import type {
  ChangeRecipeEvent,
  SelectFilterEvent,
  SetByHandEvent,
  TravelEvent,
} from '../differentiate/contract.ts';
import { saving } from '../save-file.ts';
import type { View } from '../view.ts';

export function review(view: View): TemplateResult | typeof nothing {
  const { differentiate: props, t, act } = view;
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
    @save-file=${saving(view)}
  ></ct-review>`;
}
