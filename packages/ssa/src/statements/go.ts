import type * as ast from "@goes/ast";
import { types, type Value } from "@goes/ir";
import { deferredClosure } from "./defer.ts";
import { writeGoSite } from "../globals/static-values.ts";
import type { FunctionBuilder } from "../function/function-builder.ts";

/** A go statement: operands are evaluated now, the call becomes a closure that a new goroutine runs. */
export function buildGo(fb: FunctionBuilder, stmt: ast.GoStmt): void {
  const closure = deferredClosure(fb, stmt.call, { kind: "goroutine" });
  fb.pos = stmt.pos;
  const sym = fb.ctx.runtimeFunc("newGoroutine");
  fb.emit("call", types.void, [closure, siteOf(fb, stmt)], { sym });
}

/** Data that says where goroutines come from, for reports. */
function siteOf(fb: FunctionBuilder, stmt: ast.GoStmt): Value {
  const position = fb.ctx.files.position(stmt.pos);
  const line = position === undefined ? "" : `${position.file}:${position.line}`;
  return fb.global(writeGoSite(fb.ctx, fb.func.name, line));
}
