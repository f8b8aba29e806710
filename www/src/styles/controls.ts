// Buttons, fields and chips.

import { css } from 'lit';

export const controls = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--_s2);
    min-height: var(--_control-height);
    padding: 0 var(--_s3);
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    background: var(--_surface);
    font-weight: 500;
    line-height: 1.3;
    text-decoration: none;
    white-space: nowrap;
    cursor: pointer;
    transition:
      background var(--_motion),
      border-color var(--_motion);
  }
  .button:hover {
    background: var(--_sunken);
  }
  .button.primary {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .button.primary:hover {
    background: color-mix(in oklch, var(--_accent) 90%, var(--_text));
  }
  .button.quiet {
    border-color: transparent;
    background: none;
    color: var(--_accent);
  }
  .button.quiet:hover {
    background: var(--_hover);
  }
  .button.icon {
    width: var(--_control-height);
    padding: 0;
  }
  .button[aria-pressed='true'],
  .button[aria-current='true'] {
    border-color: var(--_accent);
    background: var(--_accent-soft);
  }
  .button:disabled,
  .button[aria-disabled='true'] {
    border-color: var(--_line);
    background: none;
    color: var(--_muted);
    cursor: default;
  }
  .link {
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }

  .field {
    min-height: var(--_control-height);
    padding: 0 var(--_s2);
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .field::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .field:focus-visible {
    outline-offset: 0;
    border-color: var(--_accent);
  }
  select.field {
    min-width: 0;
    max-width: 100%;
    padding-inline-end: var(--_s1);
  }
  .label {
    display: inline-flex;
    max-width: 100%;
    align-items: center;
    gap: var(--_s2);
    font-size: var(--_fs-13);
    color: var(--_muted);
  }
  .label > * {
    color: var(--_text);
  }
  input[type='checkbox'],
  input[type='radio'],
  input[type='range'] {
    accent-color: var(--_accent);
  }

  .chip {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 24px;
    padding: 0 var(--_s2);
    border: 1px solid var(--_line);
    border-radius: 999px;
    background: var(--_surface);
    font-size: var(--_fs-13);
    line-height: 1.3;
    white-space: nowrap;
  }
  .chip .swatch,
  .swatch {
    flex: none;
    width: 10px;
    height: 10px;
    border-radius: 3px;
    background: var(--_mark, var(--_accent));
  }
  .with-swatch {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-width: 0;
  }
  .chip.removable {
    padding-inline-end: 0;
    border-color: var(--_accent);
    background: var(--_accent-soft);
  }
  .chip .remove {
    display: grid;
    place-content: center;
    width: 26px;
    height: 26px;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: none;
    line-height: 1;
    cursor: pointer;
  }
  .chip .remove:hover {
    background: var(--_hover);
  }
`;
