import type * as ast from "@goes/ast";
import { unparen } from "@goes/ast";
import { buildCall } from "../calls/calls.ts";
import { buildExpr } from "../expressions.ts";
import type { FunctionBuilder } from "../../function/function-builder.ts";
import type { Place } from "../places.ts";
import { selectionOf } from "../../function/selections.ts";
import { leftOperand } from "../../function/syntax-walk.ts";

// Expressions that nest deeper to the left than this are evaluated from the inside out, without recursion: the rules for
// the outer ones find the inner ones evaluated. The order is the same: what an expression begins with comes first.
const deepSpine = 50;

/** Expressions that hand on a value which they make: calls, slices, type assertions. */
type Step = ast.CallExpr | ast.SliceExpr | ast.TypeAssertExpr;

/** Evaluates the calls, slices and type assertions that a long chain begins with; they are hoisted. */
export function prepareSteps(fb: FunctionBuilder, expr: Step): void {
  const steps: Step[] = [];
  const { types } = fb.unit.info;
  for (let at = leftOperand(expr); at !== undefined; at = leftOperand(at)) {
    if (at.kind !== "CallExpr" && at.kind !== "SliceExpr" && at.kind !== "TypeAssertExpr") continue;
    if (fb.hoisted.has(at) || types.get(at)?.value !== undefined) break;
    if (at.kind === "CallExpr" && types.get(at.callee)?.mode === "type") break;
    steps.push(at);
  }
  if (steps.length <= deepSpine) return;
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    fb.hoisted.set(step, step.kind === "CallExpr" ? buildCall(fb, step) : [buildExpr(fb, step)]);
  }
}

/** Evaluates the fields and elements that a long chain begins with, without reading them: they are in `fb.places`. */
export function preparePlaces(fb: FunctionBuilder, expr: ast.Expr, build: (part: ast.Expr) => Place): void {
  let length = 0;
  for (let at = placeOperand(expr); at !== undefined; at = placeOperand(at)) {
    if (++length > deepSpine) break;
  }
  if (length <= deepSpine) return;
  const parts: ast.Expr[] = [];
  for (let at = placeOperand(expr); at !== undefined; at = placeOperand(at)) {
    if (fb.places.has(at) || !isPart(fb, at)) break;
    parts.push(at);
  }
  const saved = fb.pos;
  for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
    if (part.kind === "SelectorExpr") fb.pos = part.selector.pos;
    fb.places.set(part, build(part));
  }
  fb.pos = saved;
}

function placeOperand(expr: ast.Expr): ast.Expr | undefined {
  return expr.kind === "SelectorExpr" || expr.kind === "IndexExpr" || expr.kind === "StarExpr"
    ? unparen(expr.x)
    : undefined;
}

/** Whether an expression denotes a field or an element, or what a pointer points to. */
function isPart(fb: FunctionBuilder, expr: ast.Expr): boolean {
  if (expr.kind === "SelectorExpr") return selectionOf(fb, expr)?.kind === "field";
  if (expr.kind === "IndexExpr") {
    const entry = fb.unit.info.types.get(expr.x);
    return entry !== undefined && entry.mode !== "type" && entry.type.kind !== "signature";
  }
  return expr.kind === "StarExpr";
}
