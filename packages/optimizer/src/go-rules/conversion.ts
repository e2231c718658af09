import { type GoOp, bitsOf, isInteger, isSigned, sameType, type Type, type Value } from "@goes/ir";
import { become, type RuleTable } from "../rewrite/rewriter.ts";
import { becomeConstant, floatConstant, integerConstant, isFloat, wrapInteger } from "./constants.ts";

/** Integers up to here are exact as floats of any width that the conversion passes through. */
const exactInFloat32 = 1n << 24n;
const exactInFloat64 = 1n << 53n;

function convert(value: Value): Value | undefined {
  const from = value.args[0]!;
  const { type } = value;
  if (sameType(type, from.type)) return from;
  if (from.op === "const") return foldConstant(value, from);
  if (from.op === "convert") return shorten(value, from);
  return undefined;
}

function foldConstant(value: Value, from: Value): Value | undefined {
  const { type } = value;
  const integer = integerConstant(from);
  if (integer !== undefined) {
    if (isInteger(type)) return becomeConstant(value, wrapInteger(type, integer));
    if (type.kind === "ptr") return integer === 0n ? becomeConstant(value, 0n) : undefined;
    if (!isFloat(type)) return undefined;
    const exact = type.kind === "float32" ? exactInFloat32 : exactInFloat64;
    return integer <= exact && integer >= -exact ? becomeConstant(value, Number(integer)) : undefined;
  }
  const float = floatConstant(from);
  if (float === undefined) return undefined;
  if (type.kind === "float64") return becomeConstant(value, float);
  if (type.kind === "float32") return becomeConstant(value, Math.fround(float));
  // What is out of range is the target's choice: left to it.
  if (!isInteger(type) || !Number.isFinite(float)) return undefined;
  const truncated = BigInt(Math.trunc(float));
  return wrapInteger(type, truncated) === truncated ? becomeConstant(value, truncated) : undefined;
}

/** A conversion of a conversion as one, if the middle type loses nothing that matters. */
function shorten(value: Value, middle: Value): Value | undefined {
  const source = middle.args[0]!;
  const { type } = value;
  if (isInteger(type) && isInteger(middle.type) && isInteger(source.type)) {
    const narrows = bitsOf(type) <= bitsOf(middle.type);
    if (narrows || keepsValue(source.type, middle.type)) return become(value, "convert", [source]);
    return undefined;
  }
  if (type.kind === "float32" && middle.type.kind === "float64" && source.type.kind === "float32")
    return source;
  // Pointers and uintptr have 32 bits.
  if (
    sameType(type, source.type) &&
    type.kind === "ptr" &&
    isInteger(middle.type) &&
    bitsOf(middle.type) >= 32
  )
    return source;
  if (sameType(type, source.type) && type.kind === "uint32" && middle.type.kind === "ptr") return source;
  return undefined;
}

/** Whether every integer of `from` is the same in `to`. */
function keepsValue(from: Type, to: Type): boolean {
  return bitsOf(to) > bitsOf(from) && (isSigned(to) || !isSigned(from));
}

/** Numeric conversions. */
export const conversionRules: RuleTable<GoOp> = { convert };
