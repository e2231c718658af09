import type { Directive, FuncDecl } from "@goes/ast";
import { diagnostic, noPos } from "@goes/source";
import { methodsOf, type Func, type Package, type Var } from "@goes/types";
import type { DataContext } from "../program/data-context.ts";
import { symbolPath } from "../names/type-text.ts";

// `//go:linkname local target` gives a function or a variable the symbol `target` instead of `path.local`. A function with a body then
// defines that symbol, one without refers to it. As gc's linker does it, programs may refer only to those symbols of the standard library
// that it offers: by a linkname at the definition, `//go:linkname local` included.

/** What the linknames of a program say. */
export interface Linknames {
  /** Functions with a body that define the symbol of a linkname. */
  readonly definitions: ReadonlyMap<string, Func>;
  /** Symbols that a linkname at their definition offers. */
  readonly offered: ReadonlySet<string>;
}

/** What the symbol of a function without a body is defined by. */
type LinkTarget =
  | { readonly kind: "func"; readonly func: Func }
  /** The builder. */
  | { readonly kind: "made"; readonly symbol: string }
  | { readonly kind: "missing"; readonly symbol: string };

/** What defines the symbol of `func`, which has no body. A reference that is not allowed is reported. */
export function linkTarget(ctx: DataContext, func: Func): LinkTarget {
  const symbol = symbolOf(ctx, func);
  const { definitions } = linknamesOf(ctx);
  if (func.pkg !== undefined) checkReference(ctx, func.pkg, symbol);
  const seen = new Set<string>();
  for (let name = symbol; !seen.has(name);) {
    seen.add(name);
    const definition = definitions.get(name);
    if (definition !== undefined) return { kind: "func", func: definition };
    if (name.startsWith("goes.")) return { kind: "made", symbol: name };
    const object = funcOfSymbol(ctx, name);
    if (object === undefined || object === func) break;
    const decl = declOf(ctx, object);
    const isDefinition =
      decl === undefined || decl.bodyPos !== undefined || decl.directives.some(isImplementation);
    if (isDefinition) return { kind: "func", func: object };
    name = symbolOf(ctx, object);
  }
  return { kind: "missing", symbol };
}

/** Directives that say where a function without a body comes from. */
function isImplementation({ name }: Directive): boolean {
  return name === "goes:intrinsic" || name === "goes:linkif" || name === "go:wasmimport";
}

/** The declaration of a function. */
export function declOf(ctx: DataContext, func: Func): FuncDecl | undefined {
  const { pkg } = func.origin;
  return pkg === undefined ? undefined : ctx.checkedPackage(pkg).info.funcDecls.get(func.origin);
}

/** The variable of another package whose symbol a linkname gives to a variable without value. */
export function linkedVariable(ctx: DataContext, variable: Var): Var | undefined {
  const { pkg } = variable;
  if (pkg === undefined || ctx.isLibrary(pkg)) return undefined;
  const target = linknameAt(ctx, variable);
  if (target === undefined) return undefined;
  const dot = target.indexOf(".", target.lastIndexOf("/") + 1);
  const object = packageOfPath(ctx, target.slice(0, dot))?.scope.lookup(target.slice(dot + 1));
  if (object?.kind !== "var" || object === variable) return undefined;
  checkReference(ctx, pkg, target);
  return object;
}

/** Reports what refers to symbols that nothing defines, when everything has been built. */
export function reportMissingSymbols(ctx: DataContext): void {
  const { missingSymbols } = ctx.data;
  if (missingSymbols.size === 0) return;
  const unused = new Map(missingSymbols);
  for (const func of ctx.module.funcs.values()) {
    const found = new Set<string>();
    for (const block of func.blocks) {
      for (const { sym } of block.values) if (sym !== undefined && missingSymbols.has(sym)) found.add(sym);
    }
    for (const name of found) {
      unused.delete(name);
      const message = `${func.name}: relocation target ${missingSymbols.get(name)!} not defined`;
      ctx.report(diagnostic("UndefinedSymbol", noPos, message));
    }
  }
  for (const [name, symbol] of unused) {
    const message = `${name}: relocation target ${symbol} not defined`;
    ctx.report(diagnostic("UndefinedSymbol", noPos, message));
  }
}

/** Reports a reference from a package of the user to a symbol that the standard library does not offer. */
function checkReference(ctx: DataContext, from: Package, symbol: string): void {
  if (ctx.isStandard(from)) return;
  const { offered } = linknamesOf(ctx);
  const owner = packageOfPath(ctx, symbol.slice(0, symbol.indexOf(".", symbol.lastIndexOf("/") + 1)));
  const exists = owner !== undefined && ctx.isStandard(owner) && objectOfSymbol(ctx, symbol) !== undefined;
  if (!exists || offered.has(symbol)) return;
  const message = `link: ${symbolPath(from)}: invalid reference to ${symbol}`;
  if (ctx.data.refusedSymbols.has(message)) return;
  ctx.data.refusedSymbols.add(message);
  ctx.report(diagnostic("InvalidReference", noPos, message));
}

/** The symbol of a function: that of the linkname at it, or its path. */
function symbolOf(ctx: DataContext, func: Func): string {
  return linknameAt(ctx, func) ?? pathOf(func);
}

function pathOf({ pkg, name }: Func | Var): string {
  return `${pkg === undefined ? "" : symbolPath(pkg)}.${name}`;
}

/** What a linkname in the file of the declaration says of a function or variable. */
function linknameAt(ctx: DataContext, { pkg, name, pos }: Func | Var): string | undefined {
  if (pkg === undefined) return undefined;
  const { files } = ctx.checkedPackage(pkg);
  const file = files.find((candidate) => candidate.pos <= pos && pos < candidate.end);
  for (const directive of file?.directives ?? []) {
    const link = linkname(directive);
    if (link?.local === name && link.target !== undefined) return link.target;
  }
  return undefined;
}

function linkname({
  name,
  text,
}: Directive): { readonly local: string; readonly target: string | undefined } | undefined {
  if (name !== "go:linkname") return undefined;
  const [local, target] = text.split(/\s+/);
  return local === undefined ? undefined : { local, target };
}

function linknamesOf(ctx: DataContext): Linknames {
  return (ctx.data.linknames ??= collectLinknames(ctx));
}

function collectLinknames(ctx: DataContext): Linknames {
  const definitions = new Map<string, Func>();
  const offered = new Set<string>();
  for (const { pkg, files, info } of ctx.packages) {
    for (const directive of files.flatMap((file) => file.directives)) {
      const link = linkname(directive);
      if (link === undefined) continue;
      const { local, target } = link;
      const object = pkg.scope.lookup(local) ?? methodOf(pkg, local);
      if (object?.kind === "func") {
        const decl = info.funcDecls.get(object);
        const isDefined = decl?.bodyPos !== undefined;
        if (isDefined && target !== undefined) definitions.set(target, object);
        if (isDefined || target === undefined) offered.add(target ?? pathOf(object));
      } else if (object?.kind === "var" && target === undefined) {
        offered.add(pathOf(object));
      } else if (object === undefined && target === undefined) {
        // A method, as `(*T).name` or `T.name`.
        offered.add(`${symbolPath(pkg)}.${local}`);
      }
    }
  }
  return { definitions, offered };
}

function packageOfPath(ctx: DataContext, path: string): Package | undefined {
  return ctx.packages.find((checked) => symbolPath(checked.pkg) === path)?.pkg;
}

/** The function `path.name`, `path.T.name` or `path.(*T).name`. */
function funcOfSymbol(ctx: DataContext, symbol: string): Func | undefined {
  const object = objectOfSymbol(ctx, symbol);
  return object?.kind === "func" ? object : undefined;
}

function objectOfSymbol(ctx: DataContext, symbol: string): Func | Var | undefined {
  const dot = symbol.indexOf(".", symbol.lastIndexOf("/") + 1);
  const pkg = packageOfPath(ctx, symbol.slice(0, dot));
  if (pkg === undefined) return undefined;
  const rest = symbol.slice(dot + 1);
  const object = pkg.scope.lookup(rest) ?? methodOf(pkg, rest);
  return object?.kind === "func" || object?.kind === "var" ? object : undefined;
}

function methodOf(pkg: Package, text: string): Func | undefined {
  const match = /^\(?\*?([^().]+)\)?\.(.+)$/.exec(text);
  const type = match === null ? undefined : pkg.scope.lookup(match[1]!)?.type;
  return type?.kind === "named" ? methodsOf(type).find((method) => method.name === match![2]) : undefined;
}
