import { opSpec, type WasmOp, type Value } from "@goes/ir";
import { become, type Rule, type RuleTable } from "../rewrite/rewriter.ts";
import { becomeWide, becomeWord, wide, wideConstant, word, wordConstant } from "./constants.ts";

/** How two constants fold, and what a constant on the right does. */
interface Spec {
  readonly word: (a: number, b: number) => number;
  readonly wide: (a: bigint, b: bigint) => bigint;
  /** (x op a) op b = x op (a op b). */
  readonly associative: boolean;
  /** x op neutral = x. */
  readonly neutral: number;
  /** x op absorbing = absorbing. */
  readonly absorbing?: number;
}

// prettier-ignore
const specs: Readonly<Record<string, Spec>> = {
  add:   { word: (a, b) => a + b,   wide: (a, b) => a + b, associative: true, neutral: 0 },
  sub:   { word: (a, b) => a - b,   wide: (a, b) => a - b, associative: false, neutral: 0 },
  mul:   { word: Math.imul,         wide: (a, b) => a * b, associative: true, neutral: 1, absorbing: 0 },
  and:   { word: (a, b) => a & b,   wide: (a, b) => a & b, associative: true, neutral: -1, absorbing: 0 },
  or:    { word: (a, b) => a | b,   wide: (a, b) => a | b, associative: true, neutral: 0, absorbing: -1 },
  xor:   { word: (a, b) => a ^ b,   wide: (a, b) => a ^ b, associative: true, neutral: 0 },
  shl:   { word: (a, b) => a << b,  wide: (a, b) => a << (b & 63n), associative: false, neutral: 0 },
  shr_s: { word: (a, b) => a >> b,  wide: (a, b) => a >> (b & 63n), associative: false, neutral: 0 },
  shr_u: { word: (a, b) => a >>> b, wide: (a, b) => BigInt.asUintN(64, a) >> (b & 63n), associative: false, neutral: 0 },
};

function wordRule(name: string, spec: Spec): Rule {
  return (value, rewriter) => {
    const [a, b] = value.args as [Value, Value];
    const x = wordConstant(a);
    const y = wordConstant(b);
    if (y === undefined) {
      if (x !== undefined && opSpec(value.op).commutative) return become(value, value.op, [b, a]);
      return a === b ? withItself(value, name) : undefined;
    }
    if (x !== undefined) return becomeWord(value, spec.word(x, y));
    if (y === spec.neutral) return a;
    if (y === spec.absorbing) return b;
    const inner = a.op === value.op && spec.associative ? wordConstant(a.args[1]!) : undefined;
    if (inner !== undefined)
      return become(value, value.op, [a.args[0]!, word(rewriter, spec.word(inner, y))]);
    return name === "sub" ? become(value, "i32.add", [a, word(rewriter, -y)]) : undefined;
  };
}

function wideRule(name: string, spec: Spec): Rule {
  return (value, rewriter) => {
    const [a, b] = value.args as [Value, Value];
    const x = wideConstant(a);
    const y = wideConstant(b);
    if (y === undefined) {
      if (x !== undefined && opSpec(value.op).commutative) return become(value, value.op, [b, a]);
      return a === b ? withItself(value, name) : undefined;
    }
    if (x !== undefined) return becomeWide(value, spec.wide(x, y));
    if (y === BigInt(spec.neutral)) return a;
    if (spec.absorbing !== undefined && y === BigInt(spec.absorbing)) return b;
    const inner = a.op === value.op && spec.associative ? wideConstant(a.args[1]!) : undefined;
    if (inner !== undefined)
      return become(value, value.op, [a.args[0]!, wide(rewriter, spec.wide(inner, y))]);
    return name === "sub" ? become(value, "i64.add", [a, wide(rewriter, -y)]) : undefined;
  };
}

/** x op x. */
function withItself(value: Value, name: string): Value | undefined {
  if (name === "and" || name === "or") return value.args[0];
  if (name !== "sub" && name !== "xor") return undefined;
  return value.type.kind === "i32" ? becomeWord(value, 0) : becomeWide(value, 0n);
}

/** The largest number that a word may be, without sign. */
function maxWord(value: Value): number {
  switch (value.op) {
    case "i32.load8_u":
      return 0xff;
    case "i32.load16_u":
      return 0xffff;
    case "i32.const":
      return (value.imm as number) >>> 0;
    case "i32.and":
      return Math.min(maxWord(value.args[0]!), maxWord(value.args[1]!));
    case "i32.shr_u": {
      const count = wordConstant(value.args[1]!);
      return count === undefined ? 0xffffffff : 0xffffffff >>> count;
    }
    default:
      // Any word is possible.
      return isBoolean(value) ? 1 : 0xffffffff;
  }
}

const comparison = /^[if](?:32|64)\.(?:eqz?|ne|lt|gt|le|ge)(?:_[su])?$/;

/** Whether a word is the result of a comparison: 0 or 1. */
export function isBoolean(value: Value): boolean {
  return comparison.test(value.op);
}

/** A mask that keeps all bits the value can have does nothing. */
function andWord(general: Rule): Rule {
  return (value, rewriter) => {
    const mask = wordConstant(value.args[1]!);
    const isLowMask = mask !== undefined && mask > 0 && (mask & (mask + 1)) === 0;
    if (isLowMask && maxWord(value.args[0]!) <= mask) return value.args[0];
    return general(value, rewriter);
  };
}

/** Extending what is extended already. */
function extend(load: WasmOp, bits: 8 | 16): Rule {
  return (value) => {
    const a = value.args[0]!;
    if (a.op === load || a.op === value.op) return a;
    const c = wordConstant(a);
    if (c !== undefined) return becomeWord(value, (c << (32 - bits)) >> (32 - bits));
    // The bits above are replaced anyway.
    const masked = a.op === "i32.and" && wordConstant(a.args[1]!) === (1 << bits) - 1;
    return masked ? become(value, value.op, [a.args[0]!]) : undefined;
  };
}

const general: RuleTable<WasmOp> = Object.fromEntries(
  Object.entries(specs).flatMap(([name, spec]) => [
    [`i32.${name}`, wordRule(name, spec)],
    [`i64.${name}`, wideRule(name, spec)],
  ]),
);

/** Integer arithmetic of the wasm level. */
export const wasmArithmeticRules: RuleTable<WasmOp> = {
  ...general,
  "i32.and": andWord(general["i32.and"]!),
  "i32.extend8_s": extend("i32.load8_s", 8),
  "i32.extend16_s": extend("i32.load16_s", 16),
};
