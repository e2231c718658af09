import { fieldOffsets, sizeAlignOf, type Func } from "@goes/ir";
import { expect, test } from "vitest";
import { bodylessFunc } from "../../src/linking/directives.ts";
import { emitIntrinsic } from "../../src/linking/intrinsics.ts";
import { emitEqual } from "../../src/synthesized/equality.ts";
import { emitHash } from "../../src/synthesized/hash.ts";
import { emitMakeInterface } from "../../src/descriptors/interfaces.ts";
import { irType, layoutSymbol, structOffsets } from "../../src/layout/ir-types.ts";
import { mapSymbol } from "../../src/layout/map-functions.ts";
import { emptyEmitter, programOf } from "../data-support.ts";

const source = `package main

type Small struct {
	a    int32
	s    string
	_    bool
}
type Mixed struct {
	v any
	n int
}
type Big struct{ words [10]uint32; name string }

var (
	small Small
	mixed Mixed
	big   Big
	nine  struct{ a, b, c, d, e, f, g, h, i int8 }
	one   [1]string
	none  [0]Big
	empty [0]bool
	iface any
	m1    map[string]*Small
	m2    map[string]*Big
	c     complex128
)

func main() {}
`;

function opsOf(func: Func): string[] {
  return func.blocks
    .flatMap((block) => block.values)
    .map((value) => (value.sym === undefined ? value.op : `${value.op} ${value.sym}`));
}

test("types of up to eight components live in registers", () => {
  const { ctx, typeOf } = programOf(source);
  const text = (name: string): string | undefined => irType(ctx, typeOf(name))?.text;
  expect(text("small")).toBe("{int32, string, bool}");
  expect(text("mixed")).toBe("{iface, int64}");
  expect(text("big")).toBeUndefined();
  expect(text("nine")).toBeUndefined();
  expect(text("one")).toBe("{string}");
  expect(text("none")).toBeUndefined();
  expect(text("empty")).toBe("{}");
});

test("layouts list the pointers", () => {
  const { ctx, typeOf } = programOf(source);
  expect(structOffsets(ctx, typeOf("small"))).toEqual([0, 4, 12]);
  expect(ctx.module.layouts.get(layoutSymbol(ctx, typeOf("small")))).toEqual({
    name: "main.Small",
    size: 16,
    align: 4,
    pointers: [4],
  });
  expect(ctx.module.layouts.get(layoutSymbol(ctx, typeOf("mixed")))!.pointers).toEqual([4]);
  expect(ctx.module.layouts.get(layoutSymbol(ctx, typeOf("big")))!.pointers).toEqual([40]);
});

test("small structs are compared in place, without blank fields", () => {
  const { ctx, typeOf } = programOf(source);
  const to = emptyEmitter();
  const type = irType(ctx, typeOf("small"))!;
  emitEqual(ctx, to, typeOf("small"), to.emit("zero", type), to.emit("zero", type));
  expect(opsOf(to.func).filter((op) => op !== "zero" && op !== "extract")).toEqual(["eq", "eq", "and"]);
});

test("structs with interfaces are compared field by field in a function", () => {
  const { ctx, typeOf } = programOf(source);
  const to = emptyEmitter();
  const type = irType(ctx, typeOf("mixed"))!;
  emitEqual(ctx, to, typeOf("mixed"), to.emit("zero", type), to.emit("zero", type));
  expect(opsOf(to.func).at(-1)).toBe("call eq:main.Mixed·v");
  ctx.drain();
  const func = ctx.module.funcs.get("eq:main.Mixed·v")!;
  expect(func.blocks.filter(({ kind }) => kind === "return").length).toBe(2);
  expect(opsOf(func)).toContain("call runtime.ifaceEqual");
});

test("big structs are compared and hashed by address", () => {
  const { ctx, typeOf } = programOf(source);
  const to = emptyEmitter();
  const address = to.param(0);
  emitEqual(ctx, to, typeOf("big"), address, to.param(1));
  emitHash(ctx, to, typeOf("big"), address, to.emit("zero", irType(ctx, typeOf("c"))!));
  ctx.drain();
  expect(opsOf(ctx.module.funcs.get("eq:main.Big")!)).toContain("call eq:[10]uint32");
  // Five words of eight bytes, without checks for nil: the zero value of a small type may be at address 0.
  const words = opsOf(ctx.module.funcs.get("eq:[10]uint32")!);
  expect(words.filter((op) => op === "eq").length).toBe(5);
  expect(words).not.toContain("check.nil");
  const hash = opsOf(ctx.module.funcs.get("hash:main.Big")!);
  expect(hash).toContain("call hash:[10]uint32");
  expect(hash).toContain("call runtime.stringHash");
});

test("numbers and strings go into interfaces without allocation, complex numbers are copied", () => {
  const { ctx, typeOf } = programOf(source);
  const make = (name: string): string[] => {
    const to = emptyEmitter();
    emitMakeInterface(ctx, to, typeOf(name), to.emit("zero", irType(ctx, typeOf(name))!));
    return opsOf(to.func);
  };
  expect(make("m1")).toEqual(["zero", "global type:map[string]*main.Small", "make.payload", "make.iface"]);
  expect(make("c")).toEqual([
    "zero",
    "global type:complex128",
    "new complex128",
    "store",
    "make.payload",
    "make.iface",
  ]);
});

test("maps whose elements are pointers share their functions", () => {
  const { ctx, typeOf } = programOf(source);
  const symbols = ["m1", "m2"].map((name) => {
    const type = typeOf(name);
    if (type.kind !== "map") throw new Error(name);
    return mapSymbol(ctx, type, "find");
  });
  expect(symbols).toEqual([
    "runtime.mapFind[string,unsafe.Pointer]",
    "runtime.mapFind[string,unsafe.Pointer]",
  ]);
});

test("functions without body are linked, imported or instructions", () => {
  const { ctx, runtime } = programOf(source);
  const look = (name: string): ReturnType<typeof bodylessFunc> => {
    const func = runtime.pkg.scope.lookup(name);
    if (func?.kind !== "func") throw new Error(name);
    return bodylessFunc(ctx, func);
  };
  expect(look("initPackages")).toEqual({ kind: "function", symbol: "goes.init" });
  expect(look("hostNumber")).toEqual({ kind: "function", symbol: "runtime.hostNumber" });
  expect(ctx.module.funcs.get("runtime.hostNumber")!.importName).toEqual({ module: "host", name: "number" });
  expect(look("clz")).toEqual({ kind: "intrinsic", op: "i64.clz" });
  expect(look("ifaceHash")).toBeUndefined();
  const clz = runtime.pkg.scope.lookup("clz");
  if (clz?.kind !== "func") throw new Error("clz");
  const to = emptyEmitter();
  const value = emitIntrinsic(ctx, to, "i64.clz", clz.type!, [], [to.int(1)]);
  expect([value.op, value.imm, value.type.text]).toEqual(["intrinsic", "i64.clz", "uint64"]);
});

test("the checker and the IR agree on sizes and offsets", () => {
  const { ctx, typeOf } = programOf(`package main
var (
	a struct{ b bool; p *int; x int64; s []int; z struct{} }
	b struct{ c complex64; i any; k int8 }
	c struct{ x int16; f struct{ y int8; z float64 } }
	d [1]struct{ p uintptr; s string }
	e struct{}
	f struct{ a [0]int64; b int8 }
)
func main() {}
`);
  for (const name of ["a", "b", "c", "d", "e"]) {
    const type = typeOf(name);
    const register = irType(ctx, type)!;
    const { size, align } = sizeAlignOf(register);
    const layout = ctx.module.layouts.get(layoutSymbol(ctx, type))!;
    expect([name, layout.size, layout.align]).toEqual([name, size, align]);
    if (type.kind === "struct" && register.kind === "struct") {
      expect(structOffsets(ctx, type)).toEqual(fieldOffsets(register.fields));
    }
  }
  // Its first field aligns the whole, which no component shows: it stays in memory.
  expect(irType(ctx, typeOf("f"))).toBeUndefined();
});
