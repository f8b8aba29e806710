// Groups of duplicates: members side by side; one below the other where there is no room.

import { css } from 'lit';

export const duplicatesStyles = css`
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s1) var(--_s4);
  }
  .legend .hint {
    margin-inline-start: auto;
  }
  .sign {
    display: inline-block;
    width: 1.2em;
    color: var(--_text);
    font-weight: 600;
    text-align: center;
  }
  .certain {
    padding: var(--_s2) var(--_s3);
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  .groups {
    display: grid;
    gap: var(--_s4);
  }
  .group {
    min-width: 0;
    padding: var(--_s3) var(--_s4);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-large);
    background: var(--_surface);
    scroll-margin: var(--_s12);
  }
  .group[data-standing='willMerge'],
  .group[data-standing='willApart'],
  .group[data-standing='willOpen'] {
    border-color: var(--_accent);
  }
  .group-head {
    padding-bottom: var(--_s2);
  }
  .group-title {
    font-size: var(--_fs-14);
    font-weight: 600;
  }
  .group .standing {
    border-color: var(--_accent);
    background: var(--_accent-soft);
  }
  .group-buttons {
    display: inline-flex;
    flex-wrap: wrap;
    gap: var(--_s1);
  }
  .compare {
    display: table;
    width: 100%;
    border-collapse: collapse;
    font-size: var(--_fs-13);
    line-height: 1.3;
    font-variant-numeric: tabular-nums;
    table-layout: fixed;
  }
  .compare-row {
    display: table-row;
  }
  .compare-row > * {
    display: table-cell;
    padding: 5px var(--_s2);
    border-top: 1px solid var(--_line);
    overflow-wrap: anywhere;
    vertical-align: top;
  }
  .compare-head > * {
    border-top: 0;
    color: var(--_muted);
    font-size: var(--_fs-12);
  }
  .compare-head .compare-id {
    color: var(--_text);
    font-weight: 600;
  }
  .compare-field {
    width: 12em;
    padding-inline-start: 0;
    color: var(--_muted);
    font-size: var(--_fs-12);
  }
  .compare-row > .compare-merged {
    background: var(--_sunken);
  }
  .compare .who {
    display: none;
  }
  /* How they agree is told by a sign and by the style of the text, never by colour alone. */
  .same .compare-value:not(.compare-merged) .what {
    color: var(--_muted);
  }
  .similar .compare-value:not(.compare-merged) .what:not(:has(.muted)) {
    text-decoration: underline dotted;
    text-underline-offset: 0.2em;
  }
  .different .compare-value:not(.compare-merged) .what {
    font-weight: 600;
  }
  .compare-row .what .muted {
    font-weight: 400;
    text-decoration: none;
  }
  @container frame (max-width: 719px) {
    .legend .hint {
      margin-inline-start: 0;
    }
    .group {
      padding-inline: var(--_s3);
    }
    .group-buttons {
      width: 100%;
    }
    .group-buttons .button {
      flex: 1 1 auto;
    }
    .compare,
    .compare-row,
    .compare-row > * {
      display: block;
      width: 100%;
    }
    .compare-head {
      display: none;
    }
    .compare-row {
      padding: var(--_s1) 0;
      border-top: 1px solid var(--_line);
    }
    .compare-row > * {
      padding: 2px 0;
      border-top: 0;
    }
    .compare-row > .compare-value {
      display: grid;
      grid-template-columns: 7em minmax(0, 1fr);
      gap: var(--_s2);
    }
    .compare-row > .compare-merged {
      padding-inline: var(--_s2);
      margin-inline: calc(-1 * var(--_s2));
      width: auto;
      border-radius: var(--_radius);
    }
    .compare .who {
      display: block;
    }
  }
  @media (forced-colors: active) {
    .group[data-standing^='will'] {
      outline: 2px solid Highlight;
    }
  }
`;
