// The screen of schemes: its list.

import { css } from 'lit';

export const schemesStyles = css`
  :host {
    display: block;
    min-width: 0;
  }
  .schemes-page {
    container: schemes / inline-size;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_s6);
  }
  .schemes-head {
    gap: var(--_s2) var(--_s4);
  }
  .schemes-head h1 {
    font-size: var(--_fs-20);
  }
  .schemes-head .label {
    min-width: 200px;
  }

  .scheme {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_s1) var(--_s6);
    align-items: center;
    padding-block: var(--_s2);
    border-top: 1px solid var(--_line);
  }
  .scheme h3 {
    font-size: var(--_fs-14);
  }
  .scheme .row {
    gap: var(--_s1) var(--_s4);
  }
  .scheme .link {
    min-height: 24px;
  }
  .library {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 320px), 1fr));
    gap: 0 var(--_s8);
    margin-top: var(--_s2);
    font-size: var(--_fs-13);
  }
  .library li {
    min-height: 32px;
    border-top: 1px solid var(--_line);
  }
  .library .link {
    min-height: 24px;
  }
  .scheme-bar {
    display: flex;
    gap: 1px;
    height: 18px;
    overflow: hidden;
    border-radius: 3px;
  }
  .scheme-bar > span {
    flex: var(--w) 0 0;
    min-width: 1px;
    background: var(--_mark);
  }
  @container schemes (min-width: 760px) {
    .scheme {
      grid-template-columns: minmax(180px, 2fr) minmax(160px, 3fr) minmax(300px, 3fr);
    }
  }
`;
