import * as ir from "@goes/ir";
import type { DataContext } from "../program/data-context.ts";

/** What a wrapper calls in the end: a function, whatever method a selector finds, or any function value. */
export type WrapperTarget =
  { readonly symbol: string } | { readonly selector: string } | { readonly anything: true };

/** A function that only passes a call on: `recover` does not see it. */
export interface Wrapper {
  readonly func: ir.Func;
  readonly target: WrapperTarget;
}

/** Notes that `func` is a wrapper: it may recover if its target does. */
export function noteWrapper(ctx: DataContext, func: ir.Func, target: WrapperTarget): void {
  ctx.data.wrappers.push({ func, target });
}

/**
 * Marks the wrappers of functions that call `recover`, wrappers of wrappers included, once all functions are built. A deferred call
 * through an interface leaves the token standing if any method of the selector recovers; the others then take it
 * first, so that functions which they call do not find it.
 */
export function markRecoveringWrappers(ctx: DataContext): void {
  const { module, data } = ctx;
  const rows = rowsBySelector(module);
  const recovers = (symbol: string): boolean => module.funcs.get(symbol)?.recovers === true;
  const anyRecovers = [...module.funcs.values()].some((func) => func.recovers);
  const leadsOn = ({ target }: Wrapper): boolean => {
    if ("anything" in target) return anyRecovers;
    if ("symbol" in target) return recovers(target.symbol);
    return (rows.get(target.selector) ?? []).some((method) => recovers(method));
  };
  let rest = data.wrappers.filter(({ func }) => !func.recovers);
  for (let found = true; found;) {
    const marked = rest.filter(leadsOn);
    for (const { func } of marked) func.recovers = true;
    found = marked.length > 0;
    if (found) rest = rest.filter(({ func }) => !func.recovers);
  }
  const taking = new Set<string>();
  for (const { target } of data.wrappers) {
    if (!("selector" in target)) continue;
    const methods = rows.get(target.selector) ?? [];
    if (!methods.some(recovers)) continue;
    for (const method of methods) if (!recovers(method)) taking.add(method);
  }
  for (const symbol of taking) takeToken(ctx, module.funcs.get(symbol)!);
}

function rowsBySelector(module: ir.Module): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const row of module.methods.values()) {
    for (const [selector, method] of row) {
      const list = found.get(selector);
      if (list === undefined) found.set(selector, [method]);
      else list.push(method);
    }
  }
  return found;
}

function takeToken(ctx: DataContext, func: ir.Func): void {
  const entry = func.blocks[0]!;
  const last = entry.values.findLastIndex((value) => value.op === "param" || value.op === "slot");
  const build = new ir.GoBuilder(func, entry, func.pos);
  build.enterAt(entry, last + 1);
  build.emit("call", ir.types.ptr, [], { sym: ctx.runtimeFunc("takeDeferToken") });
}
