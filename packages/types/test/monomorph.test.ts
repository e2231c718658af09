import { expect, test } from "vitest";
import { checkSource } from "./check-source.ts";

test.each([
  ["func f[T any]() { f[*T]() }"],
  ["func f[T any]() { g[[]T]() }; func g[T any]() { f[T]() }"],
  ["type T[P any] struct{}; func (t T[Q]) m() { var x T[[2]Q]; x.m() }"],
  ["func f[T any]() { type L struct{ x T }; f[L]() }"],
])("%s needs instances without end", (source) => {
  const { errors } = checkSource(source);
  expect(errors.length).toBe(1);
  expect(errors[0]).toContain("instantiation cycle:\n");
});

test.each([
  ["func f[T any]() { f[T]() }"],
  ["func f[A, B any]() { f[B, A]() }"],
  ["func f[T any]() { g[[]T]() }; func g[T any]() { }"],
  ["func f[T any]() { f[int]() }"],
])("%s does not", (source) => {
  expect(checkSource(source).errors).toEqual([]);
});

test("the error names the steps", () => {
  expect(checkSource("func f[T any]() { f[*T]() }").errors).toEqual([
    "1:19: instantiation cycle:\n\t1:30: T instantiated as *T",
  ]);
});
