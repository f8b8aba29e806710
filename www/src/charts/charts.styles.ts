// Grid of cells and curves. Places are custom properties between 0 and 1, set by the vars directive.

import { css } from 'lit';
import { distributions } from './distributions.styles.ts';

export const chartStyles = css`
  .heat,
  .heat-axis {
    color: var(--_muted);
    font-size: var(--_fs-12);
  }
  .heat-axis {
    margin-bottom: var(--_s1);
    padding-inline-start: 20px;
  }
  .heat-axis.end {
    text-align: end;
  }
  .heat-row {
    display: grid;
    grid-template-columns: 18px repeat(var(--columns), minmax(0, 1fr));
    gap: 2px;
    margin-bottom: 2px;
    text-align: center;
  }
  .heat-score {
    align-self: center;
    font-variant-numeric: tabular-nums;
  }
  .heat-cell button {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    width: 100%;
    min-height: 54px;
    padding: 2px;
    border: 1px solid transparent;
    border-radius: 4px;
    background: color-mix(in oklch, var(--_accent) var(--heat), var(--_sunken));
    color: var(--_text);
    font-size: var(--_fs-12);
    font-variant-numeric: tabular-nums;
    line-height: 1.25;
    cursor: pointer;
  }
  .heat-cell b {
    font-size: var(--_fs-14);
    font-weight: 600;
  }
  .heat-cell button:hover {
    border-color: var(--_text);
  }
  .heat-cell button[aria-pressed='true'] {
    border-color: var(--_surface);
    box-shadow: 0 0 0 2px var(--_accent);
  }
  @container (max-width: 360px) {
    .plot-note.equal,
    .hist-axis .minor {
      display: none;
    }
    .heat-cell button {
      min-height: 40px;
    }
    .heat-cell .more:last-child {
      display: none;
    }
  }

  .plot {
    position: relative;
    height: 220px;
    margin-inline-start: 40px;
  }
  .plot-svg {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    overflow: visible;
  }
  .rule {
    stroke: var(--_line);
    stroke-width: 1px;
    vector-effect: non-scaling-stroke;
  }
  .reference {
    stroke: var(--_control);
    stroke-width: 1px;
    stroke-dasharray: 3 4;
    vector-effect: non-scaling-stroke;
  }
  .stroke {
    fill: none;
    stroke: var(--_accent);
    stroke-width: 2px;
    stroke-linejoin: round;
    vector-effect: non-scaling-stroke;
  }
  .fill {
    fill: var(--_accent);
    opacity: 0.1;
  }
  .tick-y {
    position: absolute;
    bottom: calc(var(--y) * 100%);
    right: calc(100% + var(--_s2));
    color: var(--_muted);
    font-size: var(--_fs-12);
    font-variant-numeric: tabular-nums;
    line-height: 1;
    white-space: nowrap;
    transform: translateY(50%);
  }
  .plot-note {
    position: absolute;
    color: var(--_muted);
    font-size: var(--_fs-12);
  }
  .plot-note.equal {
    right: 22%;
    bottom: 6%;
  }
  .plot-note.gini {
    right: 0;
    bottom: 6%;
    padding: 0 2px;
    border-radius: 2px;
    color: var(--_text);
    text-decoration: underline dotted;
    text-underline-offset: 3px;
    cursor: help;
  }
  .guide {
    position: absolute;
    left: 0;
    bottom: 0;
    width: calc(var(--x) * 100%);
    height: calc(var(--y) * 100%);
    border: solid var(--_control);
    border-width: 1px 1px 0 0;
    border-style: dotted;
    pointer-events: none;
  }
  .point {
    position: absolute;
    left: calc(var(--x) * 100% - 12px);
    bottom: calc(var(--y) * 100% - 12px);
    width: 24px;
    height: 24px;
    border-radius: 50%;
  }
  .point::after {
    content: '';
    position: absolute;
    inset: 7px;
    border: 2px solid var(--_surface);
    border-radius: 50%;
    background: var(--_accent);
    box-shadow: 0 0 0 1px var(--_accent);
  }
  .point-label {
    position: absolute;
    left: calc(var(--x) * 100% + 10px);
    top: calc(100% - var(--y) * 100% + 6px);
    padding: 0 3px;
    border-radius: 3px;
    background: color-mix(in oklch, var(--_surface) 80%, transparent);
    font-size: var(--_fs-12);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
    pointer-events: none;
  }
  .point-label.left {
    left: auto;
    right: calc(100% - var(--x) * 100% + 10px);
    top: auto;
    bottom: calc(var(--y) * 100% + 6px);
  }
  .point-label.above {
    top: auto;
    bottom: calc(var(--y) * 100% + 8px);
  }
  .bands {
    display: flex;
    gap: 2px;
    margin: var(--_s2) 0 0 40px;
  }
  .band {
    flex: calc(var(--w) * 100) 1 0;
    min-width: 26px;
    min-height: 26px;
    padding: 2px 6px;
    overflow: hidden;
    border: 0;
    border-top: 4px solid var(--_mark);
    border-radius: 2px;
    background: var(--_sunken);
    font-size: var(--_fs-12);
    font-variant-numeric: tabular-nums;
    text-align: start;
    white-space: nowrap;
    cursor: pointer;
  }
  .band:hover {
    background: var(--_hover);
  }
  .band[aria-pressed='true'] {
    background: var(--_accent-soft);
    box-shadow: inset 0 -2px 0 var(--_accent);
  }
  ${distributions}
`;
