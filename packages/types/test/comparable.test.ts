import { expect, test } from "vitest";
import { incomparableCause, isComparable, isStrictlyComparable } from "../src/comparable.ts";
import { checkSource } from "./check-source.ts";

test.each([
  ["int", true, true],
  ["*[]int", true, true],
  ["chan func()", true, true],
  ["any", true, false],
  ["struct{ a any }", true, false],
  ["[2]string", true, true],
  ["[]int", false, false],
  ["struct{ a []int }", false, false],
])("%s", (source, comparable, strictly) => {
  const type = checkSource(`var v ${source}`).type("v");
  expect([isComparable(type), isStrictlyComparable(type)]).toEqual([comparable, strictly]);
});

test.each([
  ["map[int]int", "map can only be compared to nil"],
  ["func()", "func can only be compared to nil"],
  ["struct{ x int; a []int }", "struct containing []int cannot be compared"],
  ["[2]func()", "[2]func() cannot be compared"],
])("%s: %s", (source, cause) => {
  expect(incomparableCause(checkSource(`var v ${source}`).type("v"), () => "")).toBe(cause);
});
