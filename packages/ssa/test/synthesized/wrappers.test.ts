import { test } from "vitest";
import { checkFunc, checkFuncs } from "../support.ts";

test("a promoted method through an embedded interface calls by selector", () => {
  checkFunc(
    `type I interface{ M() int }
type T struct{ I }
func call(i I) int { return i.M() }
func main() { call(T{}) }`,
    "main.T.M·i",
    `func @main.T.M·i(payload) int64 wrapper {
b0:
  v0 = param payload 0
  jump b1
b1:
  v1 = payload.value ptr v0
  v2 = load {iface} v1 0
  v3 = extract iface v2 0
  v4 = typeword ptr v3
  check.nil v4
  v6 = call.iface int64 v3 "M() int" sig() int64
  return v6
}`,
  );
});

test("a function as a value is entered through a thunk that drops the closure", () => {
  checkFuncs(
    `func g(a int) string { return "" }
func f() func(int) string { return g }
func main() { f() }`,
    {
      "main.f": `func @main.f() ptr {
b0:
  jump b1
b1:
  v0 = global ptr @main.g·o 0
  return v0
}`,
      "main.g·f": `func @main.g·f(int64, ptr) string wrapper closure {
b0:
  v0 = param int64 0
  v1 = param ptr 1
  jump b1
b1:
  v2 = call string @main.g v0
  return v2
}`,
    },
  );
});

test("results of memory class stay hidden parameters", () => {
  checkFuncs(
    `type big struct{ a [9]int }
type I interface{ M(int) big }
type T struct{ n int }
func (t *T) M(n int) (b big) { return }
func call(i I) big { return i.M(1) }
func main() { call(&T{}) }`,
    {
      "main.(*T).M·i": `func @main.(*T).M·i(payload, ptr, int64) wrapper {
b0:
  v0 = param payload 0
  v1 = param ptr 1
  v2 = param int64 2
  jump b1
b1:
  v3 = payload.value ptr v0
  call @main.(*T).M v1, v3, v2
  return
}`,
      "main.call": `func @main.call(ptr, iface) {
b0:
  v0 = param iface 1
  v1 = param ptr 0
  jump b1
b1:
  v2 = const int64 1
  v3 = typeword ptr v0
  check.nil v3
  call.iface v0, v1, v2 "M(int) main.big" sig(ptr, int64)
  return
}`,
    },
  );
});
