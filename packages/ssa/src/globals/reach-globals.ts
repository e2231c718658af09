import { DataBuilder } from "@goes/ir";
import type { CheckedPackage, Func, Initializer, Package, Var } from "@goes/types";
import { alignOf, pointerOffsets, sizeOf, typeOf } from "../layout/ir-types.ts";
import { linkedVariable } from "../linking/linkname.ts";
import { globalSymbol } from "../names/symbols.ts";
import type { DataContext } from "../program/data-context.ts";
import type { PackageInitState } from "../program/data-state.ts";
import { writeEmbedded } from "./embedded.ts";

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
  new DataBuilder(ctx.module, 0).define(name, {
    size: sizeOf(ctx, type),
    align: alignOf(ctx, type),
    pointers: pointerOffsets(ctx, type),
    kind: "variable",
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

/** Puts the initialiser on the worklist, once. */
export function reachInitializer(ctx: DataContext, state: PackageInitState, initializer: Initializer): void {
  const { seen } = state;
  if (seen.has(initializer.rhs)) return;
  seen.add(initializer.rhs);
  const number = seen.size;
  ctx.enqueue(() => {
    ctx.buildVariables({ state, initializer, number });
  });
}

/** What is known of the initialisation of a package. */
export function packageInit(ctx: DataContext, pkg: Package): PackageInitState {
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
