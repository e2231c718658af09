import * as ast from "@goes/ast";
import { types, type Value } from "@goes/ir";
import { underlying, type Type } from "@goes/types";
import { layoutSymbol } from "../../layout/ir-types.ts";
import { buildMulti, multiType } from "./calls.ts";
import { builtinOf } from "./callee.ts";
import { checkAddedLength } from "./make.ts";
import { assignTo, buildExpr, buildExprAs, buildInt, buildLasting } from "../expressions.ts";
import type { FunctionBuilder } from "../../function/function-builder.ts";

/** `append(s, …)`: room is made first, then the elements are stored after the old ones. */
export function buildAppend(fb: FunctionBuilder, expr: ast.CallExpr): Value {
  const type = fb.typeOf(expr);
  const under = underlying(type);
  if (under.kind !== "slice") throw fb.broken("append to something that is no slice", expr);
  const { element } = under;
  const spread = expr.args.length === 1 ? multiType(fb, expr.args[0]!) : undefined;
  if (spread !== undefined) {
    const [first, ...rest] = buildMulti(fb, expr.args[0]!);
    const values = rest.map((value, i) => assignTo(fb, value, spread[i + 1]!, element));
    fb.pos = expr.lparen;
    return appendValues(fb, element, first!, values);
  }
  const slice = buildExprAs(fb, expr.args[0]!, type);
  if (expr.ellipsis !== undefined) {
    const more = expr.args[1]!;
    if (fb.unit.info.types.get(more)?.mode === "nil") return slice;
    const made = madeLength(fb, more);
    if (made !== undefined) return appendZeros(fb, element, slice, made, expr);
    const source = buildExpr(fb, more);
    fb.pos = expr.lparen;
    return appendAll(fb, element, slice, source);
  }
  const values = expr.args.slice(1).map((arg) => buildLasting(fb, arg, element));
  fb.pos = expr.lparen;
  return appendValues(fb, element, slice, values);
}

function appendValues(fb: FunctionBuilder, element: Type, slice: Value, values: readonly Value[]): Value {
  if (values.length === 0) return slice;
  const { grown, end, length } = reserve(fb, element, slice, fb.int(values.length));
  const size = fb.sizeOf(element);
  values.forEach((value, i) => {
    fb.store(element, end, value, i * size);
  });
  const newLength = fb.emit("add", types.int64, [length, fb.int(values.length)]);
  return resized(fb, grown, newLength);
}

/** `append(slice, source...)`; the source is a slice or a string. */
function appendAll(fb: FunctionBuilder, element: Type, slice: Value, source: Value): Value {
  const count = fb.emit("len", types.int64, [source]);
  const { grown, end, length } = reserve(fb, element, slice, count);
  copyElements(fb, element, end, fb.emit("data", types.ptr, [source]), count);
  return resized(fb, grown, fb.emit("add", types.int64, [length, count]));
}

/** The length of `make([]T, length)`, if that is what an expression is. */
function madeLength(fb: FunctionBuilder, expr: ast.Expr): ast.Expr | undefined {
  const call = ast.unparen(expr);
  if (call.kind !== "CallExpr" || call.args.length !== 2 || builtinOf(fb, call) !== "make") return undefined;
  return call.args[1];
}

/** `append(slice, make([]T, length)...)`: the zeros are made where they are wanted. */
function appendZeros(
  fb: FunctionBuilder,
  element: Type,
  slice: Value,
  length: ast.Expr,
  expr: ast.CallExpr,
): Value {
  const count = buildInt(fb, length);
  fb.pos = expr.lparen;
  checkAddedLength(fb, element, count);
  const { grown, end, length: before } = reserve(fb, element, slice, count);
  const size = fb.sizeOf(element);
  if (size > 0) zeroBytes(fb, element, end, byteCount(fb, count, size));
  return resized(fb, grown, fb.emit("add", types.int64, [before, count]));
}

function reserve(
  fb: FunctionBuilder,
  element: Type,
  slice: Value,
  count: Value,
): { readonly grown: Value; readonly end: Value; readonly length: Value } {
  const grown = fb.emit("append.reserve", types.slice, [slice, count], {
    sym: layoutSymbol(fb.ctx, element),
  });
  const length = fb.emit("len", types.int64, [slice]);
  const data = fb.emit("data", types.ptr, [grown]);
  const end = fb.emit("index", types.ptr, [data, length], { imm: fb.sizeOf(element) });
  return { grown, end, length };
}

function resized(fb: FunctionBuilder, slice: Value, length: Value): Value {
  const data = fb.emit("data", types.ptr, [slice]);
  const capacity = fb.emit("cap", types.int64, [slice]);
  return fb.emit("make.slice", types.slice, [data, length, capacity]);
}

/** `copy(target, source)`: the number of elements copied. */
export function buildCopy(fb: FunctionBuilder, element: Type, target: Value, source: Value): Value {
  const room = fb.emit("len", types.int64, [target]);
  const have = fb.emit("len", types.int64, [source]);
  const count = fb.emit("min", types.int64, [room, have]);
  const to = fb.emit("data", types.ptr, [target]);
  copyElements(fb, element, to, fb.emit("data", types.ptr, [source]), count);
  return count;
}

/** Copies `count` elements between ranges that may overlap. */
function copyElements(fb: FunctionBuilder, element: Type, to: Value, from: Value, count: Value): void {
  const size = fb.sizeOf(element);
  if (size === 0) return;
  const bytes = byteCount(fb, count, size);
  overwrites(fb, element, to, bytes);
  fb.emit("intrinsic.effect", types.void, [to, from, bytes], { imm: "memory.copy" });
}

/** `clear(slice)`. */
export function clearSlice(fb: FunctionBuilder, element: Type, slice: Value): void {
  const size = fb.sizeOf(element);
  if (size === 0) return;
  const bytes = byteCount(fb, fb.emit("len", types.int64, [slice]), size);
  zeroBytes(fb, element, fb.emit("data", types.ptr, [slice]), bytes);
}

function zeroBytes(fb: FunctionBuilder, element: Type, at: Value, bytes: Value): void {
  overwrites(fb, element, at, bytes);
  const zero = fb.constant(types.int32, 0n);
  fb.emit("intrinsic.effect", types.void, [at, zero, bytes], { imm: "memory.fill" });
}

/** Lets the collector know that elements are about to be overwritten. */
function overwrites(fb: FunctionBuilder, element: Type, at: Value, bytes: Value): void {
  if (fb.ctx.module.layoutSymbol(layoutSymbol(fb.ctx, element)) === undefined) return;
  fb.emit("barrier", types.void, [at, bytes]);
}

function byteCount(fb: FunctionBuilder, count: Value, size: number): Value {
  const narrow = fb.emit("convert", types.uint32, [count]);
  return size === 1
    ? narrow
    : fb.emit("mul", types.uint32, [narrow, fb.constant(types.uint32, BigInt(size))]);
}
