import { test } from "vitest";
import { checkFunc, checkFuncs } from "../support.ts";

test("results of memory class are put where a hidden first argument points", () => {
  checkFuncs(
    `type big struct{ a [9]int }
func make1(n int) (big, int) { var b big; b.a[0] = n; return b, n }
func f() int { b, n := make1(3); return b.a[0] + n }
func main() { f() }`,
    {
      "main.make1": `func @main.make1(ptr, int64) int64 {
b0:
  v0 = param int64 1
  v1 = param ptr 0
  v2 = slot ptr @main.big
  v7 = slot ptr @main.big
  jump b1
b1:
  clear @main.big v2 72
  v4 = const int64 0
  v5 = const int64 9
  store v2, v0 0
  move @main.big v7, v2 72
  move @main.big v1, v7 72
  return v0
}`,
      "main.f": `func @main.f() int64 {
b0:
  v1 = slot ptr @main.big
  v3 = slot ptr @main.big
  jump b1
b1:
  v0 = const int64 3
  v2 = call int64 @main.make1 v1, v0
  move @main.big v3, v1 72
  v5 = const int64 0
  v6 = const int64 9
  v7 = load int64 v3 0
  v8 = add int64 v7, v2
  return v8
}`,
    },
  );
});

test("variadic arguments are a slice made for the call; none are nil; a slice is passed as it is", () => {
  checkFunc(
    `func v(a ...int) int { return len(a) }
func f(s []int) int { return v(1, 2) + v() + v(s...) }
func main() { f(nil) }`,
    "main.f",
    `func @main.f(slice) int64 {
b0:
  v0 = param slice 0
  jump b1
b1:
  v1 = const int64 1
  v2 = const int64 2
  v3 = new ptr @[2]int
  store v3, v1 0
  store v3, v2 8
  v6 = const int64 2
  v7 = make.slice slice v3, v6, v6
  v8 = call int64 @main.v v7
  v9 = zero slice
  v10 = call int64 @main.v v9
  v11 = add int64 v8, v10
  v12 = call int64 @main.v v0
  v13 = add int64 v11, v12
  return v13
}`,
  );
});

test("a call of a function value checks it for nil after the arguments", () => {
  checkFunc(
    `func arg() int { return 1 }
func f(g func(int) string) string { return g(arg()) }
func main() { f(nil) }`,
    "main.f",
    `func @main.f(ptr) string {
b0:
  v0 = param ptr 0
  jump b1
b1:
  v1 = call int64 @main.arg
  check.nil v0
  v3 = call.closure string v0, v1 sig(int64) string
  return v3
}`,
  );
});

test("f(g()) passes all results on", () => {
  checkFunc(
    `func two() (int, string) { return 1, "" }
func take(a int, b string) string { return b }
func f() string { return take(two()) }
func main() { f() }`,
    "main.f",
    `func @main.f() string {
b0:
  jump b1
b1:
  v0 = call (int64, string) @main.two
  v1 = extract int64 v0 0
  v2 = extract string v0 1
  v3 = call string @main.take v1, v2
  return v3
}`,
  );
});

test("methods take their receiver by value or by address", () => {
  checkFunc(
    `type T struct{ n int }
func (t T) value() int { return t.n }
func (t *T) pointer() { t.n = 1 }
func f(p *T) int { var t T; t.pointer(); p.pointer(); return t.value() + p.value() }
func main() { f(nil) }`,
    "main.f",
    `func @main.f(ptr) int64 {
b0:
  v0 = param ptr 0
  jump b1
b1:
  v1 = new ptr @main.T
  call @main.(*T).pointer v1
  call @main.(*T).pointer v0
  v4 = load {int64} v1 0
  v5 = call int64 @main.T.value v4
  check.nil v0
  v7 = load {int64} v0 0
  v8 = call int64 @main.T.value v7
  v9 = add int64 v5, v8
  return v9
}`,
  );
});

test("promoted methods are called on the embedded field", () => {
  checkFunc(
    `type inner struct{ n int }
func (i *inner) set() { i.n = 1 }
type outer struct { s string; inner }
func f(o *outer) { o.set() }
func main() { f(nil) }`,
    "main.f",
    `func @main.f(ptr) {
b0:
  v0 = param ptr 0
  jump b1
b1:
  check.nil v0
  v2 = offset ptr v0 8
  call @main.(*inner).set v2
  return
}`,
  );
});
