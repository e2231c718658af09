import { runtimeSymbol, types, type Func, type Module, type SuspendCause, type Value } from "@goes/ir";

/** Which functions of a program can suspend, and at which values. */
export interface Colouring {
  /** By symbol. */
  readonly causes: ReadonlyMap<string, SuspendCause>;
  /** Whether the value is a point at which its (coloured) function may be suspended. */
  readonly isPoint: (func: Func, value: Value) => boolean;
}

/**
 * Colours the functions that can suspend: those that contain `suspend` and, through the call graph, all that call one.
 * A call through an interface reaches the methods of that selector of all types that can be in an interface; a
 * call of a closure those functions of the same type whose address is taken, except closures that only a `defer` or
 * `go` statement made: the runtime calls these. A function that defers a call that can suspend is coloured by it.
 * Works on both levels. Undefined where nothing can suspend.
 */
export function computeColours(module: Module): Colouring | undefined {
  const graph = new CallSites(module);
  if (graph.suspending.length === 0) return undefined;
  const causes = new Map<string, SuspendCause>();
  const work: string[] = [];
  const colour = (name: string, cause: SuspendCause): void => {
    if (causes.has(name) || module.funcs.get(name)?.suspends === "never") return;
    causes.set(name, cause);
    work.push(name);
  };
  for (const [name, pos] of graph.suspending) colour(name, { pos, callee: undefined, through: "itself" });
  const colouredKeys = new Set<string>();
  const partsWithReturns = computePartsWithReturns(module);
  for (let name = work.pop(); name !== undefined; name = work.pop()) {
    const callee = name;
    for (const { caller, pos } of graph.direct.get(name) ?? [])
      colour(caller, { pos, callee, through: "call" });
    const role = module.funcs.get(name)?.role;
    if (role?.kind === "deferred") {
      for (const runner of [role.owner, ...(partsWithReturns.get(role.owner) ?? [])])
        colour(runner, { pos: 0, callee, through: "deferred" });
    }
    for (const key of graph.keysOf.get(name) ?? []) {
      if (colouredKeys.has(key)) continue;
      colouredKeys.add(key);
      for (const { caller, pos, selector } of graph.indirect.get(key) ?? [])
        colour(caller, { pos, callee, through: selector === "" ? "closure" : "interface", selector });
    }
  }
  const isPoint = (func: Func, value: Value): boolean => {
    if (func.suspends === "never") return false;
    if (isSuspend(value)) return true;
    if (value.op === "call") return causes.has(value.sym!);
    if (!isIndirect(value)) return false;
    return func.suspends === "always" || colouredKeys.has(keyOfCall(value));
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

interface Site {
  readonly caller: string;
  readonly pos: number;
  readonly selector: string;
}

/** Who calls whom, directly and through the table. Indirect calls and their targets meet in keys. */
class CallSites {
  readonly direct: Map<string, Site[]> = new Map();
  readonly indirect: Map<string, Site[]> = new Map();
  /** The keys of the indirect calls that reach a function. */
  readonly keysOf: Map<string, Set<string>> = new Map();
  /** Functions that suspend themselves, with the place. */
  readonly suspending: [string, number][] = [];

  constructor(module: Module) {
    for (const func of module.funcs.values()) this.#scan(func, module);
    for (const data of module.data.values())
      for (const { kind, symbol } of data.relocations)
        if (kind === "table") this.#addressTaken(symbol, module);
    for (const row of module.methods.values())
      for (const [selector, target] of row) this.#addKey(target, `.${selector}`);
  }

  #scan(func: Func, module: Module): void {
    if (func.suspends === "always") this.suspending.push([func.name, func.pos]);
    for (const block of func.blocks) {
      for (const value of block.values) {
        const site = { caller: func.name, pos: value.pos, selector: "" };
        if (value.op === "call") append(this.direct, value.sym!, site);
        else if (isSuspend(value)) this.suspending.push([func.name, value.pos]);
        else if (value.op === "table.index") this.#addressTaken(value.sym!, module);
        else if (isIndirect(value))
          append(this.indirect, keyOfCall(value), { ...site, selector: selectorOf(value) });
      }
    }
  }

  #addressTaken(symbol: string, module: Module): void {
    const func = module.funcs.get(symbol);
    if (func === undefined || !func.closure || func.role !== undefined) return;
    this.#addKey(symbol, signatureKey(func.params, func.results));
  }

  #addKey(symbol: string, key: string): void {
    const keys = this.keysOf.get(symbol);
    if (keys === undefined) this.keysOf.set(symbol, new Set([key]));
    else keys.add(key);
  }
}

function isSuspend(value: Value): boolean {
  return value.op === "suspend" || (value.op === "intrinsic.effect" && value.imm === "suspend");
}

function isIndirect({ op }: Value): boolean {
  return op === "call.indirect" || op === "call.closure" || op === "call.iface";
}

/** The selector of a method call, empty for the call of a closure. */
function selectorOf(call: Value): string {
  return call.op === "call.closure" ? "" : (call.imm as string);
}

/** `.selector` for a method, the types for a closure. */
function keyOfCall(call: Value): string {
  const selector = selectorOf(call);
  if (selector !== "") return `.${selector}`;
  const { params, results } = call.sig!;
  // On the Go level the closure object is no parameter of the signature yet.
  return signatureKey(call.op === "call.closure" ? [...params, types.ptr] : params, results);
}

function signatureKey(params: Func["params"], results: Func["results"]): string {
  const list = (types: Func["params"]): string => types.map((type) => type.text).join(" ");
  return `${list(params)} -> ${list(results)}`;
}

function append<K, V>(map: Map<K, V[]>, key: K, item: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [item]);
  else list.push(item);
}
