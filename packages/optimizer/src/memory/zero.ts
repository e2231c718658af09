import type { Type, WasmOp } from "@goes/ir";

/** The zero of a wasm-level type: op and imm. */
export function zeroOf(type: Type): { readonly op: WasmOp; readonly imm: number | bigint | undefined } {
  if (type.kind === "i32") return { op: "i32.const", imm: 0 };
  if (type.kind === "i64") return { op: "i64.const", imm: 0n };
  if (type.kind === "f32") return { op: "f32.const", imm: 0 };
  if (type.kind === "f64") return { op: "f64.const", imm: 0 };
  if (type.kind === "payload") return { op: "payload.const", imm: 0n };
  return { op: "ptr.null", imm: undefined };
}
