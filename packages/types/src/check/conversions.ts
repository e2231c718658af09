import { basicTypes, invalidType } from "../basic.ts";
import { convertConstant, convertibleTo } from "../convertible.ts";
import { underlying } from "../named.ts";
import {
  allBasic,
  defaultType,
  isConstType,
  isInteger,
  isNonTypeParamInterface,
  isNumeric,
  isTypeParam,
  isUntyped,
} from "../predicates.ts";
import type { Type } from "../type.ts";
import { forEachTerm } from "../typeset.ts";
import type { Checker } from "./checker.ts";
import { asValue, describe, Operand, showType } from "./operand.ts";
import { updateType } from "./untyped.ts";
import { startPos } from "./expr-string.ts";

/** Converts `x` to `type` as `T(x)` does; reports what does not convert. */
export function conversion(c: Checker, x: Operand, type: Type): void {
  if (type === invalidType) {
    x.invalidate();
    return;
  }
  const constant = x.mode === "constant";
  let ok = false;
  let cause = "";
  if (constant && isConstType(type)) {
    const value = convertConstant(asValue(x), type, c.types);
    if (value !== undefined) {
      ok = true;
      const untyped = isUntyped(x.type);
      if (untyped)
        updateType(
          c,
          x.expr,
          finalType(x, type, true),
          isNumberLike(x.type) && isString(type) ? x.value : value,
        );
      x.value = value;
      x.type = type;
      return;
    }
    if (x.value?.kind === "unknown") {
      x.type = type;
      return;
    }
    // A number that does not fit is an overflow or a truncation.
    if (isInteger(x.type) && isInteger(type)) {
      c.error(
        "NumericOverflow",
        startPos(x.expr),
        `constant ${describeConstant(c, x)} overflows ${showType(c, type)}`,
      );
      x.invalidate();
      return;
    }
  } else if (constant && isTypeParam(type)) {
    // The constant must convert to every type of the type set; the result is no constant.
    ok = forEachTerm(type, (_, under) => {
      if (under === undefined) {
        cause = `${showType(c, type)} does not contain specific types`;
        return false;
      }
      if (isString(under) && isNumberLike(x.type)) return true;
      if (!isConstType(under)) {
        const verdict = convertibleTo({ mode: "value", type: x.type, value: undefined }, under, c.types);
        if (!verdict.ok) {
          cause = `cannot convert ${describe(c, x)} to type ${showType(c, under)} (in ${showType(c, type)})`;
        }
        return verdict.ok;
      }
      if (convertConstant(asValue(x), under, c.types) === undefined) {
        cause =
          isInteger(x.type) && isInteger(under)
            ? `constant ${describeConstant(c, x)} overflows ${showType(c, under)} (in ${showType(c, type)})`
            : `cannot convert ${describe(c, x)} to type ${showType(c, under)} (in ${showType(c, type)})`;
        return false;
      }
      return true;
    });
    x.mode = "value";
    x.value = undefined;
  } else {
    const verdict = convertibleTo(asValue(x), type, c.types);
    ok = verdict.ok;
    if (!verdict.ok) cause = verdict.cause;
    if (ok) x.mode = "value";
  }
  if (!ok) {
    const tail = cause === "" ? "" : `: ${cause}`;
    c.error(
      "InvalidConversion",
      startPos(x.expr),
      `cannot convert ${describe(c, x)} to type ${showType(c, type)}${tail}`,
    );
    x.invalidate();
    return;
  }
  if (isUntyped(x.type)) updateType(c, x.expr, finalType(x, type, constant));
  x.type = type;
  x.value = undefined;
}

/** The type that an untyped operand of a conversion to `type` has itself. */
function finalType(x: Operand, type: Type, constant: boolean): Type {
  if (x.type === basicTypes["untyped nil"]) return type;
  if (isNonTypeParamInterface(type) || (constant && !isConstType(type))) return defaultType(x.type);
  // An integer that becomes a string is an integer itself.
  if (constant && isNumberLike(x.type) && allBasic(type) && isString(type)) return defaultType(x.type);
  if (x.mode !== "constant" && isTypeParam(type)) return type;
  return type;
}

function isNumberLike(type: Type): boolean {
  return isNumeric(type);
}

function isString(type: Type): boolean {
  const under = underlying(type);
  return under.kind === "basic" && (under.basic === "string" || under.basic === "untyped string");
}

function describeConstant(c: Checker, x: Operand): string {
  const text = describe(c, x);
  const match = /\(.*constant (.*?)(?: of .*)?\)$/.exec(text);
  return match?.[1] ?? text.slice(0, text.lastIndexOf(" ("));
}
