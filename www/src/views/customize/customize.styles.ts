// Customize: tables whose rows open, and lists of reasons.

import { css } from 'lit';

export const customizeStyles = css`
  ct-offers,
  ct-owners,
  ct-loyalty {
    display: block;
    min-width: 0;
  }
  .part-title {
    font-size: var(--_fs-16);
  }
  .small-title {
    color: var(--_muted);
    font-size: var(--_fs-13);
    font-weight: 500;
  }
  .customize-charts p.row,
  .customize-charts .scroll-x + p {
    margin-top: var(--_s3);
  }
  label.button:focus-within {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .customize-charts {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_s8);
    margin-bottom: var(--_s8);
  }
  @container view (min-width: 900px) {
    .customize-charts {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @container view (min-width: 900px) {
    .customize-charts.one {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  .form-table .field {
    width: 100%;
    min-width: 7em;
  }
  ct-service-cost {
    display: block;
    margin-top: var(--_s6);
  }
  .service-cost .value-fields {
    margin-bottom: var(--_s4);
  }
  .service-cost th,
  .service-cost td {
    white-space: nowrap;
  }
  .service-cost .row {
    margin-top: var(--_s3);
  }
  .service-cost .form-table .field {
    min-width: 4em;
    max-width: 8em;
  }
  .load {
    padding: 2px var(--_s1);
    border-radius: 2px;
    background: linear-gradient(var(--_accent-soft), var(--_accent-soft)) left / calc(var(--share) * 100%) 100% no-repeat;
  }
  .offer-rows {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .offer-rows > li {
    border-top: 1px solid var(--_line);
  }
  .offer-rows summary {
    display: grid;
    grid-template-columns: minmax(0, 1.2fr) minmax(0, 2fr) minmax(0, 2fr);
    gap: var(--_s1) var(--_s4);
    align-items: baseline;
    padding: var(--_s2) var(--_s1);
    cursor: pointer;
  }
  .offer-rows summary:hover {
    background: var(--_hover);
  }
  .offer-rows .who {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s1) var(--_s2);
    align-items: baseline;
    font-weight: 600;
  }
  .offer-rows .chip {
    font-weight: 400;
  }
  .offer-rows .link {
    display: inline-flex;
    min-height: 24px;
    align-items: center;
  }
  .offer-rows .opened {
    display: grid;
    gap: var(--_s4);
    padding: var(--_s2) var(--_s1) var(--_s5);
  }
  .offer-reasons {
    display: grid;
    gap: var(--_s2);
    margin: 0;
    padding-inline-start: 1.6em;
  }
  .offer-reasons li::marker {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .offer-rows p,
  .offer-reasons p {
    margin: 0;
  }
  .wide-field {
    width: 100%;
    min-height: 6em;
    padding: var(--_s2);
    resize: vertical;
  }
  .test-bar {
    display: grid;
    grid-template-columns: minmax(7em, 1fr) minmax(0, 2fr) 4em;
    gap: var(--_s3);
    align-items: center;
    padding-block: var(--_s1);
  }
  .test-bar .track {
    height: 12px;
    background: var(--_sunken);
    border-radius: 2px;
  }
  .test-bar .track span {
    display: block;
    width: calc(var(--share) * 100%);
    height: 100%;
    border-radius: 2px;
    background: var(--_muted);
  }
  .test-bar.ours .track span {
    background: var(--_accent);
  }
  .test-bar .end {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  @container view (max-width: 640px) {
    .offer-rows summary {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
