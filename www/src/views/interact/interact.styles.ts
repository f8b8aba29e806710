// Interact: strategy cards, reach, weeks, the month, lists.

import { css } from 'lit';

export const interactStyles = css`
  ct-contacts,
  ct-left,
  ct-messages {
    display: block;
    min-width: 0;
  }
  .notice + .charts {
    margin-top: var(--_s6);
  }
  .table .link {
    text-align: start;
  }
  .covered {
    margin-top: calc(-1 * var(--_s6));
    margin-bottom: var(--_s6);
  }
  .part-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_s1) var(--_s4);
    margin-bottom: var(--_s4);
  }
  .part-head h2 {
    font-size: var(--_fs-16);
  }
  .part-head p {
    flex-basis: 100%;
  }
  .strategies {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(320px, 100%), 1fr));
    gap: var(--_s6) var(--_s8);
    margin-bottom: var(--_s8);
  }
  .strategy {
    display: grid;
    gap: var(--_s3);
    align-content: start;
    min-width: 0;
    padding-top: var(--_s3);
    border-top: 1px solid var(--_line);
  }
  .pairs {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(340px, 100%), max-content));
    gap: var(--_s2) var(--_s8);
  }
  .strategy .pairs {
    grid-template-columns: minmax(0, 1fr);
  }
  .pair > span:first-child {
    flex: 1 1 6em;
  }
  .pair {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--_s1) var(--_s3);
    font-size: var(--_fs-13);
  }
  .short {
    width: 76px;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .channel-list {
    display: grid;
    gap: var(--_s1);
    font-size: var(--_fs-13);
  }
  .channel-head {
    display: flex;
    justify-content: space-between;
    padding-inline-end: 92px;
  }
  .channel-list li {
    display: flex;
    align-items: center;
    gap: var(--_s2);
    padding-block: 2px;
    border-bottom: 1px solid var(--_line);
  }
  .channel-list ol {
    margin-bottom: var(--_s2);
  }
  .channel-tools {
    display: flex;
    flex: none;
    gap: 2px;
  }
  .tool {
    min-width: 28px;
    min-height: 28px;
    padding: 0;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: var(--_muted);
    cursor: pointer;
  }
  .tool:hover:not(:disabled) {
    background: var(--_hover);
    color: var(--_text);
  }
  .tool:disabled {
    opacity: 0.35;
    cursor: default;
  }
  .ruled {
    display: grid;
    gap: var(--_s3);
    justify-items: stretch;
    margin-bottom: var(--_s8);
    padding-top: var(--_s3);
    border-top: 1px solid var(--_line);
  }
  .ruled > .button {
    justify-self: start;
  }
  .play-rules li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_s2);
    padding-block: var(--_s1);
    font-size: var(--_fs-13);
  }
  .toggle {
    min-height: 28px;
    padding: 0 var(--_s2);
    border: 1px solid var(--_control);
    border-radius: 999px;
    background: none;
    color: var(--_text);
    font-size: var(--_fs-12);
    white-space: nowrap;
    cursor: pointer;
  }
  .toggle[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_accent-soft);
    font-weight: 500;
  }
  .day-list {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_s2) var(--_s3);
    font-size: var(--_fs-13);
  }
  .reach .coverage,
  .plan-charts .weeks,
  .plan-charts ct-left {
    grid-column: 1 / -1;
  }
  .plan-charts .table th,
  .plan-charts .table td {
    white-space: nowrap;
  }
  .share {
    position: relative;
    min-width: 72px;
  }
  .share-bar {
    position: absolute;
    inset-block: 5px;
    inset-inline-end: var(--_s1);
    width: calc(var(--w) * (100% - var(--_s2)));
    border-radius: 3px;
    background: var(--_accent-soft);
    z-index: -1;
  }
  .coverage .table {
    position: relative;
    z-index: 0;
  }
  .plain-bars li {
    display: grid;
    grid-template-columns: minmax(72px, 1fr) 3fr auto;
    align-items: center;
    gap: var(--_s3);
    padding-block: 3px;
    font-size: var(--_fs-13);
  }
  .plain-track {
    height: 12px;
  }
  .plain-bar {
    display: block;
    width: calc(var(--w) * 100%);
    height: 100%;
    border-radius: 2px;
    background: var(--_accent);
  }
  .week-columns {
    display: grid;
    grid-auto-columns: minmax(40px, 1fr);
    grid-auto-flow: column;
    gap: 2px;
    padding: 3px;
  }
  .week {
    display: grid;
    justify-items: center;
    gap: 2px;
    padding: var(--_s1) 2px;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    font-size: var(--_fs-12);
    cursor: pointer;
  }
  .week:hover {
    background: var(--_hover);
  }
  .week-plot {
    position: relative;
    width: 100%;
    height: 140px;
    border-bottom: 1px solid var(--_line);
  }
  .week-bar {
    position: absolute;
    inset: auto 15% 0;
    height: calc(var(--h) * 100%);
    border-radius: 3px 3px 0 0;
    background: var(--_accent);
  }
  .week-had {
    position: absolute;
    inset: auto 0 0;
    height: calc(var(--h) * 100%);
    border-top: 2px solid var(--_text);
  }
  .week-hours {
    font-weight: 500;
  }
  .week-from {
    color: var(--_muted);
  }
  .month-grid {
    display: grid;
    grid-template-columns: repeat(7, minmax(0, 1fr));
    gap: 3px;
  }
  .weekday {
    text-align: center;
  }
  .day {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    grid-template-rows: auto 1fr auto;
    align-items: start;
    gap: 0 var(--_s1);
    min-height: 62px;
    padding: 3px 5px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    font-size: var(--_fs-12);
    line-height: 1.3;
    text-align: start;
    cursor: pointer;
  }
  .day.off {
    background: var(--_sunken);
  }
  .day:hover {
    border-color: var(--_accent);
  }
  .day-number {
    color: var(--_muted);
  }
  .day-name {
    overflow: hidden;
    text-align: end;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .day-count {
    grid-column: 1 / -1;
    grid-row: 2;
    font-size: var(--_fs-16);
    font-weight: 600;
  }
  .day-work {
    grid-column: 1 / -1;
    grid-row: 3;
    color: var(--_muted);
  }
  .row.tight {
    flex-wrap: nowrap;
    gap: var(--_s3);
  }
  .filters {
    margin-block: var(--_s2);
    font-size: var(--_fs-13);
  }
  .message-text {
    width: 100%;
    margin-block: var(--_s2);
    padding: var(--_s2);
    line-height: 1.5;
    resize: vertical;
  }
  .message-subject {
    display: grid;
    gap: 2px;
  }
  .letter {
    display: grid;
    gap: var(--_s2);
    margin-bottom: var(--_s2);
    padding: var(--_s3) var(--_s4);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .letter-text {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .messages .message-report {
    grid-column: 1 / -1;
  }
  .contact-table td,
  .contact-table tbody th {
    vertical-align: top;
  }
  @container (max-width: 620px) {
    .contact-table .wide,
    .day-work {
      display: none;
    }
    .day {
      min-height: 48px;
      padding: 2px 3px;
    }
    .day-name {
      grid-column: 1 / -1;
      grid-row: 3;
      font-size: 10px;
      text-align: start;
    }
  }
  @media (forced-colors: active) {
    .toggle[aria-pressed='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .week-bar,
    .plain-bar {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;
