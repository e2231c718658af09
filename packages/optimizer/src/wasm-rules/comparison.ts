import { type Opcode, type WasmOp, type Value } from "@goes/ir";
import { become, type Rewriter, type Rule, type RuleTable } from "../rewrite/rewriter.ts";
import { isBoolean } from "./arithmetic.ts";
import { becomeWord, wideConstant, word, wordConstant } from "./constants.ts";

const negations: { readonly [K in Opcode]?: WasmOp } = {
  "i32.eq": "i32.ne",
  "i32.ne": "i32.eq",
  "i32.lt_s": "i32.ge_s",
  "i32.lt_u": "i32.ge_u",
  "i32.gt_s": "i32.le_s",
  "i32.gt_u": "i32.le_u",
  "i32.le_s": "i32.gt_s",
  "i32.le_u": "i32.gt_u",
  "i32.ge_s": "i32.lt_s",
  "i32.ge_u": "i32.lt_u",
  "i64.eq": "i64.ne",
  "i64.ne": "i64.eq",
  "i64.lt_s": "i64.ge_s",
  "i64.lt_u": "i64.ge_u",
  "i64.gt_s": "i64.le_s",
  "i64.gt_u": "i64.le_u",
  "i64.le_s": "i64.gt_s",
  "i64.le_u": "i64.gt_u",
  "i64.ge_s": "i64.lt_s",
  "i64.ge_u": "i64.lt_u",
  // Not the orders of floats: a NaN is neither.
  "f32.eq": "f32.ne",
  "f32.ne": "f32.eq",
  "f64.eq": "f64.ne",
  "f64.ne": "f64.eq",
};

function eqz(value: Value): Value | undefined {
  const a = value.args[0]!;
  const c = wordConstant(a);
  if (c !== undefined) return becomeWord(value, c === 0 ? 1 : 0);
  const negation = negations[a.op];
  if (negation !== undefined) return become(value, negation, [...a.args]);
  // A test of a test, where the number itself is 0 or 1.
  return a.op === "i32.eqz" && isBoolean(a.args[0]!) ? a.args[0] : undefined;
}

function eqzWide(value: Value): Value | undefined {
  const a = value.args[0]!;
  const c = wideConstant(a);
  if (c !== undefined) return becomeWord(value, c === 0n ? 1 : 0);
  const extended = a.op === "i64.extend_i32_u" || a.op === "i64.extend_i32_s";
  return extended ? become(value, "i32.eqz", [a.args[0]!]) : undefined;
}

type Order = "eq" | "ne" | "lt" | "gt" | "le" | "ge";

function holds(order: Order, a: number | bigint, b: number | bigint): boolean {
  switch (order) {
    case "eq":
      return a === b;
    case "ne":
      return a !== b;
    case "lt":
      return a < b;
    case "gt":
      return a > b;
    case "le":
      return a <= b;
    case "ge":
      return a >= b;
  }
}

function compareWords(order: Order, signed: boolean): Rule {
  return (value) => {
    const [a, b] = value.args as [Value, Value];
    const x = wordConstant(a);
    const y = wordConstant(b);
    if (x !== undefined && y !== undefined)
      return becomeWord(value, holds(order, signed ? x : x >>> 0, signed ? y : y >>> 0) ? 1 : 0);
    if (a === b) return becomeWord(value, holds(order, 0, 0) ? 1 : 0);
    if (y !== 0) return undefined;
    if (order === "eq" || (order === "le" && !signed)) return become(value, "i32.eqz", [a]);
    if (order === "ne" && isBoolean(a)) return a;
    if (order === "lt" && !signed) return becomeWord(value, 0);
    return order === "ge" && !signed ? becomeWord(value, 1) : undefined;
  };
}

/** Comparisons of widened words are done on the words. */
function compareWides(order: Order, signed: boolean): Rule {
  return (value, rewriter) => {
    const [a, b] = value.args as [Value, Value];
    const x = wideConstant(a);
    const y = wideConstant(b);
    if (x !== undefined && y !== undefined) {
      const unsign = (n: bigint): bigint => (signed ? n : BigInt.asUintN(64, n));
      return becomeWord(value, holds(order, unsign(x), unsign(y)) ? 1 : 0);
    }
    if (a === b) return becomeWord(value, holds(order, 0, 0) ? 1 : 0);
    const narrowed = narrow(value, order, signed, rewriter);
    if (narrowed !== undefined) return narrowed;
    return order === "eq" && y === 0n ? become(value, "i64.eqz", [a]) : undefined;
  };
}

function narrow(value: Value, order: Order, signed: boolean, rewriter: Rewriter): Value | undefined {
  const [a, b] = value.args as [Value, Value];
  const op = a.op === "i64.const" ? b.op : a.op;
  if (op !== "i64.extend_i32_u" && op !== "i64.extend_i32_s") return undefined;
  const zeroExtends = op === "i64.extend_i32_u";
  // Sign-extended words keep their order only in signed comparisons; zero-extended ones are not negative in both.
  if (!zeroExtends && !signed && order !== "eq" && order !== "ne") return undefined;
  const x = lowHalf(a, op, zeroExtends, rewriter);
  const y = lowHalf(b, op, zeroExtends, rewriter);
  if (x === undefined || y === undefined) return undefined;
  const suffix = order === "eq" || order === "ne" ? "" : zeroExtends ? "_u" : "_s";
  return become(value, `i32.${order}${suffix}` as WasmOp, [x, y]);
}

/** The word that was extended by `op`, or a constant that could have been. */
function lowHalf(value: Value, op: WasmOp, zeroExtends: boolean, rewriter: Rewriter): Value | undefined {
  if (value.op === op) return value.args[0];
  const c = wideConstant(value);
  if (c === undefined) return undefined;
  const fits = zeroExtends ? c >= 0n && c < 2n ** 32n : c >= -(2n ** 31n) && c < 2n ** 31n;
  return fits ? word(rewriter, Number(BigInt.asIntN(32, c))) : undefined;
}

function select(value: Value): Value | undefined {
  const [condition, a, b] = value.args as [Value, Value, Value];
  if (a === b) return a;
  const c = wordConstant(condition);
  if (c !== undefined) return c !== 0 ? a : b;
  if (condition.op === "i32.eqz") return become(value, "select", [condition.args[0]!, b, a]);
  return wordConstant(a) === 1 && wordConstant(b) === 0 && isBoolean(condition) ? condition : undefined;
}

/** A condition is tested against 0 anyway. */
function panicIf(value: Value): Value | undefined {
  const condition = value.args[0]!;
  if (condition.op !== "i32.ne" || wordConstant(condition.args[1]!) !== 0) return undefined;
  value.args[0] = condition.args[0]!;
  return value;
}

function comparisons(): RuleTable<WasmOp> {
  const rules: [string, Rule][] = [];
  for (const order of ["eq", "ne", "lt", "gt", "le", "ge"] as const) {
    for (const suffix of order === "eq" || order === "ne" ? [""] : ["_s", "_u"]) {
      rules.push([`i32.${order}${suffix}`, compareWords(order, suffix !== "_u")]);
      rules.push([`i64.${order}${suffix}`, compareWides(order, suffix !== "_u")]);
    }
  }
  return Object.fromEntries(rules);
}

/** Comparisons and what they decide, on the wasm level. */
export const wasmComparisonRules: RuleTable<WasmOp> = {
  ...comparisons(),
  "i32.eqz": eqz,
  "i64.eqz": eqzWide,
  select,
  "panic.if": panicIf,
};
