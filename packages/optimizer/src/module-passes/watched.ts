import { type Module, runtimeSymbol } from "@goes/ir";

/** The function of the runtime that reads the chain of calls from the host. */
const asking = runtimeSymbol("askCallers");

/**
 * The functions that can be on the stack when a program reads the chain of calls (`runtime.Callers` and all that rests
 * on it): those that reach it by calls, where an indirect call may reach it too. Inlining them would take them out
 * of the chain. Empty for programs that never do.
 */
export function computeWatched(module: Module): ReadonlySet<string> {
  const watched = new Set<string>();
  if (!module.funcs.has(asking)) return watched;
  const callers = new Map<string, string[]>();
  const work = [asking];
  for (const func of module.funcs.values()) {
    for (const block of func.blocks) {
      for (const { op, sym } of block.values) {
        if (op === "call") {
          const list = callers.get(sym!);
          if (list === undefined) callers.set(sym!, [func.name]);
          else list.push(func.name);
        } else if (op === "call.closure" || op === "call.iface" || op === "call.indirect") {
          work.push(func.name);
        }
      }
    }
  }
  for (let name = work.pop(); name !== undefined; name = work.pop()) {
    if (watched.has(name)) continue;
    watched.add(name);
    for (const caller of callers.get(name) ?? []) work.push(caller);
  }
  return watched;
}
