import { test } from "vitest";
import { checkFunc } from "../support.ts";

test("calls are hoisted from left to right, what reads variables comes after all of them", () => {
  checkFunc(
    `var x int
func g() int { x++; return x }
func f() int { return x + g()*x + g() }
func main() { f() }`,
    "main.f",
    `func @main.f() int64 {
b0:
  jump b1
b1:
  v0 = call int64 @main.g
  v1 = call int64 @main.g
  v2 = global ptr @main.x 0
  v3 = load int64 v2 0
  v4 = global ptr @main.x 0
  v5 = load int64 v4 0
  v6 = mul int64 v0, v5
  v7 = add int64 v3, v6
  v8 = add int64 v7, v1
  return v8
}`,
  );
});

test("an index is checked after the calls of the whole expression", () => {
  checkFunc(
    `func g() int { return 0 }
func f(a []int) int { return a[0] + g() }
func main() { f(nil) }`,
    "main.f",
    `func @main.f(slice) int64 {
b0:
  v0 = param slice 0
  jump b1
b1:
  v1 = call int64 @main.g
  v2 = const int64 0
  v3 = len int64 v0
  v4 = data ptr v0
  check.index @runtime.panicIndex v2, v3
  v6 = load int64 v4 0
  v7 = add int64 v6, v1
  return v7
}`,
  );
});

test("a call under && is made only there", () => {
  checkFunc(
    `func g() bool { return true }
func h() int { return 0 }
func f(a bool) int {
	if a && g() {
		return h()
	}
	return 0
}
func main() { f(true) }`,
    "main.f",
    `func @main.f(bool) int64 {
b0:
  v0 = param bool 0
  jump b1
b1:
  if v0 b4 b3
b2:
  v2 = call int64 @main.h
  return v2
b3:
  v3 = const int64 0
  return v3
b4:
  v1 = call bool @main.g
  if v1 b2 b3
}`,
  );
});

test("receives are evaluated in their turn, as calls are", () => {
  checkFunc(
    `func g(a, b int) int { return a }
func f(c chan int) int { return g(<-c, <-c) }
func main() { f(nil) }`,
    "main.f",
    `func @main.f(ptr) int64 {
b0:
  v0 = param ptr 0
  jump b1
b1:
  v1 = call (uint64, bool) @runtime.receiveWord v0
  v2 = extract bool v1 1
  v3 = extract uint64 v1 0
  v4 = intrinsic payload v3 cast
  v5 = payload.value int64 v4
  v6 = call (uint64, bool) @runtime.receiveWord v0
  v7 = extract bool v6 1
  v8 = extract uint64 v6 0
  v9 = intrinsic payload v8 cast
  v10 = payload.value int64 v9
  v11 = call int64 @main.g v5, v10
  return v11
}`,
  );
});
