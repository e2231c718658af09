import { expect, test } from "vitest";
import { underlying } from "../src/named.ts";
import { gcSizes, goesSizes } from "../src/sizes.ts";
import { checkSource } from "./check-source.ts";

// Size and alignment for goes, then for gc on a 64-bit machine.
test.each([
  ["int", 8, 8, 8, 8],
  ["uintptr", 4, 4, 8, 8],
  ["*int", 4, 4, 8, 8],
  ["func()", 4, 4, 8, 8],
  ["map[int]int", 4, 4, 8, 8],
  ["string", 8, 4, 16, 8],
  ["[]int", 12, 4, 24, 8],
  ["any", 12, 4, 16, 8],
  ["complex64", 8, 4, 8, 4],
  ["complex128", 16, 8, 16, 8],
  ["struct{}", 0, 1, 0, 1],
  ["struct{ a bool; b int64; c bool }", 24, 8, 24, 8],
  ["struct{ a bool; b uint16; c bool }", 6, 2, 6, 2],
  ["struct{ a int32; b struct{} }", 8, 4, 8, 4],
  ["struct{ b struct{}; a int32 }", 4, 4, 4, 4],
  ["[3]struct{ a int16; b byte }", 12, 2, 12, 2],
  ["[0]int", 0, 8, 0, 8],
])("%s", (source, size, align, gcSize, gcAlign) => {
  const type = checkSource(`var v ${source}`).type("v");
  expect([goesSizes.sizeof(type), goesSizes.alignof(type)]).toEqual([size, align]);
  expect([gcSizes.sizeof(type), gcSizes.alignof(type)]).toEqual([gcSize, gcAlign]);
});

test("offsets follow the alignment of each field", () => {
  const type = underlying(checkSource("var v struct{ a byte; s string; b byte; i any; c int32 }").type("v"));
  const fields = type.kind === "struct" ? type.fields : [];
  expect(goesSizes.offsetsof(fields)).toEqual([0, 4, 12, 16, 28]);
  expect(gcSizes.offsetsof(fields)).toEqual([0, 8, 24, 32, 48]);
});

test("types that occur again and again are measured once", () => {
  const levels = Array.from({ length: 60 }, (_, i) => `type T${i} struct { a, b T${i + 1} }`);
  const generic = Array.from({ length: 60 }, (_, i) => `type G${i}[P any] struct { a, b G${i + 1}[P] }`);
  const { type, errors } = checkSource(
    `${levels.join("; ")}; type T60 struct{}; ${generic.join("; ")}; type G60[P any] struct{}; type G G0[int]`,
  );
  expect(errors).toEqual([]);
  expect(goesSizes.sizeof(type("T0"))).toBe(0);
  expect(goesSizes.sizeof(type("G"))).toBe(0);
});

test("what no memory can hold has no size", () => {
  const type = checkSource("type E [1 << 30]complex128; type T [1 << 30]E").type("T");
  expect(gcSizes.sizeof(type)).toBe(-1);
  expect(goesSizes.sizeof(type)).toBe(-1);
});
