import { notWritten } from "./stub.ts";
import type { Qualifier } from "./type-string.ts";
import type { Type } from "./type.ts";

/** See the heading of this section; type parameters never qualify. */
export function isValid(type: Type): boolean {
  return notWritten(type);
}

/** See the heading of this section; type parameters never qualify. */
export function isBoolean(type: Type): boolean {
  return notWritten(type);
}

/** See the heading of this section; type parameters never qualify. */
export function isNumeric(type: Type): boolean {
  return notWritten(type);
}

/** See the heading of this section; type parameters never qualify. */
export function isString(type: Type): boolean {
  return notWritten(type);
}

/** See the heading of this section; type parameters never qualify. */
export function isInteger(type: Type): boolean {
  return notWritten(type);
}

/** See the heading of this section; type parameters never qualify. */
export function isUnsigned(type: Type): boolean {
  return notWritten(type);
}

/** See the heading of this section; type parameters never qualify. */
export function isFloat(type: Type): boolean {
  return notWritten(type);
}

/** See the heading of this section; type parameters never qualify. */
export function isComplex(type: Type): boolean {
  return notWritten(type);
}

/** See the heading of this section; type parameters never qualify. */
export function isIntegerOrFloat(type: Type): boolean {
  return notWritten(type);
}

/** See the heading of this section; type parameters never qualify. */
export function isConstType(type: Type): boolean {
  return notWritten(type);
}

/** As the predicate without `all`, for every type in the type set of a type parameter. */
export function allBoolean(type: Type): boolean {
  return notWritten(type);
}

/** As the predicate without `all`, for every type in the type set of a type parameter. */
export function allNumeric(type: Type): boolean {
  return notWritten(type);
}

/** As the predicate without `all`, for every type in the type set of a type parameter. */
export function allString(type: Type): boolean {
  return notWritten(type);
}

/** As the predicate without `all`, for every type in the type set of a type parameter. */
export function allInteger(type: Type): boolean {
  return notWritten(type);
}

/** As the predicate without `all`, for every type in the type set of a type parameter. */
export function allUnsigned(type: Type): boolean {
  return notWritten(type);
}

/** As the predicate without `all`, for every type in the type set of a type parameter. */
export function allOrdered(type: Type): boolean {
  return notWritten(type);
}

/** As the predicate without `all`, for every type in the type set of a type parameter. */
export function allNumericOrString(type: Type): boolean {
  return notWritten(type);
}

/** As the predicate without `all`, for every type in the type set of a type parameter. */
export function allBasic(type: Type): boolean {
  return notWritten(type);
}

/** Not untyped; works on incomplete types. */
export function isTyped(type: Type): boolean {
  return notWritten(type);
}

/** An untyped constant's type or that of nil. */
export function isUntyped(type: Type): boolean {
  return notWritten(type);
}

/** An untyped number. */
export function isUntypedNumeric(type: Type): boolean {
  return notWritten(type);
}

/** The type has a name: predeclared, defined, type parameter. */
export function hasName(type: Type): boolean {
  return notWritten(type);
}

/** An interface, or a type parameter. */
export function isInterface(type: Type): boolean {
  return notWritten(type);
}

/** An interface type that is no type parameter. */
export function isNonTypeParamInterface(type: Type): boolean {
  return notWritten(type);
}

/** A type parameter. */
export function isTypeParam(type: Type): boolean {
  return notWritten(type);
}

/** A generic type (or alias) that lacks its arguments. */
export function isGeneric(type: Type): boolean {
  return notWritten(type);
}

/** nil is a value of the type (of every type in the type set of a type parameter). */
export function hasNil(type: Type): boolean {
  return notWritten(type);
}

/** Has a fixed size: no type parameters that vary it (spec, "Package unsafe"). */
export function hasVarSize(type: Type): boolean {
  return notWritten(type);
}

/** Values can be compared with `==`; comparing interfaces may panic. */
export function isComparable(type: Type): boolean {
  return notWritten(type);
}

/** Values can be compared with `==` and that never panics (spec, "Comparison operators"). */
export function isStrictlyComparable(type: Type): boolean {
  return notWritten(type);
}

/** Why a type is not comparable, as gc appends it: "struct containing []int cannot be compared" or "". */
export function incomparableCause(type: Type, qualifier: Qualifier): string {
  return notWritten(type, qualifier);
}

/** The type that an untyped type has by default; typed ones are given back. Untyped nil stays. */
export function defaultType(type: Type): Type {
  return notWritten(type);
}
