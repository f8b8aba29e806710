// The cross table of two schemes.

import { css } from 'lit';

export const comparisonStyles = css`
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
  .cross-head {
    display: block;
    max-width: 6.5em;
    min-width: 44px;
    margin: 2px auto 0;
    line-height: 1.25;
    overflow-wrap: break-word;
    text-wrap: balance;
    white-space: normal;
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
  .cross thead td {
    background: none;
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
