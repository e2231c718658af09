import { isSigned, types, type WasmOp, type Value, runtimeSymbol } from "@goes/ir";
import { prefixOf } from "./arithmetic.ts";
import { noComponents, type Lowering, type LowerRule, type Components } from "./lowering.ts";

// Checks become `panic.if`: the emitter writes the call of the runtime into an arm that is not expected to run.

function panicIf(low: Lowering, condition: Value, args: readonly Value[], symbol: string): Components {
  low.op("panic.if", types.void, [condition, ...args], undefined, symbol);
  return noComponents;
}

export const lowerCheckNil: LowerRule = (low, value) => {
  const pointer = low.component(value.args[0]!);
  if (pointer.op === "global" || pointer.op === "frame") return noComponents;
  const isNil = low.op("i32.eqz", types.i32, [low.cast(pointer, types.i32)]);
  return panicIf(low, isNil, [], runtimeSymbol("panicNil"));
};

/** check.index and check.range: an index or bound that is out of range compares greater without a sign. */
export function lowerCheckBound(outside: "ge_u" | "gt_u"): LowerRule {
  return (low, value) => {
    const [index, bound] = [low.component(value.args[0]!), low.component(value.args[1]!)];
    return panicIf(low, compareBounds(low, outside, index, bound), [index, bound], value.sym!);
  };
}

/** Compares in 32 bits if both were widened without a sign. */
function compareBounds(low: Lowering, outside: "ge_u" | "gt_u", index: Value, bound: Value): Value {
  const [a, b] = [narrowed(low, index), narrowed(low, bound)];
  if (a !== undefined && b !== undefined && (a.op !== "i32.const" || b.op !== "i32.const")) {
    return low.op(`i32.${outside}`, types.i32, [a, b]);
  }
  return low.op(`i64.${outside}`, types.i32, [index, bound]);
}

function narrowed(low: Lowering, value: Value): Value | undefined {
  if (value.op === "i64.extend_i32_u") return value.args[0]!;
  if (value.op !== "i64.const") return undefined;
  const constant = value.imm as bigint;
  return constant >= 0n && constant < 2n ** 31n ? low.i32(Number(constant)) : undefined;
}

export const lowerCheckDiv: LowerRule = (low, value) => {
  const prefix = prefixOf(value.args[0]!.type);
  const divisor = low.component(value.args[0]!);
  if ((divisor.op === "i32.const" || divisor.op === "i64.const") && Number(divisor.imm) !== 0)
    return noComponents;
  const op: WasmOp = prefix === "i64" ? "i64.eqz" : "i32.eqz";
  return panicIf(low, low.op(op, types.i32, [divisor]), [], runtimeSymbol("panicDivide"));
};

export const lowerCheckShift: LowerRule = (low, value) => {
  const { type } = value.args[0]!;
  if (!isSigned(type)) return noComponents;
  const count = low.component(value.args[0]!);
  const negative =
    prefixOf(type) === "i64"
      ? low.op("i64.lt_s", types.i32, [count, low.i64(0n)])
      : low.op("i32.lt_s", types.i32, [count, low.i32(0)]);
  return panicIf(low, negative, [], runtimeSymbol("panicShift"));
};

export const lowerCheck: LowerRule = (low, value) => {
  const fails = low.op("i32.eqz", types.i32, [low.component(value.args[0]!)]);
  return panicIf(low, fails, low.flatArgs(value.args.slice(1)), value.sym!);
};
