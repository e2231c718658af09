import { type GoOp, type Func } from "@goes/ir";
import { addressRules } from "../go-rules/address.ts";
import { arithmeticRules } from "../go-rules/arithmetic.ts";
import { callRules } from "../go-rules/calls.ts";
import { passesAlways } from "../go-rules/checks.ts";
import { comparisonRules } from "../go-rules/comparison.ts";
import { conversionRules } from "../go-rules/conversion.ts";
import { componentRules } from "../go-rules/components.ts";
import type { Pass, PassContext } from "../pass.ts";
import { Rewriter, type RuleTable } from "../rewrite/rewriter.ts";

const rules: RuleTable<GoOp> = {
  ...componentRules,
  ...arithmeticRules,
  ...comparisonRules,
  ...conversionRules,
  ...addressRules,
  ...callRules,
};

/**
 * Constant folding, algebraic identities, strength reduction, copy propagation, parts of wholes, phis of one value,
 * calls with known targets, checks of constants. Requires blocks in reverse postorder (`simplify-cfg`). Leaves operands
 * that lost their last use for `dce`.
 */
export const rewriteGo: Pass = {
  name: "rewrite-go",
  doc: "folds constants and applies identities",
  level: "go",
  requires: ["simplify-cfg"],
  preserves: "cfg",
  run(func: Func, context: PassContext): boolean {
    const changed = new Rewriter(func, context.module).run(rules);
    return dropChecks(func) || changed;
  },
};

function dropChecks(func: Func): boolean {
  let changed = false;
  for (const block of func.blocks) {
    const { values } = block;
    let kept = 0;
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!;
      if (value.type.kind === "void" && passesAlways(value)) continue;
      values[kept++] = value;
    }
    if (kept < values.length) changed = true;
    values.length = kept;
  }
  return changed;
}
