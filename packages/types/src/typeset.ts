import { notWritten } from "./stub.ts";
import type { Diagnostic } from "@goes/source";
import type { Verdict } from "./environment.ts";
import type { Func } from "./object.ts";
import type { InterfaceType, Type, UnionTerm } from "./type.ts";

/** The set of types that implement an interface (spec, "Interface types"). */
export interface TypeSet {
  /** All methods, embedded ones too, by name and package. */
  readonly methods: readonly Func[];
  /** The union of type terms in normal form; "all" where there is no restriction. An empty list: no types at all. */
  readonly terms: "all" | readonly UnionTerm[];
  /** Only comparable types. Set only if `terms` is "all" (else incomparable terms are gone from it). */
  readonly comparable: boolean;
  /** What is wrong with the interface: duplicate methods. For the checker to report, once. */
  readonly problems: readonly Diagnostic[];
}

/** The type set of an interface, computed on first use. */
export function typeSetOf(type: InterfaceType): TypeSet {
  return notWritten(type);
}

/** No type restriction and no methods, and not comparable: any type implements it. */
export function isUniversal(set: TypeSet): boolean {
  return notWritten(set);
}

/** Has only methods: may be the type of a variable. */
export function isMethodSet(set: TypeSet): boolean {
  return notWritten(set);
}

/** No type implements the interface. */
export function isEmptyTypeSet(set: TypeSet): boolean {
  return notWritten(set);
}

/**
 * Calls `visit` for each type of the type set of `type` with its underlying type: for a type parameter, each term;
 * undefined twice when there is none in particular; any other type is its only term. Stops when `visit` gives
 * false, and gives that back.
 */
export function forEachTerm(
  type: Type,
  visit: (type: Type | undefined, under: Type | undefined) => boolean,
): boolean {
  return notWritten(type, visit);
}

/** A common underlying type or why there is none. */
export type CommonUnderlying =
  { readonly ok: true; readonly type: Type } | { readonly ok: false; readonly cause: string };

/**
 * The single underlying type of all types in the type set of `type` (channels may differ in direction).
 * `condition` may refuse a term with a cause.
 */
export function commonUnderlying(
  type: Type,
  condition?: (type: Type, under: Type) => Verdict,
): CommonUnderlying {
  return notWritten(type, condition, type);
}

/** As {@link commonUnderlying}, or undefined; for code that needs no cause. */
export function coreType(type: Type): Type | undefined {
  return notWritten(type);
}

/** As {@link coreType}, but a mixture of byte slices and strings counts as string (append, copy, slicing). */
export function coreBytesOrString(type: Type): Type | undefined {
  return notWritten(type);
}

/** What is wrong with a union, for the checker to report: index of the term and message. */
export function overlappingTerms(
  terms: readonly UnionTerm[],
): { readonly first: number; readonly second: number } | undefined {
  return notWritten(terms);
}
