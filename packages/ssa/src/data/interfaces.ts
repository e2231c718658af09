import type * as ir from "@goes/ir";
import type * as types from "@goes/types";
import type { DataContext, Emitter } from "./data-context.ts";
import { notWritten } from "./ir-types.ts";

/** An interface value that holds `value` of the (non-interface) type; notes the conversion. */
export function emitMakeInterface(
  ctx: DataContext,
  to: Emitter,
  type: types.Type,
  value: ir.Value,
): ir.Value {
  return notWritten(ctx, to, type, value);
}

/** The value of the (non-interface) type in a payload (`box`); memory class: the address of the immutable copy. */
export function emitUnboxInterface(
  ctx: DataContext,
  to: Emitter,
  type: types.Type,
  payload: ir.Value,
): ir.Value {
  return notWritten(ctx, to, type, payload);
}
