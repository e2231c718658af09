import { typeDescriptorLayout } from "@goes/ir";
import { InternalError } from "@goes/source";
import type { Func } from "@goes/types";
import type { DataContext } from "../program/data-context.ts";

/**
 * A function that is one or the other of two, by whether a third one is part of the program: known only when all
 * functions have been built. `//goes:linkif CONDITION YES NO` at a body-less function of package runtime. The condition
 * `descriptor:float` is that a descriptor of a floating-point or complex type is part of the program.
 */
export interface ConditionalFunc {
  /** The symbol of the function that is part of the program or not. */
  readonly condition: string;
  /** Names of functions of package runtime. */
  readonly yes: string;
  readonly no: string;
}

/** Notes a function with the directive; `text` is what follows the name of it. */
export function noteConditionalFunc(ctx: DataContext, func: Func, symbol: string, text: string): void {
  const [condition, yes, no] = text.split(/\s+/);
  if (condition === undefined || yes === undefined || no === undefined) {
    throw new InternalError("ssa", `//goes:linkif at ${func.name} names too few functions`);
  }
  ctx.data.conditionalFuncs.set(symbol, { condition, yes, no });
}

/** Makes what conditional functions are at present reachable; returns whether that put work on the worklist. */
export function reachConditionalFuncs(ctx: DataContext): boolean {
  for (const conditional of ctx.data.conditionalFuncs.values())
    ctx.linkedRuntimeFunc(chosen(ctx, conditional));
  return ctx.hasWork();
}

/** When everything has been built: replaces conditional functions by what they are. */
export function bindConditionalFuncs(ctx: DataContext): void {
  const { module, data } = ctx;
  if (data.conditionalFuncs.size === 0) return;
  const targets = new Map<string, string>();
  for (const [symbol, conditional] of data.conditionalFuncs)
    targets.set(symbol, ctx.linkedRuntimeFunc(chosen(ctx, conditional)));
  for (const func of module.funcs.values()) {
    for (const block of func.blocks) {
      for (const value of block.values) {
        if (value.op !== "call") continue;
        const target = targets.get(value.sym!);
        if (target !== undefined) value.sym = target;
      }
    }
  }
}

function chosen(ctx: DataContext, { condition, yes, no }: ConditionalFunc): string {
  const { funcs, data } = ctx.module;
  if (condition !== "descriptor:float") return funcs.has(condition) ? yes : no;
  for (const { name, bytes } of data.values())
    if (name.startsWith("type:") && floatKinds.has(bytes[typeDescriptorLayout.offset.kind] ?? 0)) return yes;
  return no;
}

/** reflect's numbers of float32, float64, complex64 and complex128. */
const floatKinds: ReadonlySet<number> = new Set([13, 14, 15, 16]);
