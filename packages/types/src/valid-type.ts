import { notWritten } from "./stub.ts";
import type { Diagnostic } from "@goes/source";
import type { NamedType } from "./type.ts";

/** The error if a value of `type` would contain itself (spec, "Struct types", "Array types"); else undefined. */
export function invalidRecursion(type: NamedType): Diagnostic | undefined {
  return notWritten(type);
}
