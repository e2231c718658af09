import { notWritten } from "../stub.ts";
import type { ComplexValue, ConstantValue, IntValue, RealValue, UnknownValue } from "./value.ts";

/** As an integer, if the value is one (`2.0`, `3 + 0i`); else unknown. */
export function toInt(x: ConstantValue): IntValue | UnknownValue {
  return notWritten(x);
}

/** As a real number, if its imaginary part is 0; else unknown. */
export function toFloat(x: ConstantValue): RealValue | UnknownValue {
  return notWritten(x);
}

/** As a complex number; unknown for what is no number. */
export function toComplex(x: ConstantValue): ComplexValue | UnknownValue {
  return notWritten(x);
}

/** The real part of a number. */
export function realPart(x: ConstantValue): RealValue | UnknownValue {
  return notWritten(x);
}

/** The imaginary part of a number. */
export function imaginaryPart(x: ConstantValue): RealValue | UnknownValue {
  return notWritten(x);
}

/** -1, 0 or 1; for complex numbers 0 only if both parts are 0, else 1. Unknown counts as 1. */
export function sign(x: ConstantValue): -1 | 0 | 1 {
  return notWritten(x);
}

/** Bits of the absolute value of an integer. */
export function bitLength(x: IntValue): number {
  return notWritten(x);
}

/** The value as an integer of the range of int64; undefined if it is none. */
export function int64Value(x: ConstantValue): bigint | undefined {
  return notWritten(x);
}

/** The value as an integer of the range of uint64; undefined if it is none. */
export function uint64Value(x: ConstantValue): bigint | undefined {
  return notWritten(x);
}

/** The value as a JavaScript number if it is a safe integer; else undefined. */
export function safeIntValue(x: ConstantValue): number | undefined {
  return notWritten(x);
}

/** The nearest float64 (ties to even) of the real part; an infinity on overflow. */
export function float64Value(x: ConstantValue): number {
  return notWritten(x);
}

/** The nearest float32 (ties to even) of the real part, rounded once; an infinity on overflow. */
export function float32Value(x: ConstantValue): number {
  return notWritten(x);
}
