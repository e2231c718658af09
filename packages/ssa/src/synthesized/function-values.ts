import * as ir from "@goes/ir";
import { instantiateSignature, signatureOf, type Func, type Type } from "@goes/types";
import type { Emitter } from "../function/emitter.ts";
import type { DataContext } from "../program/data-context.ts";
import { bodylessFunc } from "../linking/directives.ts";
import { boundMethod, methodFunction, request, thunkClosure, type MethodPath } from "./requests.ts";
import { constantClosure } from "./closure-objects.ts";
import { alignOf, irType, layoutSymbol, lowerSignature, pointerOffsets, sizeOf } from "../layout/ir-types.ts";
import { funcSymbol, receiverText } from "../names/symbols.ts";

/** A plain function (or its instance) as a function value: the data symbol of its closure object. */
export function functionValue(ctx: DataContext, func: Func, typeArgs: readonly Type[]): string {
  const declared = signatureOf(func.origin);
  const signature = typeArgs.length === 0 ? declared : instantiateSignature(declared, typeArgs);
  const shape = lowerSignature(ctx, signature);
  const bodyless = bodylessFunc(ctx, func.origin);
  if (bodyless?.kind === "intrinsic") {
    const { results } = shape;
    const params = [...shape.params, ir.types.ptr];
    const name = `${funcSymbol(ctx, func, typeArgs)}·f`;
    const made = { params, results, closure: true, wraps: func };
    const code = request(ctx, name, made, { kind: "intrinsicThunk", op: bodyless.op, signature, typeArgs });
    return constantClosure(ctx, code);
  }
  const symbol = bodyless?.kind === "function" ? bodyless.symbol : ctx.useFunc(func, typeArgs);
  return thunkClosure(ctx, symbol, { params: shape.params, results: shape.results, wraps: func });
}

/**
 * `T.M` as a function value: the data symbol of its closure object. Promoted methods, pointer types, interfaces and
 * instances included; `receiver` is T.
 */
export function methodExpression(ctx: DataContext, receiver: Type, selection: MethodPath): string {
  const symbol = methodFunction(ctx, receiver, selection);
  const { params, results } = lowerSignature(ctx, signatureOf(selection.obj), receiver);
  return thunkClosure(ctx, symbol, { params, results, wraps: selection.obj });
}

/**
 * A method value `x.M`: a new closure object that holds `value`. `receiver` is the type of `value`: the receiver type of
 * the method, or an interface (checked for nil by the caller).
 */
export function emitMethodValue(
  ctx: DataContext,
  to: Emitter,
  receiver: Type,
  method: Func,
  value: ir.Value,
): ir.Value {
  const offset = Math.max(4, alignOf(ctx, receiver));
  const name = `${receiverText(ctx, receiver)}.${method.name}-fm`;
  const code = boundMethod(ctx, name, receiver, method, offset);
  const size = sizeOf(ctx, receiver);
  ctx.module.layouts.set(name, {
    name,
    size: offset + size,
    align: Math.max(4, offset),
    pointers: pointerOffsets(ctx, receiver).map((at) => offset + at),
  });
  const closure = to.emit("new", ir.types.ptr, [], { sym: name });
  to.emit("store", ir.types.void, [closure, to.emit("table.index", ir.types.i32, [], { sym: code })], {
    imm: 0,
  });
  if (irType(ctx, receiver) === undefined) {
    const target = to.offset(closure, offset);
    to.emit("move", ir.types.void, [target, value], { imm: size, sym: layoutSymbol(ctx, receiver) });
  } else {
    to.emit("store", ir.types.void, [closure, value], { imm: offset });
  }
  return closure;
}
