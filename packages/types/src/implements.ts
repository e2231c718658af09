import { isComparable, isComparableTypeSet, isStrictlyComparable } from "./comparable.ts";
import { fails, holds, type TypeEnvironment, type Verdict } from "./environment.ts";
import { identical } from "./identical.ts";
import { isInterfacePointer, missingMethod } from "./lookup.ts";
import { underlying } from "./named.ts";
import { isValid } from "./predicates.ts";
import { termsInclude, termsSubset } from "./terms.ts";
import { typeString } from "./type-string.ts";
import { hasTerms, isEmptyTypeSet, isUniversal, typeSetOf, type TypeSet } from "./typeset.ts";
import type { InterfaceType, Type, UnionTerm } from "./type.ts";

/** How the question is put in the cause: "does not implement", or "does not satisfy" for type arguments. */
export type ImplementsPurpose = "implement" | "satisfy";

/** Whether `type` implements (or as a type argument satisfies) the interface `target`. */
export function implementsInterface(
  type: Type,
  target: Type,
  purpose: ImplementsPurpose,
  environment: TypeEnvironment,
): Verdict {
  const under = underlying(type);
  const wanted = underlying(target);
  // Errors elsewhere must not cause more here.
  if (!isValid(under) || !isValid(wanted)) return holds;
  if (under.kind === "pointer" && !isValid(underlying(under.element))) return holds;

  const write = (t: Type): string => typeString(t, environment.qualifier);
  const refuse = (detail: string): Verdict =>
    fails(`${write(type)} does not ${purpose} ${write(target)}${detail === "" ? "" : ` ${detail}`}`);

  if (wanted.kind !== "interface") {
    return refuse(
      isInterfacePointer(wanted)
        ? `(type ${write(target)} is pointer to interface, not interface)`
        : `(${write(target)} is not an interface)`,
    );
  }
  const wantedSet = typeSetOf(wanted);
  if (isUniversal(wantedSet)) return holds;
  const haveSet = under.kind === "interface" ? typeSetOf(under) : undefined;
  if (haveSet !== undefined && isEmptyTypeSet(haveSet)) return holds;
  if (isEmptyTypeSet(wantedSet)) return fails(`cannot ${purpose} ${write(target)} (empty type set)`);

  const lacking = missingMethod(type, target, environment);
  if (lacking !== undefined) return refuse(lacking.cause);

  if (hasTerms(wantedSet)) {
    if (haveSet !== undefined) {
      if (!termsSubset(haveSet.terms, wantedSet.terms)) return refuse("");
    } else if (!termsInclude(wantedSet.terms, type)) {
      return refuse(`(${missingTerm(type, target, wanted, wantedSet, write)})`);
    }
  }
  return comparableEnough(type, wantedSet, purpose, environment, write);
}

function comparableEnough(
  type: Type,
  wanted: TypeSet,
  purpose: ImplementsPurpose,
  environment: TypeEnvironment,
  write: (type: Type) => string,
): Verdict {
  if (!isComparableTypeSet(wanted) || isStrictlyComparable(type)) return holds;
  // Ordinary interfaces satisfy comparable, though they do not implement it (spec, "Satisfying a type constraint").
  if (purpose === "satisfy" && isComparable(type)) {
    if (environment.allows("go1.20")) return holds;
    return fails(`${write(type)} to ${purpose} comparable requires go1.20 or later`);
  }
  return fails(`${write(type)} does not ${purpose} comparable`);
}

/** Why a type that is not an interface is not in a type set. */
function missingTerm(
  type: Type,
  target: Type,
  wanted: InterfaceType,
  set: TypeSet,
  write: (type: Type) => string,
): string {
  const terms = set.terms as readonly UnionTerm[];
  const almost = terms.find(
    (term) =>
      !term.tilde &&
      identical(term.type, underlying(term.type)) &&
      termsInclude([{ tilde: true, type: term.type }], type),
  );
  if (almost !== undefined) return `possibly missing ~ for ${write(almost.type)} in ${write(target)}`;
  if (mentions(wanted, type)) {
    const [have, want] = [write(type), write(target)];
    return `${want} mentions ${have}, but ${have} is not in the type set of ${want}`;
  }
  // gc writes full package paths here.
  const list = terms.map((term) => (term.tilde ? "~" : "") + typeString(term.type)).join(" | ");
  return `${write(type)} missing in ${list}`;
}

/** The type is written in the constraint, without being part of its type set. */
function mentions(constraint: Type, type: Type): boolean {
  if (constraint.kind === "interface") return constraint.embeddeds.some((inner) => mentions(inner, type));
  if (constraint.kind === "union") return constraint.terms.some((term) => mentions(term.type, type));
  return identical(constraint, type);
}
