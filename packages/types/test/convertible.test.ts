import { expect, test } from "vitest";
import { messagesOf } from "./check-source.ts";

test.each([
  ["x := 65; _ = string(rune(x)); _ = float64(x); _ = []byte(`a`); _ = string([]rune{1})"],
  ["s := []int{1, 2}; _ = [2]int(s); _ = (*[2]int)(s)"],
  ['type A struct{ x int "a" }; type B struct{ x int }; var a A; _ = B(a); _ = (*B)(&a)'],
  ["type D []byte; _ = D(`x`); _ = string(D{})"],
  ["const c = string(rune(0x65e5)); var _ [len(c) - 2]int = [1]int{}"],
])("%s", (statements) => {
  expect(messagesOf(`func _() { ${statements} }`)).toEqual([]);
});

// The texts are those of gc.
test("type parameters are judged type by type, the cause of the cause below", () => {
  expect(messagesOf("func f[T []byte | string](x T) { _ = []int(x) }")).toEqual([
    "cannot convert x (variable of type T constrained by []byte | string) to type []int: " +
      "cannot convert []byte (in T) to type []int\n\tcannot assign []byte (in T) to []int",
  ]);
  expect(messagesOf("func f[U int | string, V int | float64](u U) { _ = V(u) }")).toEqual([
    "cannot convert u (variable of type U constrained by int | string) to type V: " +
      "cannot convert string (in U) to type int (in V)",
  ]);
});
