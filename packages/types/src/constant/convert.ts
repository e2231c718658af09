import { bitCount, roundScaled, shiftRounded } from "./big-float.ts";
import { makeComplex, makeInt, unknownValue } from "./make.ts";
import { binary32, binary64, roundReal, signOfReal } from "./real.ts";
import type { ComplexValue, ConstantValue, IntValue, RealValue, UnknownValue } from "./value.ts";

/** As an integer, if the value is one (`2.0`, `3 + 0i`); else unknown. */
export function toInt(x: ConstantValue): IntValue | UnknownValue {
  switch (x.kind) {
    case "int":
      return x;
    case "bigfloat": {
      // Larger numbers cannot be meant to be integers and would take all memory.
      if (x.exponent + bitCount(x.mantissa) > 10_000) return unknownValue;
      if (x.exponent >= 0) return makeInt(x.mantissa << BigInt(x.exponent));
      // The last bits may be off by rounding: an integer except for those is one.
      const rounded = roundScaled(x, 508);
      return rounded.exponent < 0 ? unknownValue : makeInt(shiftRounded(rounded.mantissa, -rounded.exponent));
    }
    case "complex":
      return signOfReal(x.imaginary) === 0 ? toInt(x.real) : unknownValue;
    case "bool":
    case "rational":
    case "string":
    case "unknown":
      return unknownValue;
  }
}

/** As a real number, if its imaginary part is 0; else unknown. */
export function toFloat(x: ConstantValue): RealValue | UnknownValue {
  switch (x.kind) {
    case "int":
    case "rational":
    case "bigfloat":
      return x;
    case "complex":
      return signOfReal(x.imaginary) === 0 ? x.real : unknownValue;
    case "bool":
    case "string":
    case "unknown":
      return unknownValue;
  }
}

/** As a complex number; unknown for what is no number. */
export function toComplex(x: ConstantValue): ComplexValue | UnknownValue {
  if (x.kind === "complex") return x;
  const real = toFloat(x);
  return real.kind === "unknown" ? real : makeComplex(real, makeInt(0));
}

/** The real part of a number. */
export function realPart(x: ConstantValue): RealValue | UnknownValue {
  return x.kind === "complex" ? x.real : toFloat(x);
}

/** The imaginary part of a number. */
export function imaginaryPart(x: ConstantValue): RealValue | UnknownValue {
  if (x.kind === "complex") return x.imaginary;
  return toFloat(x).kind === "unknown" ? unknownValue : makeInt(0);
}

/** -1, 0 or 1; for complex numbers 0 only if both parts are 0, else 1. Unknown counts as 1. */
export function sign(x: ConstantValue): -1 | 0 | 1 {
  switch (x.kind) {
    case "int":
    case "rational":
    case "bigfloat":
      return signOfReal(x);
    case "complex":
      return signOfReal(x.real) === 0 && signOfReal(x.imaginary) === 0 ? 0 : 1;
    case "bool":
    case "string":
    case "unknown":
      return 1;
  }
}

/** Bits of the absolute value of an integer. */
export function bitLength(x: IntValue): number {
  return bitCount(x.value);
}

/** The value as an integer of the range of int64; undefined if it is none. */
export function int64Value(x: ConstantValue): bigint | undefined {
  const int = toInt(x);
  return int.kind === "int" && BigInt.asIntN(64, int.value) === int.value ? int.value : undefined;
}

/** The value as an integer of the range of uint64; undefined if it is none. */
export function uint64Value(x: ConstantValue): bigint | undefined {
  const int = toInt(x);
  return int.kind === "int" && BigInt.asUintN(64, int.value) === int.value ? int.value : undefined;
}

/** The value as a JavaScript number if it is a safe integer; else undefined. */
export function safeIntValue(x: ConstantValue): number | undefined {
  const int = toInt(x);
  if (int.kind !== "int") return undefined;
  const value = Number(int.value);
  return Number.isSafeInteger(value) ? value : undefined;
}

/** The nearest float64 (ties to even) of the real part; an infinity on overflow. NaN for what is no number. */
export function float64Value(x: ConstantValue): number {
  const real = realPart(x);
  return real.kind === "unknown" ? Number.NaN : roundReal(real, binary64);
}

/** The nearest float32 (ties to even) of the real part, rounded once; an infinity on overflow. */
export function float32Value(x: ConstantValue): number {
  const real = realPart(x);
  return real.kind === "unknown" ? Number.NaN : roundReal(real, binary32);
}
