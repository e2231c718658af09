import { runeToByteString } from "@goes/source";
import { assignableTo, because, forEachSpecific } from "./assignable.ts";
import { int64Value } from "./constant/convert.ts";
import { makeString } from "./constant/make.ts";
import { representable } from "./constant/representable.ts";
import type { ConstantValue } from "./constant/value.ts";
import { fails, holds, type TypeEnvironment, type Verdict } from "./environment.ts";
import { identical, identicalIgnoringTags } from "./identical.ts";
import type { TypeAndValue } from "./info.ts";
import { unalias, underlying } from "./named.ts";
import { isComplex, isInteger, isIntegerOrFloat, isString, isTypeParam } from "./predicates.ts";
import { typeString } from "./type-string.ts";
import type { Type } from "./type.ts";

/** Whether a non-constant operand converts to `target` (spec, "Conversions"), type parameters included. */
export function convertibleTo(operand: TypeAndValue, target: Type, environment: TypeEnvironment): Verdict {
  const assignable = assignableTo(operand, target, environment);
  if (assignable.ok) return holds;
  const from = unalias(operand.type);
  const to = unalias(target);
  const fromParam = from.kind === "typeparam";
  const toParam = to.kind === "typeparam";
  if (!fromParam && !toParam) return withoutParams(from, to, environment, assignable.cause);

  const write = (t: Type): string => typeString(t, environment.qualifier);
  const convert = (source: Type, destination: Type, message: string): Verdict => {
    const verdict = convertibleTo({ ...operand, type: source }, destination, environment);
    if (verdict.ok) return holds;
    // What keeps the operand from being assigned is reported if nothing is more specific.
    return because(message, verdict.cause === "" ? assignable.cause : verdict.cause);
  };
  if (fromParam && toParam) {
    return forEachSpecific(from, (source) =>
      forEachSpecific(to, (destination) =>
        convert(
          source,
          destination,
          `cannot convert ${write(source)} (in ${write(from)}) to type ${write(destination)} (in ${write(to)})`,
        ),
      ),
    );
  }
  if (fromParam) {
    return forEachSpecific(from, (source) =>
      convert(source, to, `cannot convert ${write(source)} (in ${write(from)}) to type ${write(target)}`),
    );
  }
  return forEachSpecific(to, (destination) =>
    convert(
      from,
      destination,
      `cannot convert ${write(operand.type)} to type ${write(destination)} (in ${write(to)})`,
    ),
  );
}

function withoutParams(from: Type, to: Type, environment: TypeEnvironment, cause: string): Verdict {
  const fromUnder = underlying(from);
  const toUnder = underlying(to);
  if (identicalIgnoringTags(fromUnder, toUnder)) return holds;
  if (from.kind === "pointer" && to.kind === "pointer") {
    const bases = [from.element, to.element] as const;
    if (!bases.some(isTypeParam) && identicalIgnoringTags(underlying(bases[0]), underlying(bases[1]))) {
      return holds;
    }
  }
  if (isIntegerOrFloat(fromUnder) && isIntegerOrFloat(toUnder)) return holds;
  if (isComplex(fromUnder) && isComplex(toUnder)) return holds;
  if (isString(toUnder) && (isInteger(fromUnder) || isBytesOrRunes(fromUnder))) return holds;
  if (isString(fromUnder) && isBytesOrRunes(toUnder)) return holds;
  if (isPointerLike(fromUnder) && isUnsafePointer(toUnder)) return holds;
  if (isUnsafePointer(fromUnder) && isPointerLike(toUnder)) return holds;
  if (fromUnder.kind === "slice") {
    if (toUnder.kind === "array" && identical(fromUnder.element, toUnder.element)) {
      if (environment.allows("go1.20")) return holds;
      return fails("conversion of slice to array requires go1.20 or later");
    }
    if (toUnder.kind === "pointer") {
      const array = underlying(toUnder.element);
      if (array.kind === "array" && identical(fromUnder.element, array.element)) {
        if (environment.allows("go1.17")) return holds;
        return fails("conversion of slice to array pointer requires go1.17 or later");
      }
    }
  }
  return fails(cause);
}

function isBytesOrRunes(under: Type): boolean {
  if (under.kind !== "slice") return false;
  const element = underlying(under.element);
  return element.kind === "basic" && (element.basic === "uint8" || element.basic === "int32");
}

function isUnsafePointer(under: Type): boolean {
  return under.kind === "basic" && under.basic === "unsafe.Pointer";
}

/** What converts from and to unsafe.Pointer. */
function isPointerLike(under: Type): boolean {
  return under.kind === "pointer" || (under.kind === "basic" && under.basic === "uintptr");
}

/**
 * The constant that converting a constant operand to the constant type `target` yields, or undefined if it does not
 * convert: numbers that are representable, and integers to strings.
 */
export function convertConstant(
  operand: TypeAndValue,
  target: Type,
  environment: TypeEnvironment,
): ConstantValue | undefined {
  const under = underlying(target);
  if (under.kind !== "basic" || operand.value === undefined) return undefined;
  const represented = representable(operand.value, under.basic, environment.sizes);
  if (represented.ok) return represented.value;
  if (!isInteger(operand.type) || !isString(under)) return undefined;
  const rune = int64Value(operand.value);
  return makeString(runeToByteString(rune === undefined || rune > 0x10ffffn ? 0xfffd : Number(rune)));
}
