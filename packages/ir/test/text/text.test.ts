import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Func, IrSyntaxError, parseFunc, parseModule, printFunc, printModule, types } from "@goes/ir";

const text = readFileSync(new URL("../testdata/module.ir", import.meta.url), "utf8");

test("a module prints as it was written", () => {
  expect(printModule(parseModule(text))).toBe(text);
});

test("what was parsed has the right kinds of immediates", () => {
  const module = parseModule(text);
  const entry = module.funcs.get("slices.Sort[int,main.T]")!.blocks[0]!;
  const imms = entry.values.map((value) => value.imm);
  expect(imms.slice(0, 6)).toEqual([0, undefined, 0n, -0, Number.NaN, 1.5e300]);
  expect(Object.is(imms[3], -0)).toBe(true);
  expect([...module.data.get("type:main.T")!.bytes]).toEqual([16, 0, 34, 92, 10, 255]);
});

test("phis decide the order of predecessors", () => {
  const func = parseFunc(`func @f(bool) int64 {
b0:
  v0 = param bool 0
  v1 = const int64 1
  v2 = const int64 2
  if v0 b1 b2
b1:
  jump b3
b2:
  jump b3
b3:
  v3 = phi int64 b2:v2 b1:v1
  return v3
}
`);
  expect(func.blocks[3]!.preds.map((pred) => pred.id)).toEqual([2, 1]);
});

test("positions survive when they are asked for", () => {
  const func = new Func("f", [], [types.int64]);
  const entry = func.newBlock();
  const value = func.newValue(entry, "const", types.int64, [], 77);
  value.imm = 5n;
  entry.kind = "return";
  entry.control = [value];
  const printed = printFunc(func, { positions: true });
  expect(printed).toContain("v0 = const int64 5 !77");
  expect(printFunc(parseFunc(printed), { positions: true })).toBe(printed);
});

test("a malformed text names its line", () => {
  expect(() => parseFunc("func @f() {\nb0:\n  v0 = nonsense int64\n}\n")).toThrow(
    /line 3: unknown op nonsense/,
  );
});

test("whatever is wrong with a text, the error says so and names the line", () => {
  const broken = [
    ["", 1],
    ["func @f() {\nb0:\n  v0 = nothing int64\n  return\n}", 3],
    ["func @f() {\nb0:\n  v0 = const int64 1.5\n  return\n}", 3],
    ["func @f() int64 {\nb0:\n  return v7\n}", 4],
    ["func @f() {\nb0:\n  jump b9\n}", 4],
    ["func @f() {\nb0:\n  return\n", 4],
  ] as const;
  for (const [wrong, line] of broken) {
    expect(() => parseFunc(wrong)).toThrow(expect.objectContaining({ name: "IrSyntaxError", line }));
  }
  for (let at = 0; at < text.length; at++) {
    for (const wrong of [text.slice(0, at), text.slice(0, at) + text.slice(at + 1)]) {
      try {
        parseModule(wrong);
      } catch (error) {
        expect(error).toBeInstanceOf(IrSyntaxError);
      }
    }
  }
});
