// Feedback, effect, adjustments, playbook, and the form of files for others.

import { css } from 'lit';

export const reviewStyles = css`
  .review {
    display: grid;
    gap: var(--_s5, 20px);
    min-width: 0;
  }
  ct-feedback,
  ct-effect,
  ct-log,
  ct-playbook {
    display: grid;
    gap: var(--_s4);
    min-width: 0;
  }
  .span-fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(120px, 100%), 1fr));
    gap: var(--_s1) var(--_s3);
    align-content: start;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .span-fields legend {
    padding: 0;
  }
  .span-fields label {
    display: grid;
    gap: var(--_s1);
  }
  .span-fields .field {
    width: 100%;
    min-width: 0;
  }
  .span-problem {
    grid-column: 1 / -1;
  }
  /* Seven columns need the whole width. */
  ct-effect .charts > *,
  .feedback-matters,
  .feedback-complaints {
    grid-column: 1 / -1;
  }
  .headline h3 {
    font-size: var(--_fs-20, 20px);
    font-weight: 600;
    line-height: 1.35;
  }
  .with-range {
    display: inline-grid;
    gap: 2px;
    min-width: 132px;
  }
  .range-mark {
    width: 132px;
    height: 8px;
  }
  .range-base {
    fill: var(--_line);
  }
  .range-span {
    fill: var(--_accent);
    opacity: 0.4;
  }
  .range-point,
  .month-point,
  .month-bar {
    fill: var(--_accent);
  }
  .month-bar {
    opacity: 0.55;
  }
  .month-range {
    stroke: var(--_accent);
    stroke-width: 1.5;
    vector-effect: non-scaling-stroke;
    opacity: 0.45;
  }
  .review .table th,
  .review .table td {
    white-space: nowrap;
  }
  .review .quote {
    min-width: 150px;
    max-width: 36ch;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  .late {
    color: var(--_bad, var(--_text));
    font-weight: 600;
  }
  .verdict {
    white-space: nowrap;
  }
  .verdict.up,
  .verdict.down {
    font-weight: 600;
  }
  .verdict.unclear,
  .verdict.too_few {
    color: var(--_muted);
  }
  tr.all th,
  tr.all td {
    border-top: 1px solid var(--_line);
  }
  .advice ul,
  .pending-changes ul {
    display: grid;
    gap: var(--_s2);
    margin-top: var(--_s2);
    list-style: none;
  }
  .pending-changes .row {
    flex-wrap: wrap;
    gap: var(--_s2);
  }
  .pending-changes .field {
    min-width: min(220px, 100%);
  }
  .playbook {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(300px, 100%), 1fr));
    gap: var(--_s4);
  }
  .playbook-page {
    display: grid;
    gap: var(--_s3);
    align-content: start;
    padding: var(--_s4);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-large);
  }
  .playbook-page h4 {
    color: var(--_muted);
    font-size: var(--_fs-12);
    font-weight: 500;
  }
  .playbook-page ul {
    padding-inline-start: 1.2em;
    list-style: disc;
  }
  .playbook-page .check-list {
    padding-inline-start: 0;
    list-style: none;
  }
  .check-list li::before {
    content: '☐ ';
  }
  .sharing-kinds {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s2) var(--_s4);
    margin-block: var(--_s3);
    border: 0;
    padding: 0;
  }
  .sharing-kind {
    display: inline-flex;
    align-items: center;
    gap: var(--_s1);
    min-height: 28px;
  }
  .sharing-fields {
    display: grid;
    gap: var(--_s3);
    justify-items: start;
    margin-block: var(--_s3);
  }
  .sharing-fields .field {
    max-width: 100%;
  }
  .sharing-report {
    display: grid;
    gap: var(--_s2);
    margin-block: var(--_s3);
  }
  @media print {
    .playbook {
      display: block;
    }
    .playbook-page {
      break-after: page;
    }
  }
`;
