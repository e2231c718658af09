import { expect, test } from "vitest";
import { bytesOfText, textOfBytes } from "../src/index.ts";

test("UTF-8 is text as it is, a byte order mark included", () => {
  const text = "\ufeffaé€😀";
  const bytes = new TextEncoder().encode(text);
  expect(textOfBytes(bytes)).toBe(text);
  expect(bytesOfText(text)).toEqual(bytes);
});

// Bytes that continue nothing, sequences cut off, too long forms, surrogates, and what is beyond Unicode.
const broken: readonly (readonly [string, readonly number[], string])[] = [
  ["a lone continuation", [0x61, 0x80, 0x62], "a\udc80b"],
  ["a sequence cut off by the end", [0xe2, 0x82], "\udce2\udc82"],
  ["a sequence cut off by a letter", [0xe2, 0x61], "\udce2a"],
  ["a form that is too long", [0xc0, 0x80], "\udcc0\udc80"],
  ["a surrogate", [0xed, 0xa0, 0x80], "\udced\udca0\udc80"],
  ["beyond the last rune", [0xf4, 0x90, 0x80, 0x80], "\udcf4\udc90\udc80\udc80"],
  ["between good ones", [0xc3, 0xa9, 0xff, 0xc3, 0xa9], "é\udcffé"],
];

for (const [title, bytes, text] of broken) {
  test(`escapes keep bytes that are not UTF-8: ${title}`, () => {
    expect(textOfBytes(Uint8Array.from(bytes))).toBe(text);
    expect([...bytesOfText(text)]).toEqual(bytes);
  });
}

test("every pair of bytes comes back as it was", () => {
  const wrong: string[] = [];
  for (let pair = 0; pair < 0x10000; pair++) {
    const bytes = Uint8Array.of(pair >> 8, pair & 0xff);
    const back = bytesOfText(textOfBytes(bytes));
    if (back.length !== 2 || back[0] !== bytes[0] || back[1] !== bytes[1]) wrong.push(pair.toString(16));
  }
  expect(wrong).toEqual([]);
});
