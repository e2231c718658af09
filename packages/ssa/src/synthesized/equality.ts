import * as ir from "@goes/ir";
import { underlying, type Type } from "@goes/types";
import type { Emitter } from "../function/emitter.ts";
import type { DataContext } from "../program/data-context.ts";
import type { Generator } from "./generator.ts";
import { equalFunc, equalValuesFunc } from "./requests.ts";
import { irType, sizeOf, structOffsets, typeOf } from "../layout/ir-types.ts";
import { forEachPiece } from "./memory-words.ts";
import { callRuntime } from "../function/runtime-call.ts";

/** Whether two values of one type are equal, a `bool`; makes no blocks. Memory class: both are addresses. */
export function emitEqual(ctx: DataContext, to: Emitter, type: Type, a: ir.Value, b: ir.Value): ir.Value {
  const under = underlying(type);
  if (under.kind === "interface") return emitInterfaceEqual(ctx, to, a, b);
  if (under.kind !== "struct" && under.kind !== "array") return to.emit("eq", ir.types.bool, [a, b]);
  const register = irType(ctx, type);
  if (register === undefined) {
    return to.emit("call", ir.types.bool, [a, b], { sym: equalFunc(ctx, type) });
  }
  const fields = comparedParts(ctx, type);
  if (fields.length > 1 && holdsInterface(type)) {
    return to.emit("call", ir.types.bool, [a, b], { sym: equalValuesFunc(ctx, type, register) });
  }
  let result: ir.Value | undefined;
  for (const { type: part, index } of fields) {
    const same = emitEqual(ctx, to, part, to.extract(a, index), to.extract(b, index));
    result = result === undefined ? same : to.emit("and", ir.types.bool, [result, same]);
  }
  return result ?? to.bool(true);
}

function emitInterfaceEqual(ctx: DataContext, to: Emitter, a: ir.Value, b: ir.Value): ir.Value {
  return callRuntime(ctx, to, "ifaceEqual", [a, b]);
}

/** Whether values of the type can be compared (perhaps with a panic at run time). */
export function isComparableType(type: Type): boolean {
  const under = underlying(type);
  switch (under.kind) {
    case "slice":
    case "map":
    case "signature":
      return false;
    case "array":
      return isComparableType(under.element);
    case "struct":
      return under.fields.every((field) => isComparableType(typeOf(field)));
    case "basic":
    case "chan":
    case "interface":
    case "pointer":
    case "tuple":
    case "union":
      return true;
  }
}

/** Comparing two values compares their bytes: nothing but bools, integers and pointers, and no gaps. */
export function isPlainMemory(ctx: DataContext, type: Type): boolean {
  const under = underlying(type);
  switch (under.kind) {
    case "basic":
      return !/^(?:float|complex|string|untyped)/.test(under.basic);
    case "pointer":
    case "chan":
      return true;
    case "array":
      return isPlainMemory(ctx, under.element);
    case "struct": {
      const offsets = structOffsets(ctx, type);
      let end = 0;
      for (const [i, field] of under.fields.entries()) {
        if (field.name === "_" || offsets[i] !== end || !isPlainMemory(ctx, typeOf(field))) return false;
        end += sizeOf(ctx, typeOf(field));
      }
      return end === sizeOf(ctx, type);
    }
    case "interface":
    case "map":
    case "signature":
    case "slice":
    case "tuple":
    case "union":
      return false;
  }
}

/** A field of a struct or an element of an array that takes part in comparisons. */
interface ComparedPart {
  readonly type: Type;
  /** Index among the fields. */
  readonly index: number;
  readonly offset: number;
}

/** The fields of a struct that are not blank; the elements of an array of length 0 or 1. */
export function comparedParts(ctx: DataContext, type: Type): readonly ComparedPart[] {
  const under = underlying(type);
  if (under.kind === "array") return under.length === 0 ? [] : [{ type: under.element, index: 0, offset: 0 }];
  if (under.kind !== "struct") return [];
  const offsets = structOffsets(ctx, type);
  return under.fields
    .map((field, index) => ({ name: field.name, type: typeOf(field), index, offset: offsets[index]! }))
    .filter(({ name }) => name !== "_");
}

function holdsInterface(type: Type): boolean {
  const under = underlying(type);
  if (under.kind === "interface") return true;
  if (under.kind === "array") return under.length > 0 && holdsInterface(under.element);
  return under.kind === "struct" && under.fields.some((field) => holdsInterface(typeOf(field)));
}

/** `eq:T`. */
export const equal: Generator<"equal"> = (ctx, to, [p, q], { type }) => {
  emitMemoryEqual(ctx, to, type, p!, q!);
};

/** Emits code that returns whether the values at two addresses are equal; stops at the first difference. */
function emitMemoryEqual(ctx: DataContext, to: Emitter, type: Type, p: ir.Value, q: ir.Value): void {
  const under = underlying(type);
  if (isPlainMemory(ctx, type)) {
    emitPlainEqual(to, p, q, sizeOf(ctx, type));
    return;
  }
  if (under.kind === "array" && under.length > 1) {
    emitArrayEqual(ctx, to, under.element, under.length, p, q);
    return;
  }
  const parts = under.kind === "struct" || under.kind === "array" ? comparedParts(ctx, type) : undefined;
  if (parts === undefined) {
    to.ret([equalAt(ctx, to, type, p, q)]);
    return;
  }
  const differ = to.newBlock();
  for (const part of parts) {
    const same = equalAt(ctx, to, part.type, to.offset(p, part.offset), to.offset(q, part.offset));
    const next = to.newBlock();
    to.branch(same, next, differ);
    to.enterSealed(next);
  }
  to.ret([to.bool(true)]);
  to.enterSealed(differ);
  to.ret([to.bool(false)]);
}

function emitPlainEqual(to: Emitter, p: ir.Value, q: ir.Value, size: number): void {
  const differ = to.newBlock();
  forEachPiece(to, [p, q], size, ([x, y], type) => {
    const load = (address: ir.Value): ir.Value => to.emit("load", type, [address], { imm: 0 });
    const next = to.newBlock();
    to.branch(to.emit("eq", ir.types.bool, [load(x!), load(y!)]), next, differ);
    to.enterSealed(next);
  });
  to.ret([to.bool(true)]);
  to.enterSealed(differ);
  to.ret([to.bool(false)]);
}

function emitArrayEqual(
  ctx: DataContext,
  to: Emitter,
  element: Type,
  length: number,
  p: ir.Value,
  q: ir.Value,
): void {
  const i = to.variable(ir.types.int64);
  to.write(i, to.int(0));
  const head = to.newBlock();
  const next = to.newBlock();
  const differ = to.newBlock();
  to.jump(head);
  to.enter(head);
  const size = sizeOf(ctx, element);
  const at = (base: ir.Value): ir.Value => to.emit("index", ir.types.ptr, [base, to.read(i)], { imm: size });
  to.branch(equalAt(ctx, to, element, at(p), at(q)), next, differ);
  to.enterSealed(next);
  to.write(i, to.emit("add", ir.types.int64, [to.read(i), to.int(1)]));
  const done = to.newBlock();
  to.branch(to.emit("lt", ir.types.bool, [to.read(i), to.int(length)]), head, done);
  to.seal(head);
  to.enterSealed(done);
  to.ret([to.bool(true)]);
  to.enterSealed(differ);
  to.ret([to.bool(false)]);
}

function equalAt(ctx: DataContext, to: Emitter, type: Type, p: ir.Value, q: ir.Value): ir.Value {
  const register = irType(ctx, type);
  if (register === undefined) return emitEqual(ctx, to, type, p, q);
  const load = (address: ir.Value): ir.Value => to.emit("load", register, [address], { imm: 0 });
  return emitEqual(ctx, to, type, load(p), load(q));
}

/** `eq:T·v`. */
export const equalValues: Generator<"equalValues"> = (ctx, to, [a, b], { type }) => {
  const differ = to.newBlock();
  for (const part of comparedParts(ctx, type)) {
    const same = emitEqual(ctx, to, part.type, to.extract(a!, part.index), to.extract(b!, part.index));
    const next = to.newBlock();
    to.branch(same, next, differ);
    to.enterSealed(next);
  }
  to.ret([to.bool(true)]);
  to.enterSealed(differ);
  to.ret([to.bool(false)]);
};
