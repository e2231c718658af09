import { test } from "vitest";
import { checkFunc } from "../support.ts";

test("a bare return returns what the named results hold", () => {
  checkFunc(
    `func f(a int) (x int, s string) {
	if a > 0 {
		s = "a"
		return
	}
	return 1, s
}
func main() { f(1) }`,
    "main.f",
    `func @main.f(int64) (int64, string) {
b0:
  v0 = param int64 0
  jump b1
b1:
  v1 = zero int64
  v2 = zero string
  v3 = const int64 0
  v4 = gt bool v0, v3
  if v4 b2 b3
b2:
  v5 = string.const string "a"
  return v1, v5
b3:
  v6 = const int64 1
  return v6, v2
}`,
  );
});

test("results are swapped through values", () => {
  checkFunc(
    `func f() (a, b int) {
	a, b = 1, 2
	return b, a
}
func main() { f() }`,
    "main.f",
    `func @main.f() (int64, int64) {
b0:
  jump b1
b1:
  v0 = zero int64
  v1 = zero int64
  v2 = const int64 1
  v3 = const int64 2
  return v3, v2
}`,
  );
});

test("a result that a literal captures lives on the heap, and holds what was returned", () => {
  checkFunc(
    `func use(g func()) {}
func f() (n int) {
	use(func() { n++ })
	return 5
}
func main() { f() }`,
    "main.f",
    `func @main.f() int64 {
b0:
  v0 = new ptr @int
  jump b1
b1:
  v1 = new ptr @closure:main.f.func1
  v2 = table.index i32 @main.f.func1
  store v1, v2 0
  store v1, v0 4
  call @main.use v1
  v6 = const int64 5
  store v0, v6 0
  return v6
}`,
  );
});
