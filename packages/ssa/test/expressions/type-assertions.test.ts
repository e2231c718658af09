import { test } from "vitest";
import { checkFunc, checkFuncs } from "../support.ts";

test("to a concrete type: the descriptor must be the same", () => {
  checkFunc(
    `func f(v any) int { return v.(int) }
func main() { f(1) }`,
    "main.f",
    `func @main.f(iface) int64 {
b0:
  v0 = param iface 0
  jump b1
b1:
  v1 = typeword ptr v0
  v2 = global ptr @type:int 0
  v3 = eq bool v1, v2
  v4 = global ptr @type:int 0
  v5 = global ptr @"type:interface {}" 0
  check @runtime.panicTypeAssert v3, v1, v4, v5
  v7 = payload payload v0
  v8 = payload.value int64 v7
  return v8
}`,
  );
});

test("with ok nothing panics", () => {
  checkFunc(
    `func f(v any) (string, bool) { s, ok := v.(string); return s, ok }
func main() { f(1) }`,
    "main.f",
    `func @main.f(iface) (string, bool) {
b0:
  v0 = param iface 0
  jump b1
b1:
  v1 = typeword ptr v0
  v2 = global ptr @type:string 0
  v3 = eq bool v1, v2
  if v3 b2 b3
b2:
  v4 = payload payload v0
  v5 = payload.value string v4
  jump b4
b3:
  v6 = zero string
  jump b4
b4:
  v7 = phi string b2:v5 b3:v6
  return v7, v3
}`,
  );
});

test("to an interface: the type must implement it", () => {
  checkFuncs(
    `type I interface{ M() }
func f(v any) I { return v.(I) }
func g(v any) bool { _, ok := v.(I); return ok }
func main() { f(1); g(1) }`,
    {
      "main.f": `func @main.f(iface) iface {
b0:
  v0 = param iface 0
  jump b1
b1:
  v1 = typeword ptr v0
  v2 = type.implements bool @type:main.I v1
  v3 = global ptr @type:main.I 0
  check @runtime.panicTypeAssertIface v2, v1, v3
  return v0
}`,
      "main.g": `func @main.g(iface) bool {
b0:
  v0 = param iface 0
  jump b1
b1:
  v1 = typeword ptr v0
  v2 = type.implements bool @type:main.I v1
  v3 = zero iface
  v4 = select iface v2, v0, v3
  return v2
}`,
    },
  );
});
