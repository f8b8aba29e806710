// Bars of tiers and segments.

import { css } from 'lit';

export const bars = css`
  /* A bar from zero to --w, over the pale bar of all customers up to --ghost. */
  .track {
    position: relative;
    display: block;
    height: 10px;
  }
  .track::before,
  .track::after {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    border-radius: 0 2px 2px 0;
    background: var(--_mark, var(--_accent));
    forced-color-adjust: none;
    transition: width var(--_motion);
  }
  .track::before {
    width: calc(var(--ghost, 0) * 100%);
    opacity: 0.22;
  }
  .track::after {
    width: calc(var(--w, 0) * 100%);
  }
  .bar-label {
    font-size: var(--_fs-12);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .bar-label b {
    font-weight: 500;
  }

  .bars-head,
  .bars-row {
    display: grid;
    grid-template-columns: minmax(84px, 1.1fr) repeat(3, minmax(0, 2fr));
    gap: var(--_s1) var(--_s4);
    align-items: center;
    width: 100%;
    padding: 6px var(--_s2);
    text-align: start;
  }
  .bars {
    margin-inline: calc(-1 * var(--_s2));
  }
  .bars-head {
    padding-block: 0 var(--_s1);
    color: var(--_muted);
    font-size: var(--_fs-12);
  }
  .bars-row {
    padding-block: var(--_s3);
    border: 0;
    border-radius: var(--_radius);
    background: none;
    cursor: pointer;
  }
  .bars-row:hover {
    background: var(--_hover);
  }
  .bars-row[aria-pressed='true'] {
    background: var(--_accent-soft);
    box-shadow: inset 2px 0 0 var(--_accent);
  }
  .bars-row .name {
    display: flex;
    align-items: center;
    gap: var(--_s2);
    font-weight: 500;
  }
  .bar {
    display: grid;
    gap: var(--_s1);
  }
  .bar .track {
    height: 16px;
  }
  @container (max-width: 480px) {
    .bars-head,
    .bars-row {
      grid-template-columns: repeat(3, minmax(0, 1fr));
      column-gap: var(--_s3);
    }
    .bars-head span:first-child {
      display: none;
    }
    .bars-row .name {
      grid-column: 1 / -1;
    }
    .bar-label .muted {
      display: block;
    }
  }

  .spark td:nth-child(2),
  .spark td:nth-child(5) {
    width: 20%;
    min-width: 92px;
  }
  .spark th,
  .spark td {
    padding-block: 4px;
  }
  .spark tr.pressed {
    background: var(--_accent-soft);
    box-shadow: inset 2px 0 0 var(--_accent);
  }
  .spark tr.none td {
    color: var(--_muted);
  }
  .spark-bar {
    display: grid;
    grid-template-columns: minmax(24px, 1fr) 6.5ch;
    gap: var(--_s2);
    align-items: center;
  }
  .spark-bar .bar-label {
    font-size: var(--_fs-13);
  }
  .name-button {
    display: inline-flex;
    align-items: center;
    gap: var(--_s2);
    min-height: 26px;
    padding: 0 var(--_s2);
    border: 0;
    border-radius: var(--_radius);
    background: none;
    line-height: 1.25;
    text-align: start;
    cursor: pointer;
  }
  .name-button:hover {
    background: var(--_hover);
  }
  .name-button[aria-pressed='true'] {
    font-weight: 600;
  }
  @container (min-width: 621px) {
    .name-button .text {
      white-space: nowrap;
    }
  }
  @container (max-width: 620px) {
    .spark .wide {
      display: none;
    }
  }
  @container (max-width: 420px) {
    .figure h2 .unit {
      display: block;
      margin: 0;
    }
  }
  @container (max-width: 460px) {
    .spark .share {
      display: none;
    }
    .spark-bar {
      grid-template-columns: 1fr;
      gap: 2px;
    }
  }
  @media (forced-colors: active) {
    .track::after,
    .hist-bar::after,
    .swatch {
      background: CanvasText;
    }
    [aria-pressed='true'] {
      outline: 2px solid Highlight;
    }
  }
`;
