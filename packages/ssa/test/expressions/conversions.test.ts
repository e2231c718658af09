import { test } from "vitest";
import { checkFunc } from "../support.ts";

test("between numbers", () => {
  checkFunc(
    `func f(a int, b float64, c uint8) (int8, int, float32, uint32) { return int8(a), int(b), float32(c), uint32(c) }
func main() { f(1, 1, 1) }`,
    "main.f",
    `func @main.f(int64, float64, uint8) (int8, int64, float32, uint32) {
b0:
  v0 = param int64 0
  v1 = param float64 1
  v2 = param uint8 2
  jump b1
b1:
  v3 = convert int8 v0
  v4 = convert int64 v1
  v5 = convert float32 v2
  v6 = convert uint32 v2
  return v3, v4, v5, v6
}`,
  );
});

test("between types of one underlying type nothing happens", () => {
  checkFunc(
    `type T []int
type U string
func f(a []int, s string) (T, U) { return T(a), U(s) }
func main() { f(nil, "") }`,
    "main.f",
    `func @main.f(slice, string) (slice, string) {
b0:
  v0 = param slice 0
  v1 = param string 1
  jump b1
b1:
  return v0, v1
}`,
  );
});

test("to an interface: descriptor and payload; a struct becomes the address of a copy", () => {
  checkFunc(
    `type pair struct{ a, b int }
func f(a int, p *int, q pair) (any, any, any) { return a, p, q }
func main() { f(1, nil, pair{}) }`,
    "main.f",
    `func @main.f(int64, ptr, {int64, int64}) (iface, iface, iface) {
b0:
  v0 = param int64 0
  v1 = param ptr 1
  v2 = param {int64, int64} 2
  jump b1
b1:
  v3 = global ptr @type:int 0
  v4 = make.payload payload v0
  v5 = make.iface iface v3, v4
  v6 = global ptr @"type:*int" 0
  v7 = make.payload payload v1
  v8 = make.iface iface v6, v7
  v9 = global ptr @type:main.pair 0
  v10 = new ptr @main.pair
  store v10, v2 0
  v12 = make.payload payload v10
  v13 = make.iface iface v9, v12
  return v5, v8, v13
}`,
  );
});

test("between interfaces without change: type word and payload stay", () => {
  checkFunc(
    `type I interface{ M() }
func f(i I) any { return i }
func main() { f(nil) }`,
    "main.f",
    `func @main.f(iface) iface {
b0:
  v0 = param iface 0
  jump b1
b1:
  return v0
}`,
  );
});

test("a slice to an array or its pointer checks the length", () => {
  checkFunc(
    `func f(s []int) *[4]int { return (*[4]int)(s) }
func main() { f(nil) }`,
    "main.f",
    `func @main.f(slice) ptr {
b0:
  v0 = param slice 0
  jump b1
b1:
  v1 = len int64 v0
  v2 = const int64 4
  v3 = ge bool v1, v2
  check @runtime.panicSliceConvert v3, v1, v2
  v5 = data ptr v0
  return v5
}`,
  );
});

test("strings and bytes", () => {
  checkFunc(
    `func f(s string, b []byte, r rune) ([]byte, string, string) { return []byte(s), string(b), string(r) }
func main() { f("", nil, 1) }`,
    "main.f",
    `func @main.f(string, slice, int32) (slice, string, string) {
b0:
  v0 = param string 0
  v1 = param slice 1
  v2 = param int32 2
  jump b1
b1:
  v3 = call slice @runtime.stringToBytes v0
  v4 = call string @runtime.bytesToString v1
  v5 = call string @runtime.runeToString v2
  return v3, v4, v5
}`,
  );
});
