import { expect, test } from "vitest";
import { closureLayout } from "@goes/ir";
import type { Signature, Type } from "@goes/types";
import {
  callThunk,
  equalClosure,
  equalFunc,
  hashFunc,
  makeThunk,
  methodFunction,
} from "../../src/synthesized/requests.ts";
import { programOf } from "../data-support.ts";

const source = `package main

type T struct { a [9]int; s string }
func (t *T) P() {}
func (t T) V() {}
type Outer struct { n int; *T }

var (
	t     T
	p     *T
	outer Outer
	f1    func(a *int, b string) int
	f2    func(a *string, b string) int
	f3    func(a int, b string) int
)

func main() {}
`;

test("what is asked for is recorded once, and made when the worklist comes to it", () => {
  const { ctx, typeOf } = programOf(source);
  expect(equalFunc(ctx, typeOf("t"))).toBe("eq:main.T");
  expect(equalFunc(ctx, typeOf("t"))).toBe("eq:main.T");
  expect(ctx.module.funcs.has("eq:main.T")).toBe(false);
  ctx.drain();
  const func = ctx.module.funcs.get("eq:main.T")!;
  expect([func.origin, func.calledByRuntime, func.wrapper]).toEqual(["compiler", true, false]);
  // What its code needs has been made as well.
  expect(ctx.module.funcs.has("eq:[9]int")).toBe(true);
});

test("a closure object is constant data that refers to the code", () => {
  const { ctx, typeOf } = programOf(source);
  const symbol = equalClosure(ctx, typeOf("t"));
  expect(symbol).toBe("eq:main.T·o");
  const { constant, relocations, size } = ctx.module.data.get(symbol)!;
  expect({ constant, size }).toEqual({ constant: true, size: closureLayout.size });
  expect(relocations).toEqual([{ offset: 0, kind: "table", symbol: "eq:main.T·f", addend: 0 }]);
  ctx.drain();
  expect(ctx.module.funcs.get("eq:main.T·f")!.closure).toBe(true);
});

test("functions of one representation share their thunks", () => {
  const { ctx, typeOf } = programOf(source);
  const [f1, f2, f3] = ["f1", "f2", "f3"].map((name) => typeOf(name) as Signature);
  expect(callThunk(ctx, f1!)).toBe(callThunk(ctx, f2!));
  expect(callThunk(ctx, f1!)).not.toBe(callThunk(ctx, f3!));
  expect(makeThunk(ctx, f1!)).toBe("reflect.make(ptr,string)(int64)");
});

test("a method that needs no wrapper is its own function", () => {
  const { ctx, typeOf } = programOf(source);
  const methodsOf = (type: Type) => (type.kind === "named" ? type.methods : []);
  const [pointer, value] = methodsOf(typeOf("t"));
  const direct = { obj: pointer!, index: [0] };
  expect(methodFunction(ctx, typeOf("p"), direct)).toBe("main.(*T).P");
  expect(methodFunction(ctx, typeOf("t"), { obj: value!, index: [1] })).toBe("main.T.V");
  // Through a pointer, and promoted: wrappers, which know what they wrap.
  expect(methodFunction(ctx, typeOf("p"), { obj: value!, index: [1] })).toBe("main.(*T).V");
  expect(methodFunction(ctx, typeOf("outer"), { obj: pointer!, index: [1, 0] })).toBe("main.Outer.P");
  ctx.drain();
  const kinds = ["main.(*T).V", "main.Outer.P"].map((name) => {
    const { wrapper, origin } = ctx.module.funcs.get(name)!;
    return { wrapper, origin };
  });
  expect(kinds).toEqual([
    { wrapper: true, origin: "user" },
    { wrapper: true, origin: "user" },
  ]);
});

test("hash and equality of one type are asked for by themselves", () => {
  const { ctx, typeOf } = programOf(source);
  hashFunc(ctx, typeOf("t"));
  ctx.drain();
  expect(ctx.module.funcs.has("hash:main.T")).toBe(true);
  expect(ctx.module.funcs.has("eq:main.T")).toBe(false);
});
