// Where columns of fixed width begin ↔ the recipe's widths.

import type { LinedUp } from '../../engine/types.ts';

/** Places of the longest line. */
export function places({ lines }: LinedUp): number {
  return Math.max(1, ...lines.map((line) => line.length));
}

/** A column begins at the place, or no longer does; the first column always begins at the line's beginning. */
export function toggled(starts: readonly number[], place: number): number[] {
  if (place <= 0) return [...starts];
  const others = starts.filter((start) => start !== place);
  if (others.length < starts.length) return others;
  return [...starts, place].sort((one, other) => one - other);
}

/** Widths as in the recipe. The last column ends where each line does, so that its width says nothing. */
export function widthsOf(starts: readonly number[], last: number): number[] {
  return starts.map((start, at) => Math.max(1, (starts[at + 1] ?? last) - start));
}

/** Where a key leads from a place; undefined when the key is not for the ruler. */
export function placeAfter(key: string, place: number, last: number): number | undefined {
  const targets: Record<string, number> = {
    ArrowLeft: place - 1,
    ArrowDown: place - 1,
    ArrowRight: place + 1,
    ArrowUp: place + 1,
    PageDown: place - 10,
    PageUp: place + 10,
    Home: 0,
    End: last - 1,
  };
  const target = targets[key];
  return target === undefined ? undefined : Math.min(Math.max(0, target), Math.max(0, last - 1));
}

/** A stretch of a line that is drawn together: plain characters, or one other, which may take several places. */
export interface Stretch {
  text: string;
  places: number;
}

/** Only these are as wide as a place in every font of one width. */
const PLAIN = /^[ -~]+$/;

export function stretches(line: readonly string[]): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const letter of line) {
    const previous = found.at(-1);
    // What is empty belongs to the character before it.
    const goesOn = letter === '' || (PLAIN.test(letter) && PLAIN.test(previous?.text ?? ''));
    if (previous && goesOn) {
      previous.text += letter;
      previous.places += 1;
    } else found.push({ text: letter, places: 1 });
  }
  return found;
}
