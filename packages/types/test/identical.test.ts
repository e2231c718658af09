import { expect, test } from "vitest";
import { identical, identicalIgnoringTags } from "../src/identical.ts";
import { checkSource } from "./check-source.ts";

function agree(x: string, y: string, declarations = ""): boolean {
  const { type, errors } = checkSource(`${declarations}; var x ${x}; var y ${y}`);
  expect(errors).toEqual([]);
  return identical(type("x"), type("y"));
}

test.each([
  ["[]byte", "[]uint8"],
  ["rune", "int32"],
  ["any", "interface{}"],
  ["func(a int, b ...string) error", "func(int, ...string) (err error)"],
  ["interface{ a(); b() }", "interface{ b(); a() }"],
  ["interface{ error; a() }", "interface{ a(); Error() string }"],
  ["struct{ a, b int }", "struct{ a int; b int }"],
])("%s and %s are identical", (x, y) => {
  expect(agree(x, y)).toBe(true);
});

test.each([
  ["[2]int", "[3]int"],
  ["func(...int)", "func([]int)"],
  ["chan int", "<-chan int"],
  ["struct{ a int }", "struct{ b int }"],
  ["struct{ error }", "struct{ error error }"],
  ["*int", "int"],
])("%s and %s differ", (x, y) => {
  expect(agree(x, y)).toBe(false);
});

test("defined types are identical only to themselves, instances with identical arguments", () => {
  const declarations = "type A int; type B int; type L[T any] []T; type Alias = L[uint8]";
  expect(agree("A", "B", declarations)).toBe(false);
  expect(agree("L[byte]", "Alias", declarations)).toBe(true);
  expect(agree("L[A]", "L[B]", declarations)).toBe(false);
});

test("tags can be disregarded", () => {
  const { type } = checkSource('var x struct{ a int "t" }; var y struct{ a int }');
  expect(identical(type("x"), type("y"))).toBe(false);
  expect(identicalIgnoringTags(type("x"), type("y"))).toBe(true);
});

test("generic functions are identical up to the names of their parameters", () => {
  const { type } = checkSource(
    "func f[T any, S ~[]T](S) T { panic(0) }; func g[A any, B ~[]A](B) A { panic(0) }; func h[A, B any](B) A { panic(0) }",
  );
  expect(identical(type("f"), type("g"))).toBe(true);
  expect(identical(type("f"), type("h"))).toBe(false);
});

test("interfaces that refer to each other end", () => {
  const declarations = "type I interface{ m(interface{ n(I) }) }; type J interface{ m(interface{ n(I) }) }";
  expect(agree("interface{ m(interface{ n(I) }) }", "interface{ m(interface{ n(I) }) }", declarations)).toBe(
    true,
  );
});
