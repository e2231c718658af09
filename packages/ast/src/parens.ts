import type { Expr } from "./expressions.ts";

/** The expression without the parentheses around it. */
export function unparen(expr: Expr): Expr {
  let node = expr;
  while (node.kind === "ParenExpr") node = node.x;
  return node;
}
