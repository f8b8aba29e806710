// Value and risk: settings, verdict, bars that are only looked at, the matrix, and the chance over time on a card.

import { css } from 'lit';

export const valueStyles = css`
  ct-value,
  ct-customer-value {
    display: block;
    min-width: 0;
  }
  .value-settings {
    margin-bottom: var(--_s8);
    padding-top: var(--_s3);
    border-top: 1px solid var(--_line);
    font-size: var(--_fs-13);
  }
  .value-settings summary {
    min-height: 24px;
    cursor: pointer;
  }
  .value-fields {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(260px, 100%), 1fr));
    gap: var(--_s4) var(--_s6);
    margin-top: var(--_s3);
  }
  .value-field {
    display: grid;
    gap: var(--_s1);
    align-content: start;
    justify-items: start;
  }
  .value-field .field {
    width: 100%;
  }
  .evidence {
    display: grid;
    gap: var(--_s2);
    margin-top: var(--_s2);
    padding-inline-start: 1.2em;
    list-style: disc;
  }
  .evidence li::marker {
    color: var(--_muted);
  }
  .parameters p {
    margin-block: var(--_s2) var(--_s1);
  }
  .hist-bars.still .hist-bar,
  .still .bars-row {
    cursor: default;
  }
  .still .bars-row {
    padding-block: var(--_s2);
  }
  .still .thin {
    padding-block: 2px;
  }
  .still .thin .track {
    height: 10px;
  }
  .bars-head.two,
  .bars-row.two {
    grid-template-columns: minmax(84px, 1.1fr) repeat(2, minmax(0, 3fr));
  }
  .whisker {
    position: absolute;
    z-index: 1;
    top: 50%;
    left: calc(var(--low) * 100%);
    width: calc((var(--high) - var(--low)) * 100%);
    height: 8px;
    border: solid var(--_text);
    border-width: 0 1.5px;
    background: linear-gradient(var(--_text), var(--_text)) center / 100% 1.5px no-repeat;
    transform: translateY(-50%);
  }
  .heat.wide-heads .heat-row {
    grid-template-columns: 38px repeat(var(--columns), minmax(0, 1fr));
  }
  .alive-cell {
    display: grid;
    place-content: center;
    min-height: 30px;
    border-radius: 3px;
    background: color-mix(in oklch, var(--_accent) var(--heat), var(--_sunken));
    color: var(--_text);
    font-size: var(--_fs-12);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .alive-cell.nobody {
    font-weight: 400;
  }
  .risk-list,
  .value-charts .drivers {
    grid-column: 1 / -1;
  }
  .risk-table tbody :is(td, th) {
    vertical-align: top;
    padding-block: 6px;
  }
  .risk-table .end {
    white-space: nowrap;
  }
  .why-cell {
    display: grid;
    grid-template-columns: 6em minmax(0, 1fr);
    gap: 0 var(--_s3);
    align-items: start;
  }
  .level-mark {
    --_mark: var(--_muted);
    display: inline-flex;
    align-items: center;
    gap: 6px;
    white-space: nowrap;
  }
  .level-mark.medium {
    --_mark: var(--_warn);
  }
  .level-mark.high {
    --_mark: var(--_bad);
  }
  @container (max-width: 620px) {
    .risk-table .wide {
      display: none;
    }
    .why-cell {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @container (max-width: 480px) {
    .bars-head.two,
    .bars-row.two {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .bars-row.two.thin {
      grid-template-columns: 2.5em repeat(2, minmax(0, 1fr));
    }
    .bars-row.two.thin .name {
      grid-column: auto;
    }
    .alive-cell {
      font-size: 11px;
    }
  }

  .alive-line {
    position: relative;
    height: 96px;
    margin-block-start: var(--_s3);
    margin-inline-start: 40px;
  }
  .alive-dot {
    position: absolute;
    left: calc(var(--x) * 100% - 8px);
    bottom: calc(var(--y) * 100% - 8px);
    width: 16px;
    height: 16px;
    border-radius: 50%;
  }
  .alive-dot.bought::after {
    content: '';
    position: absolute;
    inset: 5px;
    border-radius: 50%;
    background: var(--_text);
  }
  .alive-line + .strip-axis {
    margin-inline-start: 40px;
  }
`;
