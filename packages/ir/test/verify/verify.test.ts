import { expect, test } from "vitest";
import { Func, parseFunc, types, verifyFunc } from "@goes/ir";

const sound = `func @f(int64, bool) int64 {
b0:
  v0 = param int64 0
  v1 = param bool 1
  v2 = const int64 1
  if v1 b1 b2
b1:
  v3 = add int64 v0, v2
  jump b3
b2:
  jump b3
b3:
  v4 = phi int64 b1:v3 b2:v0
  return v4
}
`;

function messagesOf(change: (text: string) => string): string[] {
  return verifyFunc(parseFunc(change(sound)));
}

test("a sound function gives no messages", () => {
  expect(verifyFunc(parseFunc(sound))).toEqual([]);
});

test.each([
  ["add int64 v0, v2", "add int64 v0, v1", "v3 = add int64 v0, v1: v1 is bool, not int64"],
  ["add int64 v0, v2", "add int64 v0", "v3 = add int64 v0: has 1 args"],
  ["add int64 v0, v2", "i64.add i64 v0, v2", "v3 = i64.add i64 v0, v2: is not an op of the go level"],
  ["return v4", "return v1", "b3 ends with return but result 0 is bool, not int64"],
  ["return v4", "return", "b3 ends with return but gives 0 of 1 results"],
  ["return v4", "return v3", "the end of b3: v3 of b1 does not dominate the use in b3"],
  ["b2:v0", "b2:v3", "v4 = phi int64 b1:v3 b2:v3: v3 of b1 does not dominate the use in b2"],
  ["if v1 b1 b2", "if v0 b1 b2", "b0 ends with if but its control is int64"],
  ["const int64 1", "const int64 1 sig() int64", "v2 = const int64 1 sig() int64: has a sig"],
])("%s → %s", (from, to, message) => {
  expect(messagesOf((text) => text.replace(from, to))).toContain(message);
});

test("values of removed instructions are found", () => {
  const func = parseFunc(sound);
  func.blocks[1]!.values = [];
  expect(verifyFunc(func)).toEqual(["v4 = phi int64 b1:v3 b2:v0: v3 (add) is not in the function"]);
});

test("broken edges and blocks are found", () => {
  const func = parseFunc(sound);
  func.blocks[3]!.preds.pop();
  expect(verifyFunc(func)).toEqual(["b3 lacks its predecessor b2", "phi v4 has 2 args for 1 predecessors"]);
  const twice = parseFunc(sound);
  twice.blocks[0]!.succs[1] = twice.blocks[1]!;
  expect(verifyFunc(twice)).toContain("b0 has a successor twice");
});

test("the landing region uses only values of the entry", () => {
  const text = `func @f() int64 landing b2 {
b0:
  v0 = const int64 0
  jump b1
b1:
  v1 = const int64 1
  return v1
b2:
  return v0
}
`;
  expect(verifyFunc(parseFunc(text))).toEqual([]);
  expect(verifyFunc(parseFunc(text.replace("return v0", "return v1")))).toEqual([
    "the end of b2: v1 of b1 does not dominate the use in b2",
    "the end of b2: the landing region uses v1 of b1, which is not the entry",
  ]);
});

test("an empty function is sound, a missing layout is not", () => {
  expect(verifyFunc(new Func("f", [], []))).toEqual([]);
  const func = new Func("g", [], []);
  func.newValue(func.newBlock(), "slot", types.ptr);
  expect(verifyFunc(func)).toEqual(["v0 = slot ptr: lacks its symbol"]);
});
