import { isSigned, types, type WasmOp, type Type, type Value } from "@goes/ir";
import { divideComplex, isComplex, multiplyComplex } from "./complex.ts";
import type { Lowering, LowerRule, Components } from "./lowering.ts";

// Integers and floats. Integers of 8 and 16 bits live in an i32 that is always extended by their sign.

/** The wasm type that holds a number, as the prefix of its instructions. */
export function prefixOf(type: Type): "i32" | "i64" | "f32" | "f64" {
  if (type.kind === "int64" || type.kind === "uint64" || type.kind === "payload") return "i64";
  if (type.kind === "float32") return "f32";
  if (type.kind === "float64") return "f64";
  return "i32";
}

/** Extends a result again if the type is narrower than its register. */
export function narrow(low: Lowering, value: Value, type: Type): Value {
  if (type.kind === "int8") return low.op("i32.extend8_s", types.i32, [value]);
  if (type.kind === "int16") return low.op("i32.extend16_s", types.i32, [value]);
  if (type.kind === "uint8") return low.op("i32.and", types.i32, [value, low.i32(0xff)]);
  if (type.kind === "uint16") return low.op("i32.and", types.i32, [value, low.i32(0xffff)]);
  return value;
}

/** A constant of the register that holds the type. */
function constantOf(low: Lowering, type: Type, value: number): Value {
  switch (prefixOf(type)) {
    case "i64":
      return low.i64(BigInt(value));
    case "i32":
      return low.i32(value);
    case "f32":
    case "f64":
      return low.op(`${prefixOf(type)}.const` as WasmOp, types[prefixOf(type)], [], value);
  }
}

/** Both args as registers; pointers count as integers. */
function operands(low: Lowering, value: Value): readonly [Value, Value] {
  const register = types[prefixOf(value.type)];
  return [
    low.cast(low.component(value.args[0]!), register),
    low.cast(low.component(value.args[1]!), register),
  ];
}

/** add, sub, mul. */
export function lowerArithmetic(name: "add" | "sub" | "mul"): LowerRule {
  return (low, value) => {
    const { type } = value;
    if (isComplex(type)) {
      const [a, b] = [low.componentsOf(value.args[0]!), low.componentsOf(value.args[1]!)];
      if (name === "mul") return multiplyComplex(low, type, a, b);
      const prefix = type.kind === "complex64" ? "f32" : "f64";
      return a.map((component, i) => low.op(`${prefix}.${name}`, types[prefix], [component, b[i]!]));
    }
    const prefix = prefixOf(type);
    const result = low.op(`${prefix}.${name}`, types[prefix], operands(low, value));
    return wholeComponent(low, narrow(low, result, type), type);
  };
}

/** and, or, xor: what is extended stays extended. */
export function lowerBitwise(name: "and" | "or" | "xor"): LowerRule {
  return (low, value) => {
    const prefix = integerPrefix(value.type);
    return wholeComponent(low, low.op(`${prefix}.${name}`, types[prefix], operands(low, value)), value.type);
  };
}

export const lowerAndNot: LowerRule = (low, value) => {
  const prefix = integerPrefix(value.type);
  const [a, b] = operands(low, value);
  const inverse = low.op(`${prefix}.xor`, types[prefix], [b, constantOf(low, value.type, -1)]);
  return wholeComponent(low, low.op(`${prefix}.and`, types[prefix], [a, inverse]), value.type);
};

export const lowerComplement: LowerRule = (low, value) => {
  const { type } = value;
  const prefix = integerPrefix(type);
  const mask = type.kind === "uint8" ? 0xff : type.kind === "uint16" ? 0xffff : -1;
  const component = low.component(value.args[0]!);
  return [low.op(`${prefix}.xor`, types[prefix], [component, constantOf(low, type, mask)])];
};

export const lowerNot: LowerRule = (low, value) => [
  low.op("i32.eqz", types.i32, [low.component(value.args[0]!)]),
];

export const lowerNegation: LowerRule = (low, value) => {
  const { type } = value;
  if (isComplex(type)) {
    return low
      .componentsOf(value.args[0]!)
      .map((component) =>
        low.op(component.type.kind === "f32" ? "f32.neg" : "f64.neg", component.type, [component]),
      );
  }
  return [negate(low, low.component(value.args[0]!), type)];
};

function negate(low: Lowering, component: Value, type: Type): Value {
  const prefix = prefixOf(type);
  if (prefix === "f32" || prefix === "f64") return low.op(`${prefix}.neg`, types[prefix], [component]);
  const difference = low.op(`${prefix}.sub`, types[prefix], [constantOf(low, type, 0), component]);
  return narrow(low, difference, type);
}

export const lowerDivision: LowerRule = (low, value) => {
  const { type } = value;
  if (isComplex(type))
    return divideComplex(low, type, low.componentsOf(value.args[0]!), low.componentsOf(value.args[1]!));
  const prefix = prefixOf(type);
  const [a, b] = operands(low, value);
  if (prefix === "f32" || prefix === "f64") return [low.op(`${prefix}.div`, types[prefix], [a, b])];
  if (!isSigned(type)) return [low.op(`${prefix}.div_u`, types[prefix], [a, b])];
  if (isConstant(b)) {
    if (Number(b.imm) === -1) return [negate(low, a, type)];
    return [low.op(`${prefix}.div_s`, types[prefix], [a, b])];
  }
  if (type.kind === "int8" || type.kind === "int16") {
    // The register is wider than the type: the least number divided by -1 does not trap.
    return [narrow(low, low.op("i32.div_s", types.i32, [a, b]), type)];
  }
  // The least number divided by -1 would trap; Go lets it wrap around.
  const register = types[prefix];
  const isMinusOne = low.op(`${prefix}.eq`, types.i32, [b, constantOf(low, type, -1)]);
  const divisor = low.op("select", register, [isMinusOne, constantOf(low, type, 1), b]);
  const quotient = low.op(`${prefix}.div_s`, register, [a, divisor]);
  return [low.op("select", register, [isMinusOne, negate(low, a, type), quotient])];
};

export const lowerRemainder: LowerRule = (low, value) => {
  const prefix = integerPrefix(value.type);
  const op: WasmOp = isSigned(value.type) ? `${prefix}.rem_s` : `${prefix}.rem_u`;
  return [low.op(op, types[prefix], operands(low, value))];
};

/** min, max. Those of floats have the same rules as the instructions. */
export function lowerExtreme(name: "min" | "max"): LowerRule {
  return (low, value) => {
    const { type } = value;
    const prefix = prefixOf(type);
    const [a, b] = operands(low, value);
    if (prefix === "f32" || prefix === "f64") return [low.op(`${prefix}.${name}`, types[prefix], [a, b])];
    const compare = `${prefix}.${name === "min" ? "lt" : "gt"}_${isSigned(type) ? "s" : "u"}` as WasmOp;
    return [low.op("select", types[prefix], [low.op(compare, types.i32, [a, b]), a, b])];
  };
}

/** shl, shr: counts of the width and above yield 0, or the sign. */
export function lowerShift(name: "shl" | "shr"): LowerRule {
  return (low, value) => {
    const { type } = value;
    const prefix = integerPrefix(type);
    const register = types[prefix];
    const component = low.component(value.args[0]!);
    const count = low.component(value.args[1]!);
    const width = widthOf(type);
    const bits = prefix === "i64" ? 64 : 32;
    const arithmetic = name === "shr" && isSigned(type);
    const op: WasmOp = name === "shl" ? `${prefix}.shl` : arithmetic ? `${prefix}.shr_s` : `${prefix}.shr_u`;
    const shift = (by: Value): Value => low.op(op, register, [component, by]);
    const finish = (result: Value): Components => [name === "shl" ? narrow(low, result, type) : result];
    if (count.op === "i64.const") {
      const by = BigInt.asUintN(64, count.imm as bigint);
      if (by === 0n) return [component];
      if (by < BigInt(width)) return finish(shift(constantOf(low, type, Number(by))));
      return [arithmetic ? shift(constantOf(low, type, width - 1)) : constantOf(low, type, 0)];
    }
    const small = prefix === "i64" ? count : low.wrap(count);
    if (isBelow(count, bits)) return finish(shift(small));
    const inside = isBelowCondition(low, count, bits);
    if (arithmetic) {
      return [shift(low.op("select", register, [inside, small, constantOf(low, type, bits - 1)]))];
    }
    return finish(low.op("select", register, [inside, shift(small), constantOf(low, type, 0)]));
  };
}

function widthOf(type: Type): number {
  if (type.kind === "int8" || type.kind === "uint8") return 8;
  if (type.kind === "int16" || type.kind === "uint16") return 16;
  if (type.kind === "int64" || type.kind === "uint64") return 64;
  return 32;
}

/** Whether a shift count is masked so that it is below the width. */
function isBelow(count: Value, width: number): boolean {
  const masked = count.op === "i64.extend_i32_u" ? count.args[0]! : count;
  if (masked.op !== "i64.and" && masked.op !== "i32.and") return false;
  return masked.args.some((arg) => isConstant(arg) && Number(arg.imm) >= 0 && Number(arg.imm) < width);
}

function isBelowCondition(low: Lowering, count: Value, width: number): Value {
  if (count.op === "i64.extend_i32_u") return low.op("i32.lt_u", types.i32, [count.args[0]!, low.i32(width)]);
  return low.op("i64.lt_u", types.i32, [count, low.i64(BigInt(width))]);
}

function isConstant(value: Value): boolean {
  return value.op === "i32.const" || value.op === "i64.const";
}

function integerPrefix(type: Type): "i32" | "i64" {
  return prefixOf(type) === "i64" ? "i64" : "i32";
}

function wholeComponent(low: Lowering, component: Value, type: Type): Components {
  return [type.kind === "ptr" ? low.cast(component, types.ptr) : component];
}
