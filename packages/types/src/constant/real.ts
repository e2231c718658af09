import {
  addScaled,
  bitCount,
  compareScaled,
  makeBigFloat,
  multiplyScaled,
  precision,
  scaledQuotient,
  type Scaled,
} from "./big-float.ts";
import type { RealValue, UnknownValue } from "./value.ts";

/** Fractions with more bits than this become big floats. */
export const maxRationalBits = 4096;

/** A fraction in lowest terms; an integer if it is one; a big float if it is too long. The denominator is not 0. */
export function makeRational(numerator: bigint, denominator: bigint): RealValue | UnknownValue {
  if (denominator === 1n) return { kind: "int", value: numerator };
  let n = denominator < 0n ? -numerator : numerator;
  let d = denominator < 0n ? -denominator : denominator;
  const divisor = greatestCommonDivisor(n < 0n ? -n : n, d);
  if (divisor > 1n) {
    n /= divisor;
    d /= divisor;
  }
  if (d === 1n) return { kind: "int", value: n };
  if (bitCount(n) < maxRationalBits && bitCount(d) < maxRationalBits) {
    return { kind: "rational", numerator: n, denominator: d };
  }
  return makeBigFloat(scaledQuotient(n, d, precision));
}

function greatestCommonDivisor(x: bigint, y: bigint): bigint {
  let a = x;
  let b = y;
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

/** `x * 2**exponent` as `mantissa * 2**exponent`; rounded for fractions. */
export function scaledOf(x: RealValue): Scaled {
  if (x.kind === "int") return { mantissa: x.value, exponent: 0 };
  if (x.kind === "bigfloat") return x;
  return scaledQuotient(x.numerator, x.denominator, precision);
}

function fractionOf(x: RealValue): readonly [bigint, bigint] | undefined {
  if (x.kind === "int") return [x.value, 1n];
  return x.kind === "rational" ? [x.numerator, x.denominator] : undefined;
}

/** `x op y`; division is exact. Unknown on overflow and division by 0. */
export function realOp(x: RealValue, op: "+" | "-" | "*" | "/", y: RealValue): RealValue | UnknownValue {
  if (op === "/" && signOfReal(y) === 0) return { kind: "unknown" };
  if (x.kind === "int" && y.kind === "int" && op !== "/") {
    const value = op === "+" ? x.value + y.value : op === "-" ? x.value - y.value : x.value * y.value;
    return { kind: "int", value };
  }
  const xs = fractionOf(x);
  const ys = fractionOf(y);
  if (xs === undefined || ys === undefined) return scaledOp(scaledOf(x), op, scaledOf(y));
  const [a, b] = xs;
  const [c, d] = ys;
  switch (op) {
    case "+":
      return makeRational(a * d + c * b, b * d);
    case "-":
      return makeRational(a * d - c * b, b * d);
    case "*":
      return makeRational(a * c, b * d);
    case "/":
      return makeRational(a * d, b * c);
  }
}

function scaledOp(x: Scaled, op: "+" | "-" | "*" | "/", y: Scaled): RealValue | UnknownValue {
  switch (op) {
    case "+":
      return makeBigFloat(addScaled(x, y));
    case "-":
      return makeBigFloat(addScaled(x, { mantissa: -y.mantissa, exponent: y.exponent }));
    case "*":
      return makeBigFloat(multiplyScaled(x, y));
    case "/": {
      const quotient = scaledQuotient(x.mantissa, y.mantissa, precision);
      return makeBigFloat({
        mantissa: quotient.mantissa,
        exponent: quotient.exponent + x.exponent - y.exponent,
      });
    }
  }
}

/** `-x`. */
export function negateReal(x: RealValue): RealValue {
  switch (x.kind) {
    case "int":
      return { kind: "int", value: -x.value };
    case "rational":
      return { kind: "rational", numerator: -x.numerator, denominator: x.denominator };
    case "bigfloat":
      return { kind: "bigfloat", mantissa: -x.mantissa, exponent: x.exponent };
  }
}

/** The order of two numbers. */
export function compareReal(x: RealValue, y: RealValue): -1 | 0 | 1 {
  const xs = fractionOf(x);
  const ys = fractionOf(y);
  if (xs === undefined || ys === undefined) return compareScaled(scaledOf(x), scaledOf(y));
  const left = xs[0] * ys[1];
  const right = ys[0] * xs[1];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** -1, 0 or 1. */
export function signOfReal(x: RealValue): -1 | 0 | 1 {
  const value = x.kind === "int" ? x.value : x.kind === "rational" ? x.numerator : x.mantissa;
  return value < 0n ? -1 : value > 0n ? 1 : 0;
}

/** The parameters of a binary floating-point format. */
export interface FloatFormat {
  readonly mantissaBits: number;
  /** Exponent of the last place of the smallest numbers. */
  readonly minExponent: number;
  /** Numbers of this size and more are infinite. */
  readonly limit: number;
}

/** IEEE 754 binary64. */
export const binary64: FloatFormat = { mantissaBits: 53, minExponent: -1074, limit: Infinity };

/** IEEE 754 binary32. */
export const binary32: FloatFormat = { mantissaBits: 24, minExponent: -149, limit: 2 ** 128 };

/** The nearest number of the format, ties to even; an infinity if there is none. */
export function roundReal(x: RealValue, format: FloatFormat): number {
  if (x.kind === "int" && x.value >= -0x100_0000n && x.value <= 0x100_0000n) return Number(x.value);
  let numerator: bigint;
  let denominator = 1n;
  if (x.kind === "bigfloat") {
    const size = x.exponent + bitCount(x.mantissa);
    if (size > 1100) return x.mantissa < 0n ? -Infinity : Infinity;
    if (size < -1200) return 0;
    numerator = x.exponent > 0 ? x.mantissa << BigInt(x.exponent) : x.mantissa;
    if (x.exponent < 0) denominator = 1n << BigInt(-x.exponent);
  } else if (x.kind === "int") {
    numerator = x.value;
  } else {
    ({ numerator, denominator } = x);
  }
  if (numerator === 0n) return 0;
  const magnitude = numerator < 0n ? -numerator : numerator;
  let top = bitCount(magnitude) - bitCount(denominator);
  if (!atLeastPowerOfTwo(magnitude, denominator, top)) top--;
  const lastExponent = Math.max(top - format.mantissaBits + 1, format.minExponent);
  const quotient = divideRounded(magnitude, denominator, lastExponent);
  const result = lastExponent > 1023 ? Infinity : Number(quotient) * 2 ** lastExponent;
  const limited = result >= format.limit ? Infinity : result;
  return numerator < 0n ? -limited : limited;
}

/** `n / d >= 2**power`. */
function atLeastPowerOfTwo(n: bigint, d: bigint, power: number): boolean {
  return power >= 0 ? n >= d << BigInt(power) : n << BigInt(-power) >= d;
}

/** `n / d / 2**exponent`, rounded to the nearest integer, ties to even. */
function divideRounded(n: bigint, d: bigint, exponent: number): bigint {
  const top = exponent < 0 ? n << BigInt(-exponent) : n;
  const bottom = exponent > 0 ? d << BigInt(exponent) : d;
  const quotient = top / bottom;
  const twice = (top - quotient * bottom) * 2n;
  return twice > bottom || (twice === bottom && (quotient & 1n) === 1n) ? quotient + 1n : quotient;
}
