// Small JSON files of our own among the files that are dropped: recipes and corrections. Any other JSON is data.

import { FailureError } from '../engine/failure.ts';
import type { Corrections, Recipe } from '../engine/types.ts';

/** A file that says how to work, not what to work on. The core checks it, field by field. */
export type Document =
  | { readonly kind: 'recipe'; readonly recipe: Partial<Recipe> }
  | { readonly kind: 'corrections'; readonly corrections: Corrections };

/** Our own files are small; a large one is data and is not held as text. */
const MOST_BYTES = 16_000_000;
const HEAD_BYTES = 4_096;

export function isJson({ name }: File): boolean {
  return /\.json$/i.test(name);
}

/** What a JSON file is; null when it is data. Throws `recipe.not_json` when it is neither. */
export async function documentIn(file: File): Promise<Document | null> {
  const head = await file.slice(0, HEAD_BYTES).text();
  if (!/^\uFEFF?\s*\{/.test(head) || file.size > MOST_BYTES) return null;
  const value = parsed(await file.text(), head);
  if (value === null) return null;
  if (value && 'recipe' in value) return { kind: 'recipe', recipe: value as Partial<Recipe> };
  if (value && 'corrections' in value)
    return { kind: 'corrections', corrections: value as Corrections };
  // Rows that are wrapped in an object: { "rows": [ … ] }.
  if (value && Object.values(value).some(Array.isArray)) return null;
  throw new FailureError({ code: 'recipe.not_json', file: file.name, sheet: null });
}

/** The object in the file; null when it is one object a line, which is data; undefined when it is no JSON. */
function parsed(text: string, head: string): object | null | undefined {
  const whole = objectIn(text);
  if (whole) return whole;
  const line = head.replace(/^\uFEFF?\s*/, '').split(/\r?\n/, 1)[0] ?? '';
  return objectIn(line) ? null : undefined;
}

function objectIn(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
