import type * as ast from "@goes/ast";
import { unparen } from "@goes/ast";
import type { Block } from "@goes/ir";
import { assertNever } from "@goes/source";
import { buildAssign, buildIncDec, buildVarSpec } from "./assignments.ts";
import { buildBranch } from "./branches.ts";
import { buildCall } from "../expressions/calls/calls.ts";
import { buildReceive, buildSend } from "../expressions/channel-operations.ts";
import { buildCondition } from "../expressions/conditions.ts";
import { buildDefer } from "./defer.ts";
import { buildExpr } from "../expressions/expressions.ts";
import type { FunctionBuilder } from "../function/function-builder.ts";
import { buildGo } from "./go.ts";
import { buildFor } from "./loops.ts";
import { buildRange } from "./range.ts";
import { buildReturnStmt } from "./return.ts";
import { buildSelect } from "./select.ts";
import { buildSwitch } from "./switches/expression-switch.ts";
import { buildTypeSwitch } from "./switches/type-switch.ts";

/** Statements in a row. What cannot be reached is left out, so that it makes nothing reachable. */
export function buildStmts(fb: FunctionBuilder, list: readonly ast.Stmt[]): void {
  for (const stmt of list) buildStmt(fb, stmt);
}

/** A statement; `label` is the one in front of it. */
export function buildStmt(fb: FunctionBuilder, stmt: ast.Stmt, label?: string): void {
  if (fb.dead && fb.facts.gotoLabels.size === 0) return;
  fb.pos = stmt.pos;
  switch (stmt.kind) {
    case "BlockStmt":
      buildStmts(fb, stmt.list);
      return;
    case "ExprStmt": {
      const node = unparen(stmt.x);
      if (node.kind === "CallExpr") buildCall(fb, node);
      else if (node.kind === "UnaryExpr" && node.op === "<-") buildReceive(fb, node, "unwanted");
      else buildExpr(fb, node);
      return;
    }
    case "IncDecStmt":
      buildIncDec(fb, stmt);
      return;
    case "AssignStmt":
      buildAssign(fb, stmt);
      return;
    case "DeclStmt":
      for (const spec of stmt.decl.specs) {
        if (spec.kind === "VarSpec") buildVarSpec(fb, spec);
      }
      return;
    case "ReturnStmt":
      buildReturnStmt(fb, stmt);
      return;
    case "IfStmt":
      buildIf(fb, stmt);
      return;
    case "ForStmt":
      buildFor(fb, stmt, label);
      return;
    case "RangeStmt":
      buildRange(fb, stmt, label);
      return;
    case "SwitchStmt":
      buildSwitch(fb, stmt, label);
      return;
    case "TypeSwitchStmt":
      buildTypeSwitch(fb, stmt, label);
      return;
    case "BranchStmt":
      buildBranch(fb, stmt);
      return;
    case "LabeledStmt":
      if (fb.facts.gotoLabels.has(stmt.label.name)) {
        const block = fb.labelBlock(stmt.label.name);
        fb.jump(block);
        fb.enter(block);
      }
      buildStmt(fb, stmt.statement, stmt.label.name);
      return;
    case "DeferStmt":
      buildDefer(fb, stmt);
      return;
    case "GoStmt":
      buildGo(fb, stmt);
      return;
    case "SendStmt":
      buildSend(fb, stmt);
      return;
    case "SelectStmt":
      buildSelect(fb, stmt, label);
      return;
    case "EmptyStmt":
    case "BadStmt":
      return;
    default:
      assertNever(stmt, "ssa");
  }
}

/** Chains of `else if` are as long as programs are: they are no recursion. */
function buildIf(fb: FunctionBuilder, chain: ast.IfStmt): void {
  let end: Block | undefined;
  for (let stmt = chain; ;) {
    const otherwise: ast.Stmt | undefined = stmt.else;
    if (stmt.init !== undefined) buildStmt(fb, stmt.init);
    const yes = fb.newBlock();
    end ??= fb.newBlock();
    const no: Block = otherwise === undefined ? end : fb.newBlock();
    fb.pos = stmt.condition.pos;
    buildCondition(fb, stmt.condition, yes, no);
    fb.enterSealed(yes);
    buildStmts(fb, stmt.body.list);
    fb.jump(end);
    if (otherwise === undefined) break;
    fb.enterSealed(no);
    if (otherwise.kind !== "IfStmt") {
      buildStmt(fb, otherwise);
      fb.jump(end);
      break;
    }
    if (fb.dead && fb.facts.gotoLabels.size === 0) break;
    fb.pos = otherwise.pos;
    stmt = otherwise;
  }
  fb.enterSealed(end);
}
