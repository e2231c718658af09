import type { Opcode } from "../ops/op-table.ts";
import type { Value } from "../value.ts";
import type { RuntimeFunctionName } from "./functions.ts";

/** What functions with frames need. */
const stack: readonly RuntimeFunctionName[] = Object.freeze(["stackOverflow", "reserveStack"]);

/** What passes call for the collector, wherever there is one. */
const collector: readonly RuntimeFunctionName[] = Object.freeze([
  "shadeSlot",
  "shadeRange",
  "stackOverflow",
  "reserveStack",
]);

/**
 * Functions of the runtime that lowering may call for an op. An op that is not here needs none, or
 * names the function in its `sym` (`check.index`, `check`, `map.find` …). Whoever builds a Go-level function requests
 * that these functions are built too; {@link runtimeNeedsOf} needs fewer if the types say so.
 */
const runtimeNeeds: Readonly<Partial<Record<Opcode, readonly RuntimeFunctionName[]>>> = Object.freeze({
  div: ["complexDiv"],
  eq: ["stringEqual"],
  ne: ["stringEqual"],
  lt: ["stringCompare"],
  le: ["stringCompare"],
  gt: ["stringCompare"],
  ge: ["stringCompare"],
  // The prologue of a function with a frame calls it.
  slot: stack,
  frame: stack,
  new: ["newFixed", "newObject", ...collector],
  "new.array": ["newArray", ...collector],
  "check.nil": ["panicNil"],
  "check.div": ["panicDivide"],
  "check.shift": ["panicShift"],
  "string.concat": ["concat2", "concat3", "concat4", "concatN", ...stack],
  "append.reserve": ["growSlice", ...collector],
  // The collector reads where the stack is, and then functions may have frames.
  "stack.get": [...collector],
  // Of an intrinsic that is one: what the coroutine pass will call.
  suspend: ["pushFrame", "freeFrame", "enterLocals", "leaveLocals", "deferCallWaiting", "deferReturnWaiting"],
  "type.implements": ["implements"],
});

const none: readonly RuntimeFunctionName[] = Object.freeze([]);

/** The functions of the runtime that lowering will call for this very value, besides its `sym`. */
export function runtimeNeedsOf(value: Value): readonly RuntimeFunctionName[] {
  const intrinsic = value.op === "intrinsic.effect" && (value.imm === "suspend" || value.imm === "stack.get");
  const needs = runtimeNeeds[intrinsic ? (value.imm as Opcode) : value.op];
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
      return value.args.length < 5 ? [needs[value.args.length - 2]!] : [needs[3]!, ...stack];
    default:
      // Whatever the types.
      return needs;
  }
}
