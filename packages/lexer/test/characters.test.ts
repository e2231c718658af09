import { expect, test } from "vitest";
import { lexed } from "./check.ts";

function bytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

// Columns and messages are those that gc (go 1.26) prints for the same line.
test.each([
  ["x = #", "5: invalid character U+0023 '#'"],
  ["x ? y", "3: invalid character U+003F '?'"],
  ["x·y", "2: invalid character U+00B7 '·' in identifier"],
  ["·y", "1: invalid character U+00B7 '·' in identifier"],
  ["x = «", "5: invalid character U+00AB '«' in identifier"],
  ["١", "1: identifier cannot begin with digit U+0661 '١'"],
  ["x = 😀", "5: invalid character U+1F600 '😀' in identifier"],
  ["x = 1 \ufeff", "7: invalid BOM in the middle of the file"],
  ["x = \0 1", "5: invalid NUL character"],
])("%j", (line, error) => {
  expect(lexed(`${line}\n`).errors).toEqual([`1:${error}`]);
});

test("digits of any script may go on a name", () => {
  expect(lexed("a١").errors).toEqual([]);
});

test("bytes that are not UTF-8 are reported once, wherever they stand", () => {
  expect(lexed(bytes('"\xff"\n')).errors).toEqual(["1:2: invalid UTF-8 encoding"]);
  expect(lexed(bytes("x\xff = 1\n")).errors).toEqual(["1:2: invalid UTF-8 encoding"]);
  expect(lexed(bytes("// \xc3\n")).errors).toEqual(["1:4: invalid UTF-8 encoding"]);
});
