import { InternalError } from "@goes/source";
import type { Block, Func, Value } from "@goes/ir";
import type { BodyPlan } from "./body.ts";
import { computeFlowGraph, reachableBlocks } from "./graph.ts";
import type { InstructionTable } from "./instruction.ts";
import { makeReducible } from "./irreducible.ts";
import { assignLocals } from "./locals.ts";
import { computePlacement } from "./placement.ts";
import { computeStackCode } from "./stack-code.ts";
import type { FunctionType, Symbols } from "./symbols.ts";
import { Uses } from "./uses.ts";

/**
 * Decides where the code of one function of the wasm level goes and where its values live. Changes nothing of the
 * function. Throws an InternalError that names the function if an invariant is broken.
 */
export function planBody(
  func: Func,
  type: FunctionType,
  table: InstructionTable,
  symbols: Symbols,
  mayUnwind: (call: Value) => boolean,
): BodyPlan {
  if (func.level !== "wasm") throw new InternalError("wasm", `${func.name} has not been lowered`);
  const unwinds = (block: Block): boolean => block.values.some(mayUnwind);
  const blocks = reachableBlocks(func, unwinds);
  const uses = new Uses(func, blocks, table);
  const graph = computeFlowGraph(func, blocks, (block) => uses.phis(block), unwinds);
  makeReducible(graph);
  uses.countUses(graph);
  computeStackCode(graph, uses);
  computePlacement(graph);
  const locals = assignLocals(func, graph, uses, type.params);
  return { func, type, graph, uses, locals, symbols, mayUnwind };
}
