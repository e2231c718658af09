import { type GoOp, runtimeNeedsOf, sameType, types, type Value } from "@goes/ir";
import { become, type Rewriter, type RuleTable } from "../rewrite/rewriter.ts";
import { becomeConstant, boolConstant } from "./constants.ts";
import { copy, phi } from "../rewrite/same-value.ts";

/** A component of a value that was just put together is that component. */
function component(make: Value["op"], index: number, zero: bigint | undefined) {
  return (value: Value): Value | undefined => {
    const whole = value.args[0]!;
    if (whole.op === make) return whole.args[index];
    if (whole.op !== "zero") return undefined;
    return zero === undefined ? become(value, "zero", []) : becomeConstant(value, zero);
  };
}

function len(value: Value): Value | undefined {
  const whole = value.args[0]!;
  if (whole.op === "make.string" || whole.op === "make.slice") return whole.args[1];
  if (whole.op === "string.const") return becomeConstant(value, BigInt((whole.imm as string).length));
  return whole.op === "zero" ? becomeConstant(value, 0n) : undefined;
}

function data(value: Value): Value | undefined {
  const whole = value.args[0]!;
  if (whole.op === "make.string" || whole.op === "make.slice") return whole.args[0];
  return whole.op === "zero" ? becomeConstant(value, 0n) : undefined;
}

function extract(value: Value): Value | undefined {
  const whole = value.args[0]!;
  const index = value.imm as number;
  if (whole.op === "make.struct") return whole.args[index];
  return whole.op === "zero" ? become(value, "zero", []) : undefined;
}

/** The zero of scalars and strings is a constant like others. */
function zero(value: Value): Value | undefined {
  switch (value.type.kind) {
    case "string":
      return become(value, "string.const", [], "");
    case "float32":
    case "float64":
      return becomeConstant(value, 0);
    case "slice":
    case "iface":
    case "complex64":
    case "complex128":
    case "struct":
    case "tuple":
    case "payload":
    case "void":
      return undefined;
    case "bool":
    case "f32":
    case "f64":
    case "i32":
    case "i64":
    case "int16":
    case "int32":
    case "int64":
    case "int8":
    case "ptr":
    case "uint16":
    case "uint32":
    case "uint64":
    case "uint8":
      return becomeConstant(value, 0n);
  }
}

/** Putting together the components of one whole, unchanged, is the whole. */
function whole(value: Value): Value | undefined {
  const first = value.args[0];
  if (first === undefined) return undefined;
  const from = first.args[0];
  if (from === undefined || !sameType(from.type, value.type)) return undefined;
  const names = componentOps[value.op];
  const same = value.args.every(
    (arg, i) =>
      arg.args[0] === from &&
      (names === undefined ? arg.op === "extract" && arg.imm === i : arg.op === names[i]),
  );
  return same ? from : undefined;
}

const componentOps: { readonly [K in Value["op"]]?: readonly Value["op"][] } = {
  "make.string": ["data", "len"],
  "make.slice": ["data", "len", "cap"],
  "make.iface": ["typeword", "payload"],
  "make.complex": ["real", "imag"],
};

function payloadValue(value: Value): Value | undefined {
  const payload = value.args[0]!;
  if (payload.op === "make.payload" && sameType(payload.args[0]!.type, value.type)) return payload.args[0];
  return payload.op === "zero" ? become(value, "zero", []) : undefined;
}

/** The same register class, so that what was taken out of a payload is that payload again. */
function makePayload(value: Value): Value | undefined {
  const whole = value.args[0]!;
  // 64-bit scalars and strings fill the payload; of narrower ones the upper half is known only if it is extended by the sign.
  const fills = whole.type.kind === "int64" || whole.type.kind === "uint64" || whole.type.kind === "float64";
  return whole.op === "payload.value" && (fills || whole.type.kind === "string") ? whole.args[0] : undefined;
}

function select(value: Value, rewriter: Rewriter): Value | undefined {
  const [condition, a, b] = value.args as [Value, Value, Value];
  if (a === b) return a;
  const known = boolConstant(condition);
  if (known !== undefined) return known ? a : b;
  if (condition.op === "not") return become(value, "select", [condition.args[0]!, b, a]);
  if (value.type.kind !== "bool") return undefined;
  const left = boolConstant(a);
  const right = boolConstant(b);
  if (left === true && right === false) return condition;
  if (left === false && right === true) return become(value, "not", [condition]);
  if (left === true) return become(value, "or", [condition, b]);
  if (right === false) return become(value, "and", [condition, a]);
  if (left === false) return become(value, "and", [rewriter.op("not", types.bool, [condition]), b]);
  if (right === true) return become(value, "or", [rewriter.op("not", types.bool, [condition]), a]);
  return undefined;
}

function concat(value: Value, rewriter: Rewriter): Value | undefined {
  const { args } = value;
  const merged: Value[] = [];
  let changed = false;
  for (const arg of args) {
    const last = merged.at(-1);
    if (arg.op === "string.const" && arg.imm === "") changed = true;
    else if (arg.op === "string.const" && last?.op === "string.const") {
      merged[merged.length - 1] = rewriter.op(
        "string.const",
        types.string,
        [],
        `${String(last.imm)}${String(arg.imm)}`,
      );
      changed = true;
    } else merged.push(arg);
  }
  if (!changed) return undefined;
  if (merged.length === 0) return become(value, "string.const", [], "");
  // A lone string needs no copy: strings do not change.
  if (merged.length === 1) return merged[0];
  // The runtime has one function for each number of strings; only those that were asked for are there.
  const { op, type } = value;
  const needed = runtimeNeedsOf({ ...value, op, type, args: merged })[0];
  if (needed === undefined || !rewriter.module.funcs.has(needed)) return undefined;
  return become(value, "string.concat", merged);
}

/** Structs, strings, slices, interfaces, payloads, phis and copies. */
export const componentRules: RuleTable<GoOp> = {
  copy,
  phi,
  select,
  zero,
  extract,
  len,
  data,
  cap: component("make.slice", 2, 0n),
  typeword: component("make.iface", 0, 0n),
  payload: component("make.iface", 1, undefined),
  real: component("make.complex", 0, undefined),
  imag: component("make.complex", 1, undefined),
  "make.struct": whole,
  "make.string": whole,
  "make.slice": whole,
  "make.iface": whole,
  "make.complex": whole,
  "make.payload": makePayload,
  "payload.value": payloadValue,
  "string.concat": concat,
};
