// Layout of the scores: what counts on the left, what comes of it on the right; one below the other on a phone.

import { css } from 'lit';

export const scoresStyles = css`
  :host {
    display: block;
    container: scores / inline-size;
    min-width: 0;
  }
  .scores-head h1 {
    font-size: var(--_fs-20);
  }
  .scores-head p {
    max-width: 62em;
  }
  .score-choice {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s2);
    margin-block: var(--_s4) var(--_s6);
  }
  .scores-body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_s8);
  }
  .scores-figures {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_s8);
    align-content: start;
  }
  .weights,
  .sheet,
  .score-means {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_s3);
    align-content: start;
    min-width: 0;
    padding-top: var(--_s3);
    border-top: 1px solid var(--_line);
  }
  .weights h2 {
    font-size: var(--_fs-16);
  }
  .weights .title {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--_s1) var(--_s4);
  }
  .share-bar {
    display: flex;
    gap: 1px;
    height: 12px;
    overflow: hidden;
    border-radius: 3px;
  }
  .share-bar > span {
    flex: var(--w) 0 0;
    background: var(--_mark);
  }
  .share-0 {
    --_mark: var(--_accent);
  }
  .share-1 {
    --_mark: color-mix(in oklch, var(--_accent) 75%, var(--_text));
  }
  .share-2 {
    --_mark: color-mix(in oklch, var(--_accent) 60%, var(--_surface));
  }
  .share-3 {
    --_mark: color-mix(in oklch, var(--_accent) 35%, var(--_surface));
  }
  .share-4 {
    --_mark: color-mix(in oklch, var(--_muted) 70%, var(--_surface));
  }
  .factor {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 5em 3.5em var(--_control-height);
    gap: var(--_s1) var(--_s3);
    align-items: center;
    padding-block: var(--_s2);
    border-top: 1px solid var(--_line);
  }
  .factor-name {
    display: flex;
    flex-wrap: wrap;
    grid-column: 1 / -1;
    align-items: center;
    gap: var(--_s2);
  }
  .factor input[type='range'] {
    width: 100%;
    min-width: 0;
    min-height: 24px;
    margin: 0;
  }
  .factor .number {
    text-align: end;
  }
  .factor .weight-field {
    width: 100%;
    min-width: 0;
  }
  .factor-cut {
    grid-row: 3;
    grid-column: 1 / -1;
    gap: var(--_s2);
  }
  .bins-field {
    width: 4.5em;
  }
  .points-field {
    width: 6.5em;
  }
  .score-table tbody td.end {
    padding-inline-end: var(--_s2);
    background: color-mix(in oklch, var(--_accent) var(--heat, 0%), transparent);
    font-variant-numeric: tabular-nums;
  }
  .sheet .label.grow {
    flex: 1 1 220px;
  }
  @container scores (min-width: 900px) {
    .scores-body {
      grid-template-columns: minmax(0, 6fr) minmax(0, 5fr);
    }
    .score-segments {
      grid-column: 1 / -1;
    }
    .factor {
      grid-template-columns: minmax(9em, 1.2fr) minmax(80px, 1fr) 5em 3.5em auto var(--_control-height);
    }
    .factor-name,
    .factor-cut {
      grid-row: auto;
      grid-column: auto;
    }
  }
`;
