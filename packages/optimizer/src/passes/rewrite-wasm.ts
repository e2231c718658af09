import { type WasmOp, type Func } from "@goes/ir";
import type { Pass, PassContext } from "../pass.ts";
import { Rewriter, type RuleTable } from "../rewrite/rewriter.ts";
import { wasmArithmeticRules } from "../wasm-rules/arithmetic.ts";
import { wasmComparisonRules } from "../wasm-rules/comparison.ts";
import { wasmConversionRules } from "../wasm-rules/conversion.ts";
import { wasmMemoryRules } from "../wasm-rules/memory.ts";

const rules: RuleTable<WasmOp> = {
  ...wasmArithmeticRules,
  ...wasmComparisonRules,
  ...wasmConversionRules,
  ...wasmMemoryRules,
};

/**
 * What lowering left: constants, words that were widened and narrowed again, tests of tests, constants in
 * addresses. Requires blocks in reverse postorder.
 */
export const rewriteWasm: Pass = {
  name: "rewrite-wasm",
  doc: "simplifies instructions of the target",
  level: "wasm",
  requires: ["simplify-cfg"],
  preserves: "cfg",
  run(func: Func, context: PassContext): boolean {
    return new Rewriter(func, context.module).run(rules);
  },
};
