import { opSpec, type GoOp, bitsOf, isInteger, isSigned, types, type Opcode, type Value } from "@goes/ir";
import { become, type Rewriter, type RuleTable } from "../rewrite/rewriter.ts";
import {
  becomeConstant,
  constant,
  floatConstant,
  integerConstant,
  isFloat,
  isNonNegative,
  powerOfTwo,
  roundFloat,
  unsignedOf,
  wrapInteger,
} from "./constants.ts";

// Integers wrap around, as the spec says; floats are only folded, never rearranged (x + 0 is not x for -0, x * 0 not
// 0 for NaN).

type IntegerFold = (a: bigint, b: bigint, value: Value) => bigint | undefined;

const integerFolds: { readonly [K in Opcode]?: IntegerFold } = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => (b === 0n ? undefined : a / b),
  rem: (a, b) => (b === 0n ? undefined : a % b),
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
  andnot: (a, b) => a & ~b,
  shl: (a, b, value) => (b >= BigInt(bitsOf(value.type)) ? 0n : a << b),
  shr: (a, b, value) => (b >= BigInt(bitsOf(value.type)) ? (a < 0n ? -1n : 0n) : a >> b),
  min: (a, b) => (a < b ? a : b),
  max: (a, b) => (a > b ? a : b),
};

const floatFolds: { readonly [K in Opcode]?: (a: number, b: number) => number } = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  min: (a, b) => Math.min(a, b),
  max: (a, b) => Math.max(a, b),
};

/** Two constants fold to one; a constant alone goes to the right of a commutative op. */
function fold(value: Value): Value | undefined {
  const [a, b] = value.args as [Value, Value];
  if (a.op !== "const") return undefined;
  if (b.op === "const") {
    if (isFloat(value.type)) {
      const result = floatFolds[value.op]?.(floatConstant(a)!, floatConstant(b)!);
      return result === undefined ? undefined : becomeConstant(value, roundFloat(value.type, result));
    }
    const result = integerFolds[value.op]?.(integerConstant(a)!, integerConstant(b)!, value);
    if (result === undefined) return undefined;
    return becomeConstant(value, value.type.kind === "bool" ? result & 1n : wrapInteger(value.type, result));
  }
  if (!opSpec(value.op).commutative) return undefined;
  value.args[0] = b;
  value.args[1] = a;
  return value;
}

/** (x op c1) op c2 → x op (c1 op c2). */
function reassociate(value: Value, c: bigint, rewriter: Rewriter): Value | undefined {
  const inner = value.args[0]!;
  if (inner.op !== value.op) return undefined;
  const c1 = integerConstant(inner.args[1]!);
  if (c1 === undefined) return undefined;
  const both = integerFolds[value.op]!(c1, c, value)!;
  const folded = constant(rewriter, value.type, wrapInteger(value.type, both));
  return become(value, value.op, [inner.args[0]!, folded]);
}

function add(value: Value, rewriter: Rewriter): Value | undefined {
  const folded = fold(value);
  if (folded !== undefined || !isInteger(value.type)) return folded;
  const [a, b] = value.args as [Value, Value];
  const c = integerConstant(b);
  if (c === 0n) return a;
  if (c !== undefined) return reassociate(value, c, rewriter);
  if (b.op === "neg") return become(value, "sub", [a, b.args[0]!]);
  if (a.op === "neg") return become(value, "sub", [b, a.args[0]!]);
  // (x - y) + y
  if (a.op === "sub" && a.args[1] === b) return a.args[0];
  if (b.op === "sub" && b.args[1] === a) return b.args[0];
  return undefined;
}

function sub(value: Value, rewriter: Rewriter): Value | undefined {
  const folded = fold(value);
  if (folded !== undefined || !isInteger(value.type)) return folded;
  const [a, b] = value.args as [Value, Value];
  if (a === b) return becomeConstant(value, 0n);
  const c = integerConstant(b);
  if (c === 0n) return a;
  if (c !== undefined)
    return become(value, "add", [a, constant(rewriter, value.type, wrapInteger(value.type, -c))]);
  if (integerConstant(a) === 0n) return become(value, "neg", [b]);
  if (b.op === "neg") return become(value, "add", [a, b.args[0]!]);
  // (x + y) - x, (x + y) - y, x - (x - y), x - (x + y)
  if (a.op === "add") {
    if (a.args[0] === b) return a.args[1];
    if (a.args[1] === b) return a.args[0];
    // (x + c) - (x + d)
    if (b.op === "add" && a.args[0] === b.args[0]) return become(value, "sub", [a.args[1]!, b.args[1]!]);
  }
  if (b.op === "sub" && b.args[0] === a) return b.args[1];
  if (b.op === "add" && b.args[0] === a) return become(value, "neg", [b.args[1]!]);
  if (b.op === "add" && b.args[1] === a) return become(value, "neg", [b.args[0]!]);
  return undefined;
}

function mul(value: Value, rewriter: Rewriter): Value | undefined {
  const folded = fold(value);
  if (folded !== undefined || !isInteger(value.type)) return folded;
  const [a, b] = value.args as [Value, Value];
  const c = integerConstant(b);
  if (c === undefined) return undefined;
  if (c === 0n) return b;
  if (c === 1n) return a;
  if (c === -1n) return become(value, "neg", [a]);
  const log = powerOfTwo(c);
  if (log > 0) return become(value, "shl", [a, constant(rewriter, types.uint64, BigInt(log))]);
  return reassociate(value, c, rewriter);
}

/** What a signed division by 2**log adds to the dividend so that the shift rounds towards zero. */
function roundingBias(value: Value, a: Value, log: number, rewriter: Rewriter): Value {
  const { type } = value;
  const bits = bitsOf(type);
  const unsigned = unsignedOf(type);
  const count = (n: number): Value => constant(rewriter, types.uint64, BigInt(n));
  const sign = log === 1 ? a : rewriter.op("shr", type, [a, count(bits - 1)]);
  const bits1 = rewriter.op("convert", unsigned, [sign]);
  const low = rewriter.op("shr", unsigned, [bits1, count(bits - log)]);
  return rewriter.op("convert", type, [low]);
}

function div(value: Value, rewriter: Rewriter): Value | undefined {
  const folded = fold(value);
  if (folded !== undefined || !isInteger(value.type)) return folded;
  const [a, b] = value.args as [Value, Value];
  const c = integerConstant(b);
  if (c === undefined || c === 0n) return undefined;
  if (c === 1n) return a;
  if (c === -1n) return become(value, "neg", [a]);
  const log = powerOfTwo(c);
  if (log < 0) return undefined;
  const shift = constant(rewriter, types.uint64, BigInt(log));
  if (isNonNegative(a)) return become(value, "shr", [a, shift]);
  const biased = rewriter.op("add", value.type, [a, roundingBias(value, a, log, rewriter)]);
  return become(value, "shr", [biased, shift]);
}

function rem(value: Value, rewriter: Rewriter): Value | undefined {
  const folded = fold(value);
  if (folded !== undefined) return folded;
  const [a, b] = value.args as [Value, Value];
  const c = integerConstant(b);
  if (c === undefined || c === 0n) return undefined;
  if (c === 1n || c === -1n) return becomeConstant(value, 0n);
  const log = powerOfTwo(c);
  if (log < 0) return undefined;
  if (isNonNegative(a)) return become(value, "and", [a, constant(rewriter, value.type, c - 1n)]);
  const biased = rewriter.op("add", value.type, [a, roundingBias(value, a, log, rewriter)]);
  const multiple = rewriter.op("and", value.type, [biased, constant(rewriter, value.type, -c)]);
  return become(value, "sub", [a, multiple]);
}

function allOnes(value: Value): bigint {
  return value.type.kind === "bool" ? 1n : wrapInteger(value.type, -1n);
}

function and(value: Value, rewriter: Rewriter): Value | undefined {
  const folded = fold(value);
  if (folded !== undefined) return folded;
  const [a, b] = value.args as [Value, Value];
  if (a === b) return a;
  const c = integerConstant(b);
  if (c === undefined) return undefined;
  if (c === 0n) return b;
  if (c === allOnes(value)) return a;
  return reassociate(value, c, rewriter);
}

function or(value: Value, rewriter: Rewriter): Value | undefined {
  const folded = fold(value);
  if (folded !== undefined) return folded;
  const [a, b] = value.args as [Value, Value];
  if (a === b) return a;
  const c = integerConstant(b);
  if (c === undefined) return undefined;
  if (c === 0n) return a;
  if (c === allOnes(value)) return b;
  return reassociate(value, c, rewriter);
}

function xor(value: Value, rewriter: Rewriter): Value | undefined {
  const folded = fold(value);
  if (folded !== undefined) return folded;
  const [a, b] = value.args as [Value, Value];
  if (a === b) return becomeConstant(value, 0n);
  const c = integerConstant(b);
  if (c === undefined) return undefined;
  if (c === 0n) return a;
  if (c === allOnes(value)) return become(value, value.type.kind === "bool" ? "not" : "com", [a]);
  return reassociate(value, c, rewriter);
}

function andnot(value: Value, rewriter: Rewriter): Value | undefined {
  const folded = fold(value);
  if (folded !== undefined) return folded;
  const [a, b] = value.args as [Value, Value];
  if (a === b) return becomeConstant(value, 0n);
  const c = integerConstant(b);
  if (c === undefined || value.type.kind === "bool") return undefined;
  return become(value, "and", [a, constant(rewriter, value.type, wrapInteger(value.type, ~c))]);
}

function shift(value: Value, rewriter: Rewriter): Value | undefined {
  const folded = fold(value);
  if (folded !== undefined) return folded;
  const [a, b] = value.args as [Value, Value];
  if (integerConstant(a) === 0n) return a;
  const count = integerConstant(b);
  if (count === undefined) return undefined;
  if (count === 0n) return a;
  const bits = BigInt(bitsOf(value.type));
  const signExtends = value.op === "shr" && isSigned(value.type);
  if (count >= bits) {
    if (!signExtends) return becomeConstant(value, 0n);
    return become(value, "shr", [a, constant(rewriter, types.uint64, bits - 1n)]);
  }
  if (a.op === value.op) {
    const inner = integerConstant(a.args[1]!);
    if (inner !== undefined)
      return become(value, value.op, [a.args[0]!, constant(rewriter, types.uint64, inner + count)]);
  }
  return undefined;
}

function neg(value: Value): Value | undefined {
  const a = value.args[0]!;
  const float = floatConstant(a);
  if (float !== undefined) return becomeConstant(value, -float);
  const integer = integerConstant(a);
  if (integer !== undefined) return becomeConstant(value, wrapInteger(value.type, -integer));
  if (a.op === "neg") return a.args[0];
  if (a.op === "sub" && isInteger(value.type)) return become(value, "sub", [a.args[1]!, a.args[0]!]);
  return undefined;
}

function com(value: Value): Value | undefined {
  const a = value.args[0]!;
  const integer = integerConstant(a);
  if (integer !== undefined) return becomeConstant(value, wrapInteger(value.type, ~integer));
  return a.op === "com" ? a.args[0] : undefined;
}

function extreme(value: Value): Value | undefined {
  const folded = fold(value);
  if (folded !== undefined) return folded;
  return value.args[0] === value.args[1] ? value.args[0] : undefined;
}

/** Arithmetic on numbers and bools. */
export const arithmeticRules: RuleTable<GoOp> = {
  add,
  sub,
  mul,
  div,
  rem,
  and,
  or,
  xor,
  andnot,
  shl: shift,
  shr: shift,
  neg,
  com,
  min: extreme,
  max: extreme,
};
