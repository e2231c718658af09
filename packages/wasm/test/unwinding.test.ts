import { types, type Module } from "@goes/ir";
import { emit, printWat } from "@goes/wasm";
import { expect, test } from "vitest";
import { FuncBuilder, moduleOf, run } from "./build.ts";

const { i32, i64, void: none } = types;

/**
 * catch(n) calls middle(n), which calls leaf(n); leaf begins to unwind if n is not 0. The landing block of catch
 * gives -1; after a call that came back unwinding nothing of middle may run, which `middle` shows by a store.
 */
function program(recovers: boolean): Module {
  const leaf = new FuncBuilder("leaf", [i32], []);
  const reason = leaf.param(0);
  const [yes, no] = [leaf.newBlock(), leaf.newBlock()];
  leaf.if(reason, yes, no);
  leaf.at(yes);
  leaf.op("unwind.set", none, [leaf.i32(2)]);
  leaf.return();
  leaf.at(no).return();

  const middle = new FuncBuilder("middle", [i32], [i64]);
  middle.func.frameSize = 16;
  middle.op("call", none, [middle.param(0)], undefined, "leaf");
  middle.op("i32.store", none, [middle.op("cast", types.ptr, [middle.i32(2000)]), middle.i32(1)], 0);
  middle.return(middle.i64(7n));

  const outer = new FuncBuilder("catch", [i32], [i64]);
  const n = outer.param(0);
  const result = outer.op("call", i64, [n], undefined, "middle");
  outer.return(outer.op("i64.add", i64, [result, outer.i64(100n)]));
  outer.func.landing = outer.newBlock();
  outer.at(outer.func.landing);
  outer.op("unwind.set", none, [outer.i32(0)]);
  outer.return(outer.i64(-1n));

  const closure = new FuncBuilder("closure", [], []);
  closure.func.recovers = recovers;
  closure.return();
  return moduleOf(leaf, middle, outer, closure);
}

test("a call that comes back unwinding leads to the landing block", () => {
  const exports = run(program(true));
  const view = new DataView(exports.memory.buffer);
  expect(exports["catch"]!(0 as never)).toBe(107n);
  expect(view.getUint32(2000, true)).toBe(1);
  view.setUint32(2000, 0, true);
  expect(exports["catch"]!(1 as never)).toBe(-1n);
  expect(view.getUint32(2000, true)).toBe(0);
  // The shadow stack and the reason are as before.
  expect(exports["catch"]!(0 as never)).toBe(107n);
});

test("without a function that recovers no call is checked", () => {
  expect(printWat(emit(program(true)).bytes)).toMatch(/call \$leaf\n\s+global.get 1\n\s+br_if/);
  expect(printWat(emit(program(false)).bytes)).not.toContain("global.get 1");
});
