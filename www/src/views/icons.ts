// Small drawings, in the colour of the text around them.

import { html, svg, type TemplateResult } from 'lit';

const drawn = (paths: TemplateResult) => html`<svg
  class="icon"
  viewBox="0 0 16 16"
  width="16"
  height="16"
  fill="none"
  stroke="currentColor"
  stroke-width="1.5"
  stroke-linecap="round"
  stroke-linejoin="round"
  aria-hidden="true"
>${paths}</svg>`;

export const lock = drawn(svg`<path d="M4 7h8v6.5H4zM5.5 7V5a2.5 2.5 0 0 1 5 0v2" />`);
export const cross = drawn(svg`<path d="m4.5 4.5 7 7m0-7-7 7" />`);
export const down = drawn(svg`<path d="m4.5 6.5 3.5 3.5 3.5-3.5" />`);
export const arrival = drawn(svg`<path d="M8 2v8m-3-3 3 3 3-3M2.5 10.5v3h11v-3" />`);
export const departure = drawn(svg`<path d="M8 10V2.5m-3 3 3-3 3 3M2.5 10.5v3h11v-3" />`);
export const tick = drawn(svg`<path d="m3.5 8.5 3 3 6-7" />`);
export const gear = drawn(
  svg`<path d="M2.5 4.5h6m4 0h1m-11 7h1m4 0h6" /><circle cx="10.5" cy="4.5" r="1.75" /><circle cx="5.5" cy="11.5" r="1.75" />`,
);
export const sheet = drawn(svg`<path d="M3 2.5h10v11H3zM3 6h10M3 9.75h10M7 6v7.5" />`);

/** The product's mark: three tiers. */
export const mark = html`<svg class="mark-icon" viewBox="0 0 16 16" width="18" height="18" aria-hidden="true">
  ${svg`<path d="M6 2h4v3H6zM4 6.5h8v3H4zM2 11h12v3H2z" fill="currentColor" />`}
</svg>`;
