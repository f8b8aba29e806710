// A painted table, its segments and its check.

import { css } from 'lit';

export const painterStyles = css`
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
    /* In oklab: oklch would turn the hue on its way to white. */
    background: color-mix(in oklab, var(--_mark, var(--_sunken)) 30%, var(--_surface));
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
  .brush-tools .button[aria-disabled='true'] {
    border-color: transparent;
    opacity: 0.4;
  }
  .canvas-axes {
    grid-column: 1 / -1;
    margin-bottom: calc(-1 * var(--_s2));
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
`;
