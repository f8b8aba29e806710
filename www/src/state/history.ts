// Decisions that can be taken back: recipes of before, each replaced by one gesture. A drag is one gesture however often it decides.

import type { Recipe } from '../engine/types.ts';

export interface History {
  /** What was decided before, the latest last. */
  readonly past: readonly Recipe[];
  /** What was taken back, the next one first. */
  readonly future: readonly Recipe[];
  /** The gesture that is going on; a change that belongs to it is no new step. */
  readonly gesture: string | null;
}

export const NO_HISTORY: History = { past: [], future: [], gesture: null };

/** Steps that are kept. */
const MOST = 100;

/** After a change: `before` comes back when it is undone. Without a gesture every change is a step. */
export function remembered(history: History, before: Recipe, gesture: string | null): History {
  const { past } = history;
  if (gesture !== null && gesture === history.gesture) return { ...history, future: [] };
  return { past: [...past, before].slice(-MOST), future: [], gesture };
}

/** What comes back, and the history after it; null when there is nothing. */
export interface Travel {
  readonly recipe: Recipe;
  readonly history: History;
}

export function undone({ past, future }: History, now: Recipe): Travel | null {
  const recipe = past.at(-1);
  if (!recipe) return null;
  return { recipe, history: { past: past.slice(0, -1), future: [now, ...future], gesture: null } };
}

export function redone({ past, future }: History, now: Recipe): Travel | null {
  const [recipe, ...rest] = future;
  if (!recipe) return null;
  return { recipe, history: { past: [...past, now], future: rest, gesture: null } };
}

/** The parts of a recipe that are decided after the files were read: those that come back without reading them again. */
export function decisionsOf(recipe: Recipe): Partial<Recipe> {
  const { import: _import, mapping: _mapping, cleaning: _cleaning, ...decisions } = recipe;
  return decisions;
}
