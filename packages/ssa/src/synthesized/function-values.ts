import * as ir from "@goes/ir";
import {
  instantiateSignature,
  signatureOf,
  underlying,
  type Func,
  type Signature,
  type Type,
} from "@goes/types";
import type { Emitter } from "../function/emitter.ts";
import type { DataContext } from "../program/data-context.ts";
import { bodylessFunc, emitIntrinsic } from "../linking/directives.ts";
import { defineFunc, emitForwardCall, operandOf, receiverArgs, type MethodPath } from "./wrappers.ts";
import {
  alignOf,
  irType,
  layoutSymbol,
  lowerSignature,
  pointerOffsets,
  sizeOf,
  valueType,
} from "../layout/ir-types.ts";
import { noteForward } from "./recovering.ts";
import { funcSymbol, receiverText } from "../names/symbols.ts";

/** The data symbol of the constant closure object of a function that takes a closure parameter but captures nothing. */
export function constantClosure(ctx: DataContext, code: string): string {
  const name = `${code.endsWith("·f") ? code.slice(0, -"·f".length) : code}·o`;
  if (!ctx.module.data.has(name)) {
    ctx.module.data.set(name, {
      name,
      size: 4,
      align: 4,
      bytes: new Uint8Array(4),
      relocations: [{ offset: 0, kind: "table", symbol: code, addend: 0 }],
      pointers: [],
      constant: true,
    });
  }
  return name;
}

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
    const code = defineFunc(ctx, name, { params, results, closure: true, wraps: func }, (to, values) => {
      const args = values.slice(0, -1);
      const result = emitIntrinsic(ctx, to, bodyless.op, signature, typeArgs, args);
      to.ret(results.length === 0 ? [] : [result]);
    });
    return constantClosure(ctx, code);
  }
  const symbol = bodyless?.kind === "function" ? bodyless.symbol : ctx.useFunc(func, typeArgs);
  return thunkClosure(ctx, symbol, shape, func);
}

/** The closure object of a thunk `name·f` that calls `target` with all its parameters but the closure. */
function thunkClosure(
  ctx: DataContext,
  target: string,
  shape: { readonly params: readonly ir.Type[]; readonly results: readonly ir.Type[] },
  wraps: Func,
): string {
  const { results } = shape;
  const code = defineFunc(
    ctx,
    `${target}·f`,
    { params: [...shape.params, ir.types.ptr], results, closure: true, wraps },
    (to, params) => {
      noteForward(ctx, to.func, { symbol: target });
      const call = to.emit("call", ir.resultType(results), params.slice(0, -1), { sym: target });
      to.ret(results.length === 1 ? [call] : results.map((_, i) => to.extract(call, i)));
    },
  );
  return constantClosure(ctx, code);
}

/**
 * `T.M` as a function value: the data symbol of its closure object. Promoted methods, pointer types, interfaces and
 * instances included; `receiver` is T.
 */
export function methodExpression(ctx: DataContext, receiver: Type, selection: MethodPath): string {
  const symbol = methodFunction(ctx, receiver, selection);
  return thunkClosure(ctx, symbol, lowerSignature(ctx, signatureOf(selection.obj), receiver), selection.obj);
}

/**
 * The symbol of a function `(hidden pointers, receiver, parameters)` that calls the method that `index` leads to
 * from `receiver`, through embedded fields: the method itself where nothing is between.
 */
export function methodFunction(ctx: DataContext, receiver: Type, selection: MethodPath): string {
  const { obj, index } = selection;
  const under = underlying(receiver);
  if (
    under.kind !== "interface" &&
    index.length === 1 &&
    obj.pointerReceiver === (under.kind === "pointer")
  ) {
    return ctx.useFunc(obj.origin, receiverArgs(receiver));
  }
  const { params, results, hidden } = lowerSignature(ctx, signatureOf(obj), receiver);
  const symbol = `${receiverText(ctx, receiver)}.${obj.name}`;
  return defineFunc(ctx, symbol, { params, results, wraps: obj }, (to, values) => {
    to.func.pos = obj.pos;
    const operand = operandOf(ctx, receiver, values[hidden.length]!);
    const args = values.slice(hidden.length + 1);
    to.ret(emitForwardCall(ctx, to, operand, selection, values.slice(0, hidden.length), args));
  });
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

function boundMethod(ctx: DataContext, symbol: string, receiver: Type, method: Func, offset: number): string {
  const signature: Signature = signatureOf(method);
  const { params, results, hidden } = lowerSignature(ctx, signature);
  const shape = { params: [...params, ir.types.ptr], results, closure: true, wraps: method };
  return defineFunc(ctx, symbol, shape, (to, values) => {
    to.func.pos = method.pos;
    const closure = values.at(-1)!;
    const register = irType(ctx, receiver);
    const value =
      register === undefined
        ? to.offset(closure, offset)
        : to.emit("load", valueType(ctx, receiver), [closure], { imm: offset });
    const operand = operandOf(ctx, receiver, value);
    const args = values.slice(hidden.length, -1);
    const path = { obj: method, index: [0] };
    to.ret(emitForwardCall(ctx, to, operand, path, values.slice(0, hidden.length), args));
  });
}
