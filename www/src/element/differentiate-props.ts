// State → what the Differentiate view is a function of.

import type { Engine } from '../engine/engine.ts';
import type { Translation } from '../i18n/index.ts';
import type { State } from '../state/state.ts';
import type { DifferentiateProps } from '../views/differentiate/contract.ts';
import { forgetDraft } from '../views/differentiate/schemes/kept-draft.ts';

interface Kept {
  readonly state: State;
  readonly t: Translation;
  readonly props: DifferentiateProps | null;
}

const kept = new WeakMap<Engine, Kept>();

/** The same object for the same state, so that a view that compares does not draw again. */
export function differentiateProps(
  state: State,
  t: Translation,
  engine: Engine,
): DifferentiateProps | null {
  const before = kept.get(engine);
  if (before && before.t === t && isSame(before.state, state)) return before.props;
  const props = made(state, t, engine);
  if (!props) forgetDraft(engine);
  kept.set(engine, { state, t, props });
  return props;
}

function isSame(one: State, other: State): boolean {
  return (
    one.results === other.results &&
    one.filter === other.filter &&
    one.listed === other.listed &&
    one.isListAsked === other.isListAsked &&
    one.recipe === other.recipe &&
    one.history === other.history &&
    one.isPending === other.isPending &&
    one.revision === other.revision
  );
}

function made(state: State, t: Translation, engine: Engine): DifferentiateProps | null {
  const { results, recipe, history, filter, listed, isListAsked, isPending, revision } = state;
  if (!results || !recipe) return null;
  return {
    t,
    summary: results.summary,
    whole: results.whole,
    overview: results.overview,
    filter,
    listed,
    isListAsked,
    recipe,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    pending: isPending,
    revision,
    ask: engine,
    requestPage: (query) => engine.customers(query),
    requestCard: (customer) => engine.customer(customer),
    requestCheck: (scheme) => engine.checkScheme(scheme),
  };
}
