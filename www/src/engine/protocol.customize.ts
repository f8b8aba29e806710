// What Customize asks of the core: the calls of the protocol, and the methods of the session that answer them.

import type {
  Assignment,
  CustomerOffer,
  Loyalty,
  LoyaltyFigures,
  LoyaltyWhatIf,
  OfferFigures,
  OfferPage,
  OfferQuery,
  OfferTest,
  OwnerList,
  Staff,
} from './types.ts';

/** What goes in and what comes out. */
export interface CustomizeCalls {
  offer_figures: { input: object; output: OfferFigures };
  offer_page: { input: { readonly query: OfferQuery }; output: OfferPage };
  customer_offer: { input: { readonly customer: number }; output: CustomerOffer };
  staff_named: { input: object; output: Staff };
  assignment: {
    input: { readonly staff: Staff; readonly limit: number };
    output: Assignment;
  };
  owners_csv: {
    input: { readonly staff: Staff; readonly list: OwnerList };
    output: Uint8Array<ArrayBuffer>;
  };
  loyalty: { input: object; output: LoyaltyFigures | undefined };
  loyalty_suggestion: { input: object; output: Loyalty };
  loyalty_what_if: { input: { readonly plan: Loyalty }; output: LoyaltyWhatIf };
  offer_test: { input: object; output: OfferTest | undefined };
}

/** What answers, one method each. */
export interface CustomizeSession {
  offerFigures(): OfferFigures;
  offerPage(query: OfferQuery): OfferPage;
  customerOffer(customer: number): CustomerOffer;
  offerTest(): OfferTest | undefined;
  staffNamed(): Staff;
  assignment(staff: Staff, limit: number): Assignment;
  ownersCsv(staff: Staff, list: OwnerList): Uint8Array;
  loyalty(): LoyaltyFigures | undefined;
  loyaltySuggestion(): Loyalty;
  loyaltyWhatIf(plan: Loyalty): LoyaltyWhatIf;
}
