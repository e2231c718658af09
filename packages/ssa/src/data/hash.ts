import type * as ir from "@goes/ir";
import type * as types from "@goes/types";
import type { DataContext, Emitter } from "./data-context.ts";
import { notWritten } from "./ir-types.ts";

/** The hash (uint64) of the value of a type at `address` with `seed`; makes no blocks. */
export function emitHash(
  ctx: DataContext,
  to: Emitter,
  type: types.Type,
  address: ir.Value,
  seed: ir.Value,
): ir.Value {
  return notWritten(ctx, to, type, address, seed);
}
