// The screen of schemes: the list, the painted table, the comparison.

import { css } from 'lit';

export const schemesStyles = css`
  :host {
    display: block;
    min-width: 0;
  }
  .schemes-page {
    container: schemes / inline-size;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_s6);
  }
  .schemes-head {
    gap: var(--_s2) var(--_s4);
  }
  .schemes-head h1 {
    font-size: var(--_fs-20);
  }
  .schemes-head .label {
    min-width: 200px;
  }

  .scheme {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_s1) var(--_s6);
    align-items: center;
    padding-block: var(--_s2);
    border-top: 1px solid var(--_line);
  }
  .scheme h3 {
    font-size: var(--_fs-14);
  }
  .scheme .row {
    gap: var(--_s1) var(--_s4);
  }
  .scheme .link {
    min-height: 24px;
  }
  .scheme-bar {
    display: flex;
    gap: 1px;
    height: 18px;
    overflow: hidden;
    border-radius: 3px;
  }
  .scheme-bar > span {
    flex: var(--w) 0 0;
    min-width: 1px;
    background: var(--_mark);
  }
  @container schemes (min-width: 760px) {
    .scheme {
      grid-template-columns: minmax(180px, 2fr) minmax(160px, 3fr) minmax(300px, 3fr);
    }
  }

  .painter {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_s6);
    align-items: start;
  }
  @container schemes (min-width: 860px) {
    .painter {
      grid-template-columns: minmax(0, 1fr) minmax(380px, 1fr);
    }
  }
  .painter-side {
    display: grid;
    gap: var(--_s6);
    min-width: 0;
  }
  .canvas {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, max(200px, var(--columns) * 34px)), 1fr));
    gap: var(--_s4);
  }
  .paint-row {
    display: grid;
    grid-template-columns: 18px repeat(var(--columns), minmax(0, 1fr));
    gap: 2px;
    margin-bottom: 2px;
    text-align: center;
  }
  .paint-row.scores,
  .paint-score {
    align-self: center;
    color: var(--_muted);
    font-size: var(--_fs-12);
    font-variant-numeric: tabular-nums;
  }
  .paint-cell button {
    position: relative;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    width: 100%;
    min-height: 40px;
    padding: 0;
    border: 1px solid transparent;
    border-radius: 4px;
    background: color-mix(in oklch, var(--_mark, var(--_sunken)) 28%, var(--_surface));
    color: var(--_text);
    line-height: 1.2;
    font-variant-numeric: tabular-nums;
    cursor: crosshair;
    user-select: none;
  }
  .paint-cell button:hover {
    border-color: var(--_text);
  }
  .paint-cell .gap {
    border: 1px dashed var(--_bad);
    background: none;
  }
  .paint-cell .overlap::after {
    content: '!';
    position: absolute;
    top: 0;
    right: 3px;
    color: var(--_text);
    font-size: var(--_fs-12);
    font-weight: 700;
  }

  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    font-weight: 600;
  }
  .axes {
    gap: var(--_s1) var(--_s4);
  }
  .axes label,
  .brush-rest {
    display: inline-flex;
    align-items: center;
    gap: var(--_s1);
    min-height: 24px;
  }
  .brushes ul {
    margin-block: var(--_s2);
  }
  .brush {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_s1) var(--_s2);
    padding-block: var(--_s1);
    border-top: 1px solid var(--_line);
  }
  .brush-name {
    display: inline-flex;
    align-items: center;
    gap: var(--_s2);
    min-height: 24px;
  }
  .brush .field.grow {
    flex: 1 1 140px;
  }
  .brush-tools {
    flex-wrap: nowrap;
    gap: 0;
  }
  .brush-rest {
    display: flex;
    margin-top: var(--_s2);
  }
  .check {
    display: grid;
    gap: var(--_s2);
    justify-items: start;
  }
  .check li + li {
    margin-top: var(--_s2);
  }
  .pasted {
    display: block;
    width: 100%;
    max-width: 60em;
    margin-block: var(--_s1) var(--_s2);
    padding: var(--_s2);
    font-family: ui-monospace, monospace;
  }

  .cross {
    border-collapse: separate;
    border-spacing: 2px;
    font-size: var(--_fs-12);
    font-variant-numeric: tabular-nums;
  }
  .cross th {
    font-weight: 400;
    text-align: start;
    white-space: nowrap;
  }
  .cross thead th {
    vertical-align: bottom;
    text-align: center;
  }
  .upright {
    display: block;
    margin: var(--_s1) auto 0;
    writing-mode: vertical-rl;
  }
  .cross tbody th {
    position: sticky;
    z-index: 1;
    left: 0;
    padding-inline-end: var(--_s2);
    background: var(--_page, var(--_surface));
  }
  .cross .swatch {
    display: inline-block;
  }
  .cross td {
    min-width: 44px;
    height: 28px;
    padding: 0;
    border-radius: 3px;
    background: var(--_sunken);
    text-align: center;
  }
  .cross-cell {
    width: 100%;
    height: 28px;
    padding: 0 2px;
    border: 1px solid transparent;
    border-radius: 3px;
    background: color-mix(in oklch, var(--_accent) var(--heat), var(--_sunken));
    cursor: pointer;
  }
  .cross-cell:hover {
    border-color: var(--_text);
  }
  .cross-cell.same {
    font-weight: 600;
  }
  .comparison .kpis {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(180px, 1fr));
    gap: var(--_s4) var(--_s6);
    margin-block: var(--_s4);
  }
  .comparison .kpi dt,
  .comparison .kpi .beside {
    color: var(--_muted);
    font-size: var(--_fs-12);
    line-height: 1.4;
  }
  .comparison .kpi .value {
    font-size: var(--_fs-20);
    font-weight: 600;
  }
  .furthest .swatch {
    display: inline-block;
  }
  .furthest .link {
    min-height: 24px;
    text-align: start;
  }
  @container schemes (max-width: 420px) {
    .cross tbody th {
      max-width: 110px;
      white-space: normal;
    }
  }
`;
