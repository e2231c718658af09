import type * as ast from "@goes/ast";
import type { Block } from "@goes/ir";
import { buildExpr } from "./expressions.ts";
import type { FunctionBuilder } from "../function/function-builder.ts";
import { hoistCalls, takeHoisted } from "./order/hoisted-calls.ts";

/** The right operand of `&&` or `||`: where it is decided, and what then. */
interface Rest {
  readonly at: Block;
  readonly expr: ast.Expr;
  readonly yes: Block;
  readonly no: Block;
}

/** Branches on a boolean expression; `&&`, `||` and `!` become control flow. The blocks are not sealed. */
export function buildCondition(fb: FunctionBuilder, expr: ast.Expr, yes: Block, no: Block): void {
  // Chains of operators nest to the left as deep as they are long.
  const rest: Rest[] = [];
  let node = expr;
  let [ifTrue, ifFalse] = [yes, no];
  for (;;) {
    const known = takeHoisted(fb, node);
    if (known !== undefined) {
      fb.branch(known[0]!, ifTrue, ifFalse);
      break;
    }
    const isConstant = fb.unit.info.types.get(node)?.value !== undefined;
    if (isConstant || !splits(node)) {
      hoistCalls(fb, [node]);
      fb.branch(buildExpr(fb, node), ifTrue, ifFalse);
      break;
    }
    if (node.kind === "UnaryExpr") {
      [ifTrue, ifFalse] = [ifFalse, ifTrue];
    } else if (node.kind === "BinaryExpr") {
      const at = fb.newBlock();
      rest.push({ at, expr: node.y, yes: ifTrue, no: ifFalse });
      if (node.op === "&&") ifTrue = at;
      else ifFalse = at;
    }
    node = node.x;
  }
  for (let last = rest.pop(); last !== undefined; last = rest.pop()) {
    fb.enterSealed(last.at);
    buildCondition(fb, last.expr, last.yes, last.no);
  }
}

function splits(node: ast.Expr): node is ast.ParenExpr | ast.UnaryExpr | ast.BinaryExpr {
  if (node.kind === "ParenExpr") return true;
  if (node.kind === "UnaryExpr") return node.op === "!";
  if (node.kind === "BinaryExpr") return node.op === "&&" || node.op === "||";
  return false;
}
