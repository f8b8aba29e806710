// Customize: the room as the frame draws it.

import { html, nothing, type TemplateResult } from 'lit';
import './index.ts';
import type { ChangeRecipeEvent, SelectFilterEvent } from '../differentiate/contract.ts';
import { saving } from '../save-file.ts';
import type { View } from '../view.ts';

export function customize(view: View): TemplateResult | typeof nothing {
  const { state, t, act, differentiate: props } = view;
  if (!state.results || !props) return nothing;
  return html`<ct-customize
    role="region"
    aria-label=${t.frame.stages.customize}
    data-heading
    tabindex="-1"
    .props=${props}
    .tiers=${state.results.offers.tiers}
    @change-recipe=${(event: ChangeRecipeEvent) => act.change(event.changes, event.gesture)}
    @select-filter=${(event: SelectFilterEvent) => {
      act.select(event.filter);
      act.go('differentiate');
    }}
    @save-file=${saving(view)}
  ></ct-customize>`;
}
