import { expect, test } from "vitest";
import { makeFromLiteral, makeInt, makeString } from "../../src/constant/make.ts";
import { unaryOp } from "../../src/constant/operations.ts";
import { representable } from "../../src/constant/representable.ts";
import { gcSizes, goesSizes } from "../../src/sizes.ts";

test("integers must fit", () => {
  expect(representable(makeInt(255), "uint8")).toEqual({ ok: true, value: makeInt(255) });
  expect(representable(makeInt(256), "uint8")).toEqual({ ok: false, reason: "overflows" });
  expect(representable(makeInt(-1), "uint")).toEqual({ ok: false, reason: "overflows" });
  expect(representable(makeInt(-128), "int8").ok).toBe(true);
  expect(representable(makeInt(2n ** 63n), "int").ok).toBe(false);
  expect(representable(makeInt(2n ** 600n), "untyped int").ok).toBe(true);
});

test("uintptr has the size of pointers", () => {
  const value = makeInt(2n ** 40n);
  expect(representable(value, "uintptr", goesSizes).ok).toBe(false);
  expect(representable(value, "uintptr", gcSizes).ok).toBe(true);
});

test("numbers with a fraction are no integers", () => {
  expect(representable(makeFromLiteral("2.0", "float"), "int").ok).toBe(true);
  expect(representable(makeFromLiteral("2.5", "float"), "int")).toEqual({ ok: false, reason: "truncated" });
  expect(representable(makeString("a"), "int")).toEqual({ ok: false, reason: "mismatch" });
});

test("floats are rounded to their type", () => {
  expect(representable(makeFromLiteral("0.1", "float"), "float64")).toEqual({
    ok: true,
    value: { kind: "rational", numerator: 3602879701896397n, denominator: 36028797018963968n },
  });
  expect(representable(makeFromLiteral("1e39", "float"), "float32")).toEqual({
    ok: false,
    reason: "overflows",
  });
  expect(representable(unaryOp("-", makeFromLiteral("1e-400", "float")), "float64")).toEqual({
    ok: true,
    value: makeInt(0),
  });
});

test("complex numbers without imaginary part are real", () => {
  expect(representable(makeFromLiteral("0i", "imaginary"), "int").ok).toBe(true);
  expect(representable(makeFromLiteral("1i", "imaginary"), "float64").ok).toBe(false);
});
