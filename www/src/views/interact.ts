// The room Interact: mounts <ct-interact>, and says again what it says.

import { html, nothing, type TemplateResult } from 'lit';
import { tierClass } from '../styles/marks.ts';
import type {
  ChangeRecipeEvent,
  SelectFilterEvent,
  SetByHandEvent,
  TravelEvent,
} from './differentiate/contract.ts';
import { saving } from './save-file.ts';
import type { View } from './view.ts';

export function interact(view: View): TemplateResult | typeof nothing {
  const { differentiate: props, t, act } = view;
  if (!props) return nothing;
  return html`<ct-interact
    role="region"
    aria-label=${t.frame.stages.interact}
    data-heading
    tabindex="-1"
    .props=${props}
    @select-filter=${(event: SelectFilterEvent) => {
      act.select(event.filter);
      act.go('differentiate');
    }}
    @change-recipe=${(event: ChangeRecipeEvent) => act.change(event.changes, event.gesture)}
    @set-by-hand=${(event: SetByHandEvent) => {
      // It holds a customer's id: it goes no further than this.
      event.stopPropagation();
      act.curate.settle(event.step, event.isSet);
    }}
    @travel=${(event: TravelEvent) => act.travel(event.way)}
    @save-file=${saving(view)}
  ></ct-interact>`;
}

/** A tier with its colour and name, as on every chart. */
export function tierName({ state, t }: View, code: string, at: number): TemplateResult {
  const tiers = state.results?.summary.tiers ?? [];
  const own = tiers.find((tier) => tier.code === code)?.name;
  return html`<span class="tier ${tierClass(at, tiers.length)}"><span class="swatch"></span>${t.names.segment(code, own)}</span>`;
}
