// Design tokens: the only place with colours, sizes and distances. A host sets `--ct-accent`, `--ct-font`, `--ct-radius`,
// `--ct-space` and `--ct-color-tier-1` … `-10`; everything inside uses the private names that start with `--_`.
//
// Colours: page, surface, sunken, line (hairlines), control (borders of inputs), muted, text, accent, on-accent, accent-soft,
// bad, warn, good, tier-1 … tier-5, {growing,loyal,care,slipping,lost}-{1,2,3}.
// Type, in px because a host's `html { font-size: 62.5% }` must not shrink it: --_fs-12 … --_fs-28. Space: --_s1 (4 px), --_s2 (8), --_s3 (12), --_s4 (16), --_s6 (24), --_s8 (32), --_s12 (48).

import { css, unsafeCSS } from 'lit';
import { DARK, declarations, LIGHT } from './palette.ts';

// Strings of our own palette, no input of anyone.
const light = unsafeCSS(declarations(LIGHT));
const dark = unsafeCSS(declarations(DARK));

export const tokens = css`
  :host {
    ${light}
    --_scheme: light;
    --_shadow: 0 1px 2px oklch(0.2 0.02 264 / 0.08), 0 8px 28px oklch(0.2 0.02 264 / 0.16);
  }
  @media (prefers-color-scheme: dark) {
    :host(:not([theme='light'])) {
      ${dark}
      --_scheme: dark;
      --_shadow: 0 1px 2px oklch(0 0 0 / 0.5), 0 8px 28px oklch(0 0 0 / 0.55);
    }
  }
  :host([theme='dark']) {
    ${dark}
    --_scheme: dark;
    --_shadow: 0 1px 2px oklch(0 0 0 / 0.5), 0 8px 28px oklch(0 0 0 / 0.55);
  }
  :host {
    --_font: var(
      --ct-font,
      system-ui,
      -apple-system,
      'Segoe UI',
      'PingFang SC',
      'Hiragino Sans GB',
      'Microsoft YaHei',
      'Noto Sans SC',
      'Noto Sans CJK SC',
      sans-serif
    );
    --_fs-12: 12px;
    --_fs-13: 13px;
    --_fs-14: 14px;
    --_fs-16: 16px;
    --_fs-20: 20px;
    --_fs-28: 28px;

    --_s1: var(--ct-space, 4px);
    --_s2: calc(2 * var(--_s1));
    --_s3: calc(3 * var(--_s1));
    --_s4: calc(4 * var(--_s1));
    --_s6: calc(6 * var(--_s1));
    --_s8: calc(8 * var(--_s1));
    --_s12: calc(12 * var(--_s1));

    --_radius: var(--ct-radius, 6px);
    --_radius-large: calc(var(--_radius) * 5 / 3);
    --_row-height: 36px;
    --_control-height: 32px;
    --_motion: 150ms;

    --_accent-soft: color-mix(in oklch, var(--_accent) 12%, var(--_surface));
    --_hover: color-mix(in oklch, var(--_text) 5%, transparent);
    color-scheme: var(--_scheme);
  }
  :host([density='compact']) {
    --_row-height: 28px;
    --_control-height: 28px;
  }
  @media (prefers-reduced-motion: reduce) {
    :host {
      --_motion: 0ms;
    }
  }
`;
