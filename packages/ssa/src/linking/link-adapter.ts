import * as ir from "@goes/ir";
import { signatureOf, type Func } from "@goes/types";
import type { Emitter } from "../function/emitter.ts";
import type { DataContext } from "../program/data-context.ts";
import type { Generator } from "../synthesized/generator.ts";
import { request, type FuncTypes } from "../synthesized/requests.ts";
import { lowerSignature } from "../layout/ir-types.ts";
import { funcSymbol } from "../names/symbols.ts";

// The two ends of a linkname may write their parameters in types that gc's calling convention does not tell apart: a slice and the struct
// of its header, uintptr and int. Here these are different values, so a function between the two converts them.

/**
 * The symbol by which calls of `func` reach `target`, whose symbol is `symbol`: itself, or a function that converts parameters and results.
 * Undefined if one cannot be made of the other.
 */
export function linkSymbol(ctx: DataContext, func: Func, target: Func, symbol: string): string | undefined {
  const from = shapeOf(ctx, func);
  const to = shapeOf(ctx, target);
  if (sameTypes(from.params, to.params) && sameTypes(from.results, to.results)) return symbol;
  if (!convertible(from.params, to.params) || !convertible(to.results, from.results)) return undefined;
  const shape = { params: from.params, results: from.results };
  return request(ctx, funcSymbol(ctx, func, []), shape, { kind: "linkAdapter", symbol, to });
}

/** Converts the arguments, calls, and converts the results. */
export const linkAdapter: Generator<"linkAdapter"> = (_ctx, emitter, params, { symbol, to }, shape) => {
  const args = convert(emitter, params, to.params);
  const call = emitter.emit("call", ir.resultType(to.results), args, { sym: symbol });
  const results =
    to.results.length === 1 ? [call] : to.results.map((_, index) => emitter.extract(call, index));
  emitter.ret(convert(emitter, results, shape.results));
};

function shapeOf(ctx: DataContext, func: Func): FuncTypes {
  const signature = signatureOf(func.origin);
  return lowerSignature(ctx, signature, signature.receiver?.type);
}

function sameTypes(a: readonly ir.Type[], b: readonly ir.Type[]): boolean {
  return a.length === b.length && a.every((type, index) => ir.sameType(type, b[index]!));
}

/** The components of a type that are words. */
function componentsOf(type: ir.Type): readonly ir.Type[] {
  if (type.kind === "string") return [ir.types.ptr, ir.types.int64];
  if (type.kind === "slice") return [ir.types.ptr, ir.types.int64, ir.types.int64];
  if (type.kind === "struct" || type.kind === "tuple") return type.fields.flatMap(componentsOf);
  return [type];
}

const wordKinds: ReadonlySet<string> = new Set([
  "ptr",
  ...["8", "16", "32", "64"].flatMap((width) => [`int${width}`, `uint${width}`]),
]);

function convertible(from: readonly ir.Type[], to: readonly ir.Type[]): boolean {
  const have = from.flatMap(componentsOf);
  const want = to.flatMap(componentsOf);
  return (
    have.length === want.length &&
    have.every((type, index) => {
      const other = want[index]!;
      return ir.sameType(type, other) || (wordKinds.has(type.kind) && wordKinds.has(other.kind));
    })
  );
}

function convert(to: Emitter, values: readonly ir.Value[], types: readonly ir.Type[]): ir.Value[] {
  const words = values.flatMap((value) => split(to, value));
  let at = 0;
  const join = (type: ir.Type): ir.Value => {
    if (type.kind === "string") return to.emit("make.string", type, componentsOf(type).map(join));
    if (type.kind === "slice") return to.emit("make.slice", type, componentsOf(type).map(join));
    if (type.kind === "struct" || type.kind === "tuple")
      return to.emit("make.struct", type, type.fields.map(join));
    return convertWord(to, words[at++]!, type);
  };
  return types.map(join);
}

function split(to: Emitter, value: ir.Value): readonly ir.Value[] {
  const { type } = value;
  if (type.kind === "string")
    return [to.emit("data", ir.types.ptr, [value]), to.emit("len", ir.types.int64, [value])];
  if (type.kind === "slice")
    return [
      to.emit("data", ir.types.ptr, [value]),
      to.emit("len", ir.types.int64, [value]),
      to.emit("cap", ir.types.int64, [value]),
    ];
  if (type.kind === "struct" || type.kind === "tuple")
    return type.fields.flatMap((_, index) => split(to, to.extract(value, index)));
  return [value];
}

function convertWord(to: Emitter, value: ir.Value, type: ir.Type): ir.Value {
  if (ir.sameType(value.type, type)) return value;
  const isPointer = value.type.kind === "ptr" || type.kind === "ptr";
  // Pointers become numbers, and numbers pointers, through uintptr.
  const through =
    isPointer && !ir.sameType(value.type, ir.types.uint32)
      ? to.emit("convert", ir.types.uint32, [value])
      : value;
  return ir.sameType(through.type, type) ? through : to.emit("convert", type, [through]);
}
