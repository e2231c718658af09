import { byteStringToBytes, decodeRune } from "@goes/source";
import { bitCount } from "./big-float.ts";
import { binary64, roundReal, scaledOf, signOfReal } from "./real.ts";
import type { ConstantValue, RealValue } from "./value.ts";

/** Long strings are cut to so many characters, quotes included. */
const maxStringLength = 72;

/** How a number is shown: integers of a floating-point type as floats. */
type NumberForm = "integer" | "float";

/**
 * The value as gc prints it in messages: floats with six digits, long strings shortened. `form`: how integral values
 * of this constant's type are shown.
 */
export function formatConstant(value: ConstantValue, form: NumberForm = "integer"): string {
  switch (value.kind) {
    case "bool":
      return String(value.value);
    case "string": {
      const characters = [...quote(value.value)];
      if (characters.length <= maxStringLength) return characters.join("");
      return `${characters.slice(0, maxStringLength - 3).join("")}...`;
    }
    case "int":
      return form === "integer" ? String(value.value) : formatReal(value);
    case "rational":
    case "bigfloat":
      return formatReal(value);
    case "complex":
      return `(${formatPart(value.real)} + ${formatPart(value.imaginary)}i)`;
    case "unknown":
      return "unknown";
  }
}

/** Parts of complex numbers are floats, but small integers look the same either way. */
function formatPart(value: RealValue): string {
  return formatReal(value);
}

function formatReal(value: RealValue): string {
  const number = roundReal(value, binary64);
  if (Number.isFinite(number) && (number === 0) === (signOfReal(value) === 0)) {
    const short = formatGeneral(number, 6);
    const integral = value.kind === "int" || (value.kind === "bigfloat" && value.exponent >= 0);
    // Six digits must not make an integer of what is none.
    return integral || short.includes(".") ? short : formatGeneral(number, undefined);
  }
  // Out of the range of float64: the decimal exponent by logarithms.
  const { mantissa, exponent } = scaledOf(value);
  const size = bitCount(mantissa);
  const shift = Math.max(0, size - 60);
  const fraction = Number(mantissa >> BigInt(shift)) / 2 ** (size - shift);
  const logarithm = (exponent + size) * Math.log10(2);
  let decimal = Math.trunc(logarithm);
  let digits = fraction * 10 ** (logarithm - decimal);
  if (Math.abs(digits) < 1 - 0.5e-6) {
    digits *= 10;
    decimal--;
  } else if (Math.abs(digits) >= 10) {
    digits /= 10;
    decimal++;
  }
  return `${formatGeneral(digits, 6)}e${decimal < 0 ? "-" : "+"}${Math.abs(decimal)}`;
}

/** As `%.6g` or, without precision, `%g` prints a float. */
function formatGeneral(value: number, precision: number | undefined): string {
  const text = value.toExponential(precision === undefined ? undefined : precision - 1);
  const [digits = "0", power = "+0"] = text.split("e");
  const exponent = Number(power);
  const significant = digits.includes(".") ? digits.replace(/\.?0+$/, "") : digits;
  if (exponent < -4 || exponent >= (precision ?? 6)) {
    const size = String(Math.abs(exponent)).padStart(2, "0");
    return `${significant}e${exponent < 0 ? "-" : "+"}${size}`;
  }
  const negative = significant.startsWith("-");
  const plain = significant.replace("-", "").replace(".", "");
  let out: string;
  if (exponent < 0) out = `0.${"0".repeat(-exponent - 1)}${plain}`;
  else if (plain.length <= exponent + 1) out = plain.padEnd(exponent + 1, "0");
  else out = `${plain.slice(0, exponent + 1)}.${plain.slice(exponent + 1)}`;
  return negative ? `-${out}` : out;
}

const shortEscapes: Readonly<Record<number, string>> = {
  7: "\\a",
  8: "\\b",
  9: "\\t",
  10: "\\n",
  11: "\\v",
  12: "\\f",
  13: "\\r",
  34: '\\"',
  92: "\\\\",
};

/** A byte string as a quoted Go string literal, as `strconv.Quote` writes it; the result is text, not bytes. */
export function quote(value: string): string {
  const bytes = byteStringToBytes(value);
  let out = '"';
  for (let at = 0; at < bytes.length;) {
    const { rune, size } = decodeRune(bytes, at);
    out += rune === 0xfffd && size === 1 ? `\\x${hex(bytes[at]!, 2)}` : quoteRune(rune);
    at += size;
  }
  return `${out}"`;
}

function quoteRune(rune: number): string {
  const short = shortEscapes[rune];
  if (short !== undefined) return short;
  if (rune >= 0x20 && rune < 0x7f) return String.fromCharCode(rune);
  const character = String.fromCodePoint(rune);
  if (rune > 0x7f && /[\p{L}\p{M}\p{N}\p{P}\p{S}]/u.test(character)) return character;
  if (rune < 0x20 || rune === 0x7f) return `\\x${hex(rune, 2)}`;
  return rune < 0x10000 ? `\\u${hex(rune, 4)}` : `\\U${hex(rune, 8)}`;
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, "0");
}
