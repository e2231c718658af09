import { runtimeName, type Block, type Func, type Module, type Value } from "@goes/ir";
import { CallSites, isIndirect, keyOfCall } from "../coroutines/call-sites.ts";

/**
 * What a call may do: collect and return, so that what is used afterwards must be found; or collect only on the way to a panic,
 * after which nothing of a function is used but what its landing block needs.
 */
export type Collection = "none" | "panics" | "returns";

/** What a value, which may be a call, may do. */
type CollectionOf = (func: Func, value: Value) => Collection;

/**
 * Which calls may collect: those that reach a function of the runtime that does, through the call graph. The runtime calls deferred
 * functions and those of goroutines as closures without parameters. Undefined where the program has no collector.
 */
export function computeCollecting(module: Module): CollectionOf | undefined {
  const sources = [...module.funcs.values()].filter((func) => func.collects).map((func) => func.name);
  if (sources.length === 0) return undefined;
  const graph = new CallSites(module);
  for (const func of module.funcs.values()) {
    if (func.origin !== "runtime") continue;
    if (func.blocks.some((block) => block.values.some(isPlainCall))) sources.push(func.name);
  }
  const anyhow = closure(graph, sources, () => true);
  const returning = new ReturningCalls(module);
  const recovering = [...anyhow.names].filter((name) => module.funcs.get(name)?.landing !== undefined);
  const normally = closure(graph, [...sources, ...recovering], (caller, callee) =>
    returning.has(caller, callee),
  );
  const includes = (set: Reached, func: Func, value: Value): boolean => {
    if (value.op === "call") return set.names.has(value.sym!);
    return (
      isIndirect(value) &&
      (set.keys.has(keyOfCall(value)) || (func.origin === "runtime" && isPlainCall(value)))
    );
  };
  return (func, value) => {
    if (includes(normally, func, value)) return "returns";
    if (func.landing === undefined) return "none";
    return value.op === "panic.if" || includes(anyhow, func, value) ? "panics" : "none";
  };
}

/**
 * The direct calls that lead to a call of runtime.GC by nothing but direct calls, and where deferred functions lead there, all
 * calls of the functions that defer them, since a panic runs these. A program that asks for a collection expects that
 * what it no longer uses is gone. Undefined where none does.
 */
export function computeAsking(module: Module): ((func: Func, value: Value) => boolean) | undefined {
  const asked = runtimeName("GC");
  if (!module.funcs.has(asked)) return undefined;
  const { direct } = new CallSites(module);
  const names = new Set([asked]);
  for (const name of names) for (const { caller } of direct.get(name) ?? []) names.add(caller);
  const deferring = new Set<string>();
  for (const name of names) {
    const role = module.funcs.get(name)?.role;
    if (role?.kind === "deferred") deferring.add(role.owner);
  }
  return (func, value) => {
    if (value.op === "call" && names.has(value.sym!)) return true;
    return (
      deferring.has(func.defersFor ?? func.name) &&
      (value.op === "call" || value.op === "panic.if" || isIndirect(value))
    );
  };
}

/** Whether a value calls a closure that has no parameters and no results. */
function isPlainCall(value: Value): boolean {
  return isIndirect(value) && value.sig!.results.length === 0 && value.sig!.params.length === 1;
}

/** Functions, and what indirect calls to some of them have in common. */
interface Reached {
  readonly names: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
}

/** All functions that reach `from` by calls for which `counts` holds; callees are symbols or keys of indirect calls. */
function closure(
  graph: CallSites,
  from: readonly string[],
  counts: (caller: string, callee: string) => boolean,
): Reached {
  const names = new Set(from);
  const keys = new Set<string>();
  const work = [...names];
  const add = (caller: string, callee: string): void => {
    if (names.has(caller) || !counts(caller, callee)) return;
    names.add(caller);
    work.push(caller);
  };
  for (let name = work.pop(); name !== undefined; name = work.pop()) {
    for (const { caller } of graph.direct.get(name) ?? []) add(caller, name);
    for (const key of graph.keysOf.get(name) ?? []) {
      if (keys.has(key)) continue;
      keys.add(key);
      for (const { caller } of graph.indirect.get(key) ?? []) add(caller, key);
    }
  }
  return { names, keys };
}

/** Which calls of a function can be followed by its return. */
class ReturningCalls {
  readonly #module: Module;
  readonly #callees = new Map<string, ReadonlySet<string>>();

  constructor(module: Module) {
    this.#module = module;
  }

  has(caller: string, callee: string): boolean {
    let callees = this.#callees.get(caller);
    if (callees === undefined) this.#callees.set(caller, (callees = this.#find(caller)));
    return callees.has(callee);
  }

  #find(caller: string): ReadonlySet<string> {
    const callees = new Set<string>();
    const func = this.#module.funcs.get(caller)!;
    for (const block of returningBlocks(func)) {
      for (const value of block.values) {
        if (value.op === "call") callees.add(value.sym!);
        else if (isIndirect(value)) callees.add(keyOfCall(value));
      }
    }
    return callees;
  }
}

function returningBlocks(func: Func): ReadonlySet<Block> {
  const found = new Set<Block>(func.blocks.filter(({ kind }) => kind === "return"));
  for (const block of found) for (const pred of block.preds) found.add(pred);
  return found;
}
