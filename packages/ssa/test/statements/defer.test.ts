import { test } from "vitest";
import { checkFunc, checkFuncs } from "../support.ts";

test("operands are evaluated at the defer statement, results live in memory, the return runs what was deferred", () => {
  checkFunc(
    `func g(int) {}
func f(a int) int {
	defer g(a)
	return a
}
func main() { f(1) }`,
    "main.f",
    `func @main.f(int64) int64 landing b3 {
b0:
  v0 = slot ptr @uintptr
  v1 = param int64 0
  v2 = slot ptr @int
  v3 = zero int64
  store v2, v3 0
  jump b1
b1:
  v5 = new ptr @closure:main.f.deferwrap1
  v6 = table.index i32 @main.f.deferwrap1
  store v5, v6 0
  store v5, v1 8
  call @runtime.deferCall v5, v0
  store v2, v1 0
  call @runtime.deferReturn v0
  v12 = load int64 v2 0
  return v12
b3: unlikely
  v13 = call bool @runtime.landHere v0
  if v13 b4 b5
b4:
  call @runtime.deferReturn v0
  v15 = load int64 v2 0
  return v15
b5:
  v16 = zero int64
  return v16
}`,
  );
});

test("a deferred closure gets the role of its owner", () => {
  checkFuncs(
    `func f() {
	defer func() { recover() }()
}
func main() { f() }`,
    {
      "main.f": `func @main.f() landing b3 {
b0:
  v0 = slot ptr @uintptr
  jump b1
b1:
  v1 = global ptr @main.f.func1·o 0
  call @runtime.deferCall v1, v0
  call @runtime.deferReturn v0
  return
b3: unlikely
  v4 = call bool @runtime.landHere v0
  if v4 b4 b5
b4:
  call @runtime.deferReturn v0
  return
b5:
  return
}`,
      "main.f.func1": `func @main.f.func1(ptr) closure recovers deferred @main.f {
b0:
  v0 = param ptr 0
  jump b1
b1:
  v1 = call ptr @runtime.takeDeferToken
  v2 = call iface @runtime.recoverValue v1
  return
}`,
    },
  );
});

test("a deferred method call keeps its receiver", () => {
  checkFunc(
    `type T struct{ n int }
func (t *T) m() {}
func f(t *T) { defer t.m() }
func main() { f(nil) }`,
    "main.f",
    `func @main.f(ptr) landing b3 {
b0:
  v0 = slot ptr @uintptr
  v1 = param ptr 0
  jump b1
b1:
  v2 = new ptr @closure:main.f.deferwrap1
  v3 = table.index i32 @main.f.deferwrap1
  store v2, v3 0
  store v2, v1 4
  call @runtime.deferCall v2, v0
  call @runtime.deferReturn v0
  return
b3: unlikely
  v8 = call bool @runtime.landHere v0
  if v8 b4 b5
b4:
  call @runtime.deferReturn v0
  return
b5:
  return
}`,
  );
});
