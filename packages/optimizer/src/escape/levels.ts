/**
 * Where a pointer, or what it leads to, goes: for each destination the least number of times that the pointer must be
 * followed to get what goes there. `at[0]` holds the destinations of the pointer itself, `at[1]` those of what it points to,
 * `at[2]` those of all that is farther away. What is reached through something that goes somewhere goes there too,
 * so each set contains the one before.
 */
export interface Levels {
  readonly at: readonly [Uint32Array, Uint32Array, Uint32Array];
}

/** The destination that outlives everything: the heap, variables of packages, what unknown. */
export const heap = 1;

/** Results above this number count as the heap. */
const maxResults = 30;

/** The destination of a result of the function. */
export function resultBit(index: number): number {
  return index < maxResults ? 1 << (index + 1) : heap;
}

/** No destinations of `count` values. */
export function newLevels(count: number): Levels {
  return { at: [new Uint32Array(count), new Uint32Array(count), new Uint32Array(count)] };
}

/** Adds destinations of the value number `index`; whether one is new. */
export function raise({ at }: Levels, index: number, zero: number, one: number, two: number): boolean {
  const [first, second, third] = at;
  const a = first[index]! | zero;
  const b = second[index]! | a | one;
  const c = third[index]! | b | two;
  if (a === first[index] && b === second[index] && c === third[index]) return false;
  first[index] = a;
  second[index] = b;
  third[index] = c;
  return true;
}
