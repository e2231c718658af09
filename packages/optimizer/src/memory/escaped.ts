import type { Func, Value } from "@goes/ir";
import type { Escaped } from "./alias.ts";

/**
 * Which slots and new objects have an address that goes anywhere but into accesses of the function: passed, stored,
 * returned, put into an interface, merged by a phi. Flow-insensitive: once is always.
 */
export function computeEscaped(func: Func): Escaped {
  const escaped = new Uint8Array(func.valueBound);
  const leak = (pointer: Value): void => {
    let base = pointer;
    while (base.op === "offset" || base.op === "index" || base.op === "copy") base = base.args[0]!;
    escaped[base.id] = 1;
  };
  for (const block of func.blocks) {
    for (const value of block.values) {
      const { args } = value;
      switch (value.op) {
        case "load":
        case "offset":
        case "copy":
        case "check.nil":
        case "clear":
        case "move":
        case "eq":
        case "ne":
        case "index":
          break;
        case "store":
          leak(args[1]!);
          break;
        default:
          // Nothing is known of other ops: they may keep the address.
          for (let i = 0; i < args.length; i++) leak(args[i]!);
      }
    }
    for (const value of block.control) leak(value);
  }
  return escaped;
}
