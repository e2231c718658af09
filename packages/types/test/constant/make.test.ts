import { expect, test } from "vitest";
import { makeFloat, makeFromLiteral } from "../../src/constant/make.ts";
import type { ConstantValue } from "../../src/constant/value.ts";

const int = (value: bigint): ConstantValue => ({ kind: "int", value });

test.each([
  ["0", 0n],
  ["1_000", 1000n],
  ["0x_Ff", 255n],
  ["0b101", 5n],
  ["0o17", 15n],
  ["017", 15n],
  ["0_7", 7n],
])("integer %s", (text, value) => {
  expect(makeFromLiteral(text, "int")).toEqual(int(value));
});

test("malformed literals are unknown", () => {
  for (const text of ["08", "0x", "0b2"]) {
    expect(makeFromLiteral(text, "int")).toEqual({ kind: "unknown" });
  }
});

test("floats are exact fractions in lowest terms, integers where they are", () => {
  expect(makeFromLiteral("2.50", "float")).toEqual({ kind: "rational", numerator: 5n, denominator: 2n });
  expect(makeFromLiteral(".5e1", "float")).toEqual(int(5n));
  expect(makeFromLiteral("0x1p-2", "float")).toEqual({ kind: "rational", numerator: 1n, denominator: 4n });
  expect(makeFromLiteral("0x1.8p1", "float")).toEqual(int(3n));
  expect(makeFromLiteral("1e3", "float")).toEqual(int(1000n));
  expect(makeFromLiteral("0e99999999999", "float")).toEqual(int(0n));
});

test("huge exponents cost nothing", () => {
  expect(makeFromLiteral("1e1000000", "float").kind).toBe("bigfloat");
  expect(makeFromLiteral("1e-1000000", "float").kind).toBe("bigfloat");
  expect(makeFromLiteral("1e1000000000", "float")).toEqual({ kind: "unknown" });
  expect(makeFromLiteral("1e-1000000000", "float")).toEqual(int(0n));
});

test("imaginary literals with a leading 0 are decimal", () => {
  const zero = { kind: "int", value: 0n };
  expect(makeFromLiteral("010i", "imaginary")).toEqual({ kind: "complex", real: zero, imaginary: int(10n) });
  expect(makeFromLiteral("0x10i", "imaginary")).toEqual({ kind: "complex", real: zero, imaginary: int(16n) });
});

test("runes and strings", () => {
  expect(makeFromLiteral("'\\x41'", "rune")).toEqual(int(65n));
  expect(makeFromLiteral("'é'", "rune")).toEqual(int(233n));
  expect(makeFromLiteral('"é\\xff"', "string")).toEqual({ kind: "string", value: "\u00c3\u00a9\u00ff" });
});

test("floats of JavaScript are taken exactly", () => {
  expect(makeFloat(0.75)).toEqual({ kind: "rational", numerator: 3n, denominator: 4n });
  expect(makeFloat(2 ** 70)).toEqual(int(2n ** 70n));
  expect(makeFloat(5e-324)).toEqual({ kind: "rational", numerator: 1n, denominator: 2n ** 1074n });
  expect(makeFloat(Number.NaN)).toEqual({ kind: "unknown" });
});
