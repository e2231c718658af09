import { types, type Func, type Module, type Value } from "@goes/ir";

/** A value that calls functions. */
interface Site {
  readonly caller: string;
  readonly pos: number;
  readonly selector: string;
}

/** Who calls whom, directly and through the table. Indirect calls and their targets meet in keys. */
export class CallSites {
  readonly direct: Map<string, Site[]> = new Map();
  readonly indirect: Map<string, Site[]> = new Map();
  /** The keys of the indirect calls that reach a function. */
  readonly keysOf: Map<string, Set<string>> = new Map();
  /** Functions that suspend themselves, with the position. */
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

/** Whether the value suspends the goroutine. */
export function isSuspend(value: Value): boolean {
  return value.op === "suspend" || (value.op === "intrinsic.effect" && value.imm === "suspend");
}

/** Whether the value calls through the table. */
export function isIndirect({ op }: Value): boolean {
  return op === "call.indirect" || op === "call.closure" || op === "call.iface";
}

/** The selector of a method call, empty for the call of a closure. */
function selectorOf(call: Value): string {
  return call.op === "call.closure" ? "" : (call.imm as string);
}

/** What an indirect call has in common with the functions that it can reach: `.selector` for a method, the types for a closure. */
export function keyOfCall(call: Value): string {
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
