import type { Func, Module, Value } from "@goes/ir";
import { CallSites, isIndirect, keyOfCall } from "../coroutines/call-sites.ts";

/** Whether a value is a call (or a check) that may lead to a collection. */
export type MayCollect = (func: Func, value: Value) => boolean;

/**
 * Which calls may collect: those that reach a function of the runtime that does, through the call graph. What the runtime calls
 * through the table may be any closure. Undefined where the program has no collector.
 */
export function computeCollecting(module: Module): MayCollect | undefined {
  const work = [...module.funcs.values()].filter((func) => func.collects).map((func) => func.name);
  if (work.length === 0) return undefined;
  const graph = new CallSites(module);
  const collecting = new Set<string>(work);
  const keys = new Set<string>();
  const add = (name: string): void => {
    if (collecting.has(name)) return;
    collecting.add(name);
    work.push(name);
  };
  for (const func of module.funcs.values()) {
    if (func.origin !== "runtime") continue;
    if (func.blocks.some((block) => block.values.some(isIndirect))) add(func.name);
  }
  for (let name = work.pop(); name !== undefined; name = work.pop()) {
    for (const { caller } of graph.direct.get(name) ?? []) add(caller);
    for (const key of graph.keysOf.get(name) ?? []) {
      if (keys.has(key)) continue;
      keys.add(key);
      for (const { caller } of graph.indirect.get(key) ?? []) add(caller);
    }
  }
  return (func, value) => {
    if (value.op === "call") return collecting.has(value.sym!);
    if (value.op === "panic.if") return func.landing !== undefined;
    return isIndirect(value) && (func.origin === "runtime" || keys.has(keyOfCall(value)));
  };
}
