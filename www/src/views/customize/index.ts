// Defines the elements of the room, once: another copy on the page may have been first.

import { LoyaltyTab } from './loyalty/view.ts';
import { CustomerOfferCard } from './offers/card.ts';
import { OffersTab } from './offers/view.ts';
import { OwnersTab } from './owners/view.ts';
import { ServiceCost } from './service/what-if.ts';
import { Customize } from './view.ts';

if (!customElements.get('ct-offers')) customElements.define('ct-offers', OffersTab);
if (!customElements.get('ct-customer-offer'))
  customElements.define('ct-customer-offer', CustomerOfferCard);
if (!customElements.get('ct-owners')) customElements.define('ct-owners', OwnersTab);
if (!customElements.get('ct-service-cost')) customElements.define('ct-service-cost', ServiceCost);
if (!customElements.get('ct-loyalty')) customElements.define('ct-loyalty', LoyaltyTab);
if (!customElements.get('ct-customize')) customElements.define('ct-customize', Customize);
