import { notWritten } from "./stub.ts";
import type { Type } from "./type.ts";

/** Type identity (spec, "Type identity"). */
export function identical(x: Type, y: Type): boolean {
  return notWritten(x, y);
}

/** Type identity that disregards struct tags (spec, "Conversions"). */
export function identicalIgnoringTags(x: Type, y: Type): boolean {
  return notWritten(x, y);
}

/** Two lists of types are identical element by element. */
export function identicalLists(xs: readonly Type[], ys: readonly Type[]): boolean {
  return notWritten(xs, ys);
}
