import { notWritten } from "./stub.ts";
import type { Type, TypeParam } from "./type.ts";

/** What stands for each type parameter. */
export type Substitution = ReadonlyMap<TypeParam, Type>;

/** Pairs parameters with arguments. */
export function substitutionOf(params: readonly TypeParam[], args: readonly Type[]): Substitution {
  return notWritten(params, args);
}

/** `type` with its type parameters replaced; the same object if none occurs. */
export function substitute<T extends Type>(type: T, map: Substitution): Type {
  return notWritten(type, map);
}

/** Fresh copies of type parameters, their constraints referring to the copies, and `type` in terms of them. */
export function renameTypeParams(
  params: readonly TypeParam[],
  type: Type,
): { readonly params: readonly TypeParam[]; readonly type: Type } {
  return notWritten(params, type);
}

/** Whether a type parameter of `params` occurs in `type`; with undefined, whether any does. */
export function isParameterized(params: readonly TypeParam[] | undefined, type: Type): boolean {
  return notWritten(params, type);
}
