import { expect, test } from "vitest";
import {
  cloneBody,
  ReplacementMap,
  makeJump,
  parseFunc,
  printFunc,
  removeUnreachableBlocks,
  splitBlockAfter,
  splitCriticalEdges,
  verifyFunc,
  type Func,
} from "@goes/ir";

const text = `func @f(int64, bool) int64 {
b0:
  v0 = param int64 0
  v1 = param bool 1
  v2 = const int64 1
  if v1 b1 b2
b1:
  v3 = add int64 v0, v2
  jump b2
b2:
  v4 = phi int64 b1:v3 b0:v0
  return v4
}
`;

function sound(func: Func): string {
  expect(verifyFunc(func)).toEqual([]);
  return printFunc(func);
}

test("splitting a block behind a value moves the rest and its edges", () => {
  const func = parseFunc(text);
  const rest = splitBlockAfter(func, func.blocks[0]!.values[1]!);
  expect(rest.values.map((value) => value.id)).toEqual([2]);
  expect(sound(func)).toContain("v4 = phi int64 b1:v3 b3:v0");
});

test("critical edges are split", () => {
  const func = parseFunc(text);
  expect(splitCriticalEdges(func)).toBe(true);
  expect(sound(func)).toContain("v4 = phi int64 b1:v3 b3:v0");
  expect(splitCriticalEdges(func)).toBe(false);
});

test("a removed edge takes the phi arg along, unreachable blocks go", () => {
  const func = parseFunc(text);
  makeJump(func.blocks[0]!, func.blocks[2]!);
  expect(removeUnreachableBlocks(func)).toBe(true);
  expect(sound(func)).toBe(`func @f(int64, bool) int64 {
b0:
  v0 = param int64 0
  v1 = param bool 1
  v2 = const int64 1
  jump b2
b2:
  v4 = phi int64 b0:v0
  return v4
}
`);
});

test("replacements follow chains", () => {
  const func = parseFunc(text);
  const [v0, , v2] = func.blocks[0]!.values;
  const v3 = func.blocks[1]!.values[0]!;
  const replacements = new ReplacementMap();
  replacements.replace(v3, v2!);
  replacements.replace(v2!, v0!);
  expect(replacements.resolve(v3)).toBe(v0);
  replacements.apply(func);
  expect(sound(func)).toContain("v4 = phi int64 b1:v0 b0:v0");
});

test("a cloned body has its own blocks and the given params", () => {
  const into = parseFunc(text);
  const from = parseFunc(text);
  const entry = into.blocks[0]!;
  const { blocks, values } = cloneBody(into, from, [entry.values[2]!, entry.values[1]!]);
  expect(into.blocks.length).toBe(6);
  expect(values[3]!.args.map((arg) => arg.id)).toEqual([2, values[2]!.id]);
  expect(blocks[2]!.preds).toEqual([blocks[1], blocks[0]]);
  expect(verifyFunc(into)).toEqual([]);
});
