import type { BigFloatValue, IntValue, UnknownValue } from "./value.ts";

/** Bits of mantissa of a big float, as in gc. */
export const precision = 512;

/** Exponents beyond this are infinite (or 0): nothing that a program can mean. */
const maxExponent = 2 ** 31;

/** `mantissa * 2**exponent` without a limit on the mantissa. */
export interface Scaled {
  readonly mantissa: bigint;
  readonly exponent: number;
}

/** Bits of the absolute value. */
export function bitCount(value: bigint): number {
  const digits = (value < 0n ? -value : value).toString(16);
  if (digits === "0") return 0;
  return (digits.length - 1) * 4 + 32 - Math.clz32(Number.parseInt(digits.charAt(0), 16));
}

/** `value / 2**bits`, rounded to the nearest integer, ties to even. */
export function shiftRounded(value: bigint, bits: number): bigint {
  if (bits <= 0) return value << BigInt(-bits);
  const negative = value < 0n;
  const magnitude = negative ? -value : value;
  const count = BigInt(bits);
  const quotient = magnitude >> count;
  const rest = magnitude - (quotient << count);
  const half = 1n << (count - 1n);
  const up = rest > half || (rest === half && (quotient & 1n) === 1n);
  const rounded = up ? quotient + 1n : quotient;
  return negative ? -rounded : rounded;
}

/** Rounds to `bits` bits of mantissa and makes the mantissa odd. */
export function roundScaled(value: Scaled, bits: number): Scaled {
  const excess = bitCount(value.mantissa) - bits;
  let mantissa = excess > 0 ? shiftRounded(value.mantissa, excess) : value.mantissa;
  let exponent = excess > 0 ? value.exponent + excess : value.exponent;
  if (mantissa === 0n) return { mantissa, exponent: 0 };
  while ((mantissa & 0xffff_ffffn) === 0n) {
    mantissa >>= 32n;
    exponent += 32;
  }
  while ((mantissa & 1n) === 0n) {
    mantissa >>= 1n;
    exponent++;
  }
  return { mantissa, exponent };
}

/** The big float nearest to `value`; unknown on overflow. */
export function makeBigFloat(value: Scaled): BigFloatValue | IntValue | UnknownValue {
  const { mantissa, exponent } = roundScaled(value, precision);
  const magnitude = exponent + bitCount(mantissa);
  if (mantissa === 0n || magnitude < -maxExponent) return { kind: "int", value: 0n };
  if (magnitude > maxExponent) return { kind: "unknown" };
  return { kind: "bigfloat", mantissa, exponent };
}

/** `numerator / denominator` with `bits` correct bits and more. */
export function scaledQuotient(numerator: bigint, denominator: bigint, bits: number): Scaled {
  const shift = Math.max(0, bits + 2 - bitCount(numerator) + bitCount(denominator));
  const scaled = numerator << BigInt(shift);
  const quotient = scaled / denominator;
  // A last bit that stands for all that was cut off keeps the later rounding correct.
  const sticky = quotient * denominator === scaled ? 0n : scaled < 0n !== denominator < 0n ? -1n : 1n;
  return { mantissa: quotient * 2n + sticky, exponent: -shift - 1 };
}

/** `x + y`, exact unless one is too small to matter. */
export function addScaled(x: Scaled, y: Scaled): Scaled {
  if (x.mantissa === 0n) return y;
  if (y.mantissa === 0n) return x;
  const [high, low] = x.exponent >= y.exponent ? [x, y] : [y, x];
  const distance = high.exponent - low.exponent;
  if (distance > 4 * precision) return high;
  return { mantissa: (high.mantissa << BigInt(distance)) + low.mantissa, exponent: low.exponent };
}

/** The order of two numbers. */
export function compareScaled(x: Scaled, y: Scaled): -1 | 0 | 1 {
  const signX = x.mantissa < 0n ? -1 : x.mantissa > 0n ? 1 : 0;
  const signY = y.mantissa < 0n ? -1 : y.mantissa > 0n ? 1 : 0;
  if (signX !== signY) return signX < signY ? -1 : 1;
  if (signX === 0) return 0;
  const sizeX = x.exponent + bitCount(x.mantissa);
  const sizeY = y.exponent + bitCount(y.mantissa);
  if (sizeX !== sizeY) return sizeX < sizeY === signX > 0 ? -1 : 1;
  const difference = addScaled(x, { mantissa: -y.mantissa, exponent: y.exponent }).mantissa;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** `10**exponent` for a large exponent, to more than {@link precision} bits. */
export function powerOfTen(exponent: number): Scaled {
  const working = precision + 128;
  let result: Scaled = { mantissa: 1n, exponent: 0 };
  let base: Scaled = { mantissa: 10n, exponent: 0 };
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = roundScaled(multiplyScaled(result, base), working);
    base = roundScaled(multiplyScaled(base, base), working);
  }
  return result;
}

/** `x * y`, exact. */
export function multiplyScaled(x: Scaled, y: Scaled): Scaled {
  return { mantissa: x.mantissa * y.mantissa, exponent: x.exponent + y.exponent };
}
