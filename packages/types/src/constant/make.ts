import { unquoteRune, unquoteString, type LiteralKind } from "@goes/ast";
import { makeBigFloat, multiplyScaled, powerOfTen, precision, scaledQuotient } from "./big-float.ts";
import { makeRational, maxRationalBits } from "./real.ts";
import type {
  BoolValue,
  ComplexValue,
  ConstantValue,
  IntValue,
  RealValue,
  StringValue,
  UnknownValue,
} from "./value.ts";

/** The unknown value. */
export const unknownValue: UnknownValue = { kind: "unknown" };

/** A boolean constant. */
export function makeBool(value: boolean): BoolValue {
  return { kind: "bool", value };
}

/** A string constant from a byte string. */
export function makeString(value: string): StringValue {
  return { kind: "string", value };
}

/** An integer constant; a number must be an integer. */
export function makeInt(value: bigint | number): IntValue {
  return { kind: "int", value: BigInt(value) };
}

/** The exact value of a float; unknown for infinities and NaN. */
export function makeFloat(value: number): RealValue | UnknownValue {
  if (!Number.isFinite(value)) return unknownValue;
  if (Number.isInteger(value)) return { kind: "int", value: BigInt(value) };
  // Scaling by a power of two is exact as long as the result is no subnormal number.
  let mantissa = value;
  let exponent = 0;
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2 ** 32;
    exponent += 32;
  }
  return makeRational(BigInt(mantissa), 1n << BigInt(exponent));
}

/** A complex constant. */
export function makeComplex(real: RealValue, imaginary: RealValue): ComplexValue {
  return { kind: "complex", real, imaginary };
}

/**
 * The value of a literal as written (underscores, prefixes and quotes included; source text, not bytes). Unknown
 * if it is malformed or its exponent is beyond all reason.
 */
export function makeFromLiteral(text: string, literal: LiteralKind): ConstantValue {
  // Most literals are small decimal numbers.
  if (literal === "int" && text.length < 10 && (text === "0" || /^[1-9][0-9]*$/.test(text))) {
    return { kind: "int", value: BigInt(Number(text)) };
  }
  switch (literal) {
    case "int":
      return parseInteger(text.replaceAll("_", ""));
    case "float":
      return parseReal(text.replaceAll("_", ""));
    case "imaginary": {
      const digits = text.replaceAll("_", "").slice(0, -1);
      // 0123i is decimal, for the sake of old programs.
      const part = /^0[0-9]+$/.test(digits)
        ? parseInteger(digits.replace(/^0+(?=.)/, ""))
        : parseReal(digits);
      return part.kind === "unknown" ? part : makeComplex(makeInt(0), part);
    }
    case "rune":
      return makeInt(unquoteRune(text));
    case "string":
      return makeString(unquoteString(text));
  }
}

function parseInteger(text: string): IntValue | UnknownValue {
  const octal = /^0([0-7]+)$/.exec(text);
  if (octal !== null) return makeInt(BigInt(`0o${octal[1]}`));
  if (/^(0|[1-9][0-9]*|0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+)$/.test(text)) return makeInt(BigInt(text));
  return unknownValue;
}

function parseReal(text: string): RealValue | UnknownValue {
  const hex = /^0[xX]([0-9a-fA-F]*)\.?([0-9a-fA-F]*)[pP]([+-]?[0-9]+)$/.exec(text);
  if (hex !== null) {
    const [, whole = "", fraction = "", power = "0"] = hex;
    if (whole + fraction === "") return unknownValue;
    return scaleByTwo(BigInt(`0x${whole}${fraction}`), Number(power) - 4 * fraction.length);
  }
  const decimal = /^([0-9]*)\.?([0-9]*)(?:[eE]([+-]?[0-9]+))?$/.exec(text);
  if (decimal === null) return parseInteger(text);
  const [, whole = "", fraction = "", power = "0"] = decimal;
  if (whole + fraction === "") return unknownValue;
  return scaleByTen(BigInt(whole + fraction), Number(power) - fraction.length);
}

function scaleByTwo(mantissa: bigint, exponent: number): RealValue | UnknownValue {
  if (mantissa === 0n) return makeInt(0);
  if (Math.abs(exponent) >= maxRationalBits) return makeBigFloat({ mantissa, exponent });
  return exponent >= 0
    ? makeInt(mantissa << BigInt(exponent))
    : makeRational(mantissa, 1n << BigInt(-exponent));
}

function scaleByTen(mantissa: bigint, exponent: number): RealValue | UnknownValue {
  if (mantissa === 0n) return makeInt(0);
  const bits = (mantissa.toString().length + exponent) * Math.log2(10);
  // Beyond the exponents that a big float has, the power of ten need not even be computed.
  if (bits > 2 ** 31) return unknownValue;
  if (bits < -(2 ** 31)) return makeInt(0);
  if (Math.abs(bits) < maxRationalBits && Math.abs(exponent) < 20_000) {
    const power = 10n ** BigInt(Math.abs(exponent));
    return exponent >= 0 ? makeInt(mantissa * power) : makeRational(mantissa, power);
  }
  const power = powerOfTen(Math.abs(exponent));
  if (exponent >= 0) return makeBigFloat(multiplyScaled({ mantissa, exponent: 0 }, power));
  const quotient = scaledQuotient(mantissa, power.mantissa, precision);
  return makeBigFloat({ mantissa: quotient.mantissa, exponent: quotient.exponent - power.exponent });
}
