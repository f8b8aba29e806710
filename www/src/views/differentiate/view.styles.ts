// Layout of the view by the width it has, not by the window's: 320 px to 4K.

import { css } from 'lit';

export const viewStyles = css`
  :host {
    display: block;
    min-width: 0;
  }
  .view {
    container: view / inline-size;
    max-width: 1760px;
    margin-inline: auto;
  }
  .pending #panel {
    opacity: 0.7;
    transition: opacity var(--_motion) 200ms;
  }
  .head {
    display: flex;
    align-items: end;
    justify-content: space-between;
    margin-bottom: var(--_s6);
    border-bottom: 1px solid var(--_line);
  }
  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_s4);
  }
  .travel {
    flex-wrap: nowrap;
    gap: 0;
  }
  .cuts-bar {
    display: flex;
    flex-wrap: wrap;
    grid-column: 1 / -1;
    align-items: center;
    justify-content: space-between;
    gap: var(--_s2) var(--_s4);
  }
  .cuts-bar .notice {
    flex-basis: 100%;
  }
  .score-settings .row {
    margin-block: var(--_s2);
  }
  .tabs button {
    min-height: 36px;
    margin-bottom: -1px;
    padding: 0 2px;
    border: 0;
    border-bottom: 2px solid transparent;
    background: none;
    font-weight: 500;
    color: var(--_muted);
    cursor: pointer;
  }
  .tabs button:hover {
    color: var(--_text);
  }
  .tabs button[aria-selected='true'] {
    border-bottom-color: var(--_accent);
    color: var(--_text);
  }
  .tabs .number {
    font-size: var(--_fs-12);
    font-weight: 400;
  }

  .headline {
    display: grid;
    gap: var(--_s1);
    justify-items: start;
    max-width: 62em;
    margin-bottom: var(--_s6);
  }
  .headline h1 {
    text-wrap: balance;
  }
  .headline .lead {
    font-size: var(--_fs-16);
    color: var(--_muted);
    text-wrap: pretty;
  }
  .kpis {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(124px, 1fr));
    gap: var(--_s4) var(--_s6);
    margin-bottom: var(--_s8);
    padding-top: var(--_s3);
    border-top: 1px solid var(--_line);
  }
  .kpi {
    display: flex;
    flex-direction: column;
    min-width: 0;
  }
  .kpi dt,
  .kpi .beside {
    color: var(--_muted);
    font-size: var(--_fs-12);
    line-height: 1.4;
  }
  .kpi .value {
    font-size: var(--_fs-20);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    line-height: 1.4;
  }

  .charts {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_s8) var(--_s8);
  }
  .histograms {
    display: grid;
    gap: var(--_s8) var(--_s6);
    min-width: 0;
  }
  @container view (min-width: 640px) {
    .histograms {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }
  @container view (min-width: 900px) {
    .charts {
      grid-template-columns: minmax(0, 7fr) minmax(0, 5fr);
    }
    .histograms,
    .months {
      grid-column: 1 / -1;
    }
  }
  @container view (min-width: 1500px) {
    .charts {
      gap: var(--_s12);
    }
  }
  @container view (max-width: 520px) {
    .headline h1 {
      font-size: var(--_fs-20);
    }
    .headline .lead {
      font-size: var(--_fs-14);
    }
    .kpis {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: var(--_s3) var(--_s4);
    }
  }

  .drawer {
    width: min(560px, 100vw);
    max-width: none;
    height: 100dvh;
    max-height: none;
    margin: 0 0 0 auto;
    padding: 0;
    border: 0;
    background: var(--_surface);
    box-shadow: var(--_shadow);
    color: var(--_text);
    overscroll-behavior: contain;
  }
  .drawer[open] {
    animation: enter var(--_motion) ease-out;
  }
  @keyframes enter {
    from {
      opacity: 0;
      transform: translateX(24px);
    }
  }
  .drawer::backdrop {
    background: oklch(0.15 0.02 264 / 0.4);
  }
  .drawer-inside {
    container-type: inline-size;
    min-height: 100%;
  }
  .drawer-head {
    position: sticky;
    z-index: 2;
    top: 0;
    display: flex;
    align-items: start;
    gap: var(--_s3);
    padding: var(--_s4) var(--_s4) var(--_s3) var(--_s6);
    border-bottom: 1px solid var(--_line);
    background: var(--_surface);
  }
  .drawer-head h2 {
    overflow-wrap: anywhere;
  }
  .cross {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
  }
  .drawer-body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_s6);
    padding: var(--_s4) var(--_s6) var(--_s8);
  }
  .drawer section {
    display: grid;
    gap: var(--_s2);
  }
  .drawer h3 {
    padding-bottom: var(--_s1);
    border-bottom: 1px solid var(--_line);
  }
  .small-kpis {
    grid-template-columns: repeat(3, auto);
    justify-content: space-between;
    gap: var(--_s3);
    margin: var(--_s2) 0 0;
    padding: 0;
    border: 0;
  }
  .small-kpis .value {
    font-size: var(--_fs-16);
    white-space: nowrap;
  }
  .attributes {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(200px, 1fr));
    gap: var(--_s1) var(--_s4);
  }
  .attributes > div {
    display: flex;
    gap: var(--_s2);
    min-width: 0;
  }
  .attributes dt {
    flex: none;
  }
  .attributes dd {
    overflow-wrap: anywhere;
  }
  @container (max-width: 420px) {
    .drawer-body {
      padding-inline: var(--_s4);
    }
  }
`;
