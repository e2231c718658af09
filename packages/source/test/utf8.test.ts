import { expect, test } from "vitest";
import { decodeRune, decodeUtf8, encodeUtf8, toByteString, utf8Length } from "../src/index.ts";

// Expected values: the Unicode standard's table of well-formed sequences, and what Go's unicode/utf8 does.
const samples = ["", "plain", "é→日本", "a😀b", "x".repeat(20_000) + "ß" + "y".repeat(9_000)];

for (const text of samples) {
  test(`round trip of ${JSON.stringify(text.slice(0, 12))}`, () => {
    const bytes = encodeUtf8(text);
    expect(Buffer.from(bytes).toString("utf8")).toBe(text);
    expect(utf8Length(text)).toBe(bytes.length);
    expect(decodeUtf8(bytes)).toEqual({ text, invalidOffsets: [] });
  });
}

test("drops a byte order mark at the beginning only", () => {
  expect(decodeUtf8(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61)).text).toBe("a");
  expect(decodeUtf8(Uint8Array.of(0x61, 0xef, 0xbb, 0xbf)).text).toBe("a\ufeff");
});

test("replaces each byte of an invalid sequence and says where", () => {
  // overlong, surrogate, truncated, stray continuation
  const bytes = Uint8Array.of(0x41, 0xc0, 0x80, 0x42, 0xed, 0xa0, 0x80, 0x43, 0xe2, 0x82);
  expect(decodeUtf8(bytes)).toEqual({
    text: "A\ufffd\ufffdB\ufffd\ufffd\ufffdC\ufffd\ufffd",
    invalidOffsets: [1, 2, 4, 5, 6, 8, 9],
  });
});

test("an encoded U+FFFD is valid", () => {
  expect(decodeRune(Uint8Array.of(0xef, 0xbf, 0xbd), 0)).toEqual({ rune: 0xfffd, size: 3 });
  expect(decodeRune(Uint8Array.of(0xff), 0)).toEqual({ rune: 0xfffd, size: 1 });
});

test("byte strings have one character a byte", () => {
  expect([...toByteString("é!")].map((c) => c.charCodeAt(0))).toEqual([0xc3, 0xa9, 0x21]);
});
