import { expect, test } from "vitest";
import type { ArithmeticOperator, ComparisonOperator } from "@goes/ast";
import { float32Value, float64Value, toInt } from "../../src/constant/convert.ts";
import { makeBool, makeFromLiteral, makeInt, makeString } from "../../src/constant/make.ts";
import { binaryOp, compare, shift, unaryOp } from "../../src/constant/operations.ts";
import type { ConstantValue } from "../../src/constant/value.ts";

function number(text: string): ConstantValue {
  if (text.startsWith("-")) return unaryOp("-", number(text.slice(1)));
  if (text.endsWith("i")) return makeFromLiteral(text, "imaginary");
  return makeFromLiteral(text, /[.e]/.test(text) ? "float" : "int");
}

test.each<[string, ArithmeticOperator, string, bigint]>([
  ["7", "/", "2", 3n],
  ["-7", "/", "2", -3n],
  ["-7", "%", "2", -1n],
  ["7", "%", "-2", 1n],
  ["6", "&^", "3", 4n],
  ["-1", "&", "255", 255n],
  ["5", "^", "1", 4n],
])("integers: %s %s %s", (x, op, y, result) => {
  expect(binaryOp(number(x), op, number(y), "integer")).toEqual(makeInt(result));
});

test("fractions are exact", () => {
  const third = binaryOp(number("1.0"), "/", number("3"));
  expect(binaryOp(third, "*", number("3"))).toEqual(makeInt(1));
  expect(binaryOp(number("0.1"), "+", number("0.2"))).toEqual(number("0.3"));
});

test("complex numbers", () => {
  const z = binaryOp(number("1"), "+", number("2i"));
  expect(binaryOp(z, "*", z)).toEqual(binaryOp(number("-3"), "+", number("4i")));
  expect(toInt(binaryOp(z, "/", z))).toEqual(makeInt(1));
  expect(compare(z, "!=", number("1"))).toBe(true);
});

test("a square that underflows is no divisor", () => {
  expect(binaryOp(number("1"), "/", number("1e-600000000i"))).toEqual({ kind: "unknown" });
});

test("complement of unsigned types is bounded by their size", () => {
  expect(unaryOp("^", makeInt(0), 8)).toEqual(makeInt(255));
  expect(unaryOp("^", makeInt(5))).toEqual(makeInt(-6));
});

test("shifts", () => {
  expect(shift(makeInt(1), "<<", 100)).toEqual(makeInt(1n << 100n));
  expect(shift(makeInt(-5), ">>", 1)).toEqual(makeInt(-3));
  expect(shift(number("4.0"), ">>", 1)).toEqual(makeInt(2));
  expect(shift(number("0.5"), "<<", 1)).toEqual({ kind: "unknown" });
});

test.each<[string, ComparisonOperator, string]>([
  ["1e1000000", ">", "1e999999"],
  ["-1e1000000", "<", "1e-1000000"],
  ["0.1", "<", "0.2"],
  ["1", "==", "1.0"],
])("%s %s %s", (x, op, y) => {
  expect(compare(number(x), op, number(y))).toBe(true);
});

test("strings and booleans", () => {
  expect(binaryOp(makeString("a"), "+", makeString("b"))).toEqual(makeString("ab"));
  expect(compare(makeString("a"), "<", makeString("b"))).toBe(true);
  expect(binaryOp(makeBool(true), "&&", makeBool(false))).toEqual(makeBool(false));
});

test("rounding to floats happens once, ties to even", () => {
  expect(float64Value(number("0.1"))).toBe(0.1);
  expect(float64Value(number("9007199254740993"))).toBe(9007199254740992);
  expect(float64Value(number("1.7976931348623158e308"))).toBe(Number.MAX_VALUE);
  expect(float64Value(number("1.7976931348623159e308"))).toBe(Infinity);
  expect(float64Value(number("4.9e-324"))).toBe(5e-324);
  expect(float64Value(number("2e-324"))).toBe(0);
  expect(float32Value(number("16777217"))).toBe(16777216);
  // Rounded to a double first, this would end up on a tie and go down.
  expect(float32Value(number("1.000000059604644775390626"))).toBe(1 + 2 ** -23);
  expect(float32Value(number("3.4028236e38"))).toBe(Infinity);
});
