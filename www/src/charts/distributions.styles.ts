// Histograms and lines over time.

import { css } from 'lit';

export const distributions = css`
  .hist-scores {
    position: relative;
    height: 34px;
    font-size: var(--_fs-12);
    line-height: 24px;
  }
  .hist-score {
    position: absolute;
    left: calc(var(--x) * 100%);
    color: var(--_text);
    font-weight: 500;
    transform: translateX(-50%);
  }
  .hist-handle {
    position: absolute;
    z-index: 2;
    left: calc(var(--x) * 100% - 12px);
    width: 24px;
    height: 26px;
    border-radius: var(--_radius);
    cursor: ew-resize;
    touch-action: none;
    user-select: none;
  }
  .hist-handle::before {
    content: '';
    position: absolute;
    inset: 5px 7px 3px;
    border: 1px solid var(--_text);
    border-radius: 3px;
    background: var(--_surface);
  }
  .hist-handle:hover::before,
  .hist-handle.held::before {
    background: var(--_accent);
    border-color: var(--_accent);
  }
  .hist-value {
    position: absolute;
    z-index: 3;
    bottom: 100%;
    left: 50%;
    display: none;
    padding: 0 var(--_s2);
    border-radius: var(--_radius);
    background: var(--_text);
    color: var(--_surface);
    font-variant-numeric: tabular-nums;
    line-height: 20px;
    white-space: nowrap;
    transform: translateX(-50%);
    pointer-events: none;
  }
  .hist-handle:hover .hist-value,
  .hist-handle:focus-visible .hist-value,
  .hist-handle.held .hist-value {
    display: block;
  }
  .hist-lead {
    position: absolute;
    inset: 26px 0 auto;
    width: 100%;
    height: 8px;
    overflow: visible;
    pointer-events: none;
  }
  .hist-lead path {
    fill: none;
    stroke: var(--_text);
    stroke-width: 1px;
    opacity: 0.75;
    vector-effect: non-scaling-stroke;
  }
  .hist-cut {
    position: absolute;
    z-index: 1;
    top: 34px;
    left: calc(var(--x) * 100%);
    height: 131px;
    border-left: 1px dashed var(--_text);
    opacity: 0.75;
    pointer-events: none;
  }
  .hist-bars {
    display: flex;
    gap: 1px;
    height: 130px;
    border-bottom: 1px solid var(--_control);
  }
  .hist-bar {
    position: relative;
    flex: 1 1 0;
    min-width: 0;
    height: 100%;
    padding: 0;
    border: 0;
    border-radius: 2px 2px 0 0;
    background: none;
    cursor: pointer;
  }
  .hist-bar::before,
  .hist-bar::after {
    content: '';
    position: absolute;
    inset-inline: 0;
    bottom: 0;
    border-radius: 2px 2px 0 0;
    background: var(--_accent);
    transition: height var(--_motion);
  }
  .hist-bar::before {
    height: calc(var(--ghost) * 100%);
    opacity: 0.2;
  }
  .hist-bar::after {
    height: calc(var(--h) * 100%);
    opacity: 0.85;
  }
  .hist-bar:hover {
    background: var(--_hover);
  }
  .hist-bar[aria-pressed='true'] {
    background: var(--_accent-soft);
    box-shadow: inset 0 -3px 0 var(--_text);
  }
  .hist-axis {
    position: relative;
    height: 18px;
    color: var(--_muted);
    font-size: var(--_fs-12);
    font-variant-numeric: tabular-nums;
  }
  .hist-axis span {
    position: absolute;
    left: calc(var(--x) * 100%);
    white-space: nowrap;
    transform: translateX(-50%);
  }
  /* Half a label from the end, so that the last month does not stand out of a narrow screen. */
  .months-plots .hist-axis span {
    left: min(calc(var(--x) * 100%), calc(100% - 2.6em));
  }
  .hist .hist-axis:not(.middle) span:first-child {
    transform: none;
  }
  .hist .hist-axis:not(.middle) span:last-child {
    transform: translateX(-100%);
  }

  .months-plots {
    position: relative;
    display: grid;
    gap: var(--_s6);
  }
  .months-plots .hist-axis,
  .months-plots .plot-hits {
    margin-inline-start: 52px;
  }
  .months-plots .hist-axis {
    margin-top: calc(-1 * var(--_s4));
  }
  .month-plot {
    height: 110px;
    margin-top: var(--_s4);
    margin-inline-start: 52px;
  }
  .month-plot + .month-plot {
    height: 64px;
    margin-top: 0;
  }
  .month-plot .name {
    left: 0;
    bottom: calc(100% + 2px);
    color: var(--_text);
    line-height: 1.2;
  }
  .plot-hits {
    position: absolute;
    inset: 16px 0 18px 0;
    display: flex;
  }
  .hit {
    flex: 1;
    border-radius: 2px;
  }
  .hit:hover {
    background: var(--_hover);
  }
`;
