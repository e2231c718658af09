import { Func, printFunc, types, verifyFunc } from "@goes/ir";
import { expect, test } from "vitest";
import { Emitter } from "../../src/function/emitter.ts";

function check(emitter: Emitter, expected: string): void {
  const func = emitter.finish();
  expect(verifyFunc(func)).toEqual([]);
  expect(printFunc(func).trim()).toBe(expected.trim());
}

test("a variable that a loop changes becomes one phi", () => {
  const to = new Emitter(new Func("f", [types.int64], [types.int64]));
  const count = to.variable(types.int64);
  const limit = to.variable(types.int64);
  to.write(limit, to.param(0));
  to.write(count, to.int(0));
  const head = to.newBlock();
  const body = to.newBlock();
  const end = to.newBlock();
  to.jump(head);
  to.enter(head);
  to.branch(to.emit("lt", types.bool, [to.read(count), to.read(limit)]), body, end);
  to.enterSealed(body);
  to.write(count, to.emit("add", types.int64, [to.read(count), to.int(1)]));
  to.jump(head);
  to.seal(head);
  to.enterSealed(end);
  to.ret([to.read(count)]);
  check(
    to,
    `func @f(int64) int64 {
b0:
  v0 = param int64 0
  jump b1
b1:
  v1 = const int64 0
  jump b2
b2:
  v2 = phi int64 b1:v1 b3:v6
  v4 = lt bool v2, v0
  if v4 b3 b4
b3:
  v5 = const int64 1
  v6 = add int64 v2, v5
  jump b2
b4:
  return v2
}`,
  );
});

test("a variable that no branch changes needs no phi", () => {
  const to = new Emitter(new Func("f", [types.bool, types.int64], [types.int64]));
  const same = to.variable(types.int64);
  const changed = to.variable(types.int64);
  to.write(same, to.param(1));
  to.write(changed, to.param(1));
  const yes = to.newBlock();
  const end = to.newBlock();
  to.branch(to.param(0), yes, end);
  to.enterSealed(yes);
  to.write(changed, to.int(7));
  to.jump(end);
  to.enterSealed(end);
  to.ret([to.emit("add", types.int64, [to.read(same), to.read(changed)])]);
  const func = to.finish();
  expect(verifyFunc(func)).toEqual([]);
  expect(func.blocks.flatMap((block) => block.values).filter((value) => value.op === "phi")).toHaveLength(1);
});

test("what stands behind a return is dropped, with its edges", () => {
  const to = new Emitter(new Func("f", [types.bool], [types.int64]));
  const variable = to.variable(types.int64);
  to.write(variable, to.int(1));
  const yes = to.newBlock();
  const end = to.newBlock();
  to.branch(to.param(0), yes, end);
  to.enterSealed(yes);
  to.ret([to.int(2)]);
  expect(to.dead).toBe(true);
  to.write(variable, to.int(3));
  to.jump(end);
  to.enterSealed(end);
  expect(to.dead).toBe(false);
  to.ret([to.read(variable)]);
  const func = to.finish();
  expect(verifyFunc(func)).toEqual([]);
  const returned = func.blocks
    .filter((block) => block.kind === "return")
    .map((block) => block.control[0]!.imm);
  expect(returned).toContain(1n);
  expect(returned).not.toContain(3n);
});

test("nested loops whose inner loop leaves a variable alone keep no phi for it", () => {
  const to = new Emitter(new Func("f", [types.bool, types.int64], [types.int64]));
  const kept = to.variable(types.int64);
  to.write(kept, to.param(1));
  const outer = to.newBlock();
  const inner = to.newBlock();
  const end = to.newBlock();
  to.jump(outer);
  to.enter(outer);
  to.jump(inner);
  to.enter(inner);
  const next = to.newBlock();
  to.branch(to.param(0), inner, next);
  to.seal(inner);
  to.enterSealed(next);
  to.branch(to.param(0), outer, end);
  to.seal(outer);
  to.enterSealed(end);
  to.ret([to.read(kept)]);
  const func = to.finish();
  expect(verifyFunc(func)).toEqual([]);
  expect(func.blocks.flatMap((block) => block.values).some((value) => value.op === "phi")).toBe(false);
});

test("a variable is zero behind a loop that nothing enters", () => {
  const to = new Emitter(new Func("f", [types.bool], []));
  const variable = to.variable(types.int64);
  to.write(variable, to.int(1));
  to.ret([]);
  const head = to.newBlock();
  const body = to.newBlock();
  const end = to.newBlock();
  to.jump(head);
  to.enter(head);
  to.branch(to.param(0), body, end);
  to.enterSealed(body);
  to.jump(head);
  to.seal(head);
  to.enterSealed(end);
  expect(to.read(variable).op).toBe("zero");
});
