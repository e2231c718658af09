import * as ir from "@goes/ir";
import type { CheckedPackage, Func, Initializer, Package, Var } from "@goes/types";
import { Emitter } from "../function/emitter.ts";
import { writeEmbedded } from "./embedded.ts";
import type { DataContext } from "../program/data-context.ts";
import { linkedVariable } from "../linking/linkname.ts";
import { alignOf, pointerOffsets, sizeOf, typeOf } from "../layout/ir-types.ts";
import type { PackageInitState } from "../program/data-state.ts";
import { tryStaticInitializer } from "./static-initializers.ts";
import { globalSymbol } from "../names/symbols.ts";
import { symbolPath } from "../names/type-text.ts";

/** The data symbol of a package-level variable, which becomes reachable, its initialiser too. */
export function reachGlobal(ctx: DataContext, variable: Var): string {
  const known = ctx.data.globals.get(variable);
  if (known !== undefined) return known;
  const linked = linkedVariable(ctx, variable);
  if (linked !== undefined) {
    const symbol = reachGlobal(ctx, linked);
    ctx.data.globals.set(variable, symbol);
    return symbol;
  }
  let name = globalSymbol(variable);
  // Blank variables share their name.
  if (variable.name === "_") name = `${name}.${ctx.data.globals.size}`;
  ctx.data.globals.set(variable, name);
  const type = typeOf(variable);
  ctx.module.data.set(name, {
    name,
    size: sizeOf(ctx, type),
    align: alignOf(ctx, type),
    bytes: new Uint8Array(0),
    relocations: [],
    pointers: pointerOffsets(ctx, type),
    constant: false,
  });
  const { pkg } = variable;
  const embedded = ctx.embeds.get(variable.pos);
  if (embedded !== undefined) {
    writeEmbedded(ctx, name, type, embedded);
    return name;
  }
  if (pkg !== undefined) {
    const state = packageInit(ctx, pkg);
    const initializer = state.initializers.get(variable);
    if (initializer !== undefined) reachInitializer(ctx, state, initializer);
  }
  return name;
}

function reachInitializer(ctx: DataContext, state: PackageInitState, initializer: Initializer): void {
  const { checked, dynamic, seen } = state;
  if (seen.has(initializer.rhs)) return;
  seen.add(initializer.rhs);
  const number = seen.size;
  ctx.enqueue(() => {
    // Initialisers of library packages are checked when they are needed.
    const { faults } = ctx;
    for (const variable of initializer.lhs) checked.checkInitializer(variable);
    if (ctx.faults > faults) return;
    if (tryStaticInitializer(ctx, checked, initializer)) return;
    const first = initializer.lhs.find(({ name }) => name !== "_");
    const name = first === undefined ? `${symbolPath(checked.pkg)}._${number}` : globalSymbol(first);
    const symbol = `${name}·init`;
    dynamic.set(initializer.rhs, symbol);
    ctx.define(symbol, () => {
      ctx.buildInitializer(symbol, checked, initializer);
    });
  });
}

function packageInit(ctx: DataContext, pkg: Package): PackageInitState {
  const { packageInits } = ctx.data;
  const known = packageInits.get(pkg);
  if (known !== undefined) return known;
  const checked = ctx.checkedPackage(pkg);
  const initializers = new Map<Var, Initializer>();
  for (const initializer of checked.initializers) {
    for (const variable of initializer.lhs) initializers.set(variable, initializer);
  }
  const state: PackageInitState = {
    checked,
    initializers,
    dynamic: new Map(),
    seen: new Set(),
    initFuncs: initFuncsOf(checked),
  };
  packageInits.set(pkg, state);
  return state;
}

function initFuncsOf(checked: CheckedPackage): Func[] {
  const result: Func[] = [];
  for (const file of checked.files) {
    for (const decl of file.decls) {
      if (decl.kind !== "FuncDecl" || decl.receiver !== undefined || decl.name.name !== "init") continue;
      const object = checked.info.defs.get(decl.name);
      if (object?.kind === "func" && decl.bodyPos !== undefined) result.push(object);
    }
  }
  return result;
}

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
