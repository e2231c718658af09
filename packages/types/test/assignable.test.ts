import { expect, test } from "vitest";
import { messagesOf } from "./check-source.ts";

test.each([
  ["var c chan int; var _ <-chan int = c"],
  ["type F func(); var f func(); var _ F = f"],
  ["var _ []int = nil; var _ map[int]int = nil; var _ any = nil"],
  ["type B bool; var x, y int; var _ B = x == y"],
  ["var _ float32 = 'a'; var _ rune = 97.0; var _ complex64 = 1"],
])("%s", (statements) => {
  expect(messagesOf(`func _() { ${statements} }`)).toEqual([]);
});

// The texts are those of gc.
test.each([
  [
    "var i any; var _ int = i",
    "cannot use i (variable of interface type any) as int value in variable declaration: need type assertion",
  ],
  [
    "const big = 1 << 100; var _ int = big",
    "cannot use big (untyped int constant 1267650600228229401496703205376) as int value in variable declaration (overflows)",
  ],
  [
    "var _ int = 1e100",
    "cannot use 1e100 (untyped float constant 1e+100) as int value in variable declaration (truncated)",
  ],
  [
    "var _ float32 = 1e100",
    "cannot use 1e100 (untyped float constant 1e+100) as float32 value in variable declaration (overflows)",
  ],
])("%s", (statements, message) => {
  expect(messagesOf(`func _() { ${statements} }`)).toEqual([message]);
});

test("type parameters are judged type by type", () => {
  expect(messagesOf("func f[T []byte | string](x T) { var _ T = []int{} }")).toEqual([
    "cannot use []int{} (value of type []int) as T value in variable declaration: cannot assign []int to []byte (in T)",
  ]);
  expect(messagesOf("func f[T any]() { var _ T = nil }")).toEqual([
    "cannot use nil as T value in variable declaration",
  ]);
  expect(messagesOf("func f[T *int | []int]() { var _ T = nil }")).toEqual([]);
});
