import { expect, test } from "vitest";
import { lexed } from "./check.ts";

// Columns and messages are those that gc (go 1.26) prints for the same literal.
test.each([
  ["08", "2: invalid digit '8' in octal literal"],
  ["1__0", "3: '_' must separate successive digits"],
  ["0_", "2: '_' must separate successive digits"],
  ["0x1.0", "6: hexadecimal mantissa requires a 'p' exponent"],
  ["0b2", "3: invalid digit '2' in binary literal"],
  ["0b1.5", "4: invalid radix point in binary literal"],
  ["1p3", "2: 'p' exponent requires hexadecimal mantissa"],
  ["1e", "3: exponent has no digits"],
  ["0x", "3: hexadecimal literal has no digits"],
  ["0xp1", "3: hexadecimal literal has no digits"],
  ["0o9", "3: invalid digit '9' in octal literal"],
  ["0b1e3", "4: 'e' exponent requires decimal mantissa"],
  ["0b", "3: binary literal has no digits"],
  ["'ab'", "1: more than one character in rune literal"],
  ["''", "2: empty rune literal or unescaped '"],
  ['"\\z"', "3: unknown escape"],
  ['"\\400"', "6: octal escape value 256 > 255"],
  ['"\\ud800"', "8: escape is invalid Unicode code point U+D800"],
  ['"\\U00110000"', "12: escape is invalid Unicode code point U+110000"],
  ['"\\xz"', "4: invalid character 'z' in hexadecimal escape"],
  ['"\\08"', "4: invalid character '8' in octal escape"],
  ['"\\\'"', "3: unknown escape"],
  ["'\\\"'", "3: unknown escape"],
])("%s", (literal, error) => {
  expect(lexed(`${literal} + 1\n`).errors).toEqual([`1:${error}`]);
});

test.each([
  ["'a\n", "3: newline in rune literal"],
  ["'", "1: rune literal not terminated"],
  ["'a", "1: rune literal not terminated"],
  ['"abc\n', "5: newline in string"],
  ['"abc', "1: string not terminated"],
  ["`abc", "1: string not terminated"],
  ["/* abc", "1: comment not terminated"],
])("%j has no end", (text, error) => {
  expect(lexed(text).errors).toEqual([`1:${error}`]);
});

test.each(["089.5", "089i", "0_7", "0x_1", "0b_1", "1_0.0_1e1_0", "0x1_0.8p0"])(
  "%s is well formed",
  (literal) => {
    expect(lexed(literal).errors).toEqual([]);
  },
);

test("literals that are not well formed are known by their offset", () => {
  expect([...lexed("x = 08 + 7 + 'ab'").stream.badLiterals]).toEqual([4, 13]);
});
