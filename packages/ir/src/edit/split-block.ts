import { InternalError } from "@goes/source";
import type { Block } from "../block.ts";
import type { Func } from "../func.ts";
import type { Value } from "../value.ts";

/**
 * Moves everything after `value` (values, control, successors) to a new block and returns it. The block of
 * `value` ends with a jump to the new one.
 */
export function splitBlockAfter(func: Func, value: Value): Block {
  const at = value.block.values.indexOf(value);
  if (at < 0) throw new InternalError("ir", `v${value.id} is not in its block`);
  return splitBlockAt(func, value.block, at + 1);
}

/** {@link splitBlockAfter}, where the values from index `at` on move. */
export function splitBlockAt(func: Func, block: Block, at: number): Block {
  const rest = func.newBlock();
  rest.kind = block.kind;
  rest.values = block.values.splice(at);
  for (const moved of rest.values) moved.block = rest;
  rest.control = block.control;
  rest.cases = block.cases;
  rest.succs = block.succs;
  rest.unlikely = block.unlikely;
  rest.pos = block.pos;
  for (const succ of rest.succs) succ.preds[succ.preds.indexOf(block)] = rest;
  block.kind = "jump";
  block.control = [];
  block.cases = [];
  block.succs = [rest];
  rest.preds.push(block);
  return rest;
}
