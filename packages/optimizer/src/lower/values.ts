import { components, opSpec, types, type GoOp, type Value, type WasmOp } from "@goes/ir";
import { noComponents, type Lowering, type LowerRule, type Components } from "./lowering.ts";

// Constants, and the components of values.

export const lowerConst: LowerRule = (low, value) => {
  const { type } = value;
  const component = components(type)[0]!;
  if (component.kind === "i64") return [low.i64(value.imm as bigint)];
  if (component.kind === "f32" || component.kind === "f64")
    return [low.op(component.kind === "f32" ? "f32.const" : "f64.const", component, [], value.imm as number)];
  if (component.kind === "payload")
    return [low.op("payload.const", types.payload, [], BigInt.asIntN(64, value.imm as bigint))];
  if (component.kind === "ptr")
    return value.imm === 0n ? [low.null()] : [low.cast(low.i32(Number(value.imm)), types.ptr)];
  return [low.i32(Number(BigInt.asIntN(32, value.imm as bigint)))];
};

export const lowerZero: LowerRule = (low, value) =>
  components(value.type).map((component) => {
    if (component.kind === "i64") return low.i64(0n);
    if (component.kind === "f32" || component.kind === "f64")
      return low.op(component.kind === "f32" ? "f32.const" : "f64.const", component, [], 0);
    if (component.kind === "payload") return low.op("payload.const", types.payload, [], 0n);
    if (component.kind === "ptr") return low.null();
    return low.i32(0);
  });

export const lowerStringConst: LowerRule = (low, value) => {
  const bytes = value.imm as string;
  if (bytes === "") return [low.null(), low.i32(0)];
  return [low.op("global", types.ptr, [], 0, low.module.stringSymbol(bytes)), low.i32(bytes.length)];
};

/** What is on both levels and has one component. */
export function lowerSame(op: GoOp & WasmOp): LowerRule {
  return (low, value) => [low.op(op, value.type, low.flatArgs(value.args), value.imm, value.sym)];
}

export const lowerCopy: LowerRule = (low, value) => low.componentsOf(value.args[0]!);

export const lowerExtract: LowerRule = (low, value) => {
  const whole = value.args[0]!;
  const { type } = whole;
  if (type.kind !== "struct" && type.kind !== "tuple") return noComponents;
  let first = 0;
  for (let i = 0; i < (value.imm as number); i++) first += components(type.fields[i]!).length;
  return low.componentsOf(whole).slice(first, first + components(value.type).length);
};

export const lowerSelect: LowerRule = (low, value) => {
  const condition = low.component(value.args[0]!);
  const [yes, no] = [low.componentsOf(value.args[1]!), low.componentsOf(value.args[2]!)];
  return yes.map((component, i) =>
    component === no[i] ? component : low.op("select", component.type, [condition, component, no[i]!]),
  );
};

export const lowerConcatenation: LowerRule = (low, value) => low.flatArgs(value.args);

export const lowerMakeString: LowerRule = (low, value) => makeWords(low, value);

export const lowerMakeSlice: LowerRule = (low, value) => makeWords(low, value);

function makeWords(low: Lowering, value: Value): Components {
  const [data, ...lengths] = value.args.map((arg) => low.component(arg));
  return [data!, ...lengths.map((length) => low.wrap(length))];
}

/** One component of the arg. */
export function lowerComponent(index: number): LowerRule {
  return (low, value) => [low.componentsOf(value.args[0]!)[index]!];
}

/** A length or capacity: never negative, so that it widens without a sign. */
export function lowerLength(index: number): LowerRule {
  return (low, value) => [low.extend(low.componentsOf(value.args[0]!)[index]!)];
}

export const lowerIntrinsic: LowerRule = (low, value) => {
  const op = value.imm as WasmOp;
  const spec = opSpec(op);
  const kinds = spec.args.split(" ");
  const args = low.flatArgs(value.args).map((arg, i) => {
    const kind = kinds[i];
    return kind === "i32" || kind === "i64" || kind === "ptr" || kind === "payload"
      ? low.cast(arg, types[kind])
      : arg;
  });
  const [component] = components(value.type);
  const own = spec.result === "T" ? (component ?? types.void) : types[spec.result as keyof typeof types];
  const result = low.op(op, own, args, spec.imm === "int" ? 0 : undefined);
  return component === undefined ? noComponents : [low.cast(result, component)];
};
