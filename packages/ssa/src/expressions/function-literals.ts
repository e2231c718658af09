import type * as ast from "@goes/ast";
import {
  alignTo,
  componentOffsets,
  components,
  Func,
  sizeAlignOf,
  structType,
  types,
  type ClosureRole,
  type Type as IrType,
  type Value,
} from "@goes/ir";
import { underlying, type Signature, type Var } from "@goes/types";
import { buildFunctionBody } from "../function/body.ts";
import { closureSymbol } from "../names/symbols.ts";
import { constantClosure } from "../synthesized/closure-objects.ts";
import { lowerSignature } from "../layout/ir-types.ts";
import { FunctionBuilder, type Storage } from "../function/function-builder.ts";

/** A function literal: its closure object. The body is built later. `role`: who alone will call it. */
export function buildFuncLit(fb: FunctionBuilder, expr: ast.FuncLit, role?: ClosureRole): Value {
  const symbol = closureSymbol(fb.func.name, fb.nextLiteral());
  const facts = fb.unit.facts.bodies.get(expr);
  if (facts === undefined) throw fb.broken("a function literal was not looked through", expr);
  const signature = underlying(fb.typeOf(expr)) as Signature;
  const captures = facts.captures.map((variable) => ({ variable, storage: fb.storageOf(variable) }));
  const captureTypes = captures.map(({ variable, storage }) => captureType(fb, variable, storage));
  const { ctx, unit } = fb;
  ctx.define(symbol, () => {
    const lowered = lowerSignature(ctx, signature);
    const func = new Func(symbol, [...lowered.params, types.ptr], lowered.results);
    func.pos = expr.pos;
    func.origin = fb.func.origin;
    func.closure = true;
    func.role = role;
    ctx.module.funcs.set(symbol, func);
    const inner = new FunctionBuilder(ctx, func, unit, facts);
    const object = inner.param(func.params.length - 1);
    openCaptures(inner, object, captures, captureTypes, 0);
    buildFunctionBody(inner, signature, lowered, expr.type, undefined, expr.body);
  });
  fb.pos = expr.pos;
  const values = captures.map(({ storage }) => captureValue(fb, storage));
  return makeClosure(fb, symbol, values);
}

/** How a closure object holds a variable: its value, or its address. */
export function captureType(fb: FunctionBuilder, variable: Var, storage: Storage): IrType {
  return storage.kind === "register" ? fb.ir(fb.typeOfVar(variable)) : types.ptr;
}

/** What a closure object gets for a variable. */
export function captureValue(fb: FunctionBuilder, storage: Storage): Value {
  return storage.kind === "register" ? fb.read(storage.variable) : fb.addressOf(storage);
}

/** Makes the captured variables known in a body; they follow `skip` other captured values. */
export function openCaptures(
  fb: FunctionBuilder,
  object: Value,
  captures: readonly { readonly variable: Var; readonly storage: Storage }[],
  captureTypes: readonly IrType[],
  skip: number,
): void {
  captures.forEach(({ variable, storage }, i) => {
    const value = loadCapture(fb, object, captureTypes, skip + i);
    if (storage.kind === "register") {
      const inside = fb.variable(value.type);
      fb.write(inside, value);
      fb.storage.set(variable, { kind: "register", variable: inside });
    } else {
      fb.storage.set(variable, { kind: "memory", address: value, isPrivate: false });
    }
  });
}

/** Captured value `index` of a closure object with these captures. */
export function loadCapture(
  fb: FunctionBuilder,
  object: Value,
  captureTypes: readonly IrType[],
  index: number,
): Value {
  const offset = captureOffsets(captureTypes)[index]!;
  return fb.emit("load", captureTypes[index]!, [object], { imm: offset });
}

/** A closure object: table index, then the captured values. */
export function makeClosure(fb: FunctionBuilder, symbol: string, values: readonly Value[]): Value {
  if (values.length === 0) return fb.global(constantClosure(fb.ctx, symbol));
  const captureTypes = values.map((value) => value.type);
  const layout = `closure:${symbol}`;
  const offsets = captureOffsets(captureTypes);
  const { size, align } = sizeAlignOf(structType([types.i32, ...captureTypes]));
  const pointers = captureTypes.flatMap((type, i) => {
    const kinds = components(type).map(({ kind }) => kind);
    return componentOffsets(type)
      .filter((_, i) => kinds[i] === "ptr" || kinds[i] === "payload")
      .map((at) => at + offsets[i]!);
  });
  fb.ctx.module.layouts.set(layout, { name: layout, size: alignTo(size, align), align, pointers });
  const object = fb.emit("new", types.ptr, [], { sym: layout });
  const code = fb.emit("table.index", types.i32, [], { sym: symbol });
  fb.emit("store", types.void, [object, code], { imm: 0 });
  values.forEach((value, i) => {
    fb.emit("store", types.void, [object, value], { imm: offsets[i]! });
  });
  return object;
}

function captureOffsets(captureTypes: readonly IrType[]): readonly number[] {
  let end = 4;
  return captureTypes.map((type) => {
    const { size, align } = sizeAlignOf(type);
    const at = alignTo(end, align);
    end = at + size;
    return at;
  });
}
