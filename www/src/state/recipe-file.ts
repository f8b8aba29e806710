// Recipes as files, and values that nobody may change.

import { FailureError } from '../engine/failure.ts';
import type { Recipe } from '../engine/types.ts';

export function isRecipeFile({ name }: File): boolean {
  return /\.json$/i.test(name);
}

export function parsedRecipe(text: string, file: string): Partial<Recipe> {
  const wrong = new FailureError({ code: 'recipe.not_json', file, sheet: null });
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && 'recipe' in value)
      return value as Partial<Recipe>; // The core checks it, field by field.
  } catch {
    throw wrong;
  }
  throw wrong;
}

/** The summary is given to the host page, which must not change it under us. */
export function deepFrozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) deepFrozen(part);
  return Object.freeze(value);
}
