import type { Directive, FuncDecl } from "@goes/ast";
import * as ir from "@goes/ir";
import { diagnostic } from "@goes/source";
import {
  methodsOf,
  signatureOf,
  type Func,
  type Package,
  type Signature,
  type Type,
  type Var,
} from "@goes/types";
import type { Emitter } from "../emitter.ts";
import type { DataContext } from "./data-context.ts";
import { emitHash } from "./hash.ts";
import { typeTableSymbol } from "./write-descriptors.ts";
import { irType, layoutSymbol, lowerSignature, typeOf } from "./ir-types.ts";
import { noteLateFunc } from "./late.ts";
import { funcSymbol } from "./symbols.ts";
import { usesReflection } from "./reflection.ts";
import { markReflected, typeDescriptor } from "./type-descriptors.ts";
import { symbolPath } from "./type-text.ts";

/** How a function without body is called. */
export type BodylessFunc =
  /** Through {@link emitIntrinsic}. */
  | { readonly kind: "intrinsic"; readonly op: string }
  /** Another function, or a host import. */
  | { readonly kind: "function"; readonly symbol: string }
  /** Not at all: reported. */
  | { readonly kind: "missing" };

/** What the directives of a body-less function say; undefined for functions with a body. */
export function bodylessFunc(ctx: DataContext, func: Func): BodylessFunc | undefined {
  const decl = declOf(ctx, func);
  if (decl === undefined || decl.bodyPos !== undefined) return undefined;
  for (const { name, text } of decl.directives) {
    if (name === "goes:intrinsic") return { kind: "intrinsic", op: text };
    if (name === "goes:linked") {
      const symbol = funcSymbol(ctx, func, []);
      noteLateFunc(ctx, func, symbol, text);
      return { kind: "function", symbol };
    }
    if (name === "go:wasmimport") return { kind: "function", symbol: importFunc(ctx, func, text) };
  }
  const link = linkTarget(ctx, func, decl);
  if (link !== undefined) return { kind: "function", symbol: link };
  ctx.report(diagnostic("MissingFunctionBody", decl.name.pos, "missing function body"));
  return { kind: "missing" };
}

function declOf(ctx: DataContext, func: Func): FuncDecl | undefined {
  const { pkg } = func.origin;
  return pkg === undefined ? undefined : ctx.checkedPackage(pkg).info.funcDecls.get(func.origin);
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

/**
 * The symbol of the function that a linkname connects with `func`: named by a directive at `func`, or by one at the
 * function with the body, in another package.
 */
function linkTarget(ctx: DataContext, func: Func, decl: FuncDecl): string | undefined {
  const own = `${func.pkg === undefined ? "" : symbolPath(func.pkg)}.${func.name}`;
  for (const file of ctx.checkedPackage(func.pkg!).files) {
    if (decl.pos < file.pos || decl.pos >= file.end) continue;
    for (const directive of file.directives) {
      const link = linkname(directive);
      if (link?.local === func.name && link.target !== undefined) {
        return namedFunc(ctx, link.target) ?? link.target;
      }
    }
  }
  ctx.data.linknames ??= collectLinknames(ctx);
  const source = ctx.data.linknames.get(own);
  return source === undefined ? undefined : ctx.useFunc(source, []);
}

/** The variable of another package that a linkname at the declaration of a variable without value names. */
export function linkedVariable(ctx: DataContext, variable: Var): Var | undefined {
  const { pkg, name, pos } = variable;
  if (pkg === undefined || ctx.isLibrary(pkg)) return undefined;
  const { files } = ctx.checkedPackage(pkg);
  const file = files.find((candidate) => candidate.pos <= pos && pos < candidate.end);
  for (const directive of file?.directives ?? []) {
    const link = linkname(directive);
    if (link?.local !== name || link.target === undefined) continue;
    const dot = link.target.lastIndexOf(".");
    const path = link.target.slice(0, dot);
    const other = ctx.packages.find((checked) => symbolPath(checked.pkg) === path)?.pkg;
    const object = other?.scope.lookup(link.target.slice(dot + 1));
    if (object?.kind === "var" && object !== variable) return object;
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

/** All functions with a body that a linkname offers under a name of another package. */
function collectLinknames(ctx: DataContext): Map<string, Func> {
  const result = new Map<string, Func>();
  for (const { pkg, files, info } of ctx.packages) {
    for (const file of files) {
      for (const directive of file.directives) {
        const link = linkname(directive);
        if (link?.target === undefined) continue;
        const object = pkg.scope.lookup(link.local);
        if (object?.kind === "func" && info.funcDecls.get(object)?.bodyPos !== undefined) {
          result.set(link.target, object);
        }
      }
    }
  }
  return result;
}

/** Makes the function `path.name`, `path.T.name` or `path.(*T).name` reachable. */
function namedFunc(ctx: DataContext, target: string): string | undefined {
  const dot = target.indexOf(".", target.lastIndexOf("/") + 1);
  const path = target.slice(0, dot);
  const rest = target.slice(dot + 1);
  const pkg = ctx.packages.find((checked) => symbolPath(checked.pkg) === path)?.pkg;
  if (pkg === undefined) return undefined;
  const method = /^\(?\*?([^().]+)\)?\.(.+)$/.exec(rest);
  const object = method === null ? pkg.scope.lookup(rest) : methodObject(pkg, method[1]!, method[2]!);
  return object?.kind === "func" ? ctx.useFunc(object, []) : undefined;
}

function methodObject(pkg: Package, typeName: string, name: string): Func | undefined {
  const type = pkg.scope.lookup(typeName)?.type;
  return type?.kind === "named" ? methodsOf(type).find((method) => method.name === name) : undefined;
}

/** A call of an intrinsic function: its result, `void` where it has none. */
export function emitIntrinsic(
  ctx: DataContext,
  to: Emitter,
  op: string,
  signature: Signature,
  typeArgs: readonly Type[],
  args: readonly ir.Value[],
): ir.Value {
  switch (op) {
    case "hash":
      return emitHash(ctx, to, typeArgs[0]!, args[0]!, args[1]!);
    case "typeof":
      if (usesReflection(ctx)) markReflected(ctx, typeArgs[0]!);
      return to.global(typeDescriptor(ctx, typeArgs[0]!));
    case "types":
      return to.global(typeTableSymbol);
    case "layoutof": {
      const symbol = ctx.module.layoutSymbol(layoutSymbol(ctx, typeArgs[0]!));
      return symbol === undefined ? to.nil() : to.global(symbol);
    }
    case "call0":
      return to.emit("call.closure", ir.types.void, [...args], { sig: { params: [], results: [] } });
    case "unreachable":
      to.unreachable();
      return to.emit("zero", ir.types.ptr);
    default:
      break;
  }
  const result = signature.results.vars[0];
  const type = result === undefined ? ir.types.void : irType(ctx, typeOf(result));
  if (!ir.isOpcode(op) || type === undefined) {
    ctx.report(diagnostic("Unsupported", to.pos, `unknown intrinsic ${op}`));
    return to.emit("zero", type ?? ir.types.ptr);
  }
  const { effect } = ir.opSpec(op);
  return to.emit(effect === "pure" ? "intrinsic" : "intrinsic.effect", type, [...args], { imm: op });
}

/** What `//go:noinline`, `//go:wasmexport` and the like say of a function with body is set on its IR form. */
export function applyDirectives(ctx: DataContext, func: Func, target: ir.Func): void {
  for (const { name, text } of declOf(ctx, func)?.directives ?? []) {
    if (name === "go:noinline") target.noinline = true;
    if (name === "goes:suspends") {
      target.suspends = text === "never" ? "never" : "always";
      target.noinline = true;
    }
    if (name === "go:wasmexport") target.exportName = text.split(/\s+/)[0]!;
  }
}
