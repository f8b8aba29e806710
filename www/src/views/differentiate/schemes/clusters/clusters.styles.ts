// Settings, map and numbers of clusters. Places are custom properties between 0 and 1.

import { css } from 'lit';

export const clustersStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_s6);
    container: clusters / inline-size;
    min-width: 0;
  }
  .cluster-settings {
    display: grid;
    gap: var(--_s3);
  }
  .cluster-settings .row {
    gap: var(--_s2) var(--_s6);
  }
  .cluster-settings .row > * {
    flex: 0 1 auto;
  }
  .cluster-settings .centres-state {
    flex: 1 1 260px;
  }
  .cluster-settings .label {
    flex-wrap: wrap;
    gap: 0 var(--_s2);
  }
  .cluster-metrics {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 220px), 1fr));
    gap: 0 var(--_s4);
    margin: 0;
    padding: 0;
    border: 0;
  }
  .cluster-metrics legend {
    padding: 0;
    color: var(--_muted);
    font-size: var(--_fs-13);
  }
  .cluster-metrics label {
    display: flex;
    align-items: center;
    gap: var(--_s2);
    min-height: 28px;
    overflow-wrap: anywhere;
  }
  .concerns {
    display: grid;
    gap: var(--_s2);
  }
  .cluster-figures {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_s8);
  }
  .cluster-figures > :only-child {
    grid-column: 1 / -1;
  }
  .map-plot {
    position: relative;
    border: solid var(--_line);
    border-width: 0 0 1px 1px;
  }
  .map-plot svg {
    display: block;
    width: 100%;
    height: 340px;
    cursor: pointer;
  }
  .dots {
    fill: none;
    stroke: var(--_mark);
    stroke-linecap: round;
    stroke-opacity: 0.6;
    stroke-width: 5px;
    vector-effect: non-scaling-stroke;
    forced-color-adjust: none;
  }
  .dots.faded {
    stroke-opacity: 0.12;
  }
  .map-centre {
    position: absolute;
    left: calc(var(--x) * 100% - 13px);
    bottom: calc(var(--y) * 100% - 13px);
    width: 26px;
    height: 26px;
    padding: 0;
    border: 2px solid var(--_mark);
    border-radius: 50%;
    background: var(--_surface);
    color: var(--_text);
    font-size: var(--_fs-12);
    font-weight: 600;
    line-height: 1;
    cursor: pointer;
  }
  .map-centre[aria-pressed='true'] {
    box-shadow: 0 0 0 3px var(--_accent);
  }
  .map-axes {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_s4);
    margin-top: var(--_s1);
  }
  .number-lines {
    display: grid;
    gap: var(--_s4);
  }
  .number-lines h3 {
    font-weight: 500;
  }
  .number-lines .unit {
    font-weight: 400;
  }
  .number-plot {
    position: relative;
    height: 120px;
  }
  .number-point {
    position: absolute;
    left: calc(var(--x) * 100% - 12px);
    bottom: calc(var(--y) * 100% - 12px);
    width: 24px;
    height: 24px;
  }
  .number-point::after {
    content: '';
    position: absolute;
    inset: 9px;
    border-radius: 50%;
    background: var(--_accent);
  }
  .number-point.marked::after {
    inset: 6px;
    border: 2px solid var(--_surface);
    box-shadow: 0 0 0 1.5px var(--_accent);
  }
  .number-label {
    position: absolute;
    left: calc(var(--x) * 100%);
    bottom: calc(var(--y) * 100% + 9px);
    padding: 0 3px;
    border-radius: 3px;
    background: color-mix(in oklch, var(--_surface) 85%, transparent);
    white-space: nowrap;
    transform: translateX(-50%);
    pointer-events: none;
  }
  .number-axis {
    display: flex;
    margin-top: var(--_s1);
  }
  .number-axis span {
    flex: 1;
    text-align: center;
    font-variant-numeric: tabular-nums;
  }
  .centres th .link {
    min-height: 24px;
    color: inherit;
    text-align: start;
  }
  .centres tr.chosen > * {
    background: var(--_accent-soft);
  }
  .centres th[scope='row'] {
    min-width: 11em;
  }
  .centres th .swatch {
    display: inline-block;
  }
  .centres .everybody > * {
    color: var(--_muted);
  }
  @container clusters (min-width: 900px) {
    .cluster-figures {
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    }
  }
`;
