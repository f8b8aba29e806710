// The four stages: tabs on a wide screen, a bar at the bottom of a narrow one. Always reachable.

import { html, nothing, type TemplateResult } from 'lit';
import { STAGES, type Stage } from '../state/state.ts';
import type { View } from './view.ts';

export function stages(view: View): TemplateResult {
  const { t, act, state } = view;
  const tab = (stage: Stage, at: number) => html`<li>
    <button
      type="button"
      class="stage"
      aria-current=${state.stage === stage ? 'page' : 'false'}
      @click=${() => act.go(stage)}
    >
      <span class="stage-name"><span class="stage-number" aria-hidden="true">${at + 1}</span>${t.frame.stages[stage]}</span>
      <span class="stage-state number">${stateOf(stage, view)}</span>
    </button>
  </li>`;
  return html`<nav class="stages" aria-label=${t.frame.stagesLabel} part="stages">
    <ol>${STAGES.map(tab)}</ol>
  </nav>`;
}

function stateOf(stage: Stage, { state, t }: View): string | typeof nothing {
  const { results } = state;
  if (!results) return nothing;
  switch (stage) {
    case 'identify': {
      const left = results.summary.rows_rejected;
      return left > 0 ? t.frame.state.rowsLeftOut(left) : t.frame.state.allRowsUsed;
    }
    case 'differentiate':
      return t.frame.state.customers(results.summary.customers);
    case 'interact':
      return t.frame.state.strategies(
        results.plan.tiers.filter(({ strategy }) => strategy !== null).length,
      );
    case 'customize':
      return t.frame.state.tiers(results.offers.tiers.length);
    default:
      return stage satisfies never;
  }
}
