import * as ir from "@goes/ir";
import type { CheckedPackage } from "@goes/types";
import { Emitter } from "../function/emitter.ts";
import { symbolPath } from "../names/type-text.ts";
import type { DataContext } from "../program/data-context.ts";
import { packageInit, reachInitializer } from "./reach-globals.ts";

/** Before the worklist is drained: makes initialisers and `init` functions of all packages reachable as they must be. */
export function startInitialization(ctx: DataContext): void {
  for (const checked of ctx.packages) {
    const { pkg } = checked;
    const state = packageInit(ctx, pkg);
    for (const func of state.initFuncs) ctx.useFunc(func, []);
    if (ctx.isLibrary(pkg)) continue;
    for (const initializer of new Set(state.initializers.values())) {
      reachInitializer(ctx, state, initializer);
    }
    for (const object of pkg.scope.objects()) {
      if (object.kind !== "func") continue;
      const decl = checked.info.funcDecls.get(object);
      if (decl?.directives.some(({ name }) => name === "go:wasmexport") ?? false) ctx.useFunc(object, []);
    }
  }
}

/** When the worklist is empty: writes the `pkg.init` functions and `goes.init`, which calls them in dependency order. */
export function finishInitialization(ctx: DataContext): void {
  const inits: string[] = [];
  for (const checked of initializationOrder(ctx.packages)) {
    const { dynamic, initFuncs } = packageInit(ctx, checked.pkg);
    if (dynamic.size === 0 && initFuncs.length === 0) continue;
    const calls: string[] = [];
    const called = new Set<string>();
    for (const { rhs } of checked.initOrder()) {
      const symbol = dynamic.get(rhs);
      if (symbol === undefined || called.has(symbol)) continue;
      called.add(symbol);
      calls.push(symbol);
    }
    for (const func of initFuncs) calls.push(ctx.useFunc(func, []));
    const name = `${symbolPath(checked.pkg)}.init`;
    addCaller(ctx, name, calls);
    inits.push(name);
  }
  addCaller(ctx, "goes.init", inits);
}

/**
 * The order in which packages are initialised (spec, "Program initialization"): always the first one by import path of
 * those whose imports have been initialised; the runtime before all.
 */
function initializationOrder(packages: readonly CheckedPackage[]): readonly CheckedPackage[] {
  const importers = new Map<string, CheckedPackage[]>();
  const missing = new Map<CheckedPackage, number>();
  const ready: CheckedPackage[] = [];
  const paths = new Set(packages.map(({ pkg }) => pkg.path));
  for (const checked of packages) {
    const imports = checked.pkg.imports.map(({ path }) => path).filter((path) => paths.has(path));
    missing.set(checked, imports.length);
    if (imports.length === 0) ready.push(checked);
    for (const path of imports) {
      const list = importers.get(path);
      if (list === undefined) importers.set(path, [checked]);
      else list.push(checked);
    }
  }
  const rank = ({ pkg }: CheckedPackage): string => (pkg.path === "runtime" ? "" : pkg.path);
  const order: CheckedPackage[] = [];
  while (ready.length > 0) {
    const next = ready.reduce((best, item) => (rank(item) < rank(best) ? item : best));
    ready.splice(ready.indexOf(next), 1);
    order.push(next);
    for (const importer of importers.get(next.pkg.path) ?? []) {
      const left = missing.get(importer)! - 1;
      missing.set(importer, left);
      if (left === 0) ready.push(importer);
    }
  }
  return order;
}

/** Adds a function that calls others. */
function addCaller(ctx: DataContext, name: string, callees: readonly string[]): void {
  const func = new ir.Func(name, [], []);
  func.origin = "compiler";
  func.runsOnce = true;
  ctx.module.funcs.set(name, func);
  const to = new Emitter(func);
  for (const sym of callees) to.emit("call", ir.types.void, [], { sym });
  to.ret([]);
  to.finish();
}
