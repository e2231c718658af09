import { cloneBody, Func, InstructionBuilder, type Module, type Value } from "@goes/ir";
import type { ModulePass } from "../pass.ts";
import { costOf, finishInlining, inlineCall } from "./inline.ts";

/** Only functions up to this cost are unrolled. */
const recursiveCost = 40;

/**
 * Replaces each call of a small function inside itself by one copy of it, so that an activation does the
 * work of two levels: the call is most of what a small recursive function costs, and no engine inlines it.
 */
export const unrollRecursion: ModulePass = {
  name: "unroll-recursion",
  doc: "inlines one level of small functions that call themselves",
  level: "both",
  requires: ["inline"],
  run(module: Module): readonly Func[] {
    return [...module.funcs.values()].filter((func) => unroll(func, module));
  },
};

function unroll(func: Func, module: Module): boolean {
  if (func.blocks.length === 0 || func.noinline || func.recovers || func.landing !== undefined) return false;
  if (func.frameSize > 0) return false;
  const calls = func.blocks
    .filter((block) => !block.unlikely && block.kind !== "unreachable")
    .flatMap((block) => block.values.filter((value) => value.op === "call" && value.sym === func.name));
  if (calls.length === 0 || costOf(func) > recursiveCost) return false;
  const original = copyOf(func);
  const joined = new Map<Value, readonly Value[]>();
  for (const call of calls.toReversed()) joined.set(call, inlineCall(func, call, original, module));
  return finishInlining(func, joined);
}

/** A copy that stays as it is while the function takes in copies of itself. */
function copyOf(func: Func): Func {
  const copy = new Func(func.name, func.params, func.results);
  copy.level = func.level;
  copy.origin = func.origin;
  const entry = copy.newBlock();
  const build = new InstructionBuilder(copy, entry);
  const params = func.params.map((type, i) => build.op("param", type, [], i));
  const { blocks } = cloneBody(copy, func, params);
  const first = blocks[func.blocks[0]!.id]!;
  entry.kind = "jump";
  entry.succs = [first];
  first.preds = [entry];
  return copy;
}
