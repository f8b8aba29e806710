// The customer file, outliers, corrections, and the bar that applies them.

import { css } from 'lit';

export const fileStyles = css`
  .bins {
    display: grid;
    grid-template-columns: repeat(11, minmax(0, 1fr));
    gap: 2px;
    max-width: 640px;
    padding-top: var(--_s2);
  }
  .bin {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    overflow: hidden;
    grid-template-rows: 18px 96px auto;
    text-align: center;
  }
  .bin-bar {
    width: 100%;
    height: 96px;
    border-bottom: 1px solid var(--_control);
  }
  .bin-bar rect {
    fill: var(--_accent);
  }
  .strip {
    max-width: 760px;
  }
  .strip-frame svg {
    display: block;
    width: 100%;
    height: 64px;
  }
  .strip-band {
    fill: var(--_accent-soft);
  }
  .strip-line {
    stroke: var(--_line);
  }
  .strip-mark {
    stroke: var(--_warn);
    stroke-width: 2;
    vector-effect: non-scaling-stroke;
  }
  .strip-fence {
    stroke: var(--_text);
    stroke-dasharray: 3 3;
    vector-effect: non-scaling-stroke;
  }
  .strip-figures {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s1) var(--_s6);
  }
  .strip-figures > div {
    display: flex;
    gap: var(--_s2);
  }
  .strip-figures dt {
    color: var(--_muted);
  }

  .steps-list {
    display: grid;
  }
  .step {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--_s3);
    min-height: 40px;
    border-bottom: 1px solid var(--_line);
    overflow-wrap: anywhere;
  }
  .step .gone {
    color: var(--_muted);
    text-decoration: line-through;
  }
  .saved {
    color: var(--_good);
    font-weight: 500;
  }
  .apply-bar {
    position: sticky;
    bottom: 0;
    z-index: 4;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_s2);
    padding: var(--_s3) 0;
    border-top: 1px solid var(--_line);
    background: var(--_page);
  }
  .apply-bar.empty {
    padding: 0;
    border: 0;
  }
  .apply-bar > p {
    font-weight: 500;
  }
  /* Floats, so that nothing moves for it, and comes late, so that a short wait shows nothing. */
  .rerun {
    position: sticky;
    top: 0;
    z-index: 6;
    height: 0;
  }
  .rerun-body {
    display: flex;
    align-items: center;
    gap: var(--_s3);
    width: min(480px, calc(100% - 2 * var(--_s4)));
    margin: var(--_s2) auto;
    padding: var(--_s2) var(--_s3);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-large);
    background: var(--_surface);
    box-shadow: var(--_shadow);
    animation: rerun-appears var(--_motion) 400ms backwards;
  }
  .rerun-body progress {
    flex: 1;
  }
  @keyframes rerun-appears {
    from {
      opacity: 0;
      visibility: hidden;
    }
  }
  @container frame (max-width: 719px) {
    .apply-bar .button {
      flex: 1 1 auto;
    }
    .apply-bar > p {
      flex-basis: 100%;
    }
    .step {
      padding: var(--_s1) 0;
    }
    .step .grow {
      flex-basis: 100%;
    }
    .bin:nth-child(even) .bin-name {
      visibility: hidden;
    }
    .apply-bar {
      bottom: calc(53px + env(safe-area-inset-bottom));
    }
  }
  @media (forced-colors: active) {
    .bin-bar rect {
      fill: CanvasText;
    }
  }
`;
