import type * as ast from "@goes/ast";
import type { Block } from "@goes/ir";
import { buildExpr } from "./expr.ts";
import type { FunctionBuilder } from "./function-builder.ts";
import { hoistCalls, takeHoisted } from "./order.ts";

/** Branches on a boolean expression; `&&`, `||` and `!` become control flow. The blocks are not sealed. */
export function buildCondition(fb: FunctionBuilder, expr: ast.Expr, yes: Block, no: Block): void {
  const known = takeHoisted(fb, expr);
  if (known !== undefined) {
    fb.branch(known[0]!, yes, no);
    return;
  }
  const isConstant = fb.unit.info.types.get(expr)?.value !== undefined;
  if (!isConstant) {
    switch (expr.kind) {
      case "ParenExpr":
        buildCondition(fb, expr.x, yes, no);
        return;
      case "UnaryExpr":
        if (expr.op === "!") {
          buildCondition(fb, expr.x, no, yes);
          return;
        }
        break;
      case "BinaryExpr":
        if (expr.op === "&&") {
          const middle = fb.newBlock();
          buildCondition(fb, expr.x, middle, no);
          fb.enterSealed(middle);
          buildCondition(fb, expr.y, yes, no);
          return;
        }
        if (expr.op === "||") {
          const middle = fb.newBlock();
          buildCondition(fb, expr.x, yes, middle);
          fb.enterSealed(middle);
          buildCondition(fb, expr.y, yes, no);
          return;
        }
        break;
      default:
        break;
    }
  }
  hoistCalls(fb, [expr]);
  const condition = buildExpr(fb, expr);
  fb.branch(condition, yes, no);
}
