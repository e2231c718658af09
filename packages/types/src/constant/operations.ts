import { InternalError } from "@goes/source";
import type { ArithmeticOperator, ComparisonOperator, ShiftOperator } from "@goes/ast";
import { toComplex, toInt } from "./convert.ts";
import { makeBool, makeComplex, makeInt, makeString, unknownValue } from "./make.ts";
import { compareReal, negateReal, realOp } from "./real.ts";
import type { ComplexValue, ConstantValue, RealValue, UnknownValue } from "./value.ts";

/** Which division `/` is: that of integers truncates toward zero. */
type Division = "integer" | "exact";

function isReal(x: ConstantValue): x is RealValue {
  return x.kind === "int" || x.kind === "rational" || x.kind === "bigfloat";
}

/**
 * `x op y`. The operands are brought to one kind first. The divisor must not be 0. Unknown operands yield unknown, and
 * so do operands that the operator does not know. Strings know `+`, booleans `&&` and `||`.
 */
export function binaryOp(
  x: ConstantValue,
  op: ArithmeticOperator | "&&" | "||",
  y: ConstantValue,
  division: Division = "exact",
): ConstantValue {
  if (x.kind === "bool" && y.kind === "bool") {
    if (op === "&&") return makeBool(x.value && y.value);
    return op === "||" ? makeBool(x.value || y.value) : unknownValue;
  }
  if (x.kind === "string" && y.kind === "string") {
    return op === "+" ? makeString(x.value + y.value) : unknownValue;
  }
  if (op === "%" || op === "&" || op === "|" || op === "^" || op === "&^" || division === "integer") {
    const left = toInt(x);
    const right = toInt(y);
    if (left.kind !== "int" || right.kind !== "int") return unknownValue;
    return integerOp(left.value, op, right.value);
  }
  if (op !== "+" && op !== "-" && op !== "*" && op !== "/") return unknownValue;
  if (isReal(x) && isReal(y)) return realOp(x, op, y);
  const left = toComplex(x);
  const right = toComplex(y);
  if (left.kind === "unknown" || right.kind === "unknown") return unknownValue;
  return complexOp(left, op, right);
}

function integerOp(x: bigint, op: string, y: bigint): ConstantValue {
  switch (op) {
    case "+":
      return makeInt(x + y);
    case "-":
      return makeInt(x - y);
    case "*":
      return makeInt(x * y);
    case "/":
      return y === 0n ? unknownValue : makeInt(x / y);
    case "%":
      return y === 0n ? unknownValue : makeInt(x % y);
    case "&":
      return makeInt(x & y);
    case "|":
      return makeInt(x | y);
    case "^":
      return makeInt(x ^ y);
    case "&^":
      return makeInt(x & ~y);
    default:
      return unknownValue;
  }
}

function complexOp(x: ComplexValue, op: "+" | "-" | "*" | "/", y: ComplexValue): ConstantValue {
  const { real: a, imaginary: b } = x;
  const { real: c, imaginary: d } = y;
  switch (op) {
    case "+":
    case "-":
      return complexOf(realOp(a, op, c), realOp(b, op, d));
    case "*":
      return complexOf(sumOf(product(a, c), "-", product(b, d)), sumOf(product(b, c), "+", product(a, d)));
    case "/": {
      const square = sumOf(product(c, c), "+", product(d, d));
      const real = sumOf(product(a, c), "+", product(b, d));
      const imaginary = sumOf(product(b, c), "-", product(a, d));
      if (square.kind === "unknown" || real.kind === "unknown" || imaginary.kind === "unknown") {
        return unknownValue;
      }
      return complexOf(realOp(real, "/", square), realOp(imaginary, "/", square));
    }
  }
}

function product(x: RealValue, y: RealValue): RealValue | UnknownValue {
  return realOp(x, "*", y);
}

function sumOf(
  x: RealValue | UnknownValue,
  op: "+" | "-",
  y: RealValue | UnknownValue,
): RealValue | UnknownValue {
  return x.kind === "unknown" || y.kind === "unknown" ? unknownValue : realOp(x, op, y);
}

function complexOf(real: RealValue | UnknownValue, imaginary: RealValue | UnknownValue): ConstantValue {
  return real.kind === "unknown" || imaginary.kind === "unknown"
    ? unknownValue
    : makeComplex(real, imaginary);
}

/** `op x`. For `^` on an unsigned type, `unsignedBits` is its size; 0 stands for signed and untyped. */
export function unaryOp(op: "+" | "-" | "^" | "!", x: ConstantValue, unsignedBits = 0): ConstantValue {
  switch (op) {
    case "+":
      return isReal(x) || x.kind === "complex" ? x : unknownValue;
    case "-":
      if (isReal(x)) return negateReal(x);
      return x.kind === "complex" ? makeComplex(negateReal(x.real), negateReal(x.imaginary)) : unknownValue;
    case "^": {
      const int = toInt(x);
      if (int.kind !== "int") return unknownValue;
      return makeInt(unsignedBits === 0 ? ~int.value : BigInt.asUintN(unsignedBits, ~int.value));
    }
    case "!":
      return x.kind === "bool" ? makeBool(!x.value) : unknownValue;
  }
}

/** `x << count` or `x >> count` of an integer; `count` is not negative and already limited by the caller. */
export function shift(x: ConstantValue, op: ShiftOperator, count: number): ConstantValue {
  const int = toInt(x);
  if (int.kind !== "int") return unknownValue;
  if (op === ">>") return makeInt(int.value >> BigInt(count));
  if (int.value === 0n) return int;
  if (count > 100_000) throw new InternalError("types", `constant shift by ${count}`);
  return makeInt(int.value << BigInt(count));
}

/** `x op y`; false if either is unknown. Complex numbers and booleans know `==` and `!=` only. */
export function compare(x: ConstantValue, op: ComparisonOperator, y: ConstantValue): boolean {
  if (x.kind === "bool" && y.kind === "bool") return byEquality(op, x.value === y.value);
  if (x.kind === "string" && y.kind === "string") {
    return byOrder(op, x.value < y.value ? -1 : x.value > y.value ? 1 : 0);
  }
  if (isReal(x) && isReal(y)) return byOrder(op, compareReal(x, y));
  const left = toComplex(x);
  const right = toComplex(y);
  if (left.kind === "unknown" || right.kind === "unknown") return false;
  const equal =
    compareReal(left.real, right.real) === 0 && compareReal(left.imaginary, right.imaginary) === 0;
  return byEquality(op, equal);
}

function byEquality(op: ComparisonOperator, equal: boolean): boolean {
  return op === "==" ? equal : op === "!=" && !equal;
}

function byOrder(op: ComparisonOperator, order: -1 | 0 | 1): boolean {
  switch (op) {
    case "==":
      return order === 0;
    case "!=":
      return order !== 0;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
  }
}
