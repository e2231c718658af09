import { test } from "vitest";
import { checkFunc, checkFuncs } from "../support.ts";

test("a method call loads the type word, checks it and calls by selector", () => {
  checkFunc(
    `type I interface{ M(int) string }
func f(i I) string { return i.M(1) }
func main() { f(nil) }`,
    "main.f",
    `func @main.f(iface) string {
b0:
  v0 = param iface 0
  jump b1
b1:
  v1 = const int64 1
  v2 = typeword ptr v0
  check.nil v2
  v4 = call.iface string v0, v1 "M(int) string" sig(int64) string
  return v4
}`,
  );
});

test("a method that an interface call can reach has a wrapper that takes the payload", () => {
  checkFuncs(
    `type I interface{ M() int }
type T struct{ a, b int }
func (t T) M() int { return t.b }
type P struct{ n int }
func (p *P) M() int { return p.n }
func call(i I) int { return i.M() }
func main() { call(T{}); call(&P{}) }`,
    {
      "main.T.M·i": `func @main.T.M·i(payload) int64 wrapper {
b0:
  v0 = param payload 0
  jump b1
b1:
  v1 = payload.value ptr v0
  v2 = load {int64, int64} v1 0
  v3 = call int64 @main.T.M v2
  return v3
}`,
      "main.(*P).M·i": `func @main.(*P).M·i(payload) int64 wrapper {
b0:
  v0 = param payload 0
  jump b1
b1:
  v1 = payload.value ptr v0
  v2 = call int64 @main.(*P).M v1
  return v2
}`,
    },
  );
});

test("method values hold their receiver; a nil interface panics at once", () => {
  checkFuncs(
    `type I interface{ M() int }
func f(i I) func() int { return i.M }
func main() { f(nil) }`,
    {
      "main.f": `func @main.f(iface) ptr {
b0:
  v0 = param iface 0
  jump b1
b1:
  v1 = typeword ptr v0
  check.nil v1
  v3 = new ptr @main.I.M-fm
  v4 = table.index i32 @main.I.M-fm
  store v3, v4 0
  store v3, v0 4
  return v3
}`,
      "main.I.M-fm": `func @main.I.M-fm(ptr) int64 wrapper closure {
b0:
  v0 = param ptr 0
  jump b1
b1:
  v1 = load iface v0 4
  v2 = typeword ptr v1
  check.nil v2
  v4 = call.iface int64 v1 "M() int" sig() int64
  return v4
}`,
    },
  );
});

test("method expressions take the receiver as first parameter", () => {
  checkFuncs(
    `type T struct{ n int }
func (t T) M() int { return t.n }
func f() func(*T) int { return (*T).M }
func main() { f() }`,
    {
      "main.f": `func @main.f() ptr {
b0:
  jump b1
b1:
  v0 = global ptr @main.(*T).M·o 0
  return v0
}`,
      "main.(*T).M": `func @main.(*T).M(ptr) int64 wrapper {
b0:
  v0 = param ptr 0
  jump b1
b1:
  v1 = const ptr 0
  v2 = ne bool v0, v1
  v3 = string.const string "value method main.T.M called using nil *T pointer"
  check @runtime.panicWrap v2, v3
  v5 = load {int64} v0 0
  v6 = call int64 @main.T.M v5
  return v6
}`,
    },
  );
});
