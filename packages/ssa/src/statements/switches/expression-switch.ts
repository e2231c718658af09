import type * as ast from "@goes/ast";
import { isInteger, types, type Block, type Value } from "@goes/ir";
import { basicTypes, underlying, type Type } from "@goes/types";
import { buildCondition } from "../../expressions/conditions.ts";
import { assignTo, buildExprAs, buildLasting } from "../../expressions/expressions.ts";
import { typed, type FunctionBuilder } from "../../function/function-builder.ts";
import { hoistCalls } from "../../expressions/order/hoisted-calls.ts";
import { equalValues, nilComparison } from "../../expressions/operators.ts";
import { buildStmt, buildStmts } from "../statements.ts";
import { switchOnInteger, switchOnString, type ConstantCase } from "./constant-cases.ts";

/** An expression switch: the cases are compared in source order. */
export function buildSwitch(fb: FunctionBuilder, stmt: ast.SwitchStmt, label: string | undefined): void {
  if (stmt.init !== undefined) buildStmt(fb, stmt.init);
  const tag = stmt.tag;
  hoistCalls(fb, [tag]);
  const tagType = tag === undefined ? undefined : fb.typeOf(tag);
  const tagValue = tag === undefined ? undefined : buildLasting(fb, tag, typed(tagType!));
  const end = fb.newBlock();
  const bodies = stmt.clauses.map(() => fb.newBlock());
  let otherwise: Block = end;
  const defaultAt = stmt.clauses.findIndex((clause) => clause.list === undefined);
  if (defaultAt >= 0) otherwise = bodies[defaultAt]!;
  const decided =
    tagValue !== undefined && switchOnConstants(fb, stmt, tagValue, tagType!, bodies, otherwise);
  stmt.clauses.forEach((clause, i) => {
    if (clause.list === undefined || decided) return;
    for (const expr of clause.list) {
      const next = fb.newBlock();
      fb.pos = expr.pos;
      // A missing tag is `true`, which an interface has to be compared with.
      if (tagValue === undefined && underlying(fb.typeOf(expr)).kind === "interface")
        fb.branch(compareCase(fb, fb.bool(true), basicTypes.bool, expr), bodies[i]!, next);
      else if (tagValue === undefined) buildCondition(fb, expr, bodies[i]!, next);
      else fb.branch(compareCase(fb, tagValue, tagType!, expr), bodies[i]!, next);
      fb.enterSealed(next);
    }
  });
  if (!decided) fb.jump(otherwise);
  buildClauses(fb, stmt.clauses, bodies, end, label);
  fb.enterSealed(end);
}

/** With fewer cases, comparing in source order is as good. */
const fewestSearched = 5;

/** A switch over many integer or string constants; false if it is none. */
function switchOnConstants(
  fb: FunctionBuilder,
  stmt: ast.SwitchStmt,
  tag: Value,
  tagType: Type,
  bodies: readonly Block[],
  otherwise: Block,
): boolean {
  const isText = tag.type.kind === "string";
  if (!isText && !isInteger(tag.type)) return false;
  if (underlying(tagType).kind !== "basic") return false;
  const numbers: ConstantCase<bigint>[] = [];
  const texts: ConstantCase<string>[] = [];
  for (const [i, clause] of stmt.clauses.entries()) {
    for (const expr of clause.list ?? []) {
      const entry = fb.unit.info.types.get(expr);
      if (entry?.value === undefined || underlying(entry.type).kind === "interface") return false;
      const value = buildExprAs(fb, expr, tagType);
      if (typeof value.imm === "string") texts.push({ value: value.imm, to: bodies[i]! });
      else if (typeof value.imm === "bigint") numbers.push({ value: value.imm, to: bodies[i]! });
      else return false;
    }
  }
  if (texts.length + numbers.length < fewestSearched) return false;
  fb.pos = stmt.pos;
  if (isText) switchOnString(fb, tag, texts, otherwise);
  else switchOnInteger(fb, tag, numbers, otherwise);
  return true;
}

/** The bodies of the clauses; each runs to `end`, or by fallthrough into the next. */
export function buildClauses(
  fb: FunctionBuilder,
  clauses: readonly ast.CaseClause[],
  bodies: readonly Block[],
  end: Block,
  label: string | undefined,
  before?: (clause: ast.CaseClause) => void,
): void {
  const savedFallthrough = fb.fallthroughTo;
  fb.targets.push({
    label,
    breakTo: () => {
      fb.jump(end);
    },
    continueTo: undefined,
  });
  clauses.forEach((clause, i) => {
    const body = bodies[i]!;
    // By fallthrough, the clause before has added its edge already: clauses are built in order.
    fb.enterSealed(body);
    fb.fallthroughTo = bodies[i + 1];
    // Behind a label that a goto reaches, what cannot be reached is built as well.
    if (!fb.dead || fb.facts.gotoLabels.size > 0) before?.(clause);
    buildStmts(fb, clause.body);
    fb.jump(end);
  });
  fb.targets.pop();
  fb.fallthroughTo = savedFallthrough;
}

function compareCase(fb: FunctionBuilder, tag: Value, tagType: Type, expr: ast.Expr): Value {
  const entry = fb.unit.info.types.get(expr);
  if (entry?.mode === "nil") return nilComparison(fb, "eq", tag);
  const own = fb.typeOf(expr);
  const mixed = underlying(own).kind === "interface" && underlying(tagType).kind !== "interface";
  const type = mixed ? own : tagType;
  hoistCalls(fb, [expr]);
  const value = buildExprAs(fb, expr, type);
  if (entry?.value !== undefined && tag.type.kind === "bool" && value.op === "const") {
    return value.imm === 1n ? tag : fb.emit("not", types.bool, [tag]);
  }
  return equalValues(fb, type, assignTo(fb, tag, tagType, type), value);
}
