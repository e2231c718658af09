import type * as ast from "@goes/ast";
import type { Checker } from "./checker.ts";
import type { Operand } from "./operand.ts";

/** The operand that an expression begins with, which is evaluated first: `x` of `x.f`, `x[i]`, `x[i:j]`, `x.(T)`, `x(…)`. */
function leftOperand(e: ast.Expr): ast.Expr | undefined {
  if (
    e.kind === "SelectorExpr" ||
    e.kind === "IndexExpr" ||
    e.kind === "SliceExpr" ||
    e.kind === "TypeAssertExpr"
  )
    return e.x;
  if (e.kind === "CallExpr") return e.callee;
  return undefined;
}

/** Expressions that nest deeper to the left are checked from the inside out. */
const deepSpine = 50;

/**
 * Checks the operands at the left of a long chain, `a.f().g[i].h…`, the innermost first: the rules for the outer ones
 * find them in `c.prepared` and need no recursion over the length of the chain.
 */
export function prepareSpine(c: Checker, e: ast.Expr, check: (e: ast.Expr) => Operand): readonly ast.Expr[] {
  let length = 0;
  for (let at = leftOperand(e); at !== undefined && !c.prepared.has(at); at = leftOperand(at)) {
    if (++length > deepSpine) return prepareAll(c, e, check);
  }
  return none;
}

const none: readonly ast.Expr[] = [];

function prepareAll(c: Checker, e: ast.Expr, check: (e: ast.Expr) => Operand): readonly ast.Expr[] {
  const operands: ast.Expr[] = [];
  let outer = e;
  for (let at = leftOperand(e); at !== undefined && !c.prepared.has(at); at = leftOperand(at)) {
    // Whether the index of a called function is one, or a list of type arguments, the rule for calls decides.
    if (!(at.kind === "IndexExpr" && outer.kind === "CallExpr")) operands.push(at);
    outer = at;
  }
  for (let i = operands.length - 1; i >= 0; i--) c.prepared.set(operands[i]!, check(operands[i]!));
  return operands;
}
