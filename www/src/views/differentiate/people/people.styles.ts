// Layout of the people: cards beside each other where there is room, one below the other on a phone and on paper.

import { css } from 'lit';

export const peopleStyles = css`
  :host {
    display: block;
    container: people / inline-size;
    min-width: 0;
  }
  .people-head {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    justify-content: space-between;
    gap: var(--_s3) var(--_s6);
    margin-bottom: var(--_s6);
  }
  .people-head h1 {
    font-size: var(--_fs-20);
  }
  .people-head p {
    max-width: 62em;
  }
  .label .field {
    max-width: 100%;
  }
  .personas {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(320px, 100%), 1fr));
    gap: var(--_s8) var(--_s8);
    margin-bottom: var(--_s8);
  }
  .persona {
    display: grid;
    align-content: start;
    gap: var(--_s3);
    min-width: 0;
    padding-top: var(--_s3);
    border-top: 3px solid var(--_mark, var(--_line));
    break-inside: avoid;
  }
  .persona header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 var(--_s3);
  }
  .persona h3 {
    display: flex;
    align-items: center;
    gap: var(--_s2);
    overflow-wrap: anywhere;
  }
  .persona h4 {
    margin-bottom: var(--_s1);
    color: var(--_muted);
    font-size: var(--_fs-12);
    font-weight: 500;
  }
  .persona .button {
    justify-self: start;
    margin-inline-start: calc(-1 * var(--_s3));
  }
  .persona-summary {
    text-wrap: pretty;
  }
  .persona-figures {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(96px, 1fr));
    gap: var(--_s2) var(--_s3);
  }
  .persona-figures dt {
    color: var(--_muted);
    font-size: var(--_fs-12);
    line-height: 1.3;
  }
  .persona-figures dd {
    font-weight: 500;
  }
  .apart,
  .shares {
    display: grid;
    gap: 6px;
    font-size: var(--_fs-13);
  }
  .apart li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(8em, auto);
    gap: 2px var(--_s3);
    align-items: center;
  }
  .apart .number {
    text-align: end;
  }
  .shares .number {
    white-space: nowrap;
  }
  .apart-name,
  .region-name,
  .shares span:first-child {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .apart .track {
    height: 6px;
    border-radius: 2px;
    background: var(--_sunken);
  }
  .apart .track i {
    position: absolute;
    z-index: 1;
    inset-block: -3px;
    inset-inline-start: calc(var(--at) * 100% - 1px);
    width: 2px;
    background: var(--_text);
  }
  .shares li {
    display: flex;
    justify-content: space-between;
    gap: var(--_s3);
  }
  .people-charts {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_s8);
  }
  .scatter-plot {
    position: relative;
    margin: 0 0 20px 52px;
    border: solid var(--_line);
    border-width: 0 0 1px 1px;
  }
  .scatter-plot svg {
    display: block;
    width: 100%;
    height: 260px;
  }
  .dots {
    fill: none;
    stroke: var(--_mark, var(--_accent));
    stroke-linecap: round;
    stroke-opacity: 0.6;
    stroke-width: 5px;
    vector-effect: non-scaling-stroke;
    forced-color-adjust: none;
  }
  .scatter-y,
  .scatter-x {
    position: absolute;
    color: var(--_muted);
    font-size: var(--_fs-12);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .scatter-y {
    right: calc(100% + 6px);
    bottom: calc(var(--y) * 100%);
    transform: translateY(50%);
  }
  .scatter-x {
    top: calc(100% + 2px);
    left: calc(var(--x) * 100%);
    transform: translateX(-50%);
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s1) var(--_s4);
    font-size: var(--_fs-12);
  }
  .legend li {
    display: flex;
    align-items: center;
    gap: var(--_s1);
  }
  .region-bars {
    display: grid;
    gap: 6px;
    font-size: var(--_fs-13);
  }
  .region-bars li {
    display: grid;
    grid-template-columns: minmax(64px, 8em) minmax(0, 1fr) minmax(84px, auto);
    gap: var(--_s3);
    align-items: center;
  }
  .interval {
    position: relative;
    height: 10px;
    border-bottom: 1px solid var(--_line);
  }
  .interval::before {
    content: '';
    position: absolute;
    inset-block: 2px 1px;
    left: calc(var(--low) * 100%);
    width: calc((var(--high) - var(--low)) * 100%);
    border-radius: 2px;
    background: var(--_accent);
    opacity: 0.35;
    forced-color-adjust: none;
  }
  .interval::after {
    content: '';
    position: absolute;
    inset-block: -1px -2px;
    left: calc(var(--at) * 100% - 1.5px);
    width: 3px;
    border-radius: 2px;
    background: var(--_accent);
    forced-color-adjust: none;
  }
  @container people (min-width: 900px) {
    .people-charts {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @media print {
    .personas {
      grid-template-columns: 1fr 1fr;
    }
  }
`;
