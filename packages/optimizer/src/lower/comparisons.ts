import { isSigned, types, type WasmOp, type Value } from "@goes/ir";
import { prefixOf } from "./arithmetic.ts";
import type { Lowering, LowerRule } from "./lowering.ts";
import { compareStrings, equalStrings } from "./strings.ts";

/** The comparisons of the Go level. */
type Comparison = "eq" | "ne" | "lt" | "le" | "gt" | "ge";

/** Comparisons of bools, numbers, pointers, payloads and strings. */
export function lowerComparison(name: Comparison): LowerRule {
  return (low, value) => [compare(low, name, value.args[0]!, value.args[1]!)];
}

function compare(low: Lowering, name: Comparison, left: Value, right: Value): Value {
  const { type } = left;
  const [a, b] = [low.componentsOf(left), low.componentsOf(right)];
  if (type.kind === "string") {
    if (name !== "eq" && name !== "ne") return compareStrings(low, name, a, b);
    const equal = equalStrings(low, a, b);
    return name === "eq" ? equal : low.op("i32.eqz", types.i32, [equal]);
  }
  if (type.kind === "complex64" || type.kind === "complex128") {
    const prefix = type.kind === "complex64" ? "f32" : "f64";
    const equal = a.map((component, i) => low.op(`${prefix}.eq`, types.i32, [component, b[i]!]));
    const both = low.op("i32.and", types.i32, equal);
    return name === "eq" ? both : low.op("i32.eqz", types.i32, [both]);
  }
  const prefix = prefixOf(type);
  const args = [low.cast(a[0]!, types[prefix]), low.cast(b[0]!, types[prefix])];
  const float = prefix === "f32" || prefix === "f64";
  if ((name === "eq" || name === "ne") && !float) {
    if (isZero(args[1]!)) {
      const zero = low.op(`${prefix}.eqz`, types.i32, [args[0]!]);
      if (name === "eq") return zero;
      if (prefix === "i32") return low.op("i32.ne", types.i32, args);
    }
    return low.op(`${prefix}.${name}`, types.i32, args);
  }
  const suffix = float || name === "eq" || name === "ne" ? "" : isSigned(type) ? "_s" : "_u";
  return low.op(`${prefix}.${name}${suffix}` as WasmOp, types.i32, args);
}

function isZero(value: Value): boolean {
  const plain = value.op === "cast" ? value.args[0]! : value;
  return (
    plain.op === "ptr.null" ||
    ((plain.op === "i32.const" || plain.op === "i64.const") && Number(plain.imm) === 0)
  );
}
