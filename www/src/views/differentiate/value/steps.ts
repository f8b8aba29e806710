// Customers in steps of one width: the bars of the chance to be alive and of the lifetime value.

import { html, type TemplateResult } from 'lit';
import { rove } from '../../../charts/roving.ts';
import { vars } from '../../../charts/vars.ts';

/** One bar: its height, the sentence it holds, and the label under its left edge ('' for none). */
export interface Step {
  readonly count: number;
  readonly tip: string;
  readonly label: string;
}

/** @param end the label under the right edge */
export function stepBars(name: string, steps: readonly Step[], end: string): TemplateResult {
  const most = Math.max(1, ...steps.map((step) => step.count));
  return html`<div class="hist">
    <div class="hist-bars still" role="group" aria-label=${name} @keydown=${rove()}>
      ${steps.map(
        (step, index) => html`<span
          class="hist-bar"
          role="img"
          data-cell
          tabindex=${index === 0 ? 0 : -1}
          aria-label=${step.tip}
          data-tip=${step.tip}
          ${vars({ h: step.count / most, ghost: 0 })}
        ></span>`,
      )}
    </div>
    <div class="hist-axis" aria-hidden="true">
      ${steps.map((step, index) =>
        step.label ? html`<span ${vars({ x: index / steps.length })}>${step.label}</span>` : '',
      )}
      <span ${vars({ x: 1 })}>${end}</span>
    </div>
  </div>`;
}
