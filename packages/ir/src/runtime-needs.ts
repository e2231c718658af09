import type { Opcode } from "./op-table.ts";
import type { Value } from "./value.ts";

/**
 * Functions of the runtime that lowering may call for an op, by symbol. An op that is not here needs none, or
 * names the function in its `sym` (`check.index`, `check`, `map.find` …). Whoever builds a Go-level function asks
 * for these functions to be built too; {@link runtimeNeedsOf} asks for less where the types say so.
 */
export const runtimeNeeds: Readonly<Partial<Record<Opcode, readonly string[]>>> = Object.freeze({
  div: ["runtime.complexDiv"],
  eq: ["runtime.stringEqual"],
  ne: ["runtime.stringEqual"],
  lt: ["runtime.stringCompare"],
  le: ["runtime.stringCompare"],
  gt: ["runtime.stringCompare"],
  ge: ["runtime.stringCompare"],
  // The prologue of a function with a frame calls it.
  slot: ["runtime.stackOverflow"],
  frame: ["runtime.stackOverflow"],
  new: ["runtime.newObject"],
  "new.array": ["runtime.newArray"],
  "check.nil": ["runtime.panicNil"],
  "check.div": ["runtime.panicDivide"],
  "check.shift": ["runtime.panicShift"],
  "string.concat": [
    "runtime.concat2",
    "runtime.concat3",
    "runtime.concat4",
    "runtime.concatN",
    "runtime.stackOverflow",
  ],
  "append.reserve": ["runtime.growSlice"],
  // Of an intrinsic that is one: what the coroutine pass will call.
  suspend: [
    "runtime.pushFrame",
    "runtime.freeFrame",
    "runtime.enterLocals",
    "runtime.leaveLocals",
    "runtime.deferCallWaiting",
    "runtime.deferReturnWaiting",
  ],
  "type.implements": ["runtime.implements"],
});

const none: readonly string[] = Object.freeze([]);

/** The functions of the runtime that lowering will call for this very value, besides its `sym`. */
export function runtimeNeedsOf(value: Value): readonly string[] {
  const suspends = value.op === "intrinsic.effect" && value.imm === "suspend";
  const needs = runtimeNeeds[suspends ? "suspend" : value.op];
  if (needs === undefined) return none;
  switch (value.op) {
    case "div":
      return value.type.kind === "complex128" || value.type.kind === "complex64" ? needs : none;
    case "eq":
    case "ne":
    case "lt":
    case "le":
    case "gt":
    case "ge":
      return value.args[0]!.type.kind === "string" ? needs : none;
    case "string.concat":
      // Five and more are passed in an array, in the frame.
      return value.args.length < 5 ? [needs[value.args.length - 2]!] : [needs[3]!, "runtime.stackOverflow"];
    default:
      return needs;
  }
}
