import { opSpec, runtimeNeedsOf, type Func, type Module, runtimeSymbol } from "@goes/ir";
import type { ModulePass } from "../pass.ts";

/**
 * Removes functions and data that the start, exported and kept functions and what they mention do not lead to. A method
 * table keeps its functions alive when its type descriptor is used.
 */
export const deadFunctions: ModulePass = {
  name: "dead-functions",
  doc: "removes functions and data that nothing reaches",
  level: "both",
  requires: [],
  run(module: Module): readonly Func[] {
    const seen = new Set<string>();
    const work: string[] = [];
    const reach = (name: string): void => {
      if (seen.has(name)) return;
      seen.add(name);
      work.push(name);
    };
    reach(module.start);
    module.kept.forEach(reach);
    for (const func of module.funcs.values()) if (func.exportName !== undefined) reach(func.name);
    while (work.length > 0) {
      const name = work.pop()!;
      const func = module.funcs.get(name);
      if (func !== undefined) reachFromBody(func, reach);
      const data = module.data.get(name);
      if (data === undefined) continue;
      for (const relocation of data.relocations) reach(relocation.symbol);
      for (const method of module.methods.get(name)?.values() ?? []) reach(method);
    }
    for (const name of module.funcs.keys()) if (!seen.has(name)) module.funcs.delete(name);
    for (const name of module.data.keys()) if (!seen.has(name)) module.data.delete(name);
    for (const name of module.methods.keys()) if (!seen.has(name)) module.methods.delete(name);
    return [];
  },
};

function reachFromBody(func: Func, reach: (name: string) => void): void {
  // What the prologue calls is not in the body, nor what makes room for the stack.
  if (func.frameSize > 0)
    for (const name of ["stackOverflow", "reserveStack"] as const) reach(runtimeSymbol(name));
  for (const block of func.blocks) {
    for (const value of block.values) {
      // After lowering the calls are there themselves.
      if (func.level === "go") for (const needed of runtimeNeedsOf(value)) reach(runtimeSymbol(needed));
      const { sym } = value;
      if (sym === undefined) continue;
      const kind = opSpec(value.op).sym;
      if (kind === "func" || kind === "data") reach(sym);
    }
  }
}
