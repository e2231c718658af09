import type * as ast from "@goes/ast";
import { types, type Value, type RuntimeFunctionName } from "@goes/ir";
import { underlying, type Type } from "@goes/types";
import { makeChannel } from "../channel-operations.ts";
import { layoutSymbol } from "../../layout/ir-types.ts";
import { mapSymbol } from "../../layout/map-functions.ts";
import { buildInt } from "../expressions.ts";
import type { FunctionBuilder } from "../../function/function-builder.ts";

/** Bytes that one allocation may have at most. */
const maxBytes = 0xffff_0000;

/** `make(T, sizes…)`. */
export function buildMake(fb: FunctionBuilder, expr: ast.CallExpr): Value {
  const type = fb.typeOf(expr);
  const under = underlying(type);
  const sizes = expr.args.slice(1).map((arg) => buildInt(fb, arg));
  fb.pos = expr.lparen;
  switch (under.kind) {
    case "slice":
      return makeSlice(fb, under.element, sizes[0]!, sizes[1]);
    case "map":
      return fb.emit("call", fb.ir(type), [sizes[0] ?? fb.int(0)], { sym: mapSymbol(fb.ctx, under, "make") });
    case "chan":
      return makeChannel(fb, under, sizes[0]);
    case "array":
    case "basic":
    case "interface":
    case "pointer":
    case "signature":
    case "struct":
    case "tuple":
    case "union":
      throw fb.broken("make of a type that cannot be made", expr);
  }
}

function makeSlice(fb: FunctionBuilder, element: Type, length: Value, capacity: Value | undefined): Value {
  const size = fb.sizeOf(element);
  const most = mostElements(fb, element);
  checkAtMost(fb, length, most, "panicMakeSliceLen");
  if (capacity !== undefined) {
    checkAtMost(fb, capacity, most, "panicMakeSliceCap");
    checkAtMost(fb, length, capacity, "panicMakeSliceCap");
  }
  const room = capacity ?? length;
  if (size === 0) {
    return fb.emit("make.slice", types.slice, [fb.newObject(element), length, room]);
  }
  const data = fb.emit("new.array", types.ptr, [room], { sym: layoutSymbol(fb.ctx, element) });
  return fb.emit("make.slice", types.slice, [data, length, room]);
}

/** The most elements that a slice may have. */
function mostElements(fb: FunctionBuilder, element: Type): Value {
  const size = fb.sizeOf(element);
  return fb.int(size === 0 ? 0xffff_ffff : Math.floor(maxBytes / size));
}

/** Checks the length of what `append(s, make([]T, length)...)` adds, with the panics that gc has for it. */
export function checkAddedLength(fb: FunctionBuilder, element: Type, length: Value): void {
  checkAtMost(fb, length, fb.constant(types.int64, (1n << 63n) - 1n), "panicMakeSliceLen");
  checkAtMost(fb, length, mostElements(fb, element), "panicGrowSlice");
}

function checkAtMost(fb: FunctionBuilder, value: Value, limit: Value, panic: RuntimeFunctionName): void {
  if (value.op === "const" && limit.op === "const") {
    const number = value.imm as bigint;
    if (number >= 0n && number <= (limit.imm as bigint)) return;
  }
  const unsigned = (operand: Value): Value => fb.emit("convert", types.uint64, [operand]);
  const fits = fb.emit("le", types.bool, [unsigned(value), unsigned(limit)]);
  fb.emit("check", types.void, [fits], { sym: fb.ctx.runtimeFunc(panic) });
}
