import { expect, test } from "vitest";
import { unquoteRune, unquoteString } from "@goes/ast";

test("an interpreted string becomes its UTF-8 bytes", () => {
  expect(unquoteString('"abc"')).toBe("abc");
  expect(unquoteString('"é"')).toBe("\xc3\xa9");
  expect(unquoteString('"日"')).toBe("\xe6\x97\xa5");
  expect(unquoteString('""')).toBe("");
});

test("escapes name bytes or code points", () => {
  expect(unquoteString(String.raw`"\n\t\\\""`)).toBe('\n\t\\"');
  expect(unquoteString(String.raw`"\a\b\f\r\v"`)).toBe("\x07\b\f\r\v");
  expect(unquoteString(String.raw`"\xff\377\000"`)).toBe("\xff\xff\0");
  expect(unquoteString(String.raw`"\u00e9\U0001F600"`)).toBe("\xc3\xa9\xf0\x9f\x98\x80");
  expect(unquoteString(String.raw`"a\x41b\u65e5c"`)).toBe("aAb\xe6\x97\xa5c");
});

test("a raw string keeps backslashes and loses carriage returns", () => {
  expect(unquoteString("`a\\n\r\nb`")).toBe("a\\n\nb");
  expect(unquoteString("`日`")).toBe("\xe6\x97\xa5");
});

test("a rune literal is a code point", () => {
  expect(unquoteRune("'a'")).toBe(97);
  expect(unquoteRune("'😀'")).toBe(0x1f600);
  expect(unquoteRune(String.raw`'\''`)).toBe(39);
  expect(unquoteRune(String.raw`'\xff'`)).toBe(255);
  expect(unquoteRune(String.raw`'\007'`)).toBe(7);
  expect(unquoteRune(String.raw`'\U0010FFFF'`)).toBe(0x10ffff);
});
