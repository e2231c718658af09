import { test } from "vitest";
import { checkFunc, checkFuncs } from "../support.ts";

test("structs in registers compare field by field, without blank ones", () => {
  checkFunc(
    `type T struct { a int; _ string; s string }
func f(x, y T) bool { return x == y }
func main() { f(T{}, T{}) }`,
    "main.f",
    `func @main.f({int64, string, string}, {int64, string, string}) bool {
b0:
  v0 = param {int64, string, string} 0
  v1 = param {int64, string, string} 1
  jump b1
b1:
  v2 = extract int64 v0 0
  v3 = extract int64 v1 0
  v4 = eq bool v2, v3
  v5 = extract string v0 2
  v6 = extract string v1 2
  v7 = eq bool v5, v6
  v8 = and bool v4, v7
  return v8
}`,
  );
});

test("memory class calls a function that stops at the first difference", () => {
  checkFuncs(
    `type T struct { a [9]int; s string }
func f(x, y *T) bool { return *x == *y }
func main() { f(nil, nil) }`,
    {
      "main.f": `func @main.f(ptr, ptr) bool {
b0:
  v0 = param ptr 0
  v1 = param ptr 1
  v3 = slot ptr @main.T
  jump b1
b1:
  check.nil v0
  move @main.T v3, v0 80
  check.nil v1
  v6 = call bool @eq:main.T v3, v1
  return v6
}`,
      "eq:main.T": `func @eq:main.T(ptr, ptr) bool origin compiler called-by-runtime {
b0:
  v0 = param ptr 0
  v1 = param ptr 1
  jump b1
b1:
  v2 = call bool @eq:[9]int v0, v1
  if v2 b3 b2
b2:
  v9 = const bool 0
  return v9
b3:
  v3 = offset ptr v0 72
  v4 = offset ptr v1 72
  v5 = load string v3 0
  v6 = load string v4 0
  v7 = eq bool v5, v6
  if v7 b5 b2
b5:
  v8 = const bool 1
  return v8
}`,
    },
  );
});

test("interfaces are compared by the runtime", () => {
  checkFunc(
    `func f(x, y any) bool { return x == y }
func main() { f(1, 2) }`,
    "main.f",
    `func @main.f(iface, iface) bool {
b0:
  v0 = param iface 0
  v1 = param iface 1
  jump b1
b1:
  v2 = call bool @runtime.ifaceEqual v0, v1
  return v2
}`,
  );
});

test("an interface and a concrete value: the value is converted", () => {
  checkFunc(
    `func f(x any, y int) bool { return x == y }
func main() { f(1, 2) }`,
    "main.f",
    `func @main.f(iface, int64) bool {
b0:
  v0 = param iface 0
  v1 = param int64 1
  jump b1
b1:
  v2 = global ptr @type:int 0
  v3 = make.payload payload v1
  v4 = make.iface iface v2, v3
  v5 = call bool @runtime.ifaceEqual v0, v4
  return v5
}`,
  );
});
