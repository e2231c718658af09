import { runtimeSymbol, type Func, type Module, type SuspendCause, type Value } from "@goes/ir";
import { CallSites, isIndirect, isSuspend, keyOfCall } from "./call-sites.ts";

/** Which functions of a program can suspend, and at which values. */
export interface MaySuspend {
  /** By symbol. */
  readonly causes: ReadonlyMap<string, SuspendCause>;
  /** Whether the value is a point at which its function may be suspended. */
  readonly isPoint: (func: Func, value: Value) => boolean;
}

/**
 * Finds the functions that can suspend: those that contain `suspend` and, through the call graph, all that call one.
 * A call through an interface reaches the methods of that selector of all types that can be in an interface; a
 * call of a closure those functions of the same type whose address is taken, except closures that only a `defer` or
 * `go` statement made: the runtime calls these. A function that defers a call that can suspend can suspend itself.
 * Works on both levels. Undefined if nothing can suspend.
 */
export function computeMaySuspend(module: Module, graph = new CallSites(module)): MaySuspend | undefined {
  if (graph.suspending.length === 0) return undefined;
  const causes = new Map<string, SuspendCause>();
  const work: string[] = [];
  const mark = (name: string, cause: SuspendCause): void => {
    if (causes.has(name) || module.funcs.get(name)?.suspends === "never") return;
    causes.set(name, cause);
    work.push(name);
  };
  for (const [name, pos] of graph.suspending) mark(name, { pos, callee: undefined, through: "itself" });
  const suspendingKeys = new Set<string>();
  const partsWithReturns = computePartsWithReturns(module);
  for (let name = work.pop(); name !== undefined; name = work.pop()) {
    const callee = name;
    for (const { caller, pos } of graph.direct.get(name) ?? [])
      mark(caller, { pos, callee, through: "call" });
    const role = module.funcs.get(name)?.role;
    if (role?.kind === "deferred") {
      for (const runner of [role.owner, ...(partsWithReturns.get(role.owner) ?? [])])
        mark(runner, { pos: 0, callee, through: "deferred" });
    }
    for (const key of graph.keysOf.get(name) ?? []) {
      if (suspendingKeys.has(key)) continue;
      suspendingKeys.add(key);
      for (const { caller, pos, selector } of graph.indirect.get(key) ?? [])
        mark(caller, { pos, callee, through: selector === "" ? "closure" : "interface", selector });
    }
  }
  const isPoint = (func: Func, value: Value): boolean => {
    if (func.suspends === "never") return false;
    if (isSuspend(value)) return true;
    if (value.op === "call") return causes.has(value.sym!);
    if (!isIndirect(value)) return false;
    return func.suspends === "always" || suspendingKeys.has(keyOfCall(value));
  };
  return { causes, isPoint };
}

/** By function, the parts of it (`module-passes/split-large.ts`) that run its deferred calls because it returns there. */
function computePartsWithReturns(module: Module): ReadonlyMap<string, readonly string[]> {
  const parts = new Map<string, string[]>();
  for (const { name, defersFor, blocks } of module.funcs.values()) {
    if (defersFor === undefined) continue;
    const returns = blocks.some(({ values }) =>
      values.some(({ op, sym }) => op === "call" && sym === runtimeSymbol("deferReturn")),
    );
    if (returns) parts.set(defersFor, [...(parts.get(defersFor) ?? []), name]);
  }
  return parts;
}
