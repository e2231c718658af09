import type * as ast from "@goes/ast";
import { types, type Value } from "@goes/ir";
import { underlying, type Type } from "@goes/types";
import { emitPayloadValue } from "../descriptors/interfaces.ts";
import { noteAssertTo } from "../descriptors/dispatch.ts";
import { typeDescriptor } from "../descriptors/type-descriptors.ts";
import { buildExpr } from "./expressions.ts";
import type { FunctionBuilder } from "../function/function-builder.ts";

/** `x.(T)`, which panics if x holds something else. */
export function buildTypeAssert(fb: FunctionBuilder, expr: ast.TypeAssertExpr): Value {
  const target = fb.typeOf(expr.type!);
  const operand = buildExpr(fb, expr.x);
  fb.pos = expr.lparen;
  const have = fb.emit("typeword", types.ptr, [operand]);
  const matches = typeMatches(fb, have, target);
  if (underlying(target).kind === "interface") {
    const want = fb.global(noteAssertTo(fb.ctx, target));
    fb.emit("check", types.void, [matches, have, want], { sym: fb.ctx.runtimeFunc("panicTypeAssertIface") });
    return operand;
  }
  const want = fb.global(typeDescriptor(fb.ctx, target));
  const source = fb.global(typeDescriptor(fb.ctx, fb.typeOf(expr.x)));
  fb.emit("check", types.void, [matches, have, want, source], { sym: fb.ctx.runtimeFunc("panicTypeAssert") });
  return emitPayloadValue(fb.ctx, fb, target, fb.emit("payload", types.payload, [operand]));
}

/** `v, ok := x.(T)`: the value, zero if x holds something else, and whether it does not. */
export function buildTypeAssertOk(fb: FunctionBuilder, expr: ast.TypeAssertExpr): readonly [Value, Value] {
  const target = fb.typeOf(expr.type!);
  const operand = buildExpr(fb, expr.x);
  fb.pos = expr.lparen;
  const matches = typeMatches(fb, fb.emit("typeword", types.ptr, [operand]), target);
  return [assertedValue(fb, operand, target, matches), matches];
}

/** Whether a type descriptor (nil for a nil interface) is that of the type, or implements the interface. */
export function typeMatches(fb: FunctionBuilder, typeword: Value, target: Type): Value {
  if (underlying(target).kind === "interface") {
    return fb.emit("type.implements", types.bool, [typeword], { sym: noteAssertTo(fb.ctx, target) });
  }
  return fb.emit("eq", types.bool, [typeword, fb.global(typeDescriptor(fb.ctx, target))]);
}

function assertedValue(fb: FunctionBuilder, operand: Value, target: Type, matches: Value): Value {
  if (underlying(target).kind === "interface") {
    return fb.emit("select", types.iface, [matches, operand, fb.emit("zero", types.iface)]);
  }
  const result = fb.variable(fb.ir(target));
  const yes = fb.newBlock();
  const no = fb.newBlock();
  const end = fb.newBlock();
  fb.branch(matches, yes, no);
  fb.enterSealed(yes);
  fb.write(result, emitPayloadValue(fb.ctx, fb, target, fb.emit("payload", types.payload, [operand])));
  fb.jump(end);
  fb.enterSealed(no);
  fb.write(result, fb.zero(target));
  fb.jump(end);
  fb.enterSealed(end);
  return fb.read(result);
}
