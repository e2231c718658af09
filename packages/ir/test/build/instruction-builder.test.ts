import { expect, test } from "vitest";
import {
  Func,
  GoBuilder,
  InstructionBuilder,
  Module,
  printFunc,
  resultType,
  types,
  verifyFunc,
  WasmBuilder,
  type Value,
} from "../../src/index.ts";

const { bool, i32, i64, int64, ptr, string } = types;

function check(func: Func, expected: string): void {
  expect(printFunc(func).trim()).toBe(expected.trim());
  expect(verifyFunc(func, new Module())).toEqual([]);
}

test("values get their fields and the position of the builder, args are copied", () => {
  const func = new Func("f", [int64], []);
  const build = new InstructionBuilder(func, func.newBlock());
  const x = build.emit("param", int64, [], { imm: 0 });
  build.pos = 17;
  const args = [x, x];
  const sum = build.emit("add", int64, args);
  args.pop();
  expect(sum.pos).toBe(17);
  expect(sum.args).toEqual([x, x]);
  const call = build.op("call", types.void, [x], undefined, "g");
  expect([call.imm, call.sym]).toEqual([undefined, "g"]);
  const sig = { params: [], results: [] };
  expect(build.emit("call.closure", types.void, [], { sig }).sig).toBe(sig);
  expect(func.blocks[0]!.values.map(({ op }) => op)).toEqual(["param", "add", "call", "call.closure"]);
});

test("a branch makes the edges of both ways", () => {
  const func = new Func("f", [bool], [int64]);
  const build = new GoBuilder(func, func.newBlock());
  const condition = build.emit("param", bool, [], { imm: 0 });
  const [then, otherwise, rest] = [build.newBlock(), build.newBlock(), build.newBlock()];
  build.branch(condition, then, otherwise);
  build.enter(then);
  const one = build.int(1);
  build.jump(rest);
  build.enter(otherwise);
  const two = build.int(2);
  build.jump(rest);
  build.enter(rest);
  const phi = build.emit("phi", int64, [one, two]);
  build.ret([phi]);
  check(
    func,
    `
func @f(bool) int64 {
b0:
  v0 = param bool 0
  if v0 b1 b2
b1:
  v1 = const int64 1
  jump b3
b2:
  v2 = const int64 2
  jump b3
b3:
  v3 = phi int64 b1:v1 b2:v2
  return v3
}`,
  );
});

test("a branch with one target is a jump", () => {
  const func = new Func("f", [bool], []);
  const build = new InstructionBuilder(func, func.newBlock());
  const condition = build.emit("param", bool, [], { imm: 0 });
  const target = build.newBlock();
  build.branch(condition, target, target);
  expect(func.blocks[0]!.kind).toBe("jump");
  expect(func.blocks[0]!.control).toEqual([]);
  expect(target.preds).toEqual([func.blocks[0]]);
});

test("the successors of a switch are distinct, the one for an index out of range is the last", () => {
  const func = new Func("f", [int64], []);
  const build = new GoBuilder(func, func.newBlock());
  const entry = func.blocks[0]!;
  const index = build.emit("param", int64, [], { imm: 0 });
  const [a, b] = [build.newBlock(), build.newBlock()];
  build.switch(index, [a, b, a, b], a);
  expect(entry.succs).toEqual([b, a]);
  expect(entry.cases).toEqual([1, 0, 1, 0]);
  expect([a.preds, b.preds]).toEqual([[entry], [entry]]);
});

test("without a target of its own an index out of range goes to the last one", () => {
  const func = new Func("f", [int64], []);
  const build = new GoBuilder(func, func.newBlock());
  const index = build.emit("param", int64, [], { imm: 0 });
  const [a, b] = [build.newBlock(), build.newBlock()];
  build.switch(index, [b, a]);
  expect(func.blocks[0]!.succs).toEqual([b, a]);
});

test("a block that is ended again forgets its control and cases", () => {
  const func = new Func("f", [int64], []);
  const build = new GoBuilder(func, func.newBlock());
  const index = build.emit("param", int64, [], { imm: 0 });
  const [a, b] = [build.newBlock(), build.newBlock()];
  build.switch(index, [a, b]);
  build.unreachable();
  const [entry] = func.blocks;
  expect([entry!.kind, entry!.control, entry!.cases, entry!.succs]).toEqual(["unreachable", [], [], []]);
});

test("results of calls: none, the call itself, or its fields", () => {
  const func = new Func("f", [], []);
  const build = new GoBuilder(func, func.newBlock());
  const call = (results: readonly (typeof int64 | typeof string)[]): readonly string[] => {
    const made = build.emit("call", resultType(results), [], { sym: "g" });
    return build.resultsOf(made, results).map(({ op, type, imm }) => `${op} ${type.text} ${String(imm)}`);
  };
  expect(call([])).toEqual([]);
  expect(call([int64])).toEqual(["call int64 undefined"]);
  expect(call([int64, string])).toEqual(["extract int64 0", "extract string 1"]);
});

test("Go level: offsets add up, fields of a struct that was just made are its parts", () => {
  const func = new Func("f", [ptr], []);
  const build = new GoBuilder(func, func.newBlock());
  const base = build.emit("param", ptr, [], { imm: 0 });
  expect(build.offset(base, 0)).toBe(base);
  const inner = build.offset(build.offset(base, 8), 4);
  expect([inner.op, inner.args[0], inner.imm]).toEqual(["offset", base, 12]);
  const global = build.offset(build.global("main.x"), 4);
  expect([global.op, global.args, global.sym, global.imm]).toEqual(["global", [], "main.x", 4]);
  const one = build.int(1);
  const pair = build.emit("make.struct", resultType([int64, bool]), [one, build.bool(true)]);
  expect(build.extract(pair, 0)).toBe(one);
  expect(() => build.extract(one, 0)).toThrow("extract from int64 in f");
});

test("wasm level: constants keep their low bits, conversions of conversions are undone", () => {
  const func = new Func("f", [], []);
  func.level = "wasm";
  const build = new WasmBuilder(func, func.newBlock());
  expect(build.i32(0xffffffff).imm).toBe(-1);
  expect(build.i64(1n << 63n).imm).toBe(-(1n << 63n));
  const word = build.op("param", i32, [], 0);
  const wide = build.extend(word);
  expect([wide.op, build.wrap(wide)]).toEqual(["i64.extend_i32_u", word]);
  expect(build.wrap(build.i64(0x1_0000_0002n)).imm).toBe(2);
  expect(build.extend(build.i32(-1)).imm).toBe(0xffffffffn);
  const address = build.cast(word, ptr);
  expect([address.op, build.cast(address, i32), build.cast(word, i32)]).toEqual(["cast", word, word]);
  expect(build.wrap(build.op("param", i64, [], 1)).op).toBe("i32.wrap_i64");
  expect(build.null().op).toBe("ptr.null");
});

test("values go to the end of a block, in front of one of its values, or to a list of the caller's", () => {
  const func = new Func("f", [], []);
  const block = func.newBlock();
  const build = new InstructionBuilder(func, block);
  const numbers = (values: readonly Value[]): unknown[] => values.map(({ imm }) => imm);
  build.op("i32.const", i32, [], 1);
  build.op("i32.const", i32, [], 2);
  build.enterAt(block, 1);
  build.op("i32.const", i32, [], 3);
  build.op("i32.const", i32, [], 4);
  expect(numbers(block.values)).toEqual([1, 3, 4, 2]);
  build.enterAt(block, 0);
  build.op("i32.const", i32, [], 5);
  expect(numbers(block.values)).toEqual([5, 1, 3, 4, 2]);
  const list = [block.values[0]!];
  build.enterList(block, list);
  build.op("i32.const", i32, [], 6);
  list.push(block.values[1]!);
  expect(build.op("i32.const", i32, [], 7).block).toBe(block);
  expect(numbers(list)).toEqual([5, 6, 1, 7]);
  expect(numbers(block.values)).toEqual([5, 1, 3, 4, 2]);
  build.enter(block);
  build.op("i32.const", i32, [], 8);
  expect(numbers(block.values)).toEqual([5, 1, 3, 4, 2, 8]);
});

test("who extends the builder says where values go and which edges there are", () => {
  const made: string[] = [];
  class Recorder extends InstructionBuilder {
    protected override append({ op }: { readonly op: string }): void {
      made.push(op);
    }
    protected override edge(): void {
      made.push("edge");
    }
  }
  const func = new Func("f", [], []);
  const build = new Recorder(func, func.newBlock());
  build.op("zero", ptr);
  build.jump(build.newBlock());
  expect(made).toEqual(["zero", "edge"]);
  expect(func.blocks[0]!.values).toEqual([]);
});
