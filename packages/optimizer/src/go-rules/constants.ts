import { bitsOf, isInteger, isSigned, types, type Type, type Value } from "@goes/ir";
import { become, type Rewriter } from "../rewrite/rewriter.ts";

/** The integer, bool or nil pointer that a value is known to be. */
export function integerConstant(value: Value): bigint | undefined {
  return value.op === "const" && typeof value.imm === "bigint" ? value.imm : undefined;
}

/** The float that a value is known to be. */
export function floatConstant(value: Value): number | undefined {
  return value.op === "const" && typeof value.imm === "number" ? value.imm : undefined;
}

/** The bool that a value is known to be. */
export function boolConstant(value: Value): boolean | undefined {
  return value.op === "const" && value.type.kind === "bool" ? value.imm === 1n : undefined;
}

/** `n` wrapped around to the range of an integer type. */
export function wrapInteger(type: Type, n: bigint): bigint {
  const bits = bitsOf(type);
  return isSigned(type) ? BigInt.asIntN(bits, n) : BigInt.asUintN(bits, n);
}

/** Makes the value itself the constant. */
export function becomeConstant(value: Value, imm: bigint | number): Value {
  return become(value, "const", [], imm);
}

/** Makes the value itself a bool constant. */
export function becomeBool(value: Value, imm: boolean): Value {
  return become(value, "const", [], imm ? 1n : 0n);
}

/** A new constant in front of the current value. */
export function constant(rewriter: Rewriter, type: Type, imm: bigint | number): Value {
  return rewriter.op("const", type, [], imm);
}

/** Whether a type is a float of the Go level. */
export function isFloat(type: Type): boolean {
  return type.kind === "float64" || type.kind === "float32";
}

/** A float rounded to its type. */
export function roundFloat(type: Type, n: number): number {
  return type.kind === "float32" ? Math.fround(n) : n;
}

/** The logarithm of a power of two; -1 for other numbers. */
export function powerOfTwo(n: bigint): number {
  if (n <= 0n || (n & (n - 1n)) !== 0n) return -1;
  return n.toString(2).length - 1;
}

/** The unsigned integer type of the same width. */
export function unsignedOf(type: Type): Type {
  if (type.kind === "int8") return types.uint8;
  if (type.kind === "int16") return types.uint16;
  if (type.kind === "int32") return types.uint32;
  if (type.kind === "int64") return types.uint64;
  return type;
}

/** Whether an integer value is known not to be negative; looks a few definitions deep. */
export function isNonNegative(value: Value, depth = 4): boolean {
  if (!isInteger(value.type)) return false;
  if (!isSigned(value.type)) return true;
  switch (value.op) {
    case "len":
    case "cap":
      return true;
    case "const":
      return (value.imm as bigint) >= 0n;
    case "convert": {
      const from = value.args[0]!;
      if (!isInteger(from.type)) return from.type.kind === "ptr" && bitsOf(value.type) === 64;
      return bitsOf(from.type) < bitsOf(value.type) && depth > 0 && isNonNegative(from, depth - 1);
    }
    case "and":
      return (
        depth > 0 && (isNonNegative(value.args[0]!, depth - 1) || isNonNegative(value.args[1]!, depth - 1))
      );
    case "or":
    case "min":
    case "div":
      return (
        depth > 0 && isNonNegative(value.args[0]!, depth - 1) && isNonNegative(value.args[1]!, depth - 1)
      );
    case "shr":
    case "rem":
    case "andnot":
      return depth > 0 && isNonNegative(value.args[0]!, depth - 1);
    case "max":
      return (
        depth > 0 && (isNonNegative(value.args[0]!, depth - 1) || isNonNegative(value.args[1]!, depth - 1))
      );
    default:
      // Not known is the safe answer.
      return false;
  }
}

/** Whether a pointer is known not to be nil. */
export function isNonNil(value: Value): boolean {
  switch (value.op) {
    case "new":
    case "new.array":
    case "slot":
    case "global":
    case "frame":
      return true;
    case "offset":
      return (value.imm as number) >= 0 && isNonNil(value.args[0]!);
    default:
      // Not known is the safe answer.
      return false;
  }
}
