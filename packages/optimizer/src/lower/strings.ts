import { types, type WasmOp, type Value } from "@goes/ir";
import type { Lowering, LowerRule, Components } from "./lowering.ts";

/** Longest constant that is compared word by word instead of by a call. */
const inlineLimit = 16;

/** 1 if two strings are equal: lengths first, the bytes only if those agree. */
export function equalStrings(low: Lowering, a: Components, b: Components): Value {
  const left = constantBytes(low, a);
  const right = constantBytes(low, b);
  if (right !== undefined && right.length <= inlineLimit) return equalConstant(low, a, right);
  if (left !== undefined && left.length <= inlineLimit) return equalConstant(low, b, left);
  const sameLength = low.op("i32.eq", types.i32, [a[1]!, b[1]!]);
  return bothTrue(low, sameLength, () => low.callRuntime("stringEqual", [...a, ...b])[0]!);
}

/** An ordering of two strings. */
export function compareStrings(
  low: Lowering,
  name: "lt" | "le" | "gt" | "ge",
  a: Components,
  b: Components,
): Value {
  const order = low.callRuntime("stringCompare", [...a, ...b])[0]!;
  return low.op(`i64.${name}_s`, types.i32, [order, low.i64(0n)]);
}

function equalConstant(low: Lowering, components: Components, bytes: string): Value {
  const [data, length] = [components[0]!, components[1]!];
  if (bytes.length === 0) return low.op("i32.eqz", types.i32, [length]);
  const sameLength = low.op("i32.eq", types.i32, [length, low.i32(bytes.length)]);
  return bothTrue(low, sameLength, () => {
    let same: Value | undefined;
    for (const chunk of chunksOf(bytes)) {
      const load = low.op(chunk.load, chunk.wide ? types.i64 : types.i32, [data], chunk.offset);
      const expected = chunk.wide ? low.i64(chunk.value) : low.i32(Number(BigInt.asIntN(32, chunk.value)));
      const equal = low.op(chunk.wide ? "i64.eq" : "i32.eq", types.i32, [load, expected]);
      same = same === undefined ? equal : low.op("i32.and", types.i32, [same, equal]);
    }
    return same!;
  });
}

interface Chunk {
  readonly offset: number;
  readonly load: WasmOp;
  readonly wide: boolean;
  readonly value: bigint;
}

/** Loads that cover a constant; the last may overlap the one before. */
function chunksOf(bytes: string): Chunk[] {
  const chunks: Chunk[] = [];
  let at = 0;
  while (at < bytes.length) {
    const rest = bytes.length - at;
    const width =
      rest >= 8 || (rest > 4 && bytes.length >= 8)
        ? 8
        : rest >= 4 || (rest === 3 && bytes.length >= 4)
          ? 4
          : rest >= 2
            ? 2
            : 1;
    const offset = Math.min(at, bytes.length - width);
    let value = 0n;
    for (let i = width - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes.charCodeAt(offset + i));
    const load =
      width === 8 ? "i64.load" : width === 4 ? "i32.load" : width === 2 ? "i32.load16_u" : "i32.load8_u";
    chunks.push({ offset, load, wide: width === 8, value });
    at = offset + width;
  }
  return chunks;
}

/** The bytes that the components point to, those of a constant string. */
function constantBytes(low: Lowering, components: Components): string | undefined {
  const [data, length] = [components[0]!, components[1]!];
  if (length.op !== "i32.const") return undefined;
  if (length.imm === 0) return "";
  if (data.op !== "global" || data.imm !== 0 || !data.sym!.startsWith('"')) return undefined;
  const { bytes } = low.module.data.get(data.sym!)!;
  return bytes.length === length.imm ? String.fromCharCode(...bytes.subarray(0, inlineLimit + 1)) : undefined;
}

/** `first && second()`, where `second` is evaluated in a block of its own. */
function bothTrue(low: Lowering, first: Value, second: () => Value): Value {
  const then = low.newBlock();
  const rest = low.newBlock();
  const no = low.i32(0);
  low.branch(first, then, rest);
  low.enter(then);
  const yes = second();
  low.jump(rest);
  low.enter(rest);
  return low.op("phi", types.i32, [no, yes]);
}

export const lowerConcat: LowerRule = (low, value) => {
  const args = low.flatArgs(value.args);
  const count = value.args.length;
  const few = (["concat2", "concat3", "concat4"] as const)[count - 2];
  if (few !== undefined) return low.callRuntime(few, args);
  const at = low.reserveFrame(8 * count, 4, true);
  const base = low.op("frame", types.ptr, [], at);
  args.forEach((component, i) => {
    low.op(i % 2 === 0 ? "ptr.store" : "i32.store", types.void, [base, component], 4 * i);
  });
  return low.callRuntime("concatN", [base, low.i64(BigInt(count))]);
};
