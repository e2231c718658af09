import { types, type Type, type Value } from "@goes/ir";
import type { Lowering, Components } from "./lowering.ts";

/** Whether the type is complex. */
export function isComplex(type: Type): boolean {
  return type.kind === "complex64" || type.kind === "complex128";
}

/** The product; complex64 is multiplied in 64 bits and rounded once, as gc does. */
export function multiplyComplex(low: Lowering, type: Type, a: Components, b: Components): Components {
  const [ar, ai] = widen(low, type, a);
  const [br, bi] = widen(low, type, b);
  const mul = (x: Value, y: Value): Value => low.op("f64.mul", types.f64, [x, y]);
  const real = low.op("f64.sub", types.f64, [mul(ar, br), mul(ai, bi)]);
  const imaginary = low.op("f64.add", types.f64, [mul(ar, bi), mul(ai, br)]);
  return round(low, type, [real, imaginary]);
}

/** The quotient: infinities and NaN are a matter of the runtime. */
export function divideComplex(low: Lowering, type: Type, a: Components, b: Components): Components {
  const args = [...widen(low, type, a), ...widen(low, type, b)];
  return round(low, type, low.callRuntime("complexDiv", args));
}

function widen(low: Lowering, type: Type, components: Components): readonly [Value, Value] {
  const [real, imaginary] = [components[0]!, components[1]!];
  if (type.kind === "complex128") return [real, imaginary];
  return [low.op("f64.promote_f32", types.f64, [real]), low.op("f64.promote_f32", types.f64, [imaginary])];
}

function round(low: Lowering, type: Type, components: Components): Components {
  if (type.kind === "complex128") return components;
  return components.map((component) => low.op("f32.demote_f64", types.f32, [component]));
}
