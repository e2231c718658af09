import type * as ast from "@goes/ast";
import type { Report } from "@goes/source";
import { computeInitOrder, type Dependency } from "../init-order.ts";
import type { Info, Initializer } from "../info.ts";
import { invalidType } from "../basic.ts";
import type { TypesObject, Var } from "../object.ts";
import { checkFileLabels } from "../labels.ts";
import { instantiationCycle } from "../monomorph.ts";
import { Package } from "../package.ts";
import type { CheckedPackage, Importer, PackageInput } from "../program.ts";
import { isParameterized } from "../substitute.ts";
import { fileMinor } from "../version.ts";
import { createUniverse } from "../universe.ts";
import { Checker, newEnvironment } from "./checker.ts";
import { checkFuncBody, checkInitializer, reportCycle, resolve } from "./declarations.ts";
import { checkDirectiveForms, checkDirectives } from "./directives.ts";
import { checkAnonymousCycles } from "./interface.ts";
import { showType } from "./operand.ts";
import { collectObjects, reportUnusedImports } from "./resolver.ts";

/**
 * Checks a package (spec, all of it except for what needs other packages' sources). Errors go to `report` in the order in
 * which they are found; sort them by position to print them. Never throws on bad input.
 */
export function checkPackage(input: PackageInput, importer: Importer, report: Report): CheckedPackage {
  const universe = createUniverse();
  const name = input.files[0]?.name.name ?? "";
  const pkg = new Package(input.path, name, universe.scope, input.goVersion);
  const info: Info = {
    types: new Map(),
    defs: new Map(),
    uses: new Map(),
    implicits: new Map(),
    selections: new Map(),
    instances: new Map(),
    scopes: new Map(),
    funcDecls: new Map(),
  };
  const c = new Checker(input, pkg, universe, info, importer, report);
  c.run(() => collectObjects(c));
  const initializers = allInitializers(c);
  if (input.bodies === "all") checkAll(c);
  return {
    pkg,
    files: input.files,
    info,
    initializers: initializers.list,
    checkBody: (func) => {
      const errors = c.errorCount;
      c.run(() => checkFuncBody(c, func.origin));
      // Literals are checked after the bodies that they are in.
      if (c.errorCount > errors) c.faultyBodies.add(func.origin);
      return !c.faultyBodies.has(func.origin);
    },
    checkInitializer: (variable) => {
      c.run(() => ensureInitializer(c, variable));
    },
    initOrder: () => initOrder(c, initializers.of),
  };
}

function checkAll(c: Checker): void {
  const soft: Report = (item) => c.pass(item);
  checkDirectiveForms(c.input.files, c.pkg.path, soft);
  for (const file of c.input.files) checkFileLabels(file, soft);
  c.run(() => {
    // Types first, then the rest in source order: the order decides where a cycle is reported.
    for (const obj of c.objects) if (obj.kind === "typename" && !obj.isAlias) resolve(c, obj);
    for (const obj of c.objects) if (obj.kind === "typename" && obj.isAlias) resolve(c, obj);
    for (const obj of c.objects) if (obj.kind !== "typename") resolve(c, obj);
  });
  for (const func of c.functions) c.run(() => checkFuncBody(c, func));
  reportInitCycles(c);
  // With other errors, cycles may only follow from them.
  const endless = c.errorCount === 0 ? instantiationCycle(c.pkg, c.info) : undefined;
  if (endless !== undefined) c.pass(endless);
  reportUnusedImports(c);
  // gc checks these when all else is correct.
  if (c.errorCount === 0) checkDirectives(c);
  if (c.errorCount === 0) {
    checkAnonymousCycles(c);
    reportLargeTypes(c);
  }
}

/** gc finds these when it lays types out, which it does only for correct programs. */
function reportLargeTypes(c: Checker): void {
  for (const { element, pos } of c.channels) {
    // gc keeps the size of an element in 16 bits.
    if (!isParameterized(undefined, element) && c.types.sizes.sizeof(element) >= 1 << 16) {
      c.softError("TypeTooLarge", pos, "channel element type too large (>64kB)");
    }
  }
  for (const { type, pos } of c.largeArrays) {
    if (isParameterized(undefined, type)) continue;
    const size = c.types.sizes.sizeof(type);
    if (size < 0 || size >= 2 ** 50) {
      c.softError("TypeTooLarge", pos, `type ${showType(c, type)} larger than address space`);
    }
  }
}

function ensureInitializer(c: Checker, variable: Var): void {
  const info = c.decls.get(variable);
  if (info?.node.kind !== "var" || info.bodyChecked) return;
  resolve(c, variable);
  if (info.bodyChecked) return;
  const saved = c.env;
  c.env = newEnvironment(info.scope, info.file, info);
  checkInitializer(c, info, info.node);
  c.env = saved;
}

function allInitializers(c: Checker): {
  readonly list: readonly Initializer[];
  readonly of: ReadonlyMap<Var, Initializer>;
} {
  const list: Initializer[] = [];
  const of = new Map<Var, Initializer>();
  for (const obj of c.objects) {
    if (obj.kind !== "var" || of.has(obj)) continue;
    const node = c.decls.get(obj)?.node;
    if (node?.kind !== "var" || node.init === undefined) continue;
    const initializer = { lhs: node.lhs, rhs: node.init };
    list.push(initializer);
    for (const v of node.lhs) of.set(v, initializer);
  }
  return { list, of };
}

function graphOf(c: Checker, all: ReadonlyMap<Var, Initializer>): Parameters<typeof computeInitOrder>[0] {
  const objects: Dependency[] = [];
  const dependencies = new Map<Dependency, ReadonlySet<Dependency>>();
  const initializers = new Map<Var, Initializer>();
  for (const obj of c.objects) {
    if (obj.kind !== "const" && obj.kind !== "var" && obj.kind !== "func") continue;
    const info = c.decls.get(obj);
    if (info === undefined) continue;
    objects.push(obj);
    dependencies.set(obj, info.deps as ReadonlySet<Dependency>);
    if (obj.kind !== "var") continue;
    const initializer = all.get(obj);
    if (initializer !== undefined && info.bodyChecked) initializers.set(obj, initializer);
  }
  return { objects, dependencies, initializers };
}

function initOrder(c: Checker, all: ReadonlyMap<Var, Initializer>): readonly Initializer[] {
  return computeInitOrder(graphOf(c, all)).order;
}

/** Constants that need each other through function literals, which are checked after the constants have their values. */
function reportConstantCycles(c: Checker): void {
  const done = new Set<TypesObject>();
  // The constants on the path, and those that each still leads to.
  const path: TypesObject[] = [];
  const open = new Set<TypesObject>();
  const rest: Iterator<TypesObject>[] = [];
  const visit = (obj: TypesObject): void => {
    if (open.has(obj)) {
      reportCycle(c, path.slice(path.indexOf(obj)));
      return;
    }
    if (done.has(obj)) return;
    done.add(obj);
    open.add(obj);
    path.push(obj);
    rest.push((c.decls.get(obj)?.deps ?? new Set<TypesObject>()).values());
  };
  for (const obj of c.objects) {
    if (obj.kind !== "const" || obj.knownType === invalidType) continue;
    visit(obj);
    for (let last = rest.at(-1); last !== undefined; last = rest.at(-1)) {
      const { value } = last.next();
      if (value?.kind === "const") visit(value);
      else if (value === undefined) {
        rest.pop();
        open.delete(path.pop()!);
      }
    }
  }
}

function reportInitCycles(c: Checker): void {
  reportConstantCycles(c);
  for (const problem of computeInitOrder(graphOf(c, allInitializers(c).of)).problems) {
    c.pass(problem);
  }
}

/**
 * Whether the variables of a three-clause loop are new in each iteration: since Go 1.22. `version` is that of the
 * module; a file's own version goes before.
 */
export function loopVarPerIteration(file: ast.File, version: string | undefined): boolean {
  return fileMinor(file.goVersion, version) >= 22;
}
