import * as ir from "@goes/ir";
import { diagnostic } from "@goes/source";
import type { Signature, Type } from "@goes/types";
import { markReflected } from "../descriptors/dispatch.ts";
import { usesReflection } from "../descriptors/reflection.ts";
import { typeDescriptor, typeTableSymbol } from "../descriptors/type-descriptors.ts";
import type { Emitter } from "../function/emitter.ts";
import { irType, layoutSymbol, typeOf } from "../layout/ir-types.ts";
import type { DataContext } from "../program/data-context.ts";
import { emitHash } from "../synthesized/hash.ts";

/** A call of an intrinsic function: its result, `void` where it has none. */
export function emitIntrinsic(
  ctx: DataContext,
  to: Emitter,
  op: string,
  signature: Signature,
  typeArgs: readonly Type[],
  args: readonly ir.Value[],
): ir.Value {
  switch (op) {
    case "hash":
      return emitHash(ctx, to, typeArgs[0]!, args[0]!, args[1]!);
    case "typeof":
      if (usesReflection(ctx)) markReflected(ctx, typeArgs[0]!);
      return to.global(typeDescriptor(ctx, typeArgs[0]!));
    case "types":
      return to.global(typeTableSymbol);
    case "layoutof": {
      const symbol = ctx.module.layoutSymbol(layoutSymbol(ctx, typeArgs[0]!));
      return symbol === undefined ? to.nil() : to.global(symbol);
    }
    case "call0":
      return to.emit("call.closure", ir.types.void, [...args], { sig: { params: [], results: [] } });
    case "unreachable":
      to.unreachable();
      return to.emit("zero", ir.types.ptr);
    default:
      break;
  }
  const result = signature.results.vars[0];
  const type = result === undefined ? ir.types.void : irType(ctx, typeOf(result));
  if (!ir.isOpcode(op) || type === undefined) {
    ctx.report(diagnostic("Unsupported", to.pos, `unknown intrinsic ${op}`));
    return to.emit("zero", type ?? ir.types.ptr);
  }
  const { effect } = ir.opSpec(op);
  return to.emit(effect === "pure" ? "intrinsic" : "intrinsic.effect", type, [...args], { imm: op });
}
