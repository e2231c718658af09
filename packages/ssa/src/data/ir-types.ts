import type * as ir from "@goes/ir";
import { InternalError } from "@goes/source";
import type * as types from "@goes/types";
import type { DataContext } from "./data-context.ts";

/** The register type of values of a Go type; undefined: memory class (ABI.md, "Values"). */
export function irType(ctx: DataContext, type: types.Type): ir.Type | undefined {
  return notWritten(ctx, type);
}

/** The name of the layout of a type, registered in the module. */
export function layoutSymbol(ctx: DataContext, type: types.Type): string {
  return notWritten(ctx, type);
}

/** Size of a value in memory, in bytes. */
export function sizeOf(ctx: DataContext, type: types.Type): number {
  return notWritten(ctx, type);
}

/** Byte offsets of the fields of a struct type (an alias or named type of one). */
export function structOffsets(ctx: DataContext, type: types.Type): readonly number[] {
  return notWritten(ctx, type);
}

/** A Go signature on the IR level. */
export interface LoweredSignature {
  /** Go types of the results of memory class, in order: each is a leading `ptr` parameter. */
  readonly hidden: readonly types.Type[];
  /** Hidden pointers, receiver, parameters (memory class: `ptr`). Without a closure parameter. */
  readonly params: readonly ir.Type[];
  /** Results of register class. */
  readonly results: readonly ir.Type[];
}

/** The IR form of a signature; `receiver`: the type of a receiver that is passed behind the hidden pointers. */
export function lowerSignature(
  ctx: DataContext,
  signature: types.Signature,
  receiver?: types.Type,
): LoweredSignature {
  return notWritten(ctx, signature, receiver);
}

/** Stands in for a body that is to come. */
export function notWritten(..._unused: readonly unknown[]): never {
  throw new InternalError("ssa", "not written yet");
}
