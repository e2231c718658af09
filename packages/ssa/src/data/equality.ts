import type * as ir from "@goes/ir";
import type * as types from "@goes/types";
import type { DataContext, Emitter } from "./data-context.ts";
import { notWritten } from "./ir-types.ts";

/** Whether two values of one type are equal, a `bool`; makes no blocks. Memory class: both are addresses. */
export function emitEqual(
  ctx: DataContext,
  to: Emitter,
  type: types.Type,
  a: ir.Value,
  b: ir.Value,
): ir.Value {
  return notWritten(ctx, to, type, a, b);
}
