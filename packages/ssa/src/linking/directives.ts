import type { FuncDecl } from "@goes/ast";
import * as ir from "@goes/ir";
import { diagnostic } from "@goes/source";
import { signatureOf, type Func } from "@goes/types";
import type { DataContext } from "../program/data-context.ts";
import { lowerSignature } from "../layout/ir-types.ts";
import { noteConditionalFunc } from "./conditional-linking.ts";
import { linkSymbol } from "./link-adapter.ts";
import { declOf, linkTarget } from "./linkname.ts";
import { funcSymbol } from "../names/symbols.ts";

/** How a function without body is called. */
export type BodylessFunc =
  /** Through `emitIntrinsic`. */
  | { readonly kind: "intrinsic"; readonly op: string }
  /** Another function, or a host import; a symbol that nothing defines is reported at the end. */
  | { readonly kind: "function"; readonly symbol: string };

/** What the directives of a body-less function say; undefined for functions with a body. */
export function bodylessFunc(ctx: DataContext, func: Func): BodylessFunc | undefined {
  const known = ctx.data.bodyless.get(func);
  if (known !== undefined) return known;
  const decl = declOf(ctx, func);
  if (decl === undefined || decl.bodyPos !== undefined) return undefined;
  const found = findBodyless(ctx, func, decl);
  ctx.data.bodyless.set(func, found);
  return found;
}

function findBodyless(ctx: DataContext, func: Func, decl: FuncDecl): BodylessFunc {
  for (const { name, text } of decl.directives) {
    if (name === "goes:intrinsic") return { kind: "intrinsic", op: text };
    if (name === "goes:linkif") {
      const symbol = funcSymbol(ctx, func, []);
      noteConditionalFunc(ctx, func, symbol, text);
      return { kind: "function", symbol };
    }
    if (name === "go:wasmimport") return { kind: "function", symbol: importFunc(ctx, func, text) };
  }
  const target = linkTarget(ctx, func);
  switch (target.kind) {
    case "func": {
      const found = bodylessFunc(ctx, target.func);
      if (found?.kind === "intrinsic") return found;
      const symbol = found?.symbol ?? ctx.useFunc(target.func, []);
      const adapted = linkSymbol(ctx, func, target.func, symbol);
      if (adapted !== undefined) return { kind: "function", symbol: adapted };
      const message = `linkname ${func.name}: ${symbol} has parameters or results of other types`;
      ctx.report(diagnostic("InvalidReference", decl.name.pos, message));
      return { kind: "function", symbol };
    }
    case "missing":
      ctx.data.missingSymbols.set(funcSymbol(ctx, func, []), target.symbol);
      return { kind: "function", symbol: funcSymbol(ctx, func, []) };
    case "made":
      return { kind: "function", symbol: target.symbol };
  }
}

function importFunc(ctx: DataContext, func: Func, text: string): string {
  const symbol = funcSymbol(ctx, func, []);
  if (ctx.module.funcs.has(symbol)) return symbol;
  const [module, name] = text.split(/\s+/);
  const { params, results } = lowerSignature(ctx, signatureOf(func));
  const made = new ir.Func(symbol, params, results);
  made.origin = "compiler";
  made.importName = { module: module ?? "", name: name ?? "" };
  made.pos = func.pos;
  ctx.module.funcs.set(symbol, made);
  return symbol;
}

/** Whether what is converted to uintptr in calls of the function is to live until it returns: `//go:uintptrescapes`. */
export function holdsArguments(ctx: DataContext, func: Func): boolean {
  return declOf(ctx, func)?.directives.some(({ name }) => name === "go:uintptrescapes") === true;
}

/** What `//go:noinline`, `//go:wasmexport` and the like say of a function with body is set on its IR form. */
export function applyDirectives(ctx: DataContext, func: Func, target: ir.Func): void {
  for (const { name, text } of declOf(ctx, func)?.directives ?? []) {
    if (name === "go:noinline") target.noinline = true;
    if (name === "goes:nobarrier") target.unbarriered = true;
    if (name === "goes:collects") target.collects = target.noinline = true;
    if (name === "goes:suspends") {
      target.suspends = text === "never" ? "never" : "always";
      target.noinline = true;
    }
    if (name === "go:wasmexport") target.exportName = text.split(/\s+/)[0]!;
  }
}
