// Scales of the scores and the strip of orders on a customer's card.

import { css } from 'lit';

export const cardStyles = css`
  .why {
    display: grid;
    gap: var(--_s1);
    padding-block: var(--_s1) var(--_s2);
  }
  .why-head {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
  }
  .why-score b {
    font-size: var(--_fs-16);
    font-weight: 600;
  }
  .scale {
    position: relative;
    display: grid;
    grid-template-columns: repeat(var(--bins), minmax(0, 1fr));
    gap: 2px;
    margin-top: var(--_s1);
    padding-bottom: 18px;
  }
  .level {
    position: relative;
    height: 20px;
    border-radius: 2px;
    background: var(--_sunken);
    color: var(--_muted);
    font-size: var(--_fs-12);
    line-height: 20px;
    text-align: center;
  }
  .level.own {
    background: var(--_accent-soft);
    box-shadow: inset 0 0 0 1px var(--_accent);
    color: var(--_text);
    font-weight: 600;
  }
  .level-cut {
    position: absolute;
    top: 100%;
    right: -1px;
    color: var(--_muted);
    font-weight: 400;
    font-variant-numeric: tabular-nums;
    line-height: 18px;
    white-space: nowrap;
    transform: translateX(50%);
  }
  .scale-mark {
    position: absolute;
    top: -3px;
    left: calc(var(--at) * 100% - 1.5px);
    width: 3px;
    height: 26px;
    border-radius: 2px;
    background: var(--_accent);
    box-shadow: 0 0 0 1.5px var(--_surface);
  }

  .reasons li {
    display: grid;
    grid-template-columns: 9.5em minmax(0, 1fr);
    gap: 0 var(--_s3);
    padding-block: 6px;
    border-bottom: 1px solid var(--_line);
  }
  .reasons li > :last-child {
    grid-column: 2;
    color: var(--_muted);
  }
  .reasons .tiny {
    padding-top: 3px;
  }
  .reason-line {
    display: flex;
    align-items: center;
    gap: var(--_s2);
    min-height: 24px;
  }
  .reason-line .link {
    min-height: 24px;
    color: var(--_text);
    font-weight: 500;
    text-align: start;
    text-decoration-color: var(--_control);
  }
  @container (max-width: 420px) {
    .reasons li {
      grid-template-columns: minmax(0, 1fr);
    }
    .reasons li > :last-child {
      grid-column: 1;
    }
  }

  .strip {
    position: relative;
    margin-bottom: var(--_s2);
  }
  .strip-svg {
    display: block;
    width: 100%;
    height: 84px;
  }
  .stick {
    stroke: var(--_accent);
    stroke-width: 3px;
    vector-effect: non-scaling-stroke;
  }
  .stick.refund {
    stroke: var(--_bad);
  }
  .strip-hit {
    position: absolute;
    top: 0;
    left: calc(1% + var(--x) * 98% - 5px);
    width: 10px;
    height: 84px;
    border-radius: 3px;
  }
  .strip-hit:hover {
    background: var(--_hover);
  }
  .strip-axis {
    display: flex;
    justify-content: space-between;
    margin-top: var(--_s1);
    color: var(--_muted);
    font-size: var(--_fs-12);
    font-variant-numeric: tabular-nums;
  }
  .order-table .day {
    white-space: nowrap;
  }
  .order-table td {
    vertical-align: top;
  }
  .order-table .end {
    white-space: nowrap;
  }
  .order-table .products {
    overflow-wrap: anywhere;
  }
  .order-table .refund td {
    color: var(--_bad);
  }
  .refund-chip {
    min-height: 20px;
  }
`;
