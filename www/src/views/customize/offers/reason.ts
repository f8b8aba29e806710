// Why a product is recommended, in figures.

import type { OfferReason } from '../../../engine/types.ts';
import type { Translation } from '../../../i18n/index.ts';

export function reasonText(reason: OfferReason, t: Translation): string {
  // Each entry takes exactly the reason of its own code; the compiler cannot pair them up by itself.
  const say = t.customize.offers.reason[reason.code] as (reason: OfferReason) => string;
  return say(reason);
}
