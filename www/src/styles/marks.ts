// The colour of a tier or a segment, as classes that set `--_mark`: the same on every chart, chip and cell.

import { css, unsafeCSS } from 'lit';
import type { Health } from '../engine/types.ts';

/** What a class is made from: place in the scheme, how many there are, and health. */
export interface Marked {
  readonly code: string;
  readonly health: Health;
}

const STEPS = 5;
const SHADES = 3;
const HOST_TIERS = 10;

const HUES: Readonly<Record<Health, string>> = {
  growing: 'growing',
  loyal: 'loyal',
  needs_care: 'care',
  slipping: 'slipping',
  lost: 'lost',
};

/** Classes of the tier at this place (0 is the best) of so many: as far apart on the scale as their number allows. */
export function tierClass(place: number, count: number): string {
  const step = count < 2 ? 1 : 1 + Math.round((place * (STEPS - 1)) / (count - 1));
  return `mark t${place + 1} s${step}`;
}

/** Class of a segment: the hue is its health, the shade its place among those of the same health. */
export function healthClass(code: string, segments: readonly Marked[]): string {
  const segment = segments.find((candidate) => candidate.code === code);
  if (!segment) return 'mark h-lost-3';
  const alike = segments.filter((other) => other.health === segment.health);
  const shade = (alike.findIndex((other) => other.code === code) % SHADES) + 1;
  return `mark h-${HUES[segment.health]}-${shade}`;
}

// The steps of the scale, then what a host says about its n-th tier.
const rules = [
  ...range(STEPS).map(
    (step) => `.s${step} { --_step: var(--_tier-${step}); --_mark: var(--_step); }`,
  ),
  ...range(HOST_TIERS).map(
    (place) => `.t${place} { --_mark: var(--ct-color-tier-${place}, var(--_step)); }`,
  ),
  ...Object.values(HUES).flatMap((hue) =>
    range(SHADES).map((shade) => `.h-${hue}-${shade} { --_mark: var(--_${hue}-${shade}); }`),
  ),
];

export const marks = css`
  ${unsafeCSS(rules.join('\n'))}
`;

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
