import { notWritten } from "../stub.ts";
import type { BasicKind } from "../type.ts";
import { goesSizes, type Sizes } from "../sizes.ts";
import type { ConstantValue } from "./value.ts";

/** A value as a type holds it (rounded, for floats), or why the type cannot hold it. */
export type Representation =
  | { readonly ok: true; readonly value: ConstantValue }
  | { readonly ok: false; readonly reason: "truncated" | "overflows" | "mismatch" };

/**
 * The value that `value` becomes as a constant of type `kind` (spec, "Representability"). `mismatch`: it is no
 * constant of that sort at all, a string for an int say. Untyped kinds bound the value only as gc does.
 */
export function representable(
  value: ConstantValue,
  kind: BasicKind,
  sizes: Sizes = goesSizes,
): Representation {
  return notWritten(value, kind, sizes);
}
