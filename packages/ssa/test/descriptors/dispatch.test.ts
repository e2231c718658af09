import type { Func } from "@goes/ir";
import { expect, test } from "vitest";
import { finishData } from "../../src/program/finish.ts";
import { noteAssertTo, noteConversion, noteInterfaceCall } from "../../src/descriptors/dispatch.ts";
import { programOf, type TestProgram } from "../data-support.ts";

const source = `package main

type I interface{ M(int) string }
type J interface{ N() }

type A struct{ x int }
func (A) M(int) string { return "" }

type B struct{ big [4]int }
func (B) M(int) string { return "" }
func (*B) N()          {}

type Outer struct {
	n int
	*A
	J
}

type Other struct{}
func (Other) M(string) string { return "" }

var (
	a     A
	pa    *A
	b     B
	pb    *B
	outer Outer
	other Other
	i     I
	j     J
)

func main() {}
`;

/** The ops of a function in order, with what they name. */
function opsOf(func: Func): string[] {
  return func.blocks
    .flatMap((block) => block.values)
    .map((value) => (value.sym === undefined ? value.op : `${value.op} ${value.sym}`));
}

function callM(program: TestProgram): string {
  const type = program.typeOf("i");
  const under = type.kind === "named" ? type.underlyingCache : type;
  if (under?.kind !== "interface") throw new Error("no interface");
  return noteInterfaceCall(program.ctx, under.methods[0]!);
}

test("a row has the methods that are called, whichever is noted first", () => {
  const program = programOf(source);
  const { ctx, typeOf } = program;
  noteConversion(ctx, typeOf("a"));
  expect(ctx.module.methods.size).toBe(0);
  expect(callM(program)).toBe("M(int) string");
  noteConversion(ctx, typeOf("pb"));
  noteConversion(ctx, typeOf("other"));
  ctx.drain();
  const rows = [...ctx.module.methods].map(([type, row]) => [type, ...row]);
  expect(rows).toEqual([
    ["type:main.A", ["M(int) string", "main.A.M·i"]],
    ["type:*main.B", ["M(int) string", "main.(*B).M·i"]],
  ]);
  // N of *B is not called: it is not built.
  expect(program.built).toEqual(["main.A.M", "runtime.panicWrap", "main.B.M"]);
});

test("a wrapper loads a receiver that the payload points to", () => {
  const program = programOf(source);
  callM(program);
  noteConversion(program.ctx, program.typeOf("a"));
  program.ctx.drain();
  const wrapper = program.ctx.module.funcs.get("main.A.M·i")!;
  expect(wrapper.params.map(({ text }) => text)).toEqual(["payload", "int64"]);
  expect(wrapper.results.map(({ text }) => text)).toEqual(["string"]);
  expect(opsOf(wrapper)).toEqual(["param", "param", "payload.value", "load", "call main.A.M"]);
});

test("a value method through a pointer checks for nil with gc's text and copies memory", () => {
  const program = programOf(source);
  callM(program);
  noteConversion(program.ctx, program.typeOf("pb"));
  program.ctx.drain();
  const wrapper = program.ctx.module.funcs.get("main.(*B).M·i")!;
  const values = wrapper.blocks.flatMap((block) => block.values);
  const text = values.find(({ op }) => op === "string.const");
  expect(text?.imm).toBe("value method main.B.M called using nil *B pointer");
  expect(opsOf(wrapper)).toContain("move main.B");
});

test("promoted methods go through embedded pointers and interfaces", () => {
  const program = programOf(source);
  const { ctx } = program;
  callM(program);
  const j = program.typeOf("j");
  const under = j.kind === "named" ? j.underlyingCache : j;
  if (under?.kind !== "interface") throw new Error("no interface");
  noteInterfaceCall(ctx, under.methods[0]!);
  noteConversion(ctx, program.typeOf("outer"));
  ctx.drain();
  const viaPointer = opsOf(ctx.module.funcs.get("main.Outer.M·i")!);
  expect(viaPointer).toContain("check.nil");
  expect(viaPointer.at(-1)).toBe("call main.A.M");
  expect(opsOf(ctx.module.funcs.get("main.Outer.N·i")!).at(-1)).toBe("call.iface");
});

test("the bitmap of an asserted interface has the types that implement it", () => {
  const { ctx, typeOf } = programOf(source);
  const names = ["a", "pa", "b", "pb", "outer", "other"];
  for (const name of names) noteConversion(ctx, typeOf(name));
  const symbol = noteAssertTo(ctx, typeOf("i"));
  while (finishData(ctx)) ctx.drain();
  const descriptor = ctx.module.data.get(symbol)!;
  const bitmap = descriptor.relocations.find(({ offset }) => offset === 60)!;
  const bytes = ctx.module.data.get(bitmap.symbol)!.bytes;
  const implementing = names.filter((name) => {
    const data = ctx.module.data.get(
      `type:${{ a: "main.A", pa: "*main.A", b: "main.B", pb: "*main.B", outer: "main.Outer", other: "main.Other" }[name]!}`,
    )!;
    const id = new DataView(data.bytes.buffer).getUint32(4, true);
    return (bytes[id >> 3]! & (1 << (id & 7))) !== 0;
  });
  expect(implementing).toEqual(["a", "pa", "b", "pb", "outer"]);
});
