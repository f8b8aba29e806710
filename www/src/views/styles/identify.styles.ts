// The Identify room: its parts, rules and problems.

import { css } from 'lit';

export const identifyStyles = css`
  .identify {
    grid-template-columns: 204px minmax(0, 1fr);
    gap: var(--_s4) var(--_s8);
    align-items: start;
  }
  .identify-head,
  .apply-bar {
    grid-column: 1 / -1;
  }
  .parts {
    position: sticky;
    top: var(--_s4);
  }
  .part-link {
    display: grid;
    width: 100%;
    min-height: 44px;
    padding: 5px var(--_s3);
    border: 0;
    border-inline-start: 2px solid var(--_line);
    background: none;
    line-height: 1.35;
    text-align: start;
    cursor: pointer;
  }
  .part-link:hover {
    background: var(--_hover);
  }
  .part-link[aria-current='true'] {
    border-color: var(--_accent);
    background: var(--_accent-soft);
    font-weight: 600;
  }
  .part-link:focus-visible {
    outline-offset: -2px;
  }
  .part-state {
    color: var(--_muted);
    font-size: var(--_fs-12);
    font-weight: 400;
  }
  .identify .part {
    gap: var(--_s4);
  }
  .identify .part > .row:empty {
    display: none;
  }
  .problems-title {
    font-size: var(--_fs-14);
    font-weight: 600;
  }
  .problems-title .tiny {
    font-weight: 400;
  }
  .strong {
    font-weight: 600;
  }
  .settings-row {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: var(--_s3) var(--_s6);
  }
  .settings[open] .settings-row {
    padding-top: var(--_s2);
  }
  .settings .small-title {
    padding-top: var(--_s3);
  }
  .setting {
    max-width: 100%;
  }
  .amount {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_s1);
    color: var(--_text);
    font-size: var(--_fs-13);
  }
  .setting .short,
  .amount .short {
    min-width: 0;
    width: 84px;
  }
  .setting .tiny {
    max-width: 28em;
  }
  .setting.words {
    gap: var(--_s2);
  }
  .setting.words > .row:empty {
    display: none;
  }
  .identify .table .joins {
    min-width: 16em;
    white-space: normal;
  }
  .identify .table .frequent {
    min-width: 16em;
    white-space: normal;
  }
  .identify .narrow-table {
    width: auto;
    min-width: min(480px, 100%);
  }
  .identify .missing-table {
    width: auto;
    min-width: min(760px, 100%);
  }
  .policy .amount {
    flex-wrap: nowrap;
  }
  .policy .field {
    max-width: 11em;
  }
  .identify .table .link {
    margin-block: -4px;
  }
  .identify .table .nth {
    width: 1%;
  }

  .samples {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_s4);
    min-width: 0;
    font-size: var(--_fs-13);
  }
  .sample-pair {
    max-width: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .problem-buttons {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: var(--_s1);
  }
  .problem-rows .hint {
    padding: var(--_s2) 0;
  }
  .problem-rows .correct {
    min-width: 15em;
  }
  .cell {
    min-height: 28px;
    width: 12em;
  }
  .cell.changed {
    border-color: var(--_accent);
    background: var(--_accent-soft);
    font-weight: 600;
  }
  @container frame (max-width: 919px) {
    .identify {
      grid-template-columns: minmax(0, 1fr);
    }
    .parts {
      position: static;
    }
    .parts ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(168px, 48%), 1fr));
    }
    .part-link {
      height: 100%;
      padding-inline: var(--_s2);
      border-inline-start: 0;
      border-bottom: 2px solid var(--_line);
      align-content: start;
    }
  }
  @container frame (max-width: 719px) {
    .problem-buttons {
      justify-content: flex-start;
    }
    .problem-rows .table,
    .problem-rows .table tbody,
    .problem-rows .table tr,
    .problem-rows .table td {
      display: block;
      padding: 0;
      border: 0;
    }
    .problem-rows .table tr {
      display: grid;
      gap: var(--_s1);
      padding: var(--_s2) 0;
      border-bottom: 1px solid var(--_line);
    }
    .problem-rows .table thead tr {
      position: absolute;
      clip-path: inset(50%);
    }
    .problem-rows .correct {
      min-width: 0;
    }
    .policy .amount {
      flex-wrap: wrap;
    }
    .policy .field {
      max-width: 9em;
    }
    .correct .amount {
      display: flex;
      flex-wrap: nowrap;
    }
    .cell {
      flex: 1;
      width: 0;
    }
  }
  @media (forced-colors: active) {
    .part-link[aria-current='true'],
    .cell.changed {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
