import { test } from "vitest";
import { checkFunc } from "../support.ts";

test("a map element: zero and false if it is absent", () => {
  checkFunc(
    `func f(m map[string]int) (int, bool) { v, ok := m["a"]; return v, ok }
func main() { f(nil) }`,
    "main.f",
    `func @main.f(ptr) (int64, bool) {
b0:
  v0 = param ptr 0
  jump b1
b1:
  v1 = string.const string "a"
  v2 = map.find ptr @runtime.mapFind[string,int] v0, v1
  v3 = const ptr 0
  v4 = ne bool v2, v3
  v5 = load int64 v2 0
  return v5, v4
}`,
  );
});

test("a map element alone: memory that is always zero if it is absent", () => {
  checkFunc(
    `func f(m map[string]int) int { return m["a"] }
func main() { f(nil) }`,
    "main.f",
    `func @main.f(ptr) int64 {
b0:
  v0 = param ptr 0
  jump b1
b1:
  v1 = string.const string "a"
  v2 = map.find ptr @runtime.mapFind[string,int] v0, v1
  v3 = load int64 v2 0
  return v3
}`,
  );
});
