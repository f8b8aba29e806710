// Interact: strategy cards, reach, messages, lists.

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
    grid-template-columns: repeat(auto-fit, minmax(min(400px, 100%), max-content));
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
  .reach .coverage {
    grid-column: 1 / -1;
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
    .contact-table .wide {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .toggle[aria-pressed='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .plain-bar {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;
