import type { Opcode, Type } from "@goes/ir";

/** The zero of a wasm-level type: op and imm. */
export function zeroOf(type: Type): { readonly op: Opcode; readonly imm: number | bigint | undefined } {
  switch (type.kind) {
    case "i32":
      return { op: "i32.const", imm: 0 };
    case "i64":
      return { op: "i64.const", imm: 0n };
    case "f32":
      return { op: "f32.const", imm: 0 };
    case "f64":
      return { op: "f64.const", imm: 0 };
    case "box":
      return { op: "box.const", imm: 0n };
    default:
      return { op: "ptr.null", imm: undefined };
  }
}
