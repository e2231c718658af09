import { expect, test } from "vitest";
import { checkSource } from "./check-source.ts";

const declarations = `
type X struct{}; func (X) m() int { return 1 }
type L[T any] struct { next *L[T] }
type I[T any] interface { m() T }
type R interface{ Read() }; type RW interface{ Read(); Write() }
type D []int
func none[T any]() {}
func two[T any](x, y T) T { return x }
func maps[K comparable, V any](m map[K]V) {}
func slice[S ~[]E, E any](s S) E { panic(0) }
func fun[T any](f func(T)) {}
func last[A, B any](a A) B { panic(0) }
func list[T any](l L[T]) T { panic(0) }
func anon[T any](l interface{ m() T }) T { panic(0) }
func named[T any](l I[T]) T { panic(0) }
func inSlice[T any](l []I[T]) T { panic(0) }
func method[P interface{ m() T }, T any](p P) T { panic(0) }
func pointer[P *Q, Q any](p P) Q { panic(0) }
func cycle[T interface{ ~[]T }](x T) {}
func id[T any](x T) T { return x }
func apply[A, B any](f func(A) B, a A) B { return f(a) }
func withPointer[T any, PT interface{ *T; Set(string) }](x T) {}
`;

/** The type of an expression as gc prints it when it is assigned to a variable of another type. */
function typeOf(expression: string): string {
  const { errors } = checkSource(`${declarations} type Want struct{}; var _ Want = ${expression}`);
  expect(errors.length).toBe(1);
  const match = /\(value of (?:\w+ )?type (.*)\) as Want/.exec(errors[0]!);
  return match?.[1] ?? errors[0]!;
}

// Confirmed with gc.
test.each([
  ["two(1, 2.5)", "float64"],
  ["two('a', 1)", "rune"],
  ["two(1, 1i)", "complex128"],
  ["two(int8(1), 2)", "int8"],
  ["two(D{}, []int{})", "D"],
  ["two([]int{}, D{})", "D"],
  ["two(make(chan int), make(<-chan int))", "<-chan int"],
  ["slice([]string{})", "string"],
  ["slice(D{})", "int"],
  ["list(L[bool]{})", "bool"],
  ["anon(X{})", "int"],
  ["named(X{})", "int"],
  ["inSlice([]I[int]{})", "int"],
  ["method(X{})", "int"],
  ["pointer(new(string))", "string"],
  ["apply(id, 1)", "int"],
  ["last[int, string](1)", "string"],
])("%s is of type %s", (expression, type) => {
  expect(typeOf(expression)).toBe(type);
});

function problemOf(statement: string): string {
  const { errors } = checkSource(
    `${declarations} func _() { var rw RW; var r R; _, _ = r, rw; ${statement} }`,
  );
  return errors.map((error) => error.replace(/^\d+:\d+: /, "").replaceAll(/\d+:\d+/g, "LINE:COL")).join("\n");
}

test.each([
  ["none()", "in call to none, cannot infer T (declared at LINE:COL)"],
  ["two(1, `a`)", "in call to two, mismatched types untyped int and untyped string (cannot infer T)"],
  ["two(nil, nil)", "in call to two, cannot infer T (declared at LINE:COL)"],
  ["maps([]int{})", "in call to maps, type []int of []int{} does not match map[K]V (cannot infer K and V)"],
  ["slice(map[int]int{})", "in call to slice, S (type map[int]int) does not satisfy ~[]E"],
  [
    "fun(func(int) int { return 1 })",
    "in call to fun, type func(int) int of func(int) int {…} does not match inferred type func(int) for func(T)",
  ],
  ["last(1)", "in call to last, cannot infer B (declared at LINE:COL)"],
  ["list(&L[int]{})", "in call to list, type *L[int] of &L[int]{} does not match L[T] (cannot infer T)"],
  ["inSlice([]X{})", "in call to inSlice, type []X of []X{} does not match []I[T] (cannot infer T)"],
  ["method(int(1))", "in call to method, P (type int) does not satisfy interface{m() T} (missing method m)"],
  ["cycle([]int{})", "in call to cycle, T (type []int) does not satisfy interface{~[]T}"],
  ["two(r, rw)", "in call to two, type RW of rw does not match inferred type R for T"],
  ["two(X{}, r)", "in call to two, type R of r does not match inferred type X for T"],
  ["withPointer(X{})", "*X does not satisfy interface{Set(string); *X} (missing method Set)"],
])("%s", (statement, message) => {
  expect(problemOf(statement)).toBe(message);
});
