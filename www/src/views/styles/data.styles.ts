// Identify, Interact, Customize.

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
  .offers {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(340px, 100%), 1fr));
    gap: var(--_s4);
  }
  .offer {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: var(--_s3);
  }
  @container frame (max-width: 719px) {
    .identify .row > .grow {
      flex-basis: 100%;
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
  }
  @media (forced-colors: active) {
    .toggle[aria-pressed='true'],
    .stage[aria-current='page'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
