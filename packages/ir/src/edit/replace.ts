import type { Func } from "../func.ts";
import type { Value } from "../value.ts";

/** Uses `by` wherever `old` is used. Walks the whole function: passes that replace many use {@link ReplacementMap}. */
export function replaceUses(func: Func, old: Value, by: Value): void {
  for (const block of func.blocks) {
    for (const value of block.values) {
      const { args } = value;
      for (let i = 0; i < args.length; i++) if (args[i] === old) args[i] = by;
    }
    const { control } = block;
    for (let i = 0; i < control.length; i++) if (control[i] === old) control[i] = by;
  }
}

/** Replacements of values that are made while a pass walks the function, and applied in one sweep. */
export class ReplacementMap {
  readonly #by: (Value | undefined)[] = [];
  #any = false;

  /** Whether anything was replaced. */
  get any(): boolean {
    return this.#any;
  }

  /** Replaces `old` by `by`. */
  replace(old: Value, by: Value): void {
    this.#by[old.id] = by;
    this.#any = true;
  }

  /** Whether `value` has been replaced. */
  isReplaced(value: Value): boolean {
    return this.#by[value.id] !== undefined;
  }

  /** What replaces `value`: itself or the end of the chain of replacements, which is shortened. */
  resolve(value: Value): Value {
    let to = this.#by[value.id];
    if (to === undefined) return value;
    for (let next = this.#by[to.id]; next !== undefined; next = this.#by[to.id]) to = next;
    let at = value;
    while (at !== to) {
      const next = this.#by[at.id]!;
      this.#by[at.id] = to;
      at = next;
    }
    return to;
  }

  /** Resolves the args of one value; whether any changed. */
  resolveArgs(value: Value): boolean {
    if (!this.#any) return false;
    let changed = false;
    const { args } = value;
    for (let i = 0; i < args.length; i++) {
      const arg = args[i]!;
      if (this.#by[arg.id] === undefined) continue;
      args[i] = this.resolve(arg);
      changed = true;
    }
    return changed;
  }

  /** Rewrites all uses in the function and takes the replaced values out of their blocks. */
  apply(func: Func): void {
    if (!this.#any) return;
    for (const block of func.blocks) {
      let kept = 0;
      const { values, control } = block;
      for (let i = 0; i < values.length; i++) {
        const value = values[i]!;
        if (this.#by[value.id] !== undefined) continue;
        this.resolveArgs(value);
        values[kept++] = value;
      }
      values.length = kept;
      for (let i = 0; i < control.length; i++) control[i] = this.resolve(control[i]!);
    }
  }
}
