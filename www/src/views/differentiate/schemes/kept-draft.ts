// The draft of a scheme, kept while its tab or room is not on the screen: what was begun is there again on return.

import type { Questions } from '../../../engine/questions.ts';
import type { Recipe } from '../../../engine/types.ts';
import type { Draft } from './drafts.ts';
import { withAxes } from './paint.ts';

interface Kept {
  readonly draft: Draft;
  readonly schemes: string;
}

// By the one that answers: it lives as long as the element on the page, and each element has its own.
const kept = new WeakMap<Questions, Kept>();

export function keepDraft(ask: Questions, draft: Draft | null, recipe: Recipe): void {
  if (draft) kept.set(ask, { draft, schemes: idsOf(recipe) });
  else kept.delete(ask);
}

/** Data and everything that was made over it are gone. */
export function forgetDraft(ask: Questions): void {
  kept.delete(ask);
}

/** The draft that was left, as it fits the recipe now; null when there is none. */
export function keptDraft(ask: Questions, recipe: Recipe): Draft | null {
  const found = kept.get(ask);
  // With other schemes its id may be another one's: saved, it would take that one's place.
  if (!found || found.schemes !== idsOf(recipe)) return null;
  const { draft } = found;
  if (draft.kind !== 'table') return draft;
  return { ...draft, painting: withAxes(draft.painting, draft.painting.axes, recipe.scores) };
}

function idsOf({ schemes }: Recipe): string {
  return JSON.stringify(schemes.map(({ id }) => id));
}
