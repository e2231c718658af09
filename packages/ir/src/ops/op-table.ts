import { goOps } from "./go-ops.ts";
import type { OpSpec } from "./op-spec.ts";
import { sharedOps } from "./shared-ops.ts";
import { wasmOps } from "./wasm-ops.ts";

/** Every op: the manual of the IR. Printer, parser, verifier, folding and emitter derive from it. */
export const ops = Object.freeze({ ...sharedOps, ...goOps, ...wasmOps });

/** The name of an op. */
export type Opcode = keyof typeof ops;

/** What a function of the Go level may hold. */
export type GoOp = keyof typeof sharedOps | keyof typeof goOps;

/** What a function of the wasm level may hold. */
export type WasmOp = keyof typeof sharedOps | keyof typeof wasmOps;

/** The row of the table for `opcode`. */
export function opSpec(opcode: Opcode): OpSpec {
  return ops[opcode];
}

/** Whether `name` is an op. */
export function isOpcode(name: string): name is Opcode {
  return Object.hasOwn(ops, name);
}

/** Whether a function of the Go level may hold the op. */
export function isGoOp(opcode: Opcode): opcode is GoOp {
  return ops[opcode].level !== "wasm";
}

/** Whether a function of the wasm level may hold the op. */
export function isWasmOp(opcode: Opcode): opcode is WasmOp {
  return ops[opcode].level !== "go";
}
