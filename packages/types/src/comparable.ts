import type { Verdict } from "./environment.ts";
import { fails, holds } from "./environment.ts";
import { unalias, underlying } from "./named.ts";
import { isTypeParam } from "./predicates.ts";
import { typeString, type Qualifier } from "./type-string.ts";
import type { Type } from "./type.ts";
import { isEmptyTypeSet, typeSetOf, type TypeSet } from "./typeset.ts";

/** Whether interfaces count as comparable (`==` on them may panic), or only if their type sets say so. */
type Mode = "dynamic" | "strict";

/** Values can be compared with `==`; comparing interfaces may panic. */
export function isComparable(type: Type): boolean {
  return compareVerdict(type, "dynamic", undefined, new Set()).ok;
}

/** Values can be compared with `==` and that never panics (spec, "Comparison operators"). */
export function isStrictlyComparable(type: Type): boolean {
  return compareVerdict(type, "strict", undefined, new Set()).ok;
}

/** Why a type is not comparable, as gc appends it: "struct containing []int cannot be compared" or "". */
export function incomparableCause(type: Type, qualifier: Qualifier): string {
  const under = underlying(type);
  if (under.kind === "slice" || under.kind === "map") return `${under.kind} can only be compared to nil`;
  if (under.kind === "signature") return "func can only be compared to nil";
  const verdict = compareVerdict(type, "dynamic", qualifier, new Set());
  return verdict.ok ? "" : verdict.cause;
}

/** Every type of the set is strictly comparable. */
export function isComparableTypeSet(set: TypeSet): boolean {
  return comparableSet(set, new Set());
}

function comparableSet(set: TypeSet, seen: Set<Type>): boolean {
  if (set.terms === "all") return set.comparable;
  // Of a set without types nothing is known.
  return (
    set.terms.length > 0 && set.terms.every((term) => compareVerdict(term.type, "strict", undefined, seen).ok)
  );
}

/** Without a qualifier, causes are not worked out. */
function compareVerdict(type: Type, mode: Mode, qualifier: Qualifier | undefined, seen: Set<Type>): Verdict {
  const actual = unalias(type);
  // A type that contains itself is invalid, which is reported elsewhere.
  if (seen.has(actual)) return holds;
  seen.add(actual);
  const under = underlying(actual);
  switch (under.kind) {
    case "basic":
      return under.basic === "untyped nil" ? fails() : holds;
    case "pointer":
    case "chan":
      return holds;
    case "interface": {
      if (mode === "dynamic" && !isTypeParam(actual)) return holds;
      const set = typeSetOf(under);
      if (comparableSet(set, seen)) return holds;
      return fails(isEmptyTypeSet(set) ? "empty type set" : "incomparable types in type set");
    }
    case "struct":
      for (const field of under.fields) {
        if (field.type === undefined || compareVerdict(field.type, mode, undefined, seen).ok) continue;
        const text = qualifier === undefined ? "" : typeString(field.type, qualifier);
        return fails(`struct containing ${text} cannot be compared`);
      }
      return holds;
    case "array":
      if (compareVerdict(under.element, mode, undefined, seen).ok) return holds;
      return fails(qualifier === undefined ? "" : `${typeString(type, qualifier)} cannot be compared`);
    case "map":
    case "signature":
    case "slice":
    case "tuple":
    case "union":
      return fails();
  }
}
