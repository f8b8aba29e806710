// The whole screen: bar, stages, messages, and the room that is open.

import { html, nothing, type TemplateResult } from 'lit';
import './differentiate/index.ts';
import './interact/index.ts';
import './review/index.ts';
import { isRerun } from '../state/state.ts';
import { chips, controls } from './controls.ts';
import { customize } from './customize/customize.ts';
import type {
  ChangeRecipeEvent,
  ListCustomersEvent,
  SelectFilterEvent,
  SetByHandEvent,
  TravelEvent,
} from './differentiate/contract.ts';
import { first } from './first.ts';
import { identify } from './identify/identify.ts';
import { interact } from './interact.ts';
import { mapping } from './mapping/mapping.ts';
import { notices } from './notices.ts';
import { paste } from './paste.ts';
import { proof } from './proof.ts';
import { reading, rerunBar, spoken } from './reading.ts';
import { sharing } from './review/sharing.ts';
import { stages } from './stages.ts';
import { topBar } from './top-bar.ts';
import type { View } from './view.ts';

export function frame(view: View): TemplateResult {
  const { state, t } = view;
  const isAgain = isRerun(state);
  const hasRooms = state.phase === 'ready' || isAgain;
  return html`<div class="frame" lang=${t.lang} part="frame">
    ${topBar(view)}
    ${hasRooms ? html`<div class="second">${stages(view)}${controls(view)}</div>` : nothing}
    <div class="visually-hidden" role="status" aria-live="polite">${spoken(view)}</div>
    ${isAgain ? rerunBar(view) : nothing} ${notices(view)} ${hasRooms ? chips(view) : nothing}
    <main class="room" part="main" aria-busy=${state.isPending || isAgain ? 'true' : 'false'}>${room(view)}</main>
    <slot name="footer"></slot>
    ${proof(view)} ${paste(view)} ${sharing(view)}
    ${view.isDropTarget ? html`<div class="drop-cover" aria-hidden="true">${t.frame.dropAnywhere}</div>` : nothing}
  </div>`;
}

/** What is open, by name: when it changes, the focus goes to the new heading. */
export function screenOf(state: View['state']): string {
  const { phase, stage } = state;
  if (isRerun(state)) return stage;
  return phase === 'ready' ? stage : phase === 'importing' ? 'reading' : phase;
}

function room(view: View): TemplateResult | typeof nothing {
  const { phase } = view.state;
  if (isRerun(view.state)) return open(view);
  switch (phase) {
    case 'empty':
      return first(view);
    case 'reading':
    case 'importing':
      return reading(view);
    case 'mapping':
      return mapping(view);
    case 'ready':
      return open(view);
    default:
      return phase satisfies never;
  }
}

function open(view: View): TemplateResult | typeof nothing {
  switch (view.state.stage) {
    case 'differentiate':
      return differentiate(view);
    case 'identify':
      return identify(view);
    case 'interact':
      return interact(view);
    default:
      return customize(view);
  }
}

function differentiate({ differentiate: props, t, act }: View): TemplateResult | typeof nothing {
  if (!props) return nothing;
  return html`<ct-differentiate
      role="region"
      aria-label=${t.frame.stages.differentiate}
      data-heading
      tabindex="-1"
      .props=${props}
      @select-filter=${(event: SelectFilterEvent) => act.select(event.filter)}
      @list-customers=${(event: ListCustomersEvent) => act.list(event.listed)}
      @change-recipe=${(event: ChangeRecipeEvent) => act.change(event.changes, event.gesture)}
      @set-by-hand=${(event: SetByHandEvent) => setByHand(event, act)}
      @travel=${(event: TravelEvent) => act.travel(event.way)}
      @add-files=${act.chooseFiles}
    ></ct-differentiate>`;
}

// It holds a customer's id: it goes no further than this.
function setByHand(event: SetByHandEvent, { curate }: View['act']): void {
  event.stopPropagation();
  curate.settle(event.step, event.isSet);
}
