import type { LiteralError } from "./number-literal.ts";

const simpleEscape = /[abfnrtv\\]/;

/** The first error in an interpreted string literal (spec: String literals). `atEnd`: the file ends after it. */
export function checkString(text: string, atEnd: boolean): LiteralError | undefined {
  let at = 1;
  while (at < text.length) {
    const unit = text.charAt(at);
    if (unit === '"') return undefined;
    if (unit === "\\") {
      if (at + 1 >= text.length) break;
      const escape = checkEscape(text, at, '"');
      if (typeof escape !== "number") return escape;
      at += escape;
    } else at++;
  }
  return atEnd
    ? { at: 0, message: "string not terminated" }
    : { at: text.length, message: "newline in string" };
}

/** The first error in a rune literal (spec: Rune literals). */
export function checkRune(text: string, atEnd: boolean): LiteralError | undefined {
  let at = 1;
  let characters = 0;
  while (at < text.length) {
    const unit = text.charAt(at);
    if (unit === "'") {
      if (characters === 0) return { at: 1, message: "empty rune literal or unescaped '" };
      if (characters > 1) return { at: 0, message: "more than one character in rune literal" };
      return undefined;
    }
    if (unit === "\\") {
      if (at + 1 >= text.length) break;
      const escape = checkEscape(text, at, "'");
      if (typeof escape !== "number") return escape;
      at += escape;
    } else at += text.codePointAt(at)! > 0xffff ? 2 : 1;
    characters++;
  }
  if (atEnd) return { at: 0, message: "rune literal not terminated" };
  return { at: text.length, message: "newline in rune literal" };
}

/** Length of the escape at `at`, or what is wrong with it. */
function checkEscape(text: string, at: number, quote: string): number | LiteralError {
  const letter = text.charAt(at + 1);
  if (letter === quote || simpleEscape.test(letter)) return 2;
  if (letter === "x") return checkDigits(text, at + 2, 2, 16, 255);
  if (letter === "u") return checkDigits(text, at + 2, 4, 16, 0x10ffff);
  if (letter === "U") return checkDigits(text, at + 2, 8, 16, 0x10ffff);
  if (letter >= "0" && letter <= "7") return checkDigits(text, at + 1, 3, 8, 255);
  return { at: at + 1, message: "unknown escape" };
}

function checkDigits(
  text: string,
  from: number,
  count: number,
  base: 8 | 16,
  limit: number,
): number | LiteralError {
  let value = 0;
  for (let i = 0; i < count; i++) {
    const character = String.fromCodePoint(text.codePointAt(from + i) ?? 0);
    const digit = Number.parseInt(character, base);
    if (Number.isNaN(digit)) {
      const escape = base === 8 ? "octal" : "hexadecimal";
      if (from + i >= text.length) return { at: text.length, message: "newline in string" };
      return { at: from + i, message: `invalid character ${quoteCharacter(character)} in ${escape} escape` };
    }
    value = value * base + digit;
  }
  const at = from + count;
  if (value > limit && base === 8) return { at, message: `octal escape value ${value} > 255` };
  if (value > limit || (value >= 0xd800 && value < 0xe000 && count >= 4)) {
    const hex = value.toString(16).toUpperCase().padStart(4, "0");
    return { at, message: `escape is invalid Unicode code point U+${hex}` };
  }
  return count + (base === 8 ? 1 : 2);
}

function quoteCharacter(character: string): string {
  return character === "'" ? String.raw`'\''` : character === "\\" ? String.raw`'\\'` : `'${character}'`;
}
