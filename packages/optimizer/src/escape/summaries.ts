import type { Func, Module, Value } from "@goes/ir";
import { CallSites, keyOfCall } from "../coroutines/call-sites.ts";
import { computeCallGraph } from "../module-passes/call-graph.ts";
import { repeatedIn } from "./cycles.ts";
import { computeFlows, type Callees, type Flows } from "./flow.ts";
import { newLevels, type Levels } from "./levels.ts";
import { solve } from "./solve.ts";

/** What is known of the pointers of one function. */
export interface FunctionEscapes {
  readonly flows: Flows;
  /** By value id. */
  readonly levels: Levels;
}

/**
 * Where the pointers of every function go (Choi et al. 1999, with levels instead of connection graphs): what a function does with
 * its parameters is summarised for its callers, callees first. Summaries begin with nothing and grow until no function
 * changes, so recursion and calls through the table, which reach the functions of one key, are no special cases.
 */
export class Escapes implements Callees {
  readonly #module: Module;
  readonly #summaries = new Map<string, Levels>();
  readonly #targets = new Map<string, string[]>();
  readonly #dependents = new Map<string, Set<Func>>();
  readonly #found = new Map<Func, FunctionEscapes>();
  /** The function whose summary is needed. */
  #current: Func | undefined;

  constructor(module: Module, sites: CallSites) {
    this.#module = module;
    for (const [name, keys] of sites.keysOf) {
      for (const key of keys) {
        const list = this.#targets.get(key);
        if (list === undefined) this.#targets.set(key, [name]);
        else list.push(name);
      }
    }
    const order = computeCallGraph(module).bottomUp;
    const number = new Map(order.map((func, i) => [func, i]));
    let dirty = new Set(order);
    while (dirty.size > 0) {
      const again = new Set<Func>();
      const queue = [...dirty].sort((a, b) => number.get(a)! - number.get(b)!);
      for (const func of queue) {
        dirty.delete(func);
        if (!this.#analyse(func)) continue;
        for (const dependent of this.#dependents.get(func.name) ?? [])
          if (!dirty.has(dependent)) again.add(dependent);
      }
      dirty = again;
    }
  }

  /** Undefined for imported functions. */
  of(func: Func): FunctionEscapes | undefined {
    return this.#found.get(func);
  }

  summaryOf(symbol: string): Levels | undefined {
    const known = this.#summaries.get(symbol);
    const func = this.#module.funcs.get(symbol);
    if (func === undefined) return undefined;
    if (func.blocks.length === 0) {
      // The host looks at memory during the call; what users import may do more.
      if (func.origin === "user" || func.importName === undefined) return undefined;
      return newLevels(func.params.length);
    }
    if (this.#current !== undefined) {
      const dependents = this.#dependents.get(symbol);
      if (dependents === undefined) this.#dependents.set(symbol, new Set([this.#current]));
      else dependents.add(this.#current);
    }
    return known ?? newLevels(func.params.length);
  }

  targetsOf(call: Value): readonly string[] {
    return this.#targets.get(keyOfCall(call)) ?? [];
  }

  /** Whether the summary of the function has grown. */
  #analyse(func: Func): boolean {
    this.#current = func;
    const flows = computeFlows(func, this.#module, this, repeatedIn(func));
    this.#current = undefined;
    const levels = solve(func, flows);
    this.#found.set(func, { flows, levels });
    const summary = newLevels(func.params.length);
    for (const { op, imm, id } of func.blocks[0]!.values) {
      if (op !== "param") continue;
      for (const level of [0, 1, 2] as const) summary.at[level][imm as number] = levels.at[level][id]!;
    }
    const before = this.#summaries.get(func.name);
    this.#summaries.set(func.name, summary);
    return summary.at.some((level, i) => level.some((bits, at) => bits !== (before?.at[i]![at] ?? 0)));
  }
}
