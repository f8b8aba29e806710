// The frame of charts and the tooltip.

import { css } from 'lit';
import { bars } from './bars.styles.ts';

export const figureStyles = css`
  .figure {
    min-width: 0;
    padding-top: var(--_s3);
    border-top: 1px solid var(--_line);
    container-type: inline-size;
  }
  .figure .title {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--_s1) var(--_s4);
  }
  .figure .title > * {
    max-width: 100%;
  }
  .figure h2 {
    font-size: var(--_fs-16);
    line-height: 1.4;
  }
  .figure h2 .unit {
    margin-inline-start: var(--_s1);
    color: var(--_muted);
    font-size: var(--_fs-12);
    font-weight: 400;
  }
  .figure .sentence {
    margin-bottom: var(--_s3);
    font-size: var(--_fs-13);
    text-wrap: pretty;
  }
  .as-table {
    margin-top: var(--_s2);
    font-size: var(--_fs-12);
  }
  .as-table summary {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 24px;
    border-radius: var(--_radius);
    color: var(--_muted);
    cursor: pointer;
  }
  .as-table summary::before {
    content: '';
    width: 5px;
    height: 5px;
    border: solid currentColor;
    border-width: 0 1.5px 1.5px 0;
    transform: rotate(-45deg);
    transition: transform var(--_motion);
  }
  .as-table[open] summary::before {
    transform: rotate(45deg);
  }
  .as-table summary:hover {
    color: var(--_text);
  }
  .as-table .scroll-x {
    max-height: 320px;
    overflow: auto;
  }

  .tip {
    position: fixed;
    inset: auto;
    width: max-content;
    max-width: min(320px, calc(100vw - 16px));
    margin: 0;
    padding: var(--_s1) var(--_s2);
    border: 0;
    border-radius: var(--_radius);
    background: var(--_text);
    box-shadow: var(--_shadow);
    color: var(--_surface);
    font-size: var(--_fs-12);
    line-height: 1.45;
    pointer-events: none;
  }
  .tip:not(:popover-open) {
    display: none;
  }
  ${bars}
`;
