import { notWritten } from "./stub.ts";
import type { Var } from "./object.ts";
import type { Type } from "./type.ts";

/** Sizes of types in bytes. A size of -1 says that the type is too large for the address space. */
export interface Sizes {
  readonly sizeof: (type: Type) => number;
  readonly alignof: (type: Type) => number;
  /** Offset of each field. */
  readonly offsetsof: (fields: readonly Var[]) => readonly number[];
  /** Bits of `int`, `uint` and `uintptr`. */
  readonly intBits: number;
  readonly uintptrBits: number;
}

/** The layout of goes: 64-bit int, 32-bit pointers, 16-byte interfaces. */
export const goesSizes: Sizes = unwritten();

/** The layout of the gc compiler on 64-bit machines (and on its own wasm port). */
export const gcSizes: Sizes = unwritten();

function unwritten(): Sizes {
  const fail = (): never => {
    return notWritten();
  };
  return { sizeof: fail, alignof: fail, offsetsof: fail, intBits: 64, uintptrBits: 32 };
}
