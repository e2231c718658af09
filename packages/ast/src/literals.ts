import { runeToByteString, toByteString } from "@goes/source";

const simpleEscapes: Readonly<Record<string, number>> = {
  a: 7,
  b: 8,
  f: 12,
  n: 10,
  r: 13,
  t: 9,
  v: 11,
  "\\": 92,
  "'": 39,
  '"': 34,
};

/** One decoded escape sequence: its value, its length in source characters, and whether it names one byte. */
interface Escape {
  readonly value: number;
  readonly length: number;
  readonly isByte: boolean;
}

/** Decodes the escape whose backslash is at `at`. A malformed one (reported by the lexer) reads as U+FFFD. */
function decodeEscape(text: string, at: number): Escape {
  const letter = text.charAt(at + 1);
  const simple = simpleEscapes[letter];
  if (simple !== undefined) return { value: simple, length: 2, isByte: true };
  const digits = letter === "x" ? 2 : letter === "u" ? 4 : letter === "U" ? 8 : 0;
  if (digits > 0) {
    const value = Number.parseInt(text.slice(at + 2, at + 2 + digits), 16);
    return { value: Number.isNaN(value) ? 0xfffd : value, length: 2 + digits, isByte: letter === "x" };
  }
  const value = Number.parseInt(text.slice(at + 1, at + 4), 8);
  return Number.isNaN(value)
    ? { value: 0xfffd, length: 2, isByte: false }
    : { value: value & 0xff, length: 4, isByte: true };
}

/**
 * The value of a string literal (quotes included) as a byte string: each character is one byte, 0–255.
 * Raw literals lose their carriage returns (spec: String literals).
 */
export function unquoteString(text: string): string {
  if (text.startsWith("`")) return toByteString(text.slice(1, -1).replaceAll("\r", ""));
  const body = text.slice(1, -1);
  let escape = body.indexOf("\\");
  if (escape < 0) return toByteString(body);
  const parts: string[] = [];
  let from = 0;
  while (escape >= 0) {
    if (escape > from) parts.push(toByteString(body.slice(from, escape)));
    const { value, length, isByte } = decodeEscape(body, escape);
    parts.push(isByte ? String.fromCharCode(value) : runeToByteString(value));
    from = escape + length;
    escape = body.indexOf("\\", from);
  }
  parts.push(toByteString(body.slice(from)));
  return parts.join("");
}

/** The value of a rune literal, quotes included: a code point, or a byte for `\x` and octal escapes. */
export function unquoteRune(text: string): number {
  return text.charAt(1) === "\\" ? decodeEscape(text, 1).value : (text.codePointAt(1) ?? 0);
}
