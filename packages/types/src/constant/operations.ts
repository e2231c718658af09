import { notWritten } from "../stub.ts";
import type { ArithmeticOperator, ComparisonOperator, ShiftOperator } from "@goes/ast";
import type { ConstantValue } from "./value.ts";

/** Which division `/` is: that of integers truncates toward zero. */
export type Division = "integer" | "exact";

/**
 * `x op y`. The operands are brought to one kind first. The divisor must not be 0. Unknown operands give unknown.
 * Strings know `+`, booleans `&&` and `||`.
 */
export function binaryOp(
  x: ConstantValue,
  op: ArithmeticOperator | "&&" | "||",
  y: ConstantValue,
  division: Division = "exact",
): ConstantValue {
  return notWritten(x, op, y, division);
}

/** `op x`. For `^` on an unsigned type, `unsignedBits` is its size; 0 stands for signed and untyped. */
export function unaryOp(op: "+" | "-" | "^" | "!", x: ConstantValue, unsignedBits = 0): ConstantValue {
  return notWritten(op, x, unsignedBits);
}

/** `x << count` or `x >> count` of an integer; `count` is not negative and already limited by the caller. */
export function shift(x: ConstantValue, op: ShiftOperator, count: number): ConstantValue {
  return notWritten(x, op, count);
}

/** `x op y`; false if either is unknown. Complex numbers and booleans know `==` and `!=` only. */
export function compare(x: ConstantValue, op: ComparisonOperator, y: ConstantValue): boolean {
  return notWritten(x, op, y);
}
