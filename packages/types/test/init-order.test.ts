import { expect, test } from "vitest";
import { checkSource } from "./check-source.ts";

function order(source: string): string {
  const { checked, errors } = checkSource(source);
  expect(errors).toEqual([]);
  return checked
    .initOrder()
    .map((initializer) => initializer.lhs.map((v) => v.name).join(","))
    .join(" ");
}

test("the first variable in source order that is ready goes next", () => {
  expect(order("var a = c + b; var b = f(); var c = 1; func f() int { return c }")).toBe("c b a");
  // b is ready before c, though a waits for c.
  expect(order("var a = c; var b = 1; var c = 2")).toBe("b c a");
});

test("references through functions and methods count", () => {
  expect(
    order(
      "var x = T{}.m(); var y = 1; type T struct{}; func (T) m() int { return g() }; func g() int { return y }",
    ),
  ).toBe("y x");
});

test("variables of one call are initialised together", () => {
  expect(order("var z = b; var a, b = f(); func f() (int, int) { return w, 0 }; var w = 3")).toBe("w a,b z");
});

// The texts are those of gc.
test("cycles", () => {
  expect(checkSource("var x int = f()\nfunc f() int { return x }").errors).toEqual([
    "1:16: initialization cycle for x\n\t1:16: x refers to f\n\t2:6: f refers to x",
  ]);
  expect(checkSource("var s = s").errors).toEqual(["1:16: initialization cycle: s refers to itself"]);
});
