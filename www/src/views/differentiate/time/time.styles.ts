// Styles of the time machine.

import { css } from 'lit';

export const timeStyles = css`
  .time > :not(.part-bar) {
    display: block;
  }
  .part-bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_s3) var(--_s6);
    margin-bottom: var(--_s6);
  }
  .parts,
  .row.part-tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_s2);
  }
  .row.part-tools {
    gap: var(--_s2) var(--_s4);
    margin-bottom: var(--_s6);
  }
  .answer {
    position: relative;
  }
  .waiting > :not(.waiting-note) {
    opacity: 0.6;
  }
  /* Most answers are there before anybody could read this. */
  .time .swatch {
    display: inline-block;
  }
  .rule-text {
    margin-bottom: var(--_s3);
  }
  .lift td:nth-child(2) {
    width: 55%;
  }
  .waiting-note {
    position: absolute;
    z-index: 2;
    inset: -20px 0 auto auto;
    animation: appear 0s 250ms both;
  }
  @keyframes appear {
    from {
      visibility: hidden;
    }
  }
  .number-field {
    width: 64px;
  }
  .series-body {
    display: grid;
    gap: var(--_s3) var(--_s6);
    margin-bottom: var(--_s3);
  }
  @container (min-width: 620px) {
    .series-body {
      grid-template-columns: minmax(0, 1fr) minmax(220px, auto);
      align-items: center;
    }
  }
  .series-plot {
    position: relative;
    height: 260px;
  }
  .layer,
  .flow-node {
    fill: var(--_mark, var(--_muted));
    stroke: var(--_surface);
    stroke-width: 1px;
    vector-effect: non-scaling-stroke;
  }
  .flow-node {
    stroke: none;
  }
  .series-now {
    position: absolute;
    inset-block: 0;
    left: calc(var(--x) * 100%);
    border-inline-start: 2px solid var(--_text);
  }
  .series-slider {
    width: calc(100% + 16px);
    min-height: 24px;
    margin: var(--_s1) -8px 0;
  }
  .series-axis,
  .flow-days {
    display: flex;
    justify-content: space-between;
    gap: var(--_s2);
    color: var(--_muted);
    font-size: var(--_fs-12);
  }
  .series-labels {
    width: auto;
  }
  .series-labels th,
  .matrix th,
  .lift th,
  .cell-mark {
    font-weight: 400;
    white-space: nowrap;
  }

  .drift {
    margin-bottom: var(--_s6);
    padding: var(--_s2) var(--_s3);
    border-inline-start: 3px solid var(--_good);
    background: var(--_sunken);
    font-size: var(--_fs-13);
  }
  .drift.watch {
    border-color: var(--_warn);
  }
  .drift.changed {
    border-color: var(--_bad);
  }

  .matrix th[scope='col'] {
    vertical-align: bottom;
    font-weight: 400;
    white-space: normal;
  }
  .matrix td {
    padding: 1px;
  }
  .heat-button {
    width: 100%;
    min-width: 44px;
    min-height: 36px;
    padding: 2px;
    border: 1px solid transparent;
    border-radius: 4px;
    background: color-mix(in oklch, var(--_accent) var(--heat), var(--_sunken));
    color: var(--_text);
    font-variant-numeric: tabular-nums;
    cursor: pointer;
  }
  .heat-button.same {
    border-color: var(--_control);
  }
  .heat-button:hover {
    border-color: var(--_text);
  }
  .heat-button[aria-pressed='true'] {
    border-color: var(--_surface);
    box-shadow: 0 0 0 2px var(--_accent);
  }
  .arrived th,
  .arrived td {
    border-top: 1px solid var(--_control);
  }

  .flow {
    position: relative;
    height: 300px;
    margin-bottom: var(--_s6);
  }
  .ribbon {
    fill: var(--_mark, var(--_muted));
    opacity: 0.3;
    cursor: pointer;
  }
  .ribbon:hover,
  .ribbon.chosen {
    opacity: 0.65;
  }
  .flow-label {
    position: absolute;
    top: calc(var(--y) * 100%);
    padding: 0 4px;
    border-radius: 3px;
    background: color-mix(in oklch, var(--_surface) 82%, transparent);
    font-size: var(--_fs-12);
    line-height: 1.35;
    pointer-events: none;
    transform: translateY(-50%);
  }
  .flow-label.start {
    left: 2.6%;
  }
  .flow-label.end {
    right: 2.6%;
  }
  .flow-days {
    position: absolute;
    inset: calc(100% + 4px) 0 auto;
  }
  .movers {
    margin-top: var(--_s8);
  }
  .movers > .row {
    margin-bottom: var(--_s4);
  }

  .mover-table th,
  .mover-table td {
    white-space: nowrap;
  }
  .compare th[scope='row'] {
    min-width: 112px;
  }
  .compare th[scope='col'] {
    min-width: 64px;
  }

  .cohort-table {
    width: auto;
    font-size: var(--_fs-12);
  }
  .cohort-table th,
  .cohort-table td {
    padding: 4px 6px;
    white-space: nowrap;
  }
  .cohort-table .sticky {
    position: sticky;
    z-index: 1;
    left: 0;
    background: var(--_page);
    font-weight: 400;
  }
  .heat-td {
    min-width: 42px;
    background: color-mix(in oklch, var(--_accent) var(--heat), transparent);
  }

  .stacked-figures {
    display: grid;
    gap: var(--_s8);
    margin-top: var(--_s8);
  }
  .gains-plot {
    height: 260px;
  }
  .gain {
    fill: none;
    stroke: var(--_line);
    stroke-width: 1.5px;
    stroke-linejoin: round;
    vector-effect: non-scaling-stroke;
  }
  .gain.own {
    stroke: var(--_accent);
    stroke-width: 2.5px;
  }
  .gain.model {
    stroke: var(--_warn);
    stroke-width: 2px;
    stroke-dasharray: 6 3;
  }
  .gain-labels {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_s4);
    margin: var(--_s1) 0 0 40px;
    font-size: var(--_fs-12);
  }
  .gain-label.own {
    color: var(--_accent);
    font-weight: 600;
  }
  .gain-label.model {
    color: var(--_warn);
    font-weight: 600;
  }
  .bubble {
    position: absolute;
    left: calc(var(--x) * 100%);
    bottom: calc(var(--y) * 100%);
    width: var(--size);
    height: var(--size);
    border: 1px solid var(--_surface);
    border-radius: 50%;
    background: var(--_accent);
    transform: translate(-50%, 50%);
  }
  .calibration-plot {
    margin-inline-end: 12px;
  }
  .calibration .series-axis {
    margin-inline: 40px 12px;
  }
  .centred {
    text-align: center;
  }
  .pairs {
    display: flex;
    align-items: end;
    gap: var(--_s2);
    color: var(--_muted);
    font-size: var(--_fs-12);
    text-align: center;
  }
  .pair {
    flex: 1;
    min-width: 0;
  }
  .pair-bars {
    display: flex;
    align-items: end;
    justify-content: center;
    gap: 1px;
    height: 190px;
    border-bottom: 1px solid var(--_control);
  }
  .pair-bars i,
  .key i {
    flex: 0 1 18px;
    min-width: 2px;
    height: calc(var(--h) * 100%);
    background: var(--_accent);
  }
  .key {
    margin-bottom: var(--_s2);
    font-size: var(--_fs-12);
  }
  .key i {
    display: inline-block;
    width: 10px;
    height: 10px;
    border-radius: 2px;
  }
  .pair-bars .ghost,
  .key .ghost {
    background: color-mix(in oklch, var(--_accent) 35%, var(--_surface));
  }
  @container view (min-width: 900px) {
    .time .charts {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
`;
