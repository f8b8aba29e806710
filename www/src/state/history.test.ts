import { describe, expect, it } from 'vitest';
import type { Recipe } from '../engine/types.ts';
import { decisionsOf, type History, NO_HISTORY, redone, remembered, undone } from './history.ts';

const recipe = (name: string) => ({ name, import: {}, mapping: {}, cleaning: {} }) as Recipe;
const names = ({ past, future }: History) => [past, future].map((all) => all.map((r) => r.name));

describe('history', () => {
  it('a drag is one step however often it decides', () => {
    const first = remembered(NO_HISTORY, recipe('a'), 'drag 1');
    const more = remembered(first, recipe('b'), 'drag 1');
    expect(names(more)).toEqual([['a'], []]);
    expect(names(remembered(more, recipe('c'), 'drag 2'))).toEqual([['a', 'c'], []]);
  });

  it('changes without a gesture are steps of their own', () => {
    const two = remembered(remembered(NO_HISTORY, recipe('a'), null), recipe('b'), null);
    expect(names(two)).toEqual([['a', 'b'], []]);
  });

  it('goes back and forth, and a new change forgets what was taken back', () => {
    const history = remembered(remembered(NO_HISTORY, recipe('a'), null), recipe('b'), null);
    const back = undone(history, recipe('c'));
    expect(back?.recipe.name).toBe('b');
    expect(names(back?.history ?? NO_HISTORY)).toEqual([['a'], ['c']]);
    const forth = redone(back?.history ?? NO_HISTORY, recipe('b'));
    expect(forth?.recipe.name).toBe('c');
    expect(names(forth?.history ?? NO_HISTORY)).toEqual([['a', 'b'], []]);
    expect(names(remembered(back?.history ?? NO_HISTORY, recipe('b'), null))).toEqual([
      ['a', 'b'],
      [],
    ]);
  });

  it('has nothing to give at either end', () => {
    expect(undone(NO_HISTORY, recipe('a'))).toBeNull();
    expect(redone(NO_HISTORY, recipe('a'))).toBeNull();
  });

  it('leaves alone what the files were read by', () => {
    expect(decisionsOf(recipe('a'))).toEqual({ name: 'a' });
  });
});
