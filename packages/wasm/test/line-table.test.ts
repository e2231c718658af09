import { appendCustomSection, encodeLineTable } from "@goes/wasm";
import { expect, test } from "vitest";

test("calls are listed by distance, file and difference of lines", () => {
  const callSites = [
    { offset: 10, pos: 1 },
    { offset: 20, pos: 2 },
    { offset: 300, pos: 3 },
    { offset: 301, pos: 4 },
  ];
  const places = [
    undefined,
    { file: "a", line: 5 },
    undefined,
    { file: "b", line: 3 },
    { file: "a", line: 70 },
  ];
  const emitted = { bytes: new Uint8Array(0), functions: [], callSites };
  const table = encodeLineTable(emitted, (pos) => places[pos]);
  expect([...table.bytes]).toEqual([
    ...[2, 1, 0x61, 1, 0x62],
    ...[10, 0, 5],
    // 290 = 0b10_0100010; the line goes back by two.
    ...[0xa2, 0x02, 1, 0x7e],
    // 67 needs two bytes, because bit 6 of the last one is the sign.
    ...[1, 0, 0xc3, 0x00],
  ]);
});

test("a custom section goes to the end", () => {
  const module = appendCustomSection(Uint8Array.of(1, 2), { name: "x", bytes: Uint8Array.of(9) });
  expect([...module]).toEqual([1, 2, 0, 3, 1, 0x78, 9]);
});
