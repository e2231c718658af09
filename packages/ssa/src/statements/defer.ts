import type * as ast from "@goes/ast";
import { unparen } from "@goes/ast";
import { Func, types, type ClosureRole, type Type as IrType, type Value } from "@goes/ir";
import { underlying, type Signature, type Type } from "@goes/types";
import { prepareCall, type PreparedCall } from "../expressions/calls/calls.ts";
import { buildFuncLit, loadCapture, makeClosure } from "../expressions/function-literals.ts";
import { callRuntime } from "../function/runtime-call.ts";
import { noteWrapper } from "../synthesized/recovering.ts";
import { FunctionBuilder } from "../function/function-builder.ts";
import { emptyFacts } from "../function/variable-facts.ts";

/** A defer statement: operands are evaluated now, the call becomes a closure without parameters. */
export function buildDefer(fb: FunctionBuilder, stmt: ast.DeferStmt): void {
  const closure = deferredClosure(fb, stmt.call, { kind: "deferred", owner: fb.deferOwner });
  fb.pos = stmt.pos;
  const frame = fb.deferFrame;
  if (frame === undefined) throw fb.broken("defer in a function without a frame for it", stmt);
  callRuntime(fb.ctx, fb, "deferCall", [closure, frame]);
  if (fb.deferOwner !== fb.func.name) {
    fb.defersOutside = true;
    callRuntime(fb.ctx, fb, "deferSink", [frame]);
  }
}

/** A closure without parameters and results that does the call later; `role` says who alone will call it. */
export function deferredClosure(fb: FunctionBuilder, call: ast.CallExpr, role: ClosureRole): Value {
  const callee = unparen(call.callee);
  if (callee.kind === "FuncLit" && call.args.length === 0) {
    const signature = underlying(fb.typeOf(callee)) as Signature;
    if (signature.params.vars.length === 0 && signature.results.vars.length === 0) {
      return buildFuncLit(fb, callee, role);
    }
  }
  const prepared = prepareCall(fb, call);
  prepared.check?.(fb);
  if (role.kind === "goroutine" && prepared.target === "closure") {
    const [closure] = prepared.operands;
    callRuntime(fb.ctx, fb, "checkGo", [closure!.value]);
  }
  return wrapCall(fb, prepared, role);
}

/** A closure that captures the operands of a call. */
function wrapCall(fb: FunctionBuilder, prepared: PreparedCall, role: ClosureRole): Value {
  const symbol = `${fb.func.name}.deferwrap${fb.nextWrapper()}`;
  const values = prepared.operands.map(({ value, type }) => lasting(fb, value, type));
  const captureTypes: readonly IrType[] = values.map((value) => value.type);
  const func = new Func(symbol, [types.ptr], []);
  func.pos = fb.pos;
  func.origin = fb.func.origin;
  func.wrapper = true;
  func.closure = true;
  func.role = role;
  const { target } = prepared;
  if (target === "closure") func.recovers = true;
  else if (target !== undefined) noteWrapper(fb.ctx, func, target);
  fb.ctx.module.funcs.set(symbol, func);
  const inner = new FunctionBuilder(fb.ctx, func, fb.unit, emptyFacts());
  const object = inner.param(0);
  const operands = values.map((_, i) => loadCapture(inner, object, captureTypes, i));
  if (target === "closure") {
    // Only the function itself may find the token, not one that it calls.
    const sym = inner.ctx.runtimeFunc("passDeferToken");
    inner.emit("call", types.void, [operands[0]!], { sym });
  }
  prepared.invoke(inner, operands);
  if (!inner.dead) inner.ret([]);
  inner.finish();
  return makeClosure(fb, symbol, values);
}

function lasting(fb: FunctionBuilder, value: Value, type: Type | undefined): Value {
  if (type === undefined || !fb.isMemory(type)) return value;
  const copy = fb.newObject(type);
  fb.store(type, copy, value);
  return copy;
}
