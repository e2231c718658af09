import type { Func, Module } from "@goes/ir";

/** Calls by name between functions; calls through tables are not in it. */
export interface CallGraph {
  /** Functions with a body, callees before callers (components in order, their members in any). */
  readonly bottomUp: readonly Func[];
  /** Functions that may call themselves, directly or through others. */
  readonly recursive: ReadonlySet<Func>;
  /** Number of direct call sites by function. */
  readonly callSites: ReadonlyMap<Func, number>;
}

/** Computes the strongly connected components of the direct calls (Tarjan 1972), without recursion. */
export function computeCallGraph(module: Module): CallGraph {
  const funcs = [...module.funcs.values()].filter((func) => func.blocks.length > 0);
  const number = new Map<Func, number>(funcs.map((func, i) => [func, i]));
  const callSites = new Map<Func, number>();
  const callees = funcs.map((func) => {
    const out: number[] = [];
    for (const block of func.blocks) {
      for (const value of block.values) {
        if (value.op !== "call") continue;
        const callee = module.funcs.get(value.sym!);
        if (callee === undefined) continue;
        callSites.set(callee, (callSites.get(callee) ?? 0) + 1);
        const at = number.get(callee);
        if (at !== undefined) out.push(at);
      }
    }
    return out;
  });
  const bottomUp: Func[] = [];
  const recursive = new Set<Func>();
  const index = new Int32Array(funcs.length).fill(-1);
  const low = new Int32Array(funcs.length);
  const onStack = new Uint8Array(funcs.length);
  const stack: number[] = [];
  let counter = 0;
  for (let root = 0; root < funcs.length; root++) {
    if (index[root]! >= 0) continue;
    const frames: { at: number; next: number }[] = [{ at: root, next: 0 }];
    while (frames.length > 0) {
      const frame = frames.at(-1)!;
      const { at } = frame;
      if (frame.next === 0) {
        index[at] = low[at] = counter++;
        stack.push(at);
        onStack[at] = 1;
      }
      const callee = callees[at]![frame.next++];
      if (callee !== undefined) {
        if (index[callee]! < 0) frames.push({ at: callee, next: 0 });
        else if (onStack[callee] === 1) low[at] = Math.min(low[at]!, index[callee]!);
        continue;
      }
      frames.pop();
      const parent = frames.at(-1);
      if (parent !== undefined) low[parent.at] = Math.min(low[parent.at]!, low[at]!);
      if (low[at] !== index[at]) continue;
      const cyclic = stack.at(-1) !== at || callees[at]!.includes(at);
      for (;;) {
        const member = stack.pop()!;
        onStack[member] = 0;
        bottomUp.push(funcs[member]!);
        if (cyclic) recursive.add(funcs[member]!);
        if (member === at) break;
      }
    }
  }
  return { bottomUp, recursive, callSites };
}
