import type { Func, Module, Value } from "@goes/ir";
import { computeUnknown } from "./unknown-callers.ts";

/**
 * Which parameters need no slot of their own, because every caller holds what it passes until the call is over: in a slot, since
 * it uses it afterwards, or as a parameter of its own that its callers hold. A caller that is suspended holds it in
 * its frame. Functions that are called through the table, by the host, by checks, or where nothing is held since nobody
 * returns from a collection there, have callers of which nothing is known.
 */
export class PassedRoots {
  /** Parameters, as `function index`, that some caller does not hold. */
  readonly #free: Set<string> = new Set();
  /** Parameters that are passed on: if callers do not hold the one, they do not hold the others. */
  readonly #passedOn: Map<string, string[]> = new Map();
  readonly #unknown: Set<string>;
  /** How many calls of a function have yet to be noted. */
  readonly #pending: Map<string, number> = new Map();

  constructor(module: Module) {
    this.#unknown = computeUnknown(module);
    for (const { blocks } of module.funcs.values())
      for (const { values } of blocks)
        for (const { op, sym } of values)
          if (op === "call") this.#pending.set(sym!, (this.#pending.get(sym!) ?? 0) + 1);
  }

  /** A call in `caller`; `held`: the roots that are in slots during it, undefined where it does not collect. */
  note(
    caller: Func,
    call: Value,
    rootsOf: (arg: Value) => readonly Value[],
    held: ReadonlySet<Value> | undefined,
  ): void {
    this.#pending.set(call.sym!, this.#pending.get(call.sym!)! - 1);
    call.args.forEach((arg, i) => {
      const callee = keyOf(call.sym!, i);
      for (const root of rootsOf(arg)) {
        if (held?.has(root) === true) continue;
        if (root.op !== "param") {
          this.#free.add(callee);
          continue;
        }
        const own = keyOf(caller.name, root.imm as number);
        const list = this.#passedOn.get(own);
        if (list === undefined) this.#passedOn.set(own, [callee]);
        else list.push(callee);
      }
    });
  }

  /** No more calls will be noted. */
  solve(): void {
    for (const [callee, count] of this.#pending) if (count > 0) this.#unknown.add(callee);
    const work = [...this.#free];
    for (const [key, list] of this.#passedOn) {
      if (this.#unknown.has(key.slice(0, key.lastIndexOf(" ")))) work.push(...list);
    }
    for (let key = work.pop(); key !== undefined; key = work.pop()) {
      this.#free.add(key);
      for (const next of this.#passedOn.get(key) ?? []) if (!this.#free.has(next)) work.push(next);
      this.#passedOn.delete(key);
    }
  }

  /** Whether a value of a function is a parameter that all callers hold. */
  isHeldByCallers(func: Func, root: Value): boolean {
    if (root.op !== "param" || this.#unknown.has(func.name)) return false;
    return !this.#free.has(keyOf(func.name, root.imm as number));
  }
}

function keyOf(name: string, index: number): string {
  return `${name} ${index}`;
}
