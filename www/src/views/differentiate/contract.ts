// What the frame gives to the Differentiate view, and what it hears from it.
//
// The view is the element `<ct-differentiate>` (exported and defined, guarded, by ./index.ts) with one property `.props`.
// It is a function of its props: it never talks to the engine, and keeps only what nobody else needs (an open drawer, a sort order).

import type {
  CustomerCard,
  CustomerPage,
  CustomerQuery,
  Filter,
  Overview,
  PartitionReport,
  Recipe,
  Scheme,
  Summary,
} from '../../engine/types.ts';
import type { Translation } from '../../i18n/index.ts';

/** Everything the view is a function of. */
export interface DifferentiateProps {
  /** Words and figures in the user's language; its own keys are in `t.differentiate`. */
  readonly t: Translation;
  /** The figures of the run. */
  readonly summary: Summary;
  /** The numbers behind the charts for all customers; null until they are there. */
  readonly whole: Overview | null;
  /** The same for `filter`; while new ones are computed the old ones stay. With an empty filter it equals `whole`. */
  readonly overview: Overview | null;
  /** The selection; the frame shows it as removable chips. */
  readonly filter: Filter;
  /** What is decided; the view may propose changes by `change-recipe`. */
  readonly recipe: Recipe;
  /** Whether a newer result is being computed. */
  readonly pending: boolean;
  /** Grows with every result: pages and cards asked for before are stale. */
  readonly revision: number;
  /** A page of customers. Rejects when the engine ended; ask again with the next revision. */
  requestPage(query: CustomerQuery): Promise<CustomerPage>;
  /** Everything about one customer; undefined when there is none with this number. */
  requestCard(customer: number): Promise<CustomerCard | undefined>;
  /** What is wrong with a table of segments. */
  requestCheck(scheme: Scheme): Promise<PartitionReport>;
}

export { EVERYBODY, isEverybody } from '../../state/filter.ts';

/** A selection was made: everything on the page follows it. */
export class SelectFilterEvent extends Event {
  static readonly type = 'select-filter';
  constructor(readonly filter: Filter) {
    super(SelectFilterEvent.type, { bubbles: true });
  }
}

/** A customer's card was opened (the view shows it itself); null when it was closed. */
export class OpenCustomerEvent extends Event {
  static readonly type = 'open-customer';
  constructor(readonly customer: number | null) {
    super(OpenCustomerEvent.type, { bubbles: true });
  }
}

/** Parts of the recipe are to be replaced, as thresholds that were dragged; results follow with a new revision. */
export class ChangeRecipeEvent extends Event {
  static readonly type = 'change-recipe';
  constructor(readonly changes: Partial<Recipe>) {
    super(ChangeRecipeEvent.type, { bubbles: true });
  }
}

/** What index.ts exports, so that the frame can mount it. */
export interface DifferentiateElement extends HTMLElement {
  props: DifferentiateProps;
}
