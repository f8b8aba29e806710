import { expect, it } from 'vitest';
import { nextCell } from './keys.ts';

const bounds = { rows: 1000, columns: 8, page: 20 };
const press = (key: string, ctrlKey = false) => ({ key, ctrlKey, metaKey: false });

it.each([
  ['down', press('ArrowDown'), { row: 1, column: 2 }, { row: 2, column: 2 }],
  ['up into the header', press('ArrowUp'), { row: 1, column: 2 }, { row: 0, column: 2 }],
  ['up no further', press('ArrowUp'), { row: 0, column: 2 }, { row: 0, column: 2 }],
  ['down no further', press('ArrowDown'), { row: 1000, column: 2 }, { row: 1000, column: 2 }],
  ['right no further', press('ArrowRight'), { row: 1, column: 7 }, { row: 1, column: 7 }],
  ['page down', press('PageDown'), { row: 990, column: 0 }, { row: 1000, column: 0 }],
  [
    'page up stays out of the header',
    press('PageUp'),
    { row: 5, column: 0 },
    { row: 1, column: 0 },
  ],
  ['start of the line', press('Home'), { row: 5, column: 4 }, { row: 5, column: 0 }],
  ['last cell of all', press('End', true), { row: 5, column: 4 }, { row: 1000, column: 7 }],
  ['first cell of all', press('Home', true), { row: 5, column: 4 }, { row: 1, column: 0 }],
])('%s', (_, key, from, to) => {
  expect(nextCell(key, from, bounds)).toEqual(to);
});

it('leaves other keys alone', () => {
  expect(nextCell(press('a'), { row: 1, column: 1 }, bounds)).toBeUndefined();
});
