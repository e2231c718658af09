import { InternalError } from "@goes/source";
import type { Block, Func, Value } from "@goes/ir";
import type { ByteWriter } from "../byte-writer.ts";
import { writeBody, type CallSite } from "./body.ts";
import { computeFlowGraph, reachableBlocks } from "./graph.ts";
import type { InstructionTable } from "./instruction.ts";
import { makeReducible } from "./irreducible.ts";
import { assignLocals } from "./locals.ts";
import { computePlacement } from "./placement.ts";
import { computeStackCode } from "./stack-code.ts";
import type { FunctionType, Symbols } from "./symbols.ts";
import { Uses } from "./uses.ts";

/**
 * Writes the body of one function of the wasm level: locals, instructions, end. Changes nothing of the function.
 * Throws an InternalError that names the function where an invariant is broken.
 */
export function compileBody(
  func: Func,
  type: FunctionType,
  table: InstructionTable,
  symbols: Symbols,
  mayUnwind: (call: Value) => boolean,
  out: ByteWriter,
): CallSite[] {
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
  return writeBody({ func, type, graph, uses, locals, symbols, mayUnwind }, out);
}
