// Which functions look for an overflow of the shadow stack: enough of them, and no more.
import { types } from "@goes/ir";
import { expect, test } from "vitest";
import { computeStackChecks } from "../src/link/stack-checks.ts";
import { FuncBuilder, moduleOf } from "./build.ts";

interface Shape {
  readonly frame?: number;
  readonly calls?: readonly string[];
  /** It calls a function of the table. */
  readonly indirect?: boolean;
  readonly tabled?: boolean;
  readonly exported?: boolean;
}

function checksOf(shapes: Readonly<Record<string, Shape>>): { names: string[]; reserve: number } {
  const funcs = Object.entries(shapes).map(([name, { frame = 0, calls = [], indirect, exported }]) => {
    const f = new FuncBuilder(name, [], []);
    for (const callee of calls) f.op("call", types.void, [], undefined, callee);
    if (indirect === true) {
      const call = f.op("call.indirect", types.void, [f.i32(1)], undefined, "");
      call.sig = { params: [], results: [] };
    }
    f.return();
    f.func.frameSize = frame;
    f.func.exportName = exported === true ? name : undefined;
    return f;
  });
  const module = moduleOf(...funcs);
  const tabled = new Set(Object.keys(shapes).filter((name) => shapes[name]!.tabled === true));
  const defined = funcs.map(({ func }) => func);
  const { checked, reserve } = computeStackChecks(
    defined,
    module,
    tabled,
    () => 0,
    () => 0,
  );
  return { names: [...checked].map(({ name }) => name).sort(), reserve };
}

test("without a cycle nobody looks, whatever is needed", () => {
  const shapes = { a: { frame: 16, calls: ["b"] }, b: { frame: 32, calls: ["c"] }, c: { frame: 64 } };
  expect(checksOf(shapes)).toEqual({ names: [], reserve: 0 });
});

test("on each cycle one function looks, and leaves room for what is below it", () => {
  const shapes = {
    a: { frame: 16, calls: ["b", "leaf"] },
    b: { frame: 32, calls: ["c"] },
    c: { frame: 64, calls: ["a"] },
    leaf: { frame: 128 },
  };
  expect(checksOf(shapes)).toEqual({ names: ["a"], reserve: 128 });
});

test("a function that calls itself looks; one without a frame only where its cycle has one", () => {
  expect(checksOf({ f: { frame: 16, calls: ["f"] } }).names).toEqual(["f"]);
  expect(checksOf({ fib: { calls: ["fib", "print"] }, print: { frame: 16 } }).names).toEqual([]);
  const cycle = { a: { calls: ["b"] }, b: { frame: 16, calls: ["c"] }, c: { calls: ["a"] } };
  expect(checksOf(cycle).names).toEqual(["a"]);
});

test("an indirect call may come to any function of its type", () => {
  const shapes = { a: { frame: 16, indirect: true }, b: { frame: 16, tabled: true, calls: ["a"] } };
  expect(checksOf(shapes).names).toEqual(["a"]);
  expect(checksOf({ ...shapes, b: { frame: 16, calls: ["a"] } }).names).toEqual([]);
});

test("what the host calls looks, and so does what takes too much", () => {
  const shapes = {
    main: { frame: 16, exported: true, calls: ["large"] },
    large: { frame: 100_000, calls: ["small"] },
    small: { frame: 48 },
  };
  expect(checksOf(shapes)).toEqual({ names: ["large", "main"], reserve: 48 });
});
