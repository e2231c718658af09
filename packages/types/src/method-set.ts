import { notWritten } from "./stub.ts";
import type { Func } from "./object.ts";
import type { Type } from "./type.ts";

/** A method of a method set. */
export interface MethodSetEntry {
  readonly obj: Func;
  /** Field indices through embedded fields; last, the index of the method in its type. */
  readonly index: readonly number[];
  /** A pointer was followed on the path, or the receiver is one. */
  readonly indirect: boolean;
}

/** The method set of `type` (spec, "Method sets"), promoted methods included, sorted by name. */
export function methodSet(type: Type): readonly MethodSetEntry[] {
  return notWritten(type);
}
