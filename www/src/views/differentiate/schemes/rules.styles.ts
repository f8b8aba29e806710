// Rules, bands and quotas.

import { css } from 'lit';

export const rulesStyles = css`
  .rules {
    display: grid;
    gap: var(--_s4);
  }
  .rule {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_s2);
    padding-top: var(--_s3);
    border-top: 1px solid var(--_line);
  }
  .rule-head,
  .segment-fields,
  .leaf,
  .part {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_s1) var(--_s2);
    min-width: 0;
  }
  .rule-head [data-count] {
    flex: 1;
  }
  .group {
    display: grid;
    flex: 1 1 240px;
    gap: var(--_s2);
    justify-items: start;
    min-width: 0;
    padding-inline-start: var(--_s3);
    border-inline-start: 2px solid var(--_line);
  }
  .group > ul {
    display: grid;
    gap: var(--_s2);
    width: 100%;
  }
  .part {
    align-items: start;
  }
  .leaf {
    flex: 1 1 240px;
  }
  .not,
  .checks label {
    display: inline-flex;
    align-items: center;
    gap: var(--_s1);
    min-height: var(--_control-height);
  }
  .subject {
    max-width: min(100%, 22em);
  }
  .value-picker {
    flex: 1 1 100%;
  }
  .value-picker > .checks {
    max-height: 14em;
    overflow-y: auto;
  }
  .preview {
    display: grid;
    gap: var(--_s1);
    max-width: 40em;
  }
  .preview > li {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: var(--_s1) var(--_s3);
    padding-block: var(--_s1);
    border-top: 1px solid var(--_line);
  }
  .number-field {
    width: 9em;
  }
  .form {
    gap: var(--_s2) var(--_s4);
  }
`;
