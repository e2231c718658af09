import { bitsOf, isSigned, types, type WasmOp, type Type, type Value } from "@goes/ir";
import { narrow } from "./arithmetic.ts";
import type { Lowering, LowerRule, Components } from "./lowering.ts";

// Numeric conversions. Where the spec leaves the result of a float that does not fit open, it is that of Go on amd64,
// which converts to 32 or 64 signed bits and cuts off.

export const lowerConvert: LowerRule = (low, value) => {
  const source = value.args[0]!;
  return convert(low, low.componentsOf(source), source.type, value.type);
};

function convert(low: Lowering, components: Components, from: Type, to: Type): Components {
  if (from.kind === to.kind) return components;
  if (to.kind === "complex64")
    return components.map((component) => low.op("f32.demote_f64", types.f32, [component]));
  if (to.kind === "complex128")
    return components.map((component) => low.op("f64.promote_f32", types.f64, [component]));
  const component = components[0]!;
  if (isFloat(from)) {
    if (to.kind === "float32") return [low.op("f32.demote_f64", types.f32, [component])];
    if (to.kind === "float64") return [low.op("f64.promote_f32", types.f64, [component])];
    return [floatToInteger(low, component, to)];
  }
  const integer =
    component.type.kind === "ptr"
      ? low.cast(component, types.i32)
      : low.cast(component, register(component.type));
  if (isFloat(to)) return [integerToFloat(low, integer, from, to)];
  const result = integerToInteger(low, integer, from, to);
  return [
    to.kind === "ptr"
      ? low.cast(result, types.ptr)
      : to.kind === "payload"
        ? low.cast(result, types.payload)
        : result,
  ];
}

function register(type: Type): Type {
  return type.kind === "payload" ? types.i64 : type;
}

function isFloat(type: Type): boolean {
  return type.kind === "float32" || type.kind === "float64";
}

function isWide(type: Type): boolean {
  return bitsOf(type) === 64;
}

function integerToInteger(low: Lowering, component: Value, from: Type, to: Type): Value {
  if (isWide(to)) {
    if (isWide(from)) return component;
    if (!isSigned(from)) return low.extend(component);
    if (component.op === "i32.const") return low.i64(BigInt(component.imm as number));
    return low.op("i64.extend_i32_s", types.i64, [component]);
  }
  const word = isWide(from) ? low.wrap(component) : component;
  const fits = !isWide(from) && isSigned(from) === isSigned(to) && bitsOf(from) <= bitsOf(to);
  const widens = !isWide(from) && !isSigned(from) && bitsOf(from) < bitsOf(to);
  return fits || widens ? word : narrow(low, word, to);
}

function integerToFloat(low: Lowering, component: Value, from: Type, to: Type): Value {
  const target = to.kind === "float32" ? "f32" : "f64";
  const source = isWide(from) ? "i64" : "i32";
  const op: WasmOp = isSigned(from) ? `${target}.convert_${source}_s` : `${target}.convert_${source}_u`;
  return low.op(op, types[target], [component]);
}

function floatToInteger(low: Lowering, component: Value, to: Type): Value {
  const source = component.type.kind === "f32" ? "f32" : "f64";
  if (to.kind === "int64") return truncate(low, component, "i64");
  if (to.kind === "uint64") {
    const limit = low.op(`${source}.const`, types[source], [], 2 ** 63);
    const small = low.op(`i64.trunc_sat_${source}_s`, types.i64, [component]);
    const rest = low.op(`${source}.sub`, types[source], [component, limit]);
    const large = low.op("i64.or", types.i64, [truncate(low, rest, "i64"), low.i64(-(2n ** 63n))]);
    return low.op("select", types.i64, [low.op(`${source}.lt`, types.i32, [component, limit]), small, large]);
  }
  if (to.kind === "uint32" || to.kind === "ptr") return low.wrap(truncate(low, component, "i64"));
  return narrow(low, truncate(low, component, "i32"), to);
}

/** As the instructions of amd64 convert: the least integer for everything that does not fit, NaN too. */
function truncate(low: Lowering, component: Value, to: "i32" | "i64"): Value {
  const source = component.type.kind === "f32" ? "f32" : "f64";
  const limit = low.op(`${source}.const`, types[source], [], to === "i64" ? 2 ** 63 : 2 ** 31);
  const fits = low.op(`${source}.lt`, types.i32, [component, limit]);
  const least = to === "i64" ? low.i64(-(2n ** 63n)) : low.i32(-(2 ** 31));
  const saturated = low.op(`${to}.trunc_sat_${source}_s`, types[to], [component]);
  return low.op("select", types[to], [fits, saturated, least]);
}
