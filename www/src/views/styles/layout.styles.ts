// The frame: bar, stages, room. Widths are those of the element, not of the window.

import { css } from 'lit';

export const layoutStyles = css`
  :host {
    display: block;
    position: relative;
    min-height: 480px;
    background: var(--_page);
  }
  :host([hidden]) {
    display: none;
  }
  /* Everything that must hold even when the page says * { all: unset }, which reaches the element itself. */
  .frame {
    display: flex;
    flex-direction: column;
    position: relative;
    min-height: inherit;
    container: frame / inline-size;
    background: var(--_page);
    color: var(--_text);
    color-scheme: var(--_scheme);
    font: 400 var(--_fs-14) / 1.5 var(--_font);
    letter-spacing: normal;
    text-align: start;
    text-transform: none;
    white-space: normal;
    word-spacing: normal;
  }
  :host([full-page]) .frame {
    min-height: 100dvh;
  }
  .room {
    flex: 1;
    padding: var(--_s6);
  }
  .second {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--_s6);
    padding: 0 var(--_s6);
    border-bottom: 1px solid var(--_line);
    background: var(--_surface);
  }
  .controls .label {
    min-width: 0;
    white-space: nowrap;
  }
  .controls .field {
    min-width: 0;
    text-overflow: ellipsis;
  }
  .controls {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s2) var(--_s4);
    padding: var(--_s2) 0;
    margin-inline-start: auto;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_s2);
    padding: var(--_s2) var(--_s6);
    border-bottom: 1px solid var(--_line);
    background: var(--_surface);
    position: sticky;
    top: 0;
    z-index: 3;
  }
  .notices {
    display: grid;
    gap: var(--_s2);
    padding: 0 var(--_s6);
  }
  .notices > :first-child {
    margin-top: var(--_s4);
  }
  .message {
    display: flex;
    align-items: start;
    gap: var(--_s2);
    max-width: 60em;
    padding: var(--_s3);
    background: var(--_surface);
    box-shadow: inset 0 0 0 1px var(--_line);
    overflow-wrap: anywhere;
  }
  .link {
    min-height: 24px;
  }
  .where {
    font-weight: 600;
  }
  [data-heading]:focus,
  [data-heading]:focus-visible {
    outline: none;
  }
  h1[data-heading]:not(.reading-title) {
    text-wrap: balance;
  }
  .room-title {
    font-size: var(--_fs-20);
    line-height: 1.3;
    letter-spacing: 0;
  }
  .part-title {
    font-size: var(--_fs-16);
  }
  .small-title {
    font-size: var(--_fs-13);
    font-weight: 500;
    color: var(--_muted);
  }
  .lead {
    color: var(--_muted);
    font-size: var(--_fs-16);
  }
  .icon {
    flex: none;
  }
  .drop-cover {
    position: absolute;
    inset: var(--_s2);
    z-index: 20;
    display: grid;
    place-content: center;
    border: 2px dashed var(--_accent);
    border-radius: var(--_radius-large);
    background: color-mix(in oklch, var(--_surface) 88%, transparent);
    color: var(--_accent);
    font-size: var(--_fs-20);
    font-weight: 600;
    pointer-events: none;
  }
  @container frame (max-width: 719px) {
    .room,
    .notices {
      padding-inline: var(--_s4);
    }
    .room {
      padding-block: var(--_s4);
    }
    .second {
      display: contents;
    }
    .controls {
      padding: var(--_s2) var(--_s4);
      margin: 0;
      border-bottom: 1px solid var(--_line);
      background: var(--_surface);
    }
    .chips {
      padding-inline: var(--_s4);
    }
  }
  @media print {
    .top,
    .stages,
    .notices {
      display: none;
    }
  }
`;
