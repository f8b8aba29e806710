// Defines <customer-tiers> once: a second copy or version on the same page leaves the first one alone.

import { CustomerTiers } from './customer-tiers.ts';

export function register(name = 'customer-tiers'): void {
  if (typeof customElements === 'undefined' || customElements.get(name)) return;
  customElements.define(name, CustomerTiers);
}

declare global {
  interface HTMLElementTagNameMap {
    'customer-tiers': CustomerTiers;
  }
}
