// What the frame gives to the Differentiate view, and what it hears from it.
//
// The view is the element `<ct-differentiate>` (exported and defined, guarded, by ./index.ts) with one property `.props`.
// It is a function of its props: it never talks to the engine, and keeps only what nobody else needs (an open drawer, a sort order).

import type { Questions } from '../../engine/questions.ts';
import type {
  Correction,
  CustomerCard,
  Overview,
  PartitionReport,
  Recipe,
  Scheme,
} from '../../engine/types.ts';
import type { ListProps } from '../../grid/contract.ts';

/** Everything the view is a function of. */
export interface DifferentiateProps extends ListProps {
  /** The numbers behind the charts for all customers; null until they are there. */
  readonly whole: Overview | null;
  /** The same for `filter`; while new ones are computed the old ones stay. With an empty filter it equals `whole`. */
  readonly overview: Overview | null;
  /** Whether the customer list was asked for from another room. */
  readonly isListAsked: boolean;
  /** What is decided; the view may propose changes by `change-recipe`. */
  readonly recipe: Recipe;
  /** Whether a change of the recipe can be taken back, or done again. */
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Whether a newer result is being computed. */
  readonly pending: boolean;
  /** What a tab asks about the last run: in a `Task` with `revision` among its arguments, so that it is asked again after each. */
  readonly ask: Questions;
  /** Everything about one customer; undefined when there is none with this number. */
  requestCard(customer: number): Promise<CustomerCard | undefined>;
  /** What is wrong with a table of segments. */
  requestCheck(scheme: Scheme): Promise<PartitionReport>;
}

export { ListCustomersEvent, OpenCustomerEvent, SelectFilterEvent } from '../../grid/contract.ts';
export { EVERYBODY, isEverybody } from '../../state/filter.ts';

/** Parts of the recipe are to be replaced, as thresholds that were dragged; results follow with a new revision. */
export class ChangeRecipeEvent extends Event {
  static readonly type = 'change-recipe';
  /** @param gesture what the change is part of, as one drag: all of it is undone at once */
  constructor(
    readonly changes: Partial<Recipe>,
    readonly gesture: string | null = null,
  ) {
    super(ChangeRecipeEvent.type, { bubbles: true });
  }
}

/** A customer is put into a segment by hand, or that is taken back; results follow with a new revision. */
export class SetByHandEvent extends Event {
  static readonly type = 'set-by-hand';
  constructor(
    readonly step: Correction,
    readonly isSet: boolean,
  ) {
    super(SetByHandEvent.type, { bubbles: true });
  }
}

/** More files are wanted, as where the ones that are there say nothing about orders. */
export class AddFilesEvent extends Event {
  static readonly type = 'add-files';
  constructor() {
    super(AddFilesEvent.type, { bubbles: true });
  }
}

/** The last change of the recipe is to be taken back, or done again. */
export class TravelEvent extends Event {
  static readonly type = 'travel';
  constructor(readonly way: 'undo' | 'redo') {
    super(TravelEvent.type, { bubbles: true });
  }
}

/** What index.ts exports, so that the frame can mount it. */
export interface DifferentiateElement extends HTMLElement {
  props: DifferentiateProps;
}
