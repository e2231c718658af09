import { types, type Value } from "@goes/ir";
import { become, type Rewriter } from "../rewrite/rewriter.ts";

/** The 32-bit constant that a value is, signed. */
export function wordConstant(value: Value): number | undefined {
  return value.op === "i32.const" ? (value.imm as number) | 0 : undefined;
}

/** The 64-bit constant that a value is, signed. */
export function wideConstant(value: Value): bigint | undefined {
  return value.op === "i64.const" ? BigInt.asIntN(64, value.imm as bigint) : undefined;
}

/** Makes the value itself a 32-bit constant. */
export function becomeWord(value: Value, imm: number): Value {
  return become(value, "i32.const", [], imm | 0);
}

/** Makes the value itself a 64-bit constant. */
export function becomeWide(value: Value, imm: bigint): Value {
  return become(value, "i64.const", [], BigInt.asIntN(64, imm));
}

/** A new 32-bit constant in front of the current value. */
export function word(rewriter: Rewriter, imm: number): Value {
  return rewriter.op("i32.const", types.i32, [], imm | 0);
}

/** A new 64-bit constant in front of the current value. */
export function wide(rewriter: Rewriter, imm: bigint): Value {
  return rewriter.op("i64.const", types.i64, [], BigInt.asIntN(64, imm));
}
