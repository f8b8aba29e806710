// Names of schemes and of segments: no two may be the same, or a list says nothing.

/** Spaces around a name and the size of its letters make no other name. */
export function isSameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** The name, or with the first number from 2 on that none of these has. */
export function freeName(wanted: string, taken: readonly string[]): string {
  return firstFree((number) => (number < 2 ? wanted : `${wanted} ${number}`), 1, taken);
}

/** The first name from this number on that none of these has. */
export function firstFree(
  name: (number: number) => string,
  from: number,
  taken: readonly string[],
): string {
  let number = from;
  while (taken.some((other) => isSameName(other, name(number)))) number += 1;
  return name(number);
}
