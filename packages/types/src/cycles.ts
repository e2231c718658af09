import { notWritten } from "./stub.ts";
import type { Diagnostic } from "@goes/source";
import type { TypesObject } from "./object.ts";

/**
 * The error for a cycle of declarations in gc's wording, one note a step: "invalid recursive type T" with "T refers to
 * U" if all are types, "invalid cycle in declaration" otherwise.
 */
export function cycleError(cycle: readonly TypesObject[]): Diagnostic {
  return notWritten(cycle);
}
