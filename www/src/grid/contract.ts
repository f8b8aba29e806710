// What the customer list is a function of, and what it says.

import type {
  CustomerPage,
  CustomerQuery,
  Filter,
  Listed,
  Overview,
  Summary,
} from '../engine/types.ts';
import type { Translation } from '../i18n/index.ts';

/** Everything the list is a function of. */
export interface ListProps {
  /** Words and figures in the user's language. */
  readonly t: Translation;
  /** The figures of the run. */
  readonly summary: Summary;
  /** The numbers behind the charts for the selection; null until they are there. */
  readonly overview: Overview | null;
  /** The selection; the frame shows it as removable chips. */
  readonly filter: Filter;
  /** Customers with orders, without, or both. */
  readonly listed: Listed;
  /** Grows with every result: pages asked for before are stale. */
  readonly revision: number;
  /** A page of customers. Rejects when the engine ended; ask again with the next revision. */
  requestPage(query: CustomerQuery): Promise<CustomerPage>;
}

/** A selection was made: everything on the page follows it. */
export class SelectFilterEvent extends Event {
  static readonly type = 'select-filter';
  constructor(readonly filter: Filter) {
    super(SelectFilterEvent.type, { bubbles: true });
  }
}

/** Other customers are to be listed: those with orders, without, or both. */
export class ListCustomersEvent extends Event {
  static readonly type = 'list-customers';
  constructor(readonly listed: Listed) {
    super(ListCustomersEvent.type, { bubbles: true });
  }
}

/** A customer's card was opened (the view shows it itself); null when it was closed. */
export class OpenCustomerEvent extends Event {
  static readonly type = 'open-customer';
  constructor(readonly customer: number | null) {
    super(OpenCustomerEvent.type, { bubbles: true });
  }
}
