import { test } from "vitest";
import { checkFunc } from "../support.ts";

test("the values of a tuple assignment are taken before any is assigned", () => {
  checkFunc(
    `func f(a, b int) (int, int) {
	a, b = b, a
	return a, b
}
func main() { f(1, 2) }`,
    "main.f",
    `func @main.f(int64, int64) (int64, int64) {
b0:
  v0 = param int64 0
  v1 = param int64 1
  jump b1
b1:
  return v1, v0
}`,
  );
});

test("operands of index expressions and indirections are evaluated once, before the assignment", () => {
  checkFunc(
    `func f(p *int, a []int, i int) {
	i, a[i], *p = 1, 2, 3
}
func main() { f(nil, nil, 0) }`,
    "main.f",
    `func @main.f(ptr, slice, int64) {
b0:
  v0 = param ptr 0
  v1 = param slice 1
  v2 = param int64 2
  jump b1
b1:
  v3 = const int64 1
  v4 = len int64 v1
  v5 = data ptr v1
  v6 = const int64 2
  check.index @runtime.panicIndex v2, v4
  v8 = index ptr v5, v2 8
  store v8, v6 0
  v10 = const int64 3
  check.nil v0
  store v0, v10 0
  return
}`,
  );
});

test("an assignment operation evaluates its target once", () => {
  checkFunc(
    `func at() int { return 0 }
func f(a []int) { a[at()] += 2 }
func main() { f(nil) }`,
    "main.f",
    `func @main.f(slice) {
b0:
  v0 = param slice 0
  jump b1
b1:
  v1 = call int64 @main.at
  v2 = len int64 v0
  v3 = data ptr v0
  v4 = const int64 2
  check.index @runtime.panicIndex v1, v2
  v6 = index ptr v3, v1 8
  v7 = load int64 v6 0
  v8 = add int64 v7, v4
  store v6, v8 0
  return
}`,
  );
});

test("the blank identifier: the right side is evaluated with its checks", () => {
  checkFunc(
    `func f(p *int, a []int) {
	_ = *p
	_, _ = a[1], len(a)
}
func main() { f(nil, nil) }`,
    "main.f",
    `func @main.f(ptr, slice) {
b0:
  v0 = param ptr 0
  v1 = param slice 1
  jump b1
b1:
  check.nil v0
  v3 = load int64 v0 0
  v4 = len int64 v1
  v5 = const int64 1
  v6 = len int64 v1
  v7 = data ptr v1
  check.index @runtime.panicIndex v5, v6
  v9 = load int64 v7 8
  return
}`,
  );
});

test("an assignment to a map element looks for its place once, with an operation too", () => {
  checkFunc(
    `func f(m map[string]int) {
	m["a"] = 1
	m["b"] += 2
}
func main() { f(nil) }`,
    "main.f",
    `func @main.f(ptr) {
b0:
  v0 = param ptr 0
  jump b1
b1:
  v1 = string.const string "a"
  v2 = const int64 1
  v3 = map.assign ptr @runtime.mapAssign[string,int] v0, v1
  store v3, v2 0
  v5 = string.const string "b"
  v6 = const int64 2
  v7 = map.assign ptr @runtime.mapAssign[string,int] v0, v5
  v8 = load int64 v7 0
  v9 = add int64 v8, v6
  store v7, v9 0
  return
}`,
  );
});

test("a field of a struct in registers changes by making the struct anew", () => {
  checkFunc(
    `type pair struct{ a, b int }
func f(p pair) pair { p.b = 3; return p }
func main() { f(pair{}) }`,
    "main.f",
    `func @main.f({int64, int64}) {int64, int64} {
b0:
  v0 = param {int64, int64} 0
  jump b1
b1:
  v1 = const int64 3
  v2 = extract int64 v0 0
  v3 = extract int64 v0 1
  v4 = make.struct {int64, int64} v2, v1
  return v4
}`,
  );
});
