import { sameType, types, type Opcode, type WasmOp, type Value } from "@goes/ir";
import { become, type Rewriter, type RuleTable } from "../rewrite/rewriter.ts";
import { becomeWide, becomeWord, wideConstant, word, wordConstant } from "./constants.ts";
import { copy, phi } from "../rewrite/same-value.ts";

/** 64-bit operations whose low half depends only on the low halves of the operands. */
const halves: { readonly [K in Opcode]?: WasmOp } = {
  "i64.add": "i32.add",
  "i64.sub": "i32.sub",
  "i64.mul": "i32.mul",
  "i64.and": "i32.and",
  "i64.or": "i32.or",
  "i64.xor": "i32.xor",
};

function wrap(value: Value, rewriter: Rewriter): Value | undefined {
  const a = value.args[0]!;
  const c = wideConstant(a);
  if (c !== undefined) return becomeWord(value, Number(BigInt.asIntN(32, c)));
  if (a.op === "i64.extend_i32_u" || a.op === "i64.extend_i32_s") return a.args[0];
  const half = halves[a.op];
  // Where one operand needs no wrapping, wrapping the other one before costs no more than wrapping the result.
  if (half !== undefined && (isNarrow(a.args[0]!) || isNarrow(a.args[1]!)))
    return become(value, half, [low(a.args[0]!, rewriter), low(a.args[1]!, rewriter)]);
  if (a.op === "i64.shl") {
    const count = wideConstant(a.args[1]!);
    if (count !== undefined && count >= 0n && count < 32n)
      return become(value, "i32.shl", [low(a.args[0]!, rewriter), word(rewriter, Number(count))]);
  }
  return undefined;
}

function isNarrow(value: Value): boolean {
  return value.op === "i64.const" || value.op === "i64.extend_i32_u" || value.op === "i64.extend_i32_s";
}

/** The low half of a 64-bit value. */
function low(value: Value, rewriter: Rewriter): Value {
  const c = wideConstant(value);
  if (c !== undefined) return word(rewriter, Number(BigInt.asIntN(32, c)));
  return isNarrow(value) ? value.args[0]! : rewriter.op("i32.wrap_i64", types.i32, [value]);
}

function extendSigned(value: Value): Value | undefined {
  const c = wordConstant(value.args[0]!);
  return c === undefined ? undefined : becomeWide(value, BigInt(c));
}

function extendUnsigned(value: Value): Value | undefined {
  const c = wordConstant(value.args[0]!);
  return c === undefined ? undefined : becomeWide(value, BigInt(c >>> 0));
}

function cast(value: Value): Value | undefined {
  const a = value.args[0]!;
  if (sameType(a.type, value.type)) return a;
  if (a.op === "cast" && sameType(a.args[0]!.type, value.type)) return a.args[0];
  if (value.type.kind === "ptr" && wordConstant(a) === 0) return become(value, "ptr.null", []);
  if (value.type.kind === "i32" && a.op === "ptr.null") return becomeWord(value, 0);
  const c = wideConstant(a);
  if (value.type.kind === "payload" && c !== undefined) return become(value, "payload.const", [], c);
  if (value.type.kind === "i64" && a.op === "payload.const") return becomeWide(value, a.imm as bigint);
  return undefined;
}

/** Conversions between words and wide words, pointers and numbers; copies and phis of one value. */
export const wasmConversionRules: RuleTable<WasmOp> = {
  copy,
  phi,
  cast,
  "i32.wrap_i64": wrap,
  "i64.extend_i32_s": extendSigned,
  "i64.extend_i32_u": extendUnsigned,
};
