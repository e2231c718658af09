import type * as ast from "@goes/ast";
import type { Block } from "@goes/ir";
import type { Var } from "@goes/types";
import { buildCondition } from "../expressions/conditions.ts";
import type { FunctionBuilder } from "../function/function-builder.ts";
import { buildStmt, buildStmts } from "./statements.ts";

/** `for init; condition; post { … }`. */
export function buildFor(fb: FunctionBuilder, stmt: ast.ForStmt, label: string | undefined): void {
  if (stmt.init !== undefined) buildStmt(fb, stmt.init);
  const head = fb.newBlock();
  const body = stmt.condition === undefined ? head : fb.newBlock();
  const next = fb.newBlock();
  const end = fb.newBlock();
  fb.jump(head);
  fb.enter(head);
  if (stmt.condition !== undefined) {
    fb.pos = stmt.condition.pos;
    buildCondition(fb, stmt.condition, body, end);
    fb.enterSealed(body);
  }
  loopBody(fb, label, next, end, () => {
    buildStmts(fb, stmt.body.list);
  });
  fb.enterSealed(next);
  if (!fb.dead) {
    if (fb.unit.perIteration && stmt.init !== undefined) renewVariables(fb, stmt.init);
    if (stmt.post !== undefined) buildStmt(fb, stmt.post);
  }
  fb.jump(head);
  fb.seal(head);
  fb.enterSealed(end);
}

/** The body of a loop: runs into `next`, where `continue` goes too; `break` goes to `end`. */
export function loopBody(
  fb: FunctionBuilder,
  label: string | undefined,
  next: Block,
  end: Block,
  build: () => void,
): void {
  fb.targets.push({
    label,
    breakTo: () => {
      fb.jump(end);
    },
    continueTo: () => {
      fb.jump(next);
    },
  });
  build();
  fb.targets.pop();
  fb.jump(next);
}

/** Each iteration has variables of its own: those that live on the heap move to new objects. */
function renewVariables(fb: FunctionBuilder, init: ast.Stmt): void {
  if (init.kind !== "AssignStmt" || init.op !== ":=") return;
  for (const lhs of init.lhs) {
    const object = lhs.kind === "Ident" ? fb.unit.info.defs.get(lhs) : undefined;
    if (object?.kind === "var") renewVariable(fb, object);
  }
}

function renewVariable(fb: FunctionBuilder, variable: Var): void {
  const storage = fb.storage.get(variable);
  if (storage?.kind !== "heap") return;
  const type = fb.typeOfVar(variable);
  const old = fb.read(storage.pointer);
  const renewed = fb.newObject(type);
  fb.store(type, renewed, fb.load(type, old));
  fb.write(storage.pointer, renewed);
}
