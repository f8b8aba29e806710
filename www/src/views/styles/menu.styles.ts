// Menus and the dialog of the privacy proof: what floats above the page.

import { css } from 'lit';

export const menuStyles = css`
  .menu {
    position: relative;
  }
  .menu summary {
    list-style: none;
    gap: var(--_s1);
  }
  .menu summary::-webkit-details-marker {
    display: none;
  }
  .menu-body {
    position: absolute;
    top: calc(100% + 6px);
    inset-inline-end: 0;
    z-index: 10;
    display: grid;
    width: max-content;
    min-width: 200px;
    max-width: min(300px, 86cqi);
    padding: var(--_s2);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-large);
    background: var(--_surface);
    box-shadow: var(--_shadow);
  }
  .menu-item,
  .menu-choice {
    display: flex;
    align-items: center;
    gap: var(--_s2);
    min-height: 32px;
    padding: 0 var(--_s2);
    border: 0;
    border-radius: var(--_radius);
    background: none;
    text-align: start;
    cursor: pointer;
  }
  .menu-item:hover,
  .menu-choice:hover {
    background: var(--_hover);
  }
  .menu-title {
    padding: var(--_s1) var(--_s2);
    color: var(--_muted);
    font-size: var(--_fs-12);
    font-weight: 500;
  }
  .menu-note {
    padding: var(--_s1) var(--_s2) var(--_s2);
    border-bottom: 1px solid var(--_line);
    margin-bottom: var(--_s2);
    color: var(--_muted);
    font-size: var(--_fs-12);
  }
  .menu-group {
    display: grid;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .proof,
  .paste {
    width: min(640px, calc(100vw - 32px));
    max-height: calc(100vh - 48px);
    padding: var(--_s6);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-large);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: var(--_shadow);
  }
  .proof::backdrop,
  .paste::backdrop {
    background: oklch(0.2 0.02 264 / 0.4);
  }
  .proof[open],
  .paste[open] {
    display: grid;
    gap: var(--_s3);
  }
  .paste-form {
    display: grid;
    gap: var(--_s3);
  }
  .paste-text {
    width: 100%;
    padding: var(--_s2);
    font: var(--_fs-12) / 1.6 ui-monospace, 'SF Mono', Menlo, Consolas, monospace;
    resize: vertical;
  }
  .proof h3 {
    margin-top: var(--_s2);
    font-size: var(--_fs-14);
  }
  .proof-counts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(200px, 1fr));
    gap: var(--_s4);
  }
  .proof-counts div {
    display: flex;
    flex-direction: column-reverse;
    justify-content: flex-end;
  }
  .proof-counts dt {
    color: var(--_muted);
    font-size: var(--_fs-13);
  }
  .proof-counts dd {
    font-size: var(--_fs-28);
    font-weight: 600;
    line-height: 1.2;
  }
  .steps {
    display: grid;
    gap: var(--_s1);
    padding-inline-start: 1.4em;
    list-style: decimal;
  }
  .code {
    max-height: 9em;
    overflow: auto;
    padding: var(--_s2) var(--_s3);
    border-radius: var(--_radius);
    background: var(--_sunken);
    font: var(--_fs-12) / 1.6 ui-monospace, 'SF Mono', Menlo, Consolas, monospace;
    overflow-wrap: anywhere;
  }
  .facts {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: var(--_s1) var(--_s4);
  }
  .facts dt {
    color: var(--_muted);
  }
  .hash {
    font-family: ui-monospace, 'SF Mono', Menlo, Consolas, monospace;
    overflow-wrap: anywhere;
  }
  @container frame (max-width: 719px) {
    .menu {
      position: static;
    }
    .menu-body {
      top: 52px;
      inset-inline-end: var(--_s4);
    }
  }
  @container frame (max-width: 479px) {
    .facts {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
