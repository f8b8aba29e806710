// The top bar and the stages: tabs above on a wide element, a bar below on a narrow one.

import { css } from 'lit';

export const barStyles = css`
  .top {
    display: flex;
    align-items: center;
    gap: var(--_s2);
    min-height: 52px;
    padding: var(--_s2) var(--_s6);
    border-bottom: 1px solid var(--_line);
    background: var(--_surface);
  }
  .product {
    display: flex;
    align-items: center;
    gap: var(--_s2);
    font-weight: 600;
    white-space: nowrap;
  }
  .mark-icon {
    color: var(--_accent);
  }
  .data {
    min-width: 0;
    color: var(--_muted);
    font-size: var(--_fs-13);
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }
  .data .clip {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .language {
    color: var(--_muted);
  }
  .badge {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 28px;
    padding: 0 10px;
    border: 1px solid color-mix(in oklch, var(--_good) 40%, transparent);
    border-radius: 999px;
    background: color-mix(in oklch, var(--_good) 8%, transparent);
    color: var(--_good);
    font-size: var(--_fs-12);
    font-weight: 500;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
    cursor: pointer;
  }
  .badge:hover {
    border-color: var(--_good);
  }
  .badge.some {
    border-color: var(--_warn);
    background: none;
    color: var(--_warn);
  }

  .stages ol {
    display: flex;
    gap: var(--_s6);
  }
  .stage {
    display: grid;
    gap: 1px;
    min-width: 88px;
    padding: 10px 0 8px;
    border: 0;
    border-bottom: 2px solid transparent;
    background: none;
    text-align: start;
    line-height: 1.3;
    cursor: pointer;
  }
  .stage-name {
    display: flex;
    align-items: center;
    gap: 6px;
    font-weight: 500;
    white-space: nowrap;
  }
  .stage-number {
    display: inline-grid;
    place-content: center;
    width: 18px;
    height: 18px;
    border-radius: 50%;
    background: var(--_sunken);
    color: var(--_muted);
    font-size: var(--_fs-12);
    font-weight: 500;
  }
  .stage-state {
    padding-inline-start: 24px;
    color: var(--_muted);
    font-size: var(--_fs-12);
    white-space: nowrap;
  }
  .stage:hover .stage-name {
    color: var(--_accent);
  }
  .stage[aria-current='page'] {
    border-bottom-color: var(--_accent);
  }
  .stage[aria-current='page'] .stage-number {
    background: var(--_accent);
    color: var(--_on-accent);
  }

  @container frame (max-width: 959px) {
    .data .clip {
      max-width: 16em;
    }
  }
  @container frame (max-width: 719px) {
    .top {
      position: relative;
      flex-wrap: wrap;
      gap: var(--_s1) var(--_s2);
      padding: var(--_s2) var(--_s4);
    }
    .top .data {
      order: 9;
      flex-basis: 100%;
      justify-content: start;
      padding-inline: 0;
    }
    .data .clip {
      max-width: none;
    }
    .language {
      padding-inline: var(--_s1);
    }
    .stages {
      position: sticky;
      bottom: 0;
      z-index: 5;
      order: 9;
      border-top: 1px solid var(--_line);
      background: var(--_surface);
      padding-bottom: env(safe-area-inset-bottom);
    }
    .stages ol {
      gap: 0;
    }
    .stages li {
      flex: 1;
      min-width: 0;
    }
    .stage {
      width: 100%;
      min-width: 0;
      min-height: 52px;
      justify-items: center;
      align-content: center;
      padding: 6px 2px;
      border-top: 2px solid transparent;
      border-bottom: 0;
    }
    .stage[aria-current='page'] {
      border-top-color: var(--_accent);
    }
    .stage-name {
      font-size: var(--_fs-12);
    }
    .stage-number {
      display: none;
    }
    .stage-state {
      max-width: 100%;
      overflow: hidden;
      padding: 0;
      text-overflow: ellipsis;
    }
  }
  @container frame (max-width: 419px) {
    .badge-more,
    .loaded .product span {
      position: absolute;
      clip-path: inset(50%);
    }
    .badge {
      padding: 0 var(--_s2);
    }
    .badge .icon,
    .menu summary .icon:last-child {
      display: none;
    }
    .top {
      column-gap: var(--_s1);
    }
    .top .button {
      padding-inline: var(--_s2);
    }
    .top .language {
      padding-inline: var(--_s1);
    }
    .top .data {
      padding-inline: 0;
    }
    .stage-state {
      display: none;
    }
  }
`;
