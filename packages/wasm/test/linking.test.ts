import { Module, types, type DataSymbol, type Relocation } from "@goes/ir";
import { emit } from "@goes/wasm";
import { expect, test } from "vitest";
import { FuncBuilder, moduleOf, run } from "./build.ts";

const { i32, i64, ptr } = types;

function addData(module: Module, name: string, size: number, part: Partial<DataSymbol> = {}): void {
  module.data.set(name, {
    name,
    size,
    align: 4,
    bytes: new Uint8Array(0),
    relocations: [],
    pointers: [],
    constant: false,
    ...part,
  });
}

function addressOf(name: string, symbol: string): FuncBuilder {
  const f = new FuncBuilder(name, [], [ptr]);
  f.return(f.op("global", ptr, [], 0, symbol));
  return f;
}

function constant(name: string, value: number): FuncBuilder {
  const f = new FuncBuilder(name, [], [i32]);
  f.func.exportName = undefined;
  f.return(f.i32(value));
  return f;
}

const relocation = (offset: number, kind: Relocation["kind"], symbol: string, addend = 0): Relocation => ({
  offset,
  kind,
  symbol,
  addend,
});

test("equal constants share a place, variables do not, relocations are applied", () => {
  const names = ["a", "b", "c", "d", "table"];
  const module = moduleOf(...names.map((name) => addressOf(`at_${name}`, name)));
  const bytes = Uint8Array.of(1, 2, 3, 4);
  addData(module, "a", 4, { bytes, constant: true });
  addData(module, "b", 4, { bytes, constant: true });
  addData(module, "c", 4, { bytes });
  addData(module, "d", 1000);
  addData(module, "table", 8, {
    bytes: new Uint8Array(8),
    relocations: [relocation(0, "address", "c", 2), relocation(4, "table", "target")],
  });
  module.funcs.set("target", constant("target", 5).func);
  const exports = run(module);
  const at = (name: string): number => exports[`at_${name}`]!() as number;
  const view = new DataView(exports.memory.buffer);
  expect(at("a")).toBe(at("b"));
  expect(at("c")).not.toBe(at("a"));
  expect(at("a")).toBeGreaterThanOrEqual(1024);
  expect(view.getUint32(at("table"), true)).toBe(at("c") + 2);
  expect(view.getUint32(at("table") + 4, true)).toBe(1);
  // A thousand zeros cost no bytes.
  expect(emit(module).bytes.length).toBeLessThan(400);
});

test("methods are found through row base and selector", () => {
  // Type T has A and B, type U only B, type V only C.
  const call = new FuncBuilder("call", [i32, i32], [i32]);
  const [row, selector] = [call.param(0), call.param(1)];
  const dispatch = (name: string): FuncBuilder => {
    const f = new FuncBuilder(`call_${name}`, [ptr], [i32]);
    const base = f.op("i32.load", i32, [f.param(0)], 0);
    const index = f.op("i32.add", i32, [base, f.op("selector", i32, [], name)]);
    const result = f.op("call.indirect", i32, [index]);
    result.sig = { params: [], results: [i32] };
    f.return(result);
    return f;
  };
  call.return(call.op("i32.add", i32, [row, selector]));
  const types_ = ["T", "U", "V"];
  const module = moduleOf(
    ...["A", "B", "C"].map(dispatch),
    ...types_.map((name) => addressOf(`at_${name}`, name)),
  );
  for (const [name, value] of [
    ["T.A", 1],
    ["T.B", 2],
    ["U.B", 3],
    ["V.C", 4],
  ] as const) {
    module.funcs.set(name, constant(name, value).func);
  }
  for (const name of types_) addData(module, name, 4, { relocations: [relocation(0, "row", name)] });
  module.methods.set(
    "T",
    new Map([
      ["A", "T.A"],
      ["B", "T.B"],
    ]),
  );
  module.methods.set("U", new Map([["B", "U.B"]]));
  module.methods.set("V", new Map([["C", "V.C"]]));
  const exports = run(module);
  const invoke = (method: string, type: string): unknown =>
    exports[`call_${method}`]!(exports[`at_${type}`]!() as number as never);
  expect(invoke("A", "T")).toBe(1);
  expect(invoke("B", "T")).toBe(2);
  expect(invoke("B", "U")).toBe(3);
  expect(invoke("C", "V")).toBe(4);
});

test("functions that recover stand at the end of the table", () => {
  const module = moduleOf(addressOf("at_table", "table"), addressOf("at_start", "runtime.recoverTableStart"));
  for (const name of ["r", "f", "g"]) module.funcs.set(name, constant(name, 1).func);
  module.funcs.get("r")!.recovers = true;
  addData(module, "runtime.recoverTableStart", 4);
  addData(module, "table", 12, {
    relocations: ["r", "f", "g"].map((name, i) => relocation(4 * i, "table", name)),
  });
  const exports = run(module);
  const view = new DataView(exports.memory.buffer);
  const at = exports["at_table"]!() as number;
  expect([0, 4, 8].map((offset) => view.getUint32(at + offset, true))).toEqual([3, 1, 2]);
  expect(view.getUint32(exports["at_start"]!() as number, true)).toBe(3);
});

/** Gives the address of its frame of 32 bytes, and calls itself `depth` times before. */
function framed(): FuncBuilder {
  const f = new FuncBuilder("framed", [i32], [ptr]);
  f.func.frameSize = 32;
  const depth = f.param(0);
  const [again, last] = [f.newBlock(), f.newBlock()];
  f.if(depth, again, last);
  f.at(again).return(f.op("call", ptr, [f.op("i32.sub", i32, [depth, f.i32(1)])], undefined, "framed"));
  f.at(last).return(f.op("frame", ptr, [], 8));
  return f;
}

test("frames grow down from the top of the shadow stack and are given back", () => {
  const module = moduleOf(framed());
  addData(module, "runtime.stackHigh", 4);
  addData(module, "runtime.stackLow", 4);
  addData(module, "runtime.heapStart", 4);
  for (const name of ["High", "Low"]) module.funcs.set(name, addressOf(name, `runtime.stack${name}`).func);
  module.funcs.set("heap", addressOf("heap", "runtime.heapStart").func);
  const exports = run(module, {}, { stackSize: 65536 });
  const view = new DataView(exports.memory.buffer);
  const [high, low, heap] = ["High", "Low", "heap"].map((name) =>
    view.getUint32(exports[name]!() as number, true),
  );
  expect(high! - low!).toBe(65536);
  expect(heap).toBe(high);
  expect(exports["framed"]!(0 as never)).toBe(high! - 32 + 8);
  expect(exports["framed"]!(3 as never)).toBe(high! - 4 * 32 + 8);
  expect(exports["framed"]!(0 as never)).toBe(high! - 32 + 8);
});

test("an overflow of the shadow stack is reported", () => {
  const module = moduleOf(framed());
  const overflow = new FuncBuilder("runtime.stackOverflow", [], []).func;
  overflow.blocks = [];
  overflow.importName = { module: "host", name: "overflow" };
  module.funcs.set(overflow.name, overflow);
  const host = {
    overflow: (): never => {
      throw new Error("overflow");
    },
  };
  // 64 frames of 32 bytes fit.
  const { framed: call } = run(module, { host }, { stackSize: 2048 });
  expect(() => call!(63 as never)).not.toThrow();
  expect(() => call!(64 as never)).toThrow("overflow");
});

test("what nobody needs is not there", () => {
  const f = new FuncBuilder("f", [], [i64]);
  f.return(f.i64(1n));
  const { bytes } = emit(moduleOf(f), { names: false });
  // Header, type, function, export and code section.
  const expected = [
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...[0x01, 0x05, 0x01, 0x60, 0x00, 0x01, 0x7e],
    ...[0x03, 0x02, 0x01, 0x00],
    ...[0x07, 0x05, 0x01, 0x01, 0x66, 0x00, 0x00],
    ...[0x0a, 0x06, 0x01, 0x04, 0x00, 0x42, 0x01, 0x0b],
  ];
  expect([...bytes]).toEqual(expected);
});

test("an unknown function is an internal error that names it", () => {
  const f = new FuncBuilder("f", [], [i32]);
  f.return(f.op("call", i32, [], undefined, "main.missing"));
  expect(() => emit(moduleOf(f))).toThrow("main.missing");
});
