import type { Block, Value } from "@goes/ir";
import { expect, test } from "vitest";
import { build, checkFunc, valuesOf } from "../support.ts";

test("cases in order, the expression once; fallthrough goes to the next body", () => {
  checkFunc(
    `func g() int { return 0 }
func f() int {
	switch g() {
	case 1:
		fallthrough
	case 2:
		return 20
	default:
		return 30
	}
}
func main() { f() }`,
    "main.f",
    `func @main.f() int64 {
b0:
  jump b1
b1:
  v0 = call int64 @main.g
  v1 = const int64 1
  v2 = const int64 2
  v3 = const int64 1
  v4 = eq bool v0, v3
  if v4 b3 b6
b3:
  jump b4
b4:
  v7 = const int64 20
  return v7
b5:
  v8 = const int64 30
  return v8
b6:
  v5 = const int64 2
  v6 = eq bool v0, v5
  if v6 b4 b8
b8:
  jump b5
}`,
  );
});

test("many integer constants are a table", () => {
  checkFunc(
    `func f(a int) int {
	switch a {
	case 1: return 10
	case 2: return 20
	case 3: return 30
	case 4: return 40
	case 5, 6: return 50
	}
	return 0
}
func main() { f(1) }`,
    "main.f",
    `func @main.f(int64) int64 {
b0:
  v0 = param int64 0
  jump b1
b1:
  v1 = const int64 1
  v2 = const int64 2
  v3 = const int64 3
  v4 = const int64 4
  v5 = const int64 5
  v6 = const int64 6
  v7 = convert uint64 v0
  v8 = const uint64 1
  v9 = sub uint64 v7, v8
  switch v9 b3 b4 b5 b6 b7 b2 [0 1 2 3 4 4 5]
b2:
  v15 = const int64 0
  return v15
b3:
  v10 = const int64 10
  return v10
b4:
  v11 = const int64 20
  return v11
b5:
  v12 = const int64 30
  return v12
b6:
  v13 = const int64 40
  return v13
b7:
  v14 = const int64 50
  return v14
}`,
  );
});

test("without an expression the cases are conditions", () => {
  checkFunc(
    `func f(a, b int) int {
	switch {
	case a < b: return 1
	case a == b, a == 7: return 2
	}
	return 3
}
func main() { f(1, 2) }`,
    "main.f",
    `func @main.f(int64, int64) int64 {
b0:
  v0 = param int64 0
  v1 = param int64 1
  jump b1
b1:
  v2 = lt bool v0, v1
  if v2 b3 b5
b2:
  v8 = const int64 3
  return v8
b3:
  v6 = const int64 1
  return v6
b4:
  v7 = const int64 2
  return v7
b5:
  v3 = eq bool v0, v1
  if v3 b4 b7
b7:
  v4 = const int64 7
  v5 = eq bool v0, v4
  if v5 b4 b9
b9:
  jump b2
}`,
  );
});

test("many strings are told apart by their length first", () => {
  const module = build(`func f(a string) int {
	switch a {
	case "a": return 1
	case "b": return 2
	case "cc": return 3
	case "dd": return 4
	case "eee": return 5
	case "fff": return 6
	}
	return 0
}
func main() { f("") }`);
  const comparisons = valuesOf(module, "main.f").filter(({ op }) => op === "eq");
  const text = ({ args }: Value): string => String(args[1]!.imm);
  // Three lengths; each string is compared in the block that its length leads to.
  expect(comparisons.filter(({ args }) => args[0]!.op === "len").map(text)).toEqual(["1", "2", "3"]);
  const lengthOf = new Map<Block, string>();
  for (const { block, args } of comparisons)
    if (args[0]!.op === "len") lengthOf.set(block.succs[0]!, String(args[1]!.imm));
  const strings = comparisons.filter(({ args }) => args[0]!.op === "param");
  expect(strings.map(text).toSorted()).toEqual(["a", "b", "cc", "dd", "eee", "fff"]);
  for (const value of strings)
    expect(lengthOf.get(value.block) ?? lengthOf.get(value.block.preds[0]!)).toBe(String(text(value).length));
});
