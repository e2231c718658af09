import { test } from "vitest";
import { checkFunc } from "../support.ts";

test("a struct in registers", () => {
  checkFunc(
    `type pair struct { a int; s string }
func f(n int) pair { return pair{s: "x", a: n} }
func main() { f(1) }`,
    "main.f",
    `func @main.f(int64) {int64, string} {
b0:
  v0 = param int64 0
  jump b1
b1:
  v1 = string.const string "x"
  v2 = make.struct {int64, string} v0, v1
  return v2
}`,
  );
});

test("the address of a literal is a new object", () => {
  checkFunc(
    `type pair struct { a int; s string }
func f(n int) *pair { return &pair{a: n} }
func main() { f(1) }`,
    "main.f",
    `func @main.f(int64) ptr {
b0:
  v0 = param int64 0
  jump b1
b1:
  v1 = new ptr @main.pair
  store v1, v0 0
  return v1
}`,
  );
});

test("a slice: a new array, elements by index", () => {
  checkFunc(
    `func f(n int) []int { return []int{n, 3: 7} }
func main() { f(1) }`,
    "main.f",
    `func @main.f(int64) slice {
b0:
  v0 = param int64 0
  jump b1
b1:
  v1 = new ptr @[4]int
  store v1, v0 0
  v3 = offset ptr v1 24
  v4 = const int64 7
  store v3, v4 0
  v6 = const int64 4
  v7 = make.slice slice v1, v6, v6
  return v7
}`,
  );
});

test("a map is made, then assigned to", () => {
  checkFunc(
    `func f(n int) map[string]int { return map[string]int{"a": n} }
func main() { f(1) }`,
    "main.f",
    `func @main.f(int64) ptr {
b0:
  v0 = param int64 0
  jump b1
b1:
  v1 = const int64 1
  v2 = call ptr @runtime.mapMake[string,int] v1
  v3 = string.const string "a"
  v4 = map.assign ptr @runtime.mapAssign[string,int] v2, v3
  store v4, v0 0
  return v2
}`,
  );
});

test("many constants are copied from data", () => {
  checkFunc(
    `func f() []int { return []int{1, 2, 3, 4, 5, 6, 7, 8, 9} }
func main() { f() }`,
    "main.f",
    `func @main.f() slice {
b0:
  jump b1
b1:
  v0 = new ptr @[9]int
  v1 = global ptr @main.f·1 0
  move @[9]int v0, v1 72
  v3 = const int64 9
  v4 = make.slice slice v0, v3, v3
  return v4
}`,
  );
});
