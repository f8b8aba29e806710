// Mapping, Identify, Interact, Customize.

import { css } from 'lit';

export const dataStyles = css`
  .mapping,
  .identify,
  .plan {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_s6);
    max-width: 1280px;
    margin-inline: auto;
  }
  .identify section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_s2);
  }

  .mapped {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_s3);
  }
  .mapped-name {
    font-size: var(--_fs-16);
    overflow-wrap: anywhere;
  }
  .sample-frame {
    border: 1px solid var(--_line);
    border-radius: var(--_radius-large);
    background: var(--_surface);
  }
  .sample tr > :first-child {
    padding-inline-start: var(--_s3);
  }
  .sample td {
    max-width: 20em;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .sample th {
    min-width: 128px;
    padding-top: var(--_s3);
    background: var(--_sunken);
    vertical-align: top;
  }
  .sample tbody tr:last-child td {
    border-bottom: 0;
  }
  .sample th.asked {
    background: color-mix(in oklab, var(--_warn) 12%, var(--_surface));
    box-shadow: inset 0 2px var(--_warn);
  }
  .header-text {
    display: block;
    max-width: 18em;
    overflow: hidden;
    margin-bottom: 6px;
    color: var(--_text);
    font-size: var(--_fs-13);
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .role {
    min-height: 28px;
    width: 100%;
    font-size: var(--_fs-12);
  }
  .given .role {
    border-color: var(--_accent);
    background: var(--_accent-soft);
  }
  .free .role {
    color: var(--_muted);
  }
  .question {
    display: grid;
    gap: var(--_s2);
    padding: var(--_s3) var(--_s4);
    border-inline-start: 3px solid var(--_warn);
    border-radius: 2px;
    background: var(--_surface);
  }
  .question-title {
    font-weight: 500;
  }
  .doubt {
    margin-inline-end: var(--_s2);
    color: var(--_warn);
    font-size: var(--_fs-12);
  }
  .mapping-confirm {
    position: sticky;
    bottom: 0;
    z-index: 4;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_s2);
    padding: var(--_s3) 0;
    border-top: 1px solid var(--_line);
    background: var(--_page);
  }
  .mapping-confirm .button {
    min-height: 40px;
  }
  .warn-text {
    color: var(--_warn);
  }
  .settings summary {
    min-height: 24px;
    width: fit-content;
    color: var(--_accent);
    font-size: var(--_fs-13);
    cursor: pointer;
  }
  .settings-body {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s3) var(--_s4);
    padding-top: var(--_s3);
  }
  .setting {
    display: grid;
    gap: var(--_s1);
    color: var(--_muted);
    font-size: var(--_fs-12);
  }
  .setting .field {
    min-width: 12em;
    color: var(--_text);
    font-size: var(--_fs-13);
  }

  .figures {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s4) var(--_s12);
  }
  .figure dd.number {
    white-space: nowrap;
  }
  .figure dt {
    color: var(--_muted);
    font-size: var(--_fs-12);
  }
  .figure dd.number {
    font-size: var(--_fs-20);
    font-weight: 600;
    line-height: 1.3;
  }
  .identify .table th,
  .identify .table td,
  .plan .table .end {
    white-space: nowrap;
  }
  .identify .table .roles {
    min-width: 24em;
    white-space: normal;
  }
  .identify .problem-rows td {
    white-space: normal;
  }
  .pair {
    display: inline-block;
    margin-inline-end: var(--_s3);
    white-space: nowrap;
  }
  .problem {
    display: grid;
    grid-template-columns: minmax(64px, max-content) minmax(0, 1fr) auto;
    align-items: start;
    gap: 0 var(--_s4);
    padding: var(--_s2) 0;
    border-bottom: 1px solid var(--_line);
  }
  .problem-count {
    font-weight: 600;
    text-align: end;
  }
  .problem-what {
    font-weight: 500;
  }
  .problem-rows {
    grid-column: 1 / -1;
    margin-top: var(--_s2);
    padding: 0 var(--_s3);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: inset 0 0 0 1px var(--_line);
  }
  .problem-rows td {
    overflow-wrap: anywhere;
  }
  .pager {
    padding: var(--_s2) 0;
  }

  .plan-table tfoot th,
  .plan-table tfoot td {
    border-bottom: 0;
    color: var(--_text);
    font-size: var(--_fs-13);
    font-weight: 600;
  }
  .tier {
    display: inline-flex;
    align-items: center;
    gap: var(--_s2);
    white-space: nowrap;
  }
  .short {
    width: 76px;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .toggles {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s1);
  }
  .toggle {
    min-height: 24px;
    padding: 0 var(--_s2);
    border: 1px solid var(--_line);
    border-radius: 999px;
    background: none;
    color: var(--_muted);
    font-size: var(--_fs-12);
    white-space: nowrap;
    cursor: pointer;
  }
  .toggle[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_accent-soft);
    color: var(--_text);
  }
  .plan-table .toggles {
    min-width: 13em;
  }
  .offers {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(340px, 100%), 1fr));
    gap: var(--_s4);
  }
  .offer {
    display: grid;
    align-content: start;
    gap: var(--_s3);
  }
  @container frame (max-width: 719px) {
    .identify .row > .grow {
      flex-basis: 100%;
    }
    .mapping h1 {
      font-size: var(--_fs-20);
    }
    .figures {
      gap: var(--_s3) var(--_s8);
    }
    .problem {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .problem-words {
      grid-column: 1 / -1;
      grid-row: 2;
    }
    .problem-count {
      text-align: start;
    }
    .mapping-confirm {
      bottom: 0;
    }
    .mapping-confirm .button {
      flex: 1;
    }
  }
  @media (forced-colors: active) {
    .toggle[aria-pressed='true'],
    .stage[aria-current='page'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
