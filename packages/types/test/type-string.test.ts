import { expect, test } from "vitest";
import { objectString, typeString } from "../src/type-string.ts";
import { checkSource } from "./check-source.ts";

test.each([
  ["func(x int, y ...string) (z error, b bool)"],
  ["func()"],
  ["func(int) string"],
  ["map[string][]*[3]byte"],
  ["chan (<-chan int)"],
  ["chan<- chan int"],
  ["<-chan func() (a, b int)"],
  ['struct{a int; b string "tag"; error}'],
  ["interface{m(x int) string; error}"],
  ["any"],
  ["interface{}"],
])("%s", (source) => {
  const { type, errors } = checkSource(`var v ${source}`);
  expect(errors).toEqual([]);
  // Each name of a list is written with its type.
  expect(typeString(type("v"))).toBe(source.replace("(a, b int)", "(a int, b int)"));
});

test("named types carry their package and arguments", () => {
  const { type } = checkSource("type P[K comparable, V any] struct{}; var v P[string, []P[int, error]]");
  expect(typeString(type("v"))).toBe("p.P[string, []p.P[int, error]]");
  expect(typeString(type("v"), () => "")).toBe("P[string, []P[int, error]]");
  expect(typeString(type("P"), () => "")).toBe("P[K comparable, V any]");
});

test("objects", () => {
  const { object } = checkSource(
    "const c = 1.5; var v []int; func f[T, U any, S ~[]T](x T) S { panic(0) }; type T struct{ a int }; type A = []T",
  );
  expect(objectString(object("c"))).toBe("const p.c untyped float");
  expect(objectString(object("v"))).toBe("var p.v []int");
  expect(objectString(object("f"))).toBe("func p.f[T, U any, S ~[]T](x T) S");
  expect(objectString(object("T"))).toBe("type p.T struct{a int}");
  expect(objectString(object("A"))).toBe("type p.A = []p.T");
});
