// The colour of a segment by what its scheme is: tiers have a scale of worth, all others the hues of health.

import { healthClass, type Marked, tierClass } from '../../styles/marks.ts';

/** Built-in schemes whose segments are tiers: an order of worth, not a state of health. */
const TIER_SCHEMES = new Set(['value', 'vip', 'abc']);

/** Whether the segments of a scheme are a scale of worth, so that there is an up and a down. */
export function isTierScheme(scheme: string, tierScheme: string): boolean {
  return TIER_SCHEMES.has(scheme) || scheme === tierScheme;
}

/** Classes of the mark of a segment, the same wherever it is drawn. */
export function schemeMark(
  scheme: string,
  code: string,
  segments: readonly Marked[],
  tierScheme: string,
): string {
  const place = segments.findIndex((segment) => segment.code === code);
  const isTier = place >= 0 && isTierScheme(scheme, tierScheme);
  return isTier ? tierClass(place, segments.length) : healthClass(code, segments);
}
