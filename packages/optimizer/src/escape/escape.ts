import type { Func, Module } from "@goes/ir";
import { CallSites } from "../coroutines/call-sites.ts";
import { computeMaySuspend } from "../coroutines/may-suspend.ts";
import type { ModulePass } from "../pass.ts";
import { decide, moveToStack } from "./slots.ts";
import { Escapes } from "./summaries.ts";

/**
 * Puts objects into slots whose address does not outlive the function that makes them: `new`, and `new.array` of a small constant
 * count, which is also what closures, values in interfaces, variadic args and variables with addresses are. What is passed to
 * functions is followed through all of them; what is stored through a pointer whose object is not known, in a variable
 * of a package, in a map or a channel, or by a panic, goes to the heap. In a loop an object gets a slot only if the
 * next turn does not find it any more.
 */
export const escape: ModulePass = {
  name: "escape",
  doc: "puts objects that do not outlive their function on the stack",
  level: "go",
  requires: ["rewrite-go"],
  run(module: Module): readonly Func[] {
    const sites = new CallSites(module);
    const escapes = new Escapes(module, sites);
    const causes = computeMaySuspend(module, sites)?.causes;
    const changed: Func[] = [];
    for (const func of module.funcs.values()) {
      const found = escapes.of(func);
      if (found === undefined) continue;
      const suspends = causes?.has(func.name) === true && !func.runsOnce;
      const onStack = decide(func, module, found, suspends).filter((item) => item.onStack);
      if (onStack.length === 0) continue;
      moveToStack(
        func,
        module,
        onStack.map(({ value }) => value),
      );
      changed.push(func);
    }
    return changed;
  },
};
