import { describe, expect, it } from 'vitest';
import { FailureError } from '../engine/failure.ts';
import { documentIn } from './document-file.ts';

async function kindOf(text: string): Promise<string> {
  try {
    return (await documentIn(new File([text], 'x.json')))?.kind ?? 'data';
  } catch (error) {
    return error instanceof FailureError ? error.failure.code : String(error);
  }
}

describe('a JSON file is', () => {
  it.each([
    ['a recipe', '{"recipe": 1}', 'recipe'],
    ['a recipe with a mark of byte order', '\uFEFF{"recipe": 1}', 'recipe'],
    ['corrections', '{"corrections": 1, "steps": []}', 'corrections'],
    ['rows', '[{"id": 1}, {"id": 2}]', 'data'],
    ['rows that have a column called recipe', '[{"recipe": 1}]', 'data'],
    ['rows in an object', '{"rows": [{"id": 1}]}', 'data'],
    ['one row a line', '{"id": 1}\n{"id": 2}\n', 'data'],
    ['neither', '{"other": true}', 'recipe.not_json'],
    ['broken', '{"recipe": 1', 'recipe.not_json'],
  ])('%s', async (_name, text, kind) => {
    expect(await kindOf(text)).toBe(kind);
  });
});
