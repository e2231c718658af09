import { test } from "vitest";
import { checkFunc } from "../support.ts";

test("an element of an array in memory; a constant index is checked by the checker", () => {
  checkFunc(
    `func f(a *[8]int, i int) int { return a[i] + a[3] }
func main() { f(nil, 0) }`,
    "main.f",
    `func @main.f(ptr, int64) int64 {
b0:
  v0 = param ptr 0
  v1 = param int64 1
  jump b1
b1:
  v2 = const int64 8
  check.nil v0
  check.index @runtime.panicIndex v1, v2
  v5 = index ptr v0, v1 8
  v6 = load int64 v5 0
  v7 = const int64 3
  v8 = const int64 8
  v9 = load int64 v0 24
  v10 = add int64 v6, v9
  return v10
}`,
  );
});

test("fields through pointers and embedded structs are one address with one nil check", () => {
  checkFunc(
    `type a struct{ x, y int }
type b struct { s string; a }
func f(p *b) int { return p.y }
func main() { f(nil) }`,
    "main.f",
    `func @main.f(ptr) int64 {
b0:
  v0 = param ptr 0
  jump b1
b1:
  check.nil v0
  v2 = load int64 v0 16
  return v2
}`,
  );
});

test("an index of 64 bits without sign has a check of its own", () => {
  checkFunc(
    `func f(a []byte, i uint) byte { return a[i] }
func main() { f(nil, 0) }`,
    "main.f",
    `func @main.f(slice, uint64) uint8 {
b0:
  v0 = param slice 0
  v1 = param uint64 1
  jump b1
b1:
  v2 = convert int64 v1
  v3 = len int64 v0
  v4 = data ptr v0
  check.index @runtime.panicIndexU v2, v3
  v6 = index ptr v4, v2 1
  v7 = load uint8 v6 0
  return v7
}`,
  );
});

test("a byte of a string", () => {
  checkFunc(
    `func f(s string, i int) byte { return s[i] }
func main() { f("", 0) }`,
    "main.f",
    `func @main.f(string, int64) uint8 {
b0:
  v0 = param string 0
  v1 = param int64 1
  jump b1
b1:
  v2 = len int64 v0
  check.index @runtime.panicIndex v1, v2
  v4 = data ptr v0
  v5 = index ptr v4, v1 1
  v6 = load uint8 v5 0
  return v6
}`,
  );
});
