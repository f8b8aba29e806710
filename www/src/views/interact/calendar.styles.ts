// Interact, the calendar: days that are set, weeks as columns, the month.

import { css } from 'lit';

export const calendarStyles = css`
  .day-list {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_s2) var(--_s3);
    font-size: var(--_fs-13);
  }
  .plan-charts .weeks,
  .plan-charts ct-left {
    grid-column: 1 / -1;
  }
  .plan-charts .table th,
  .plan-charts .table td {
    white-space: nowrap;
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
  @container (max-width: 620px) {
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
    .week-bar {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;
