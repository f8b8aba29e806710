// First screen and reading.

import { css } from 'lit';

export const startStyles = css`
  .first {
    display: grid;
    gap: var(--_s6);
    width: 100%;
    max-width: 720px;
    margin: clamp(8px, 5cqi, 64px) auto 0;
  }
  .first-words {
    display: grid;
    gap: var(--_s2);
    text-align: center;
    text-wrap: balance;
  }
  .drop {
    display: grid;
    justify-items: center;
    gap: var(--_s1);
    padding: var(--_s12) var(--_s4);
    border: 1.5px dashed var(--_control);
    border-radius: calc(var(--_radius) * 2);
    background: var(--_surface);
    text-align: center;
    transition:
      border-color var(--_motion),
      background var(--_motion);
  }
  .drop:hover {
    border-color: var(--_accent);
  }
  .drop-icon {
    display: grid;
    place-content: center;
    width: 48px;
    height: 48px;
    margin-bottom: var(--_s2);
    border-radius: 50%;
    background: var(--_accent-soft);
    color: var(--_accent);
  }
  .drop-icon .icon {
    width: 24px;
    height: 24px;
  }
  .drop-word {
    font-size: var(--_fs-20);
    font-weight: 600;
  }
  .drop-buttons {
    justify-content: center;
    margin-top: var(--_s4);
  }
  .button.large {
    min-height: 40px;
    padding: 0 var(--_s4);
  }
  .proof-lines {
    display: grid;
    gap: var(--_s2);
    width: fit-content;
    margin-inline: auto;
    color: var(--_muted);
    font-size: var(--_fs-13);
  }
  .proof-lines li {
    display: flex;
    gap: var(--_s2);
  }
  .proof-lines .icon {
    margin-top: 2px;
    color: var(--_good);
  }
  .proof-link {
    display: block;
    min-height: 24px;
    margin: var(--_s2) auto 0;
  }

  .reading {
    display: grid;
    justify-items: start;
    gap: var(--_s4);
    max-width: 560px;
    margin: clamp(16px, 10cqi, 120px) auto 0;
  }
  .reading-title {
    display: grid;
    font-size: var(--_fs-14);
    font-weight: 400;
    letter-spacing: 0;
    color: var(--_muted);
  }
  .reading-name {
    color: var(--_text);
    font-size: var(--_fs-20);
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  progress {
    appearance: none;
    width: 100%;
    height: 6px;
    border: 0;
    border-radius: 3px;
    overflow: hidden;
    background: var(--_sunken);
    color: var(--_accent);
    accent-color: var(--_accent);
  }
  progress::-webkit-progress-bar {
    background: var(--_sunken);
  }
  progress::-webkit-progress-value {
    background: var(--_accent);
    transition: inline-size var(--_motion);
  }
  progress::-moz-progress-bar {
    background: var(--_accent);
  }
  .reading progress {
    box-shadow: 0 0 0 1px var(--_line);
  }
  .reading-figures {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s1) var(--_s4);
    min-height: 1.5em;
  }
  @container frame (max-width: 719px) {
    .first h1 {
      font-size: var(--_fs-20);
    }
    .first .lead {
      font-size: var(--_fs-14);
    }
    .drop {
      padding-block: var(--_s8);
    }
    .drop-buttons .button {
      flex: 1 1 auto;
    }
  }
  @media (forced-colors: active) {
    progress {
      appearance: auto;
    }
  }
`;
