import { types } from "@goes/ir";
import { emit, printWat } from "@goes/wasm";
import { expect, test } from "vitest";
import { FuncBuilder, moduleOf } from "./build.ts";

const { i32, f64 } = types;

test("the text form names functions and indents by nesting", () => {
  const f = new FuncBuilder("main.(*T).f", [i32], [f64]);
  f.func.exportName = "f";
  const n = f.param(0);
  const [yes, no] = [f.newBlock(), f.newBlock()];
  f.if(n, yes, no);
  f.at(yes).return(f.op("f64.const", f64, [], -0));
  f.at(no).return(f.op("f64.const", f64, [], 1.5));
  expect(printWat(emit(moduleOf(f)).bytes)).toBe(`(module
  (type $t0 (func (param i32) (result f64)))
  (export "f" (func $main._*T_.f))
  (func $main._*T_.f (type $t0) (param i32) (result f64)
    local.get 0
    if $l0
      f64.const -0
      return
    end
    f64.const 1.5
  )
)
`);
});
