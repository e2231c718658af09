import { notWritten } from "./stub.ts";
import type { TypeEnvironment } from "./environment.ts";
import type { Func, Var } from "./object.ts";
import type { Package } from "./package.ts";
import type { Type } from "./type.ts";

/** What looking up a field or method found. */
export type LookupResult =
  | {
      readonly kind: "found";
      readonly obj: Var | Func;
      /** Field indices through embedded fields; last, that of the field or method. */
      readonly index: readonly number[];
      /** A pointer was followed on the path. */
      readonly indirect: boolean;
    }
  /** Several at the same depth; `index` is the path of the last one. */
  | { readonly kind: "ambiguous"; readonly index: readonly number[] }
  /** A method with pointer receiver that is not in the method set of a value that is not addressable. */
  | { readonly kind: "pointer-receiver"; readonly obj: Func }
  | { readonly kind: "missing" };

/**
 * The field or method `name` of `type` (spec, "Selectors"). `addressable`: the operand is a variable. For a pointer
 * to an interface or to a type parameter nothing is found.
 */
export function lookupFieldOrMethod(
  type: Type,
  addressable: boolean,
  pkg: Package | undefined,
  name: string,
  foldCase = false,
): LookupResult {
  return notWritten(type, addressable, pkg, name, foldCase);
}

/** A method that a type lacks to implement an interface. */
export interface MissingMethod {
  readonly method: Func;
  /** There is a method of that name, but of another type. */
  readonly wrongType: boolean;
  /** "(missing method Foo)" without the parentheses; several lines with have and want for a wrong type. */
  readonly cause: string;
}

/**
 * The first method of the interface `target` that `type` lacks. `assertion`: the question is whether a type
 * assertion from an interface `type` can succeed, so only methods of conflicting types count.
 */
export function missingMethod(
  type: Type,
  target: Type,
  environment: TypeEnvironment,
  purpose: "implement" | "assertion" = "implement",
): MissingMethod | undefined {
  return notWritten(type, target, environment, purpose);
}

/** The type that a pointer (of any name) points to; undefined for other types. */
export function pointerElement(type: Type): Type | undefined {
  return notWritten(type);
}
