// The screen of questions.

import { css } from 'lit';

export const mappingStyles = css`
  .mapped {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_s3);
  }
  .mapped-name {
    font-size: var(--_fs-16);
    overflow-wrap: anywhere;
  }
  .sample-frame {
    border: 1px solid var(--_line);
    border-radius: var(--_radius-large);
    background: var(--_surface);
  }
  .sample tr > :first-child {
    padding-inline-start: var(--_s3);
  }
  .sample tr > :last-child {
    padding-inline-end: var(--_s3);
  }
  .sample td {
    max-width: 20em;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .sample th {
    min-width: 128px;
    padding-top: var(--_s3);
    background: var(--_sunken);
    vertical-align: top;
  }
  .sample tbody tr:last-child td {
    border-bottom: 0;
  }
  .sample th.asked {
    background: color-mix(in oklab, var(--_warn) 12%, var(--_surface));
    box-shadow: inset 0 2px var(--_warn);
  }
  .header-text {
    display: block;
    max-width: 18em;
    overflow: hidden;
    margin-bottom: 6px;
    color: var(--_text);
    font-size: var(--_fs-13);
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .role {
    min-height: 28px;
    width: 100%;
    font-size: var(--_fs-12);
  }
  .given .role {
    border-color: var(--_accent);
    background: var(--_accent-soft);
  }
  .free .role {
    color: var(--_muted);
  }
  .sample th.row-number {
    min-width: 0;
    width: 1%;
    padding-inline: var(--_s1);
    font-weight: 400;
  }
  .sample tbody th.row-number {
    padding-block: 0;
    background: var(--_sunken);
  }
  .row-number .button {
    min-width: 32px;
    min-height: 28px;
    padding: 0 var(--_s1);
    color: var(--_muted);
    font-size: var(--_fs-12);
    font-variant-numeric: tabular-nums;
  }
  .row-number .button:hover {
    color: var(--_accent);
  }
  .encodings {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(220px, 100%), 1fr));
    gap: var(--_s2);
  }
  .encoding {
    display: grid;
    align-content: start;
    gap: 2px;
    min-width: 0;
    padding: var(--_s2) var(--_s3);
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    background: var(--_surface);
    text-align: start;
    cursor: pointer;
  }
  .encoding:hover {
    background: var(--_sunken);
  }
  .encoding[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_accent-soft);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .encoding-name {
    color: var(--_muted);
    font-size: var(--_fs-12);
  }
  .encoding-line {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .lined-up {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_s2);
  }
  .ruler-frame {
    padding: var(--_s2) var(--_s3) var(--_s3);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-large);
    background: var(--_surface);
  }
  .ruler {
    position: relative;
    width: calc(var(--last) * 1ch);
    font-family: ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace;
    font-size: var(--_fs-14);
    line-height: 24px;
    cursor: text;
    touch-action: manipulation;
    user-select: none;
  }
  .ruler-ticks {
    position: relative;
    height: 24px;
    color: var(--_muted);
    font-size: var(--_fs-14);
  }
  .ruler-tick {
    position: absolute;
    inset-inline-start: calc(var(--from) * 1ch);
    font-style: normal;
  }
  .ruler-line {
    position: relative;
    min-height: 24px;
    white-space: pre;
  }
  .ruler-wide {
    display: inline-block;
    width: calc(var(--wide) * 1ch);
    height: 24px;
    vertical-align: top;
  }
  .ruler-column,
  .ruler-place {
    position: absolute;
    inset-block: 0;
    inset-inline-start: calc(var(--from) * 1ch);
  }
  .ruler-column {
    width: calc(var(--width) * 1ch);
    border-inline-start: 1px solid var(--_accent);
  }
  .ruler-column:nth-of-type(even) {
    background: var(--_accent-soft);
  }
  .ruler-place {
    width: 1ch;
    background: var(--_hover);
    border-inline-start: 2px solid transparent;
  }
  .ruler:focus-visible .ruler-place {
    border-color: var(--_text);
  }
  .ruler-at {
    min-width: 6em;
    text-align: center;
    font-variant-numeric: tabular-nums;
  }
  .sheets {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .sheet {
    display: inline-flex;
    align-items: center;
    gap: var(--_s1);
    min-height: 28px;
    margin-inline-end: var(--_s3);
    overflow-wrap: anywhere;
  }
  .question {
    display: grid;
    gap: var(--_s2);
    padding: var(--_s3) var(--_s4);
    border-inline-start: 3px solid var(--_warn);
    border-radius: 2px;
    background: var(--_surface);
  }
  .question-title {
    font-weight: 500;
  }
  .doubt {
    margin-inline-end: var(--_s2);
    color: var(--_warn);
    font-size: var(--_fs-12);
  }
  .mapping-confirm {
    position: sticky;
    bottom: 0;
    z-index: 4;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_s2);
    padding: var(--_s3) 0;
    border-top: 1px solid var(--_line);
    background: var(--_page);
  }
  .mapping-confirm .button {
    min-height: 40px;
  }
  .warn-text {
    color: var(--_warn);
  }
  .settings summary {
    min-height: 24px;
    width: fit-content;
    color: var(--_accent);
    font-size: var(--_fs-13);
    cursor: pointer;
  }
  .settings-body {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s3) var(--_s4);
    padding-top: var(--_s3);
  }
  .setting {
    display: grid;
    gap: var(--_s1);
    color: var(--_muted);
    font-size: var(--_fs-12);
  }
  .setting .field {
    min-width: 12em;
    color: var(--_text);
    font-size: var(--_fs-13);
  }
  @container frame (max-width: 719px) {
    .mapping h1 {
      font-size: var(--_fs-20);
    }
    .mapping-confirm .button {
      flex: 1;
    }
  }
`;
