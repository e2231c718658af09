import { appendCustomSection, encodeFrameTable, encodeLineTable } from "@goes/wasm";
import { expect, test } from "vitest";

test("calls are listed by distance, file and difference of lines", () => {
  const callSites = [
    { offset: 10, pos: 1 },
    { offset: 20, pos: 2 },
    { offset: 300, pos: 3 },
    { offset: 301, pos: 4 },
  ];
  const positions = [
    undefined,
    { file: "a", line: 5 },
    undefined,
    { file: "b", line: 3 },
    { file: "a", line: 70 },
  ];
  const emitted = { bytes: new Uint8Array(0), functions: [], callSites, frames: [] };
  const table = encodeLineTable(emitted, (pos) => {
    const position = positions[pos];
    return position === undefined ? [] : [{ func: undefined, ...position }];
  });
  expect([...table.bytes]).toEqual([
    ...[2, 1, 0x61, 1, 0x62],
    // No inlined functions and calls.
    ...[0, 0],
    ...[10, 0, 5],
    // 290 = 0b10_0100010; the line goes back by two.
    ...[0xa2, 0x02, 1, 0x7e],
    // 67 needs two bytes, because bit 6 of the last one is the sign.
    ...[1, 0, 0xc3, 0x00],
  ]);
});

test("calls in inlined functions name the calls around them", () => {
  const callSites = [
    { offset: 5, pos: 1 },
    { offset: 9, pos: 2 },
  ];
  const emitted = { bytes: new Uint8Array(0), functions: [], callSites, frames: [] };
  const table = encodeLineTable(emitted, (pos) => [
    { func: "g", file: "a", line: 10 + pos },
    { func: "f", file: "a", line: 20 },
    { func: undefined, file: "a", line: 30 },
  ]);
  expect([...table.bytes]).toEqual([
    // One file, two functions.
    ...[1, 1, 0x61],
    ...[2, 1, 0x67, 1, 0x66],
    // f was called on line 30, and in it g on line 20.
    ...[2, 1, 0, 30, 0, 0, 0, 20, 1],
    ...[5, 0, 11, 2],
    ...[4, 0, 1, 2],
  ]);
});

test("frames of suspended functions are listed by descriptor", () => {
  const frames = [
    { descriptor: 1000, index: 7, offsets: [300, 290] },
    { descriptor: 996, index: 9, offsets: [] },
  ];
  const table = encodeFrameTable({ bytes: new Uint8Array(0), functions: [], callSites: [], frames });
  expect([...table.bytes]).toEqual([
    2,
    // 1000 = 0b111_1101000 and 300 = 0b10_0101100; then ten bytes back.
    ...[0xe8, 0x07, 7, 2, 0xac, 0x02, 0x76],
    ...[0x7c, 9, 0],
  ]);
});

test("a custom section goes to the end", () => {
  const module = appendCustomSection(Uint8Array.of(1, 2), { name: "x", bytes: Uint8Array.of(9) });
  expect([...module]).toEqual([1, 2, 0, 3, 1, 0x78, 9]);
});
