import { test } from "vitest";
import { checkFunc } from "../support.ts";

test("an instance is built with its type arguments", () => {
  checkFunc(
    `type number interface{ ~int | ~float64 }
func sum[T number](a []T) (s T) { for _, x := range a { s += x }; return }
func main() { sum([]float64{1}) }`,
    "main.sum[float64]",
    `func @main.sum[float64](slice) float64 {
b0:
  v0 = param slice 0
  jump b1
b1:
  v1 = zero float64
  v2 = len int64 v0
  v3 = data ptr v0
  v4 = const int64 0
  jump b2
b2:
  v9 = phi float64 b1:v1 b4:v10
  v5 = phi int64 b1:v4 b4:v12
  v6 = lt bool v5, v2
  if v6 b3 b5
b3:
  v7 = index ptr v3, v5 8
  v8 = load float64 v7 0
  v10 = add float64 v9, v8
  jump b4
b4:
  v11 = const int64 1
  v12 = add int64 v5, v11
  jump b2
b5:
  return v9
}`,
  );
});

test("methods of generic types belong to the instance", () => {
  checkFunc(
    `type list[T any] struct { head T; next *list[T] }
func (l *list[T]) first() T { return l.head }
func main() { var l list[string]; l.first() }`,
    "main.(*list[string]).first",
    `func @"main.(*list[string]).first"(ptr) string {
b0:
  v0 = param ptr 0
  jump b1
b1:
  check.nil v0
  v2 = load string v0 0
  return v2
}`,
  );
});

test("a method of a type parameter is called on the type itself", () => {
  checkFunc(
    `type T struct{ n int }
func (t T) M() int { return t.n }
func call[X interface{ M() int }](x X) int { return x.M() }
func main() { call(T{}) }`,
    "main.call[main.T]",
    `func @main.call[main.T]({int64}) int64 {
b0:
  v0 = param {int64} 0
  jump b1
b1:
  v1 = call int64 @main.T.M v0
  return v1
}`,
  );
});
