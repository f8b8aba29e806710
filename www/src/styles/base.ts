// What every view shares: type, buttons, fields, chips, tables, focus. Classes are documented by their names.

import { css } from 'lit';
import { controls } from './controls.ts';

export const base = css`
  :host {
    font: 400 var(--_fs-14) / 1.5 var(--_font);
    color: var(--_text);
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h1 {
    font-size: var(--_fs-28);
    font-weight: 600;
    line-height: 1.25;
    letter-spacing: -0.01em;
  }
  h2 {
    font-size: var(--_fs-20);
    font-weight: 600;
    line-height: 1.3;
  }
  h3 {
    font-size: var(--_fs-16);
    font-weight: 600;
    line-height: 1.4;
  }
  h4 {
    font-size: var(--_fs-14);
    font-weight: 600;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  .muted {
    color: var(--_muted);
  }
  .small {
    font-size: var(--_fs-13);
  }
  .tiny {
    font-size: var(--_fs-12);
  }
  .number {
    font-variant-numeric: tabular-nums;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  ${controls}

  .table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--_fs-13);
    line-height: 1.3;
    font-variant-numeric: tabular-nums;
  }
  .table th,
  .table td {
    padding: 7px var(--_s2);
    border-bottom: 1px solid var(--_line);
    text-align: start;
  }
  .table th {
    color: var(--_muted);
    font-size: var(--_fs-12);
    font-weight: 500;
    vertical-align: bottom;
  }
  .table tbody th {
    color: inherit;
    font-size: inherit;
    font-weight: 400;
    vertical-align: inherit;
  }
  .table .end {
    text-align: end;
  }
  /* A figure stays in one piece: 8.37万 */
  .table td.end {
    white-space: nowrap;
  }
  .table tr > :first-child {
    padding-inline-start: 0;
  }
  .table tr > :last-child {
    padding-inline-end: 0;
  }
  /* Columns of words: on a phone they scroll sideways before every word has a line of its own. */
  .table.wordy {
    min-width: 44em;
  }
  .scroll-x {
    overflow-x: auto;
  }

  .panel {
    min-width: 0;
    padding: var(--_s4);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-large);
    background: var(--_surface);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_s2);
  }
  .grow {
    flex: 1;
    min-width: 0;
  }
  .notice {
    padding: var(--_s2) var(--_s3);
    border-inline-start: 3px solid var(--_warn);
    border-radius: 2px;
    background: var(--_sunken);
    font-size: var(--_fs-13);
  }
  .notice.bad {
    border-color: var(--_bad);
  }
  @media print {
    .no-print {
      display: none !important;
    }
  }
`;
