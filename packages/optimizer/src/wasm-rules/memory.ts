import { ops, opSpec, type WasmOp, type Value } from "@goes/ir";
import { become, type Rewriter, type Rule, type RuleTable } from "../rewrite/rewriter.ts";
import { wordConstant } from "./constants.ts";

/** Offsets that fold are up to this. */
const maxOffset = 0x7fffffff;
/**
 * Objects lie above the first 1024 bytes: an element address less this much is still no wrapped-around address, so
 * that adding it in the instruction, where sums do not wrap around, is the same address.
 */
const lowestObject = 1024;

function offset(value: Value): Value | undefined {
  const base = value.args[0]!;
  const imm = value.imm as number;
  if (imm === 0) return base;
  if (base.op !== "offset" && base.op !== "global" && base.op !== "frame") return undefined;
  const sum = imm + (base.imm as number);
  if (base.op === "offset") return become(value, "offset", [base.args[0]!], sum);
  return sum >= 0 ? become(value, base.op, [], sum, base.sym) : undefined;
}

/** Loads and stores at pointer plus constant carry the constant in the instruction. */
function access(value: Value, rewriter: Rewriter): Value | undefined {
  const base = value.args[0]!;
  if (base.op === "cast") return elementAccess(value, base, rewriter);
  if (base.op !== "offset") return undefined;
  const sum = (value.imm as number) + (base.imm as number);
  if ((base.imm as number) < 0 || sum > maxOffset) return undefined;
  value.args[0] = base.args[0]!;
  value.imm = sum;
  return value;
}

/**
 * Access to element i + c as to element i and an offset: p + (i + c) * s → (p + i * s) + c * s, if that is small
 * enough not to go below the objects. The address is made from the pointer right here: element i may lie outside
 * of the object, which must not be all that keeps it alive during a call.
 */
function elementAccess(value: Value, address: Value, rewriter: Rewriter): Value | undefined {
  const sum = address.args[0]!;
  if (sum.op !== "i32.add" || sum.args[0]!.op !== "cast") return undefined;
  const [base, scaled] = sum.args as [Value, Value];
  const pointer = base.args[0]!;
  if (pointer.type.kind !== "ptr") return undefined;
  const { index, scale } = unscale(scaled);
  if (index.op !== "i32.add") return undefined;
  const c = wordConstant(index.args[1]!);
  if (c === undefined || c <= 0 || c * scale > lowestObject) return undefined;
  const first = index.args[0]!;
  const rescaled = scaled === index ? first : rewriter.op(scaled.op, scaled.type, [first, scaled.args[1]!]);
  const start = rewriter.op("cast", base.type, [pointer]);
  const moved = rewriter.op("i32.add", sum.type, [start, rescaled]);
  value.args[0] = rewriter.op("cast", address.type, [moved]);
  value.imm = (value.imm as number) + c * scale;
  return value;
}

function unscale(value: Value): { index: Value; scale: number } {
  const by = value.args[1] === undefined ? undefined : wordConstant(value.args[1]);
  if (by !== undefined && value.op === "i32.shl" && by >= 0 && by < 10)
    return { index: value.args[0]!, scale: 1 << by };
  if (by !== undefined && value.op === "i32.mul" && by > 0) return { index: value.args[0]!, scale: by };
  return { index: value, scale: 1 };
}

/** A narrow store takes only the low bits. */
function narrowStore(bits: 8 | 16): Rule {
  const mask = (1 << bits) - 1;
  const extension: WasmOp = bits === 8 ? "i32.extend8_s" : "i32.extend16_s";
  return (value, rewriter) => {
    const stored = value.args[1]!;
    const masked = stored.op === "i32.and" && ((wordConstant(stored.args[1]!) ?? 0) & mask) === mask;
    if (!masked && stored.op !== extension) return access(value, rewriter);
    value.args[1] = stored.args[0]!;
    return value;
  };
}

const accesses = (Object.keys(ops) as WasmOp[]).filter(
  (op) => opSpec(op).level === "wasm" && /\.(?:load|store)/.test(op),
);

/** Addresses on the wasm level. */
export const wasmMemoryRules: RuleTable<WasmOp> = {
  ...Object.fromEntries(accesses.map((op): [WasmOp, Rule] => [op, access])),
  offset,
  "i32.store8": narrowStore(8),
  "i32.store16": narrowStore(16),
};
