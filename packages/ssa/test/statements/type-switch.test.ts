import { test } from "vitest";
import { checkFunc } from "../support.ts";

test("types in order: descriptors for concrete types, implements for interfaces, nil for nil", () => {
  checkFunc(
    `type I interface{ M() }
func use(I) {}
func f(v any) int {
	switch x := v.(type) {
	case nil: return 0
	case int: return x
	case I: use(x); return 2
	case string, bool: return 3
	}
	return 4
}
func main() { f(nil) }`,
    "main.f",
    `func @main.f(iface) int64 {
b0:
  v0 = param iface 0
  jump b1
b1:
  v1 = typeword ptr v0
  v2 = const ptr 0
  v3 = eq bool v1, v2
  if v3 b3 b7
b2:
  v17 = const int64 4
  return v17
b3:
  v11 = const int64 0
  return v11
b4:
  v12 = payload payload v0
  v13 = payload.value int64 v12
  return v13
b5:
  call @main.use v0
  v15 = const int64 2
  return v15
b6:
  v16 = const int64 3
  return v16
b7:
  v4 = global ptr @type:int 0
  v5 = eq bool v1, v4
  if v5 b4 b9
b9:
  v6 = type.implements bool @type:main.I v1
  if v6 b5 b11
b11:
  v7 = global ptr @type:string 0
  v8 = eq bool v1, v7
  if v8 b6 b13
b13:
  v9 = global ptr @type:bool 0
  v10 = eq bool v1, v9
  if v10 b6 b15
b15:
  jump b2
}`,
  );
});
