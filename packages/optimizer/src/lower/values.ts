import { components, opSpec, types, type GoOp, type Value, type WasmOp } from "@goes/ir";
import { noParts, type Lowering, type LowerRule, type Parts } from "./lowering.ts";

// Constants, and the parts of values.

export const lowerConst: LowerRule = (low, value) => {
  const { type } = value;
  const part = components(type)[0]!;
  if (part.kind === "i64") return [low.i64(value.imm as bigint)];
  if (part.kind === "f32" || part.kind === "f64")
    return [low.op(part.kind === "f32" ? "f32.const" : "f64.const", part, [], value.imm as number)];
  if (part.kind === "box")
    return [low.op("box.const", types.box, [], BigInt.asIntN(64, value.imm as bigint))];
  if (part.kind === "ptr")
    return value.imm === 0n ? [low.null()] : [low.cast(low.i32(Number(value.imm)), types.ptr)];
  return [low.i32(Number(BigInt.asIntN(32, value.imm as bigint)))];
};

export const lowerZero: LowerRule = (low, value) =>
  components(value.type).map((part) => {
    if (part.kind === "i64") return low.i64(0n);
    if (part.kind === "f32" || part.kind === "f64")
      return low.op(part.kind === "f32" ? "f32.const" : "f64.const", part, [], 0);
    if (part.kind === "box") return low.op("box.const", types.box, [], 0n);
    if (part.kind === "ptr") return low.null();
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

export const lowerCopy: LowerRule = (low, value) => low.partsOf(value.args[0]!);

export const lowerExtract: LowerRule = (low, value) => {
  const whole = value.args[0]!;
  const { type } = whole;
  if (type.kind !== "struct" && type.kind !== "tuple") return noParts;
  let first = 0;
  for (let i = 0; i < (value.imm as number); i++) first += components(type.fields[i]!).length;
  return low.partsOf(whole).slice(first, first + components(value.type).length);
};

export const lowerSelect: LowerRule = (low, value) => {
  const condition = low.part(value.args[0]!);
  const [yes, no] = [low.partsOf(value.args[1]!), low.partsOf(value.args[2]!)];
  return yes.map((part, i) =>
    part === no[i] ? part : low.op("select", part.type, [condition, part, no[i]!]),
  );
};

export const lowerConcatenation: LowerRule = (low, value) => low.flatArgs(value.args);

export const lowerMakeString: LowerRule = (low, value) => makeWords(low, value);

export const lowerMakeSlice: LowerRule = (low, value) => makeWords(low, value);

function makeWords(low: Lowering, value: Value): Parts {
  const [data, ...lengths] = value.args.map((arg) => low.part(arg));
  return [data!, ...lengths.map((length) => low.wrap(length))];
}

/** One component of the arg. */
export function lowerComponent(index: number): LowerRule {
  return (low, value) => [low.partsOf(value.args[0]!)[index]!];
}

/** A length or capacity: never negative, so that it widens without a sign. */
export function lowerLength(index: number): LowerRule {
  return (low, value) => [low.extend(low.partsOf(value.args[0]!)[index]!)];
}

export const lowerIntrinsic: LowerRule = (low, value) => {
  const op = value.imm as WasmOp;
  const spec = opSpec(op);
  const kinds = spec.args.split(" ");
  const args = low.flatArgs(value.args).map((arg, i) => {
    const kind = kinds[i];
    return kind === "i32" || kind === "i64" || kind === "ptr" || kind === "box"
      ? low.cast(arg, types[kind])
      : arg;
  });
  const [part] = components(value.type);
  const own = spec.result === "T" ? (part ?? types.void) : types[spec.result as keyof typeof types];
  const result = low.op(op, own, args, spec.imm === "int" ? 0 : undefined);
  return part === undefined ? noParts : [low.cast(result, part)];
};
