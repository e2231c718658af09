import { types, type Value } from "@goes/ir";
import { emit, oversizedFunctions } from "@goes/wasm";
import { expect, test } from "vitest";
import { FuncBuilder, moduleOf } from "./build.ts";

/** A function in which `count` values are alive at once. */
function alive(name: string, count: number): FuncBuilder {
  const f = new FuncBuilder(name, [types.ptr], [types.i32]);
  const values = Array.from({ length: count }, (_, i) => f.op("i32.load", types.i32, [f.param(0)], 4 * i));
  f.return(values.reduce((sum: Value, value) => f.op("i32.add", types.i32, [sum, value])));
  return f;
}

test("functions beyond the limits of engines are found, by their code and by their locals", () => {
  const emitted = emit(moduleOf(alive("small", 3), alive("many", 40)));
  const found = (limits?: { bytes: number; locals: number }): readonly string[] =>
    oversizedFunctions(emitted, limits).map(
      ({ func, what, limit }) => `${func.name}: more than ${limit} ${what}`,
    );
  expect(found()).toEqual([]);
  expect(found({ bytes: 100, locals: 1000 })).toEqual(["many: more than 100 bytes"]);
  expect(found({ bytes: 1000, locals: 20 })).toEqual(["many: more than 20 locals"]);
  expect(oversizedFunctions(emitted, { bytes: 1000, locals: 20 })[0]!.count).toBeGreaterThan(30);
});
