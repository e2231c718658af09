import type { ConstantValue } from "./constant/value.ts";
import { representable } from "./constant/representable.ts";
import { fails, holds, type TypeEnvironment, type Verdict } from "./environment.ts";
import { identical } from "./identical.ts";
import { implementsInterface } from "./implements.ts";
import type { TypeAndValue } from "./info.ts";
import { isInterfacePointer } from "./lookup.ts";
import { unalias, underlying } from "./named.ts";
import {
  defaultType,
  hasName,
  hasNil,
  isBoolean,
  isInteger,
  isNumeric,
  isString,
  isTyped,
  isUntyped,
  isUntypedNumeric,
  isValid,
} from "./predicates.ts";
import { typeString } from "./type-string.ts";
import type { BasicKind, BasicType, Type } from "./type.ts";
import { forEachTerm, isUniversal, typeSetOf } from "./typeset.ts";

/** Whether the operand can be assigned to a variable of type `target` (spec, "Assignability"). */
export function assignableTo(operand: TypeAndValue, target: Type, environment: TypeEnvironment): Verdict {
  const from = unalias(operand.type);
  const to = unalias(target);
  // What is wrong with a type has been reported where it is declared.
  if (!isValid(underlying(from)) || !isValid(underlying(to))) return holds;
  if (identical(from, to)) return holds;
  if (isUntyped(from)) return implicitConversion(operand, to, environment).ok ? holds : fails();

  const fromUnder = underlying(from);
  const toUnder = underlying(to);
  const fromParam = from.kind === "typeparam";
  const toParam = to.kind === "typeparam";
  const oneIsUnnamed = !hasName(from) || !hasName(to);
  if (oneIsUnnamed && !fromParam && !toParam && identical(fromUnder, toUnder)) return holds;

  if ((toUnder.kind === "interface" && !toParam) || isInterfacePointer(toUnder)) {
    const verdict = implementsInterface(from, target, "implement", environment);
    // A type parameter that does not implement the interface may still be assignable, type by type.
    if (verdict.ok || !fromParam) return verdict;
  }
  if (
    fromUnder.kind === "interface" &&
    !fromParam &&
    implementsInterface(to, from, "implement", environment).ok
  ) {
    return fails("need type assertion");
  }
  if (
    fromUnder.kind === "chan" &&
    fromUnder.direction === "both" &&
    toUnder.kind === "chan" &&
    identical(fromUnder.element, toUnder.element)
  ) {
    return oneIsUnnamed ? holds : fails();
  }
  if (toParam && !hasName(from)) {
    return forEachSpecific(to, (term) => {
      const verdict = assignableTo(operand, term, environment);
      if (verdict.ok) return holds;
      const write = (t: Type): string => typeString(t, environment.qualifier);
      return because(
        `cannot assign ${write(operand.type)} to ${write(term)} (in ${write(to)})`,
        verdict.cause,
      );
    });
  }
  if (fromParam && !hasName(to)) {
    return forEachSpecific(from, (term) => {
      const verdict = assignableTo({ ...operand, type: term }, to, environment);
      if (verdict.ok) return holds;
      const write = (t: Type): string => typeString(t, environment.qualifier);
      return because(`cannot assign ${write(term)} (in ${write(from)}) to ${write(to)}`, verdict.cause);
    });
  }
  return fails();
}

/** Every specific type passes; the first that does not decides. Without specific types nothing does. */
export function forEachSpecific(param: Type, test: (term: Type) => Verdict): Verdict {
  const verdicts: Verdict[] = [];
  forEachTerm(param, (term) => {
    const verdict = term === undefined ? fails() : test(term);
    if (!verdict.ok) verdicts.push(verdict);
    return verdict.ok;
  });
  return verdicts[0] ?? holds;
}

/** A cause and below it the cause of that. */
export function because(cause: string, inner: string): Verdict {
  return fails(inner === "" ? cause : `${cause}\n\t${inner}`);
}

/** What an untyped operand becomes in a context. */
type ImplicitConversion =
  | { readonly ok: true; readonly type: Type; readonly value: ConstantValue | undefined }
  | { readonly ok: false; readonly reason: "mismatch" | "truncated" | "overflows" };

const mismatch: ImplicitConversion = { ok: false, reason: "mismatch" };

/**
 * The type and value of an untyped operand where `target` is expected (which may be untyped itself). Typed operands
 * keep theirs. For an interface, the default type of the operand.
 */
export function implicitConversion(
  operand: TypeAndValue,
  target: Type,
  environment: TypeEnvironment,
): ImplicitConversion {
  const { type, value } = operand;
  const unchanged: ImplicitConversion = { ok: true, type, value };
  if (!isValid(type) || isTyped(type) || !isValid(target)) return unchanged;
  const from = unalias(type) as BasicType;
  const to = unalias(target);
  if (isUntyped(to)) {
    const larger = largerUntyped(from, to as BasicType);
    return larger === undefined ? mismatch : { ok: true, type: larger, value };
  }
  if (from.basic === "untyped nil") {
    return hasNil(to) ? { ok: true, type: target, value: undefined } : mismatch;
  }
  const under = underlying(to);
  if (under.kind === "basic") {
    if (operand.mode === "constant" && value !== undefined) {
      const represented = representation(operand, under.basic, environment);
      return represented.ok ? { ok: true, type: target, value: represented.value } : represented;
    }
    return sameSort(from, under) ? { ok: true, type: target, value: undefined } : mismatch;
  }
  if (under.kind !== "interface") return mismatch;
  if (to.kind === "typeparam") {
    const fits = forEachTerm(
      to,
      (_, term) => term !== undefined && implicitConversion(operand, term, environment).ok,
    );
    return fits ? { ok: true, type: target, value } : mismatch;
  }
  // Values in interfaces have types of their own, and no predeclared type has methods.
  return isUniversal(typeSetOf(under)) ? { ok: true, type: defaultType(from), value } : mismatch;
}

/** A non-constant untyped operand (a comparison, a shift) may become a value of the type. */
function sameSort(from: BasicType, to: Type): boolean {
  if (from.basic === "untyped bool") return isBoolean(to);
  if (from.basic === "untyped string") return isString(to);
  return isUntypedNumeric(from) && isNumeric(to);
}

const untypedRanks: Readonly<Partial<Record<BasicKind, number>>> = {
  "untyped int": 1,
  "untyped rune": 2,
  "untyped float": 3,
  "untyped complex": 4,
};

/** The type of an operation on two untyped operands: of two numbers, the later of int, rune, float, complex. */
export function largerUntyped(x: BasicType, y: BasicType): BasicType | undefined {
  if (x.basic === y.basic) return x;
  const xRank = untypedRanks[x.basic];
  const yRank = untypedRanks[y.basic];
  if (xRank === undefined || yRank === undefined) return undefined;
  return xRank > yRank ? x : y;
}

/** A constant operand as a constant of a basic type; if it is none, the reason that gc names. */
function representation(
  operand: TypeAndValue,
  kind: BasicKind,
  environment: TypeEnvironment,
): ReturnType<typeof representable> {
  const { value } = operand;
  if (value === undefined) return { ok: false, reason: "mismatch" };
  const result = representable(value, kind, environment.sizes);
  if (result.ok) return result;
  const numericTarget = kind !== "bool" && kind !== "string" && kind !== "unsafe.Pointer";
  if (!isNumeric(operand.type) || !numericTarget) return { ok: false, reason: "mismatch" };
  const toInteger = !kind.startsWith("float") && !kind.startsWith("complex");
  return { ok: false, reason: toInteger && !isInteger(operand.type) ? "truncated" : "overflows" };
}
