import { InternalError } from "@goes/source";
import {
  pointerElement,
  signatureOf,
  unalias,
  type Func,
  type NamedType,
  type Package,
  type Type,
  type Var,
} from "@goes/types";
import type { DataContext } from "../program/data-context.ts";
import { implicitArgs, isPackageLevel, localNumber } from "./local-types.ts";
import {
  isExported,
  qualifiedMember,
  signatureText,
  symbolPath,
  typeText,
  type TypeTextStyle,
} from "./type-text.ts";

/** Canonical text of a type, with full package paths: equal iff the types are identical. */
export function typeKey(ctx: DataContext, type: Type): string {
  const { keys } = ctx.data;
  const known = keys.get(type);
  if (known !== undefined) return known;
  const key = typeText(type, keyStyle(ctx));
  keys.set(type, key);
  return key;
}

function keyStyle(ctx: DataContext): TypeTextStyle {
  return {
    named: (type) => namedKey(ctx, type),
    part: (type) => typeKey(ctx, type),
    field: (name, pkg) => qualifiedMember(name, pkg),
    embedded: embeddedKey,
    method: (name, pkg) => qualifiedMember(name, pkg),
  };
}

/**
 * An embedded field is written as its type, unless that does not say its name: embedded aliases, and predeclared
 * types, whose field is not exported and thus another one in each package; instances and local types too, as gc does.
 */
function embeddedKey(field: Var, text: string): string {
  const type = unalias(field.type!);
  const named = type.kind === "pointer" ? unalias(type.element) : type;
  const isNatural =
    named.kind === "named" &&
    named.obj.name === field.name &&
    named.typeArgs.length === 0 &&
    isPackageLevel(named.obj) &&
    (field.exported || named.obj.pkg === field.pkg);
  return isNatural ? text : `${qualifiedMember(field.name, field.pkg)} = ${text}`;
}

function namedKey(ctx: DataContext, type: NamedType): string {
  const { obj } = type;
  if (obj.pkg === undefined) return obj.name;
  const suffix = isPackageLevel(obj) ? "" : `·${localNumber(ctx, type)}`;
  return `${symbolPath(obj.pkg)}.${obj.name}${namedArgsText(ctx, type)}${suffix}`;
}

/** The type arguments of a defined type: those of the function around its declaration come before a semicolon. */
function namedArgsText(ctx: DataContext, type: NamedType): string {
  const implicit = implicitArgs(ctx, type);
  const own = typeArgsText(ctx, type.typeArgs);
  if (implicit.length === 0) return own;
  const around = typeArgsText(ctx, implicit);
  return own === "" ? around : `${around.slice(0, -1)};${own.slice(1)}`;
}

/** `[int,string]`, or nothing. */
function typeArgsText(ctx: DataContext, typeArgs: readonly Type[]): string {
  return typeArgs.length === 0 ? "" : `[${typeArgs.map((arg) => typeKey(ctx, arg)).join(",")}]`;
}

/** A type as `reflect.Type.String` prints it: packages by their name, type arguments by their path. */
export function reflectString(ctx: DataContext, type: Type): string {
  const style: TypeTextStyle = {
    named: (type) => {
      const { obj } = type;
      return obj.pkg === undefined ? obj.name : `${obj.pkg.name}.${obj.name}${namedArgsText(ctx, type)}`;
    },
    part: (part) => typeText(part, style),
    field: (name) => name,
    embedded: (_field, text) => text,
    method: (name, pkg) => (pkg === undefined || isExported(name) ? name : `${pkg.name}.${name}`),
  };
  return typeText(type, style);
}

/** The name of a defined type as `reflect.Type.Name` returns it; empty for others but predeclared ones. */
export function reflectName(ctx: DataContext, type: Type): string {
  const actual = unalias(type);
  if (actual.kind === "basic") return actual.basic === "unsafe.Pointer" ? "Pointer" : actual.basic;
  return actual.kind === "named" ? actual.obj.name + namedArgsText(ctx, actual) : "";
}

/** What calls through interfaces find a method by: `Name(int) string`, unexported names with their package. */
export function selectorOf(ctx: DataContext, method: Func): string {
  return qualifiedMember(method.name, method.pkg) + signatureText(signatureOf(method), keyStyle(ctx));
}

/** How a receiver type begins the symbol of a method: `main.T`, `main.(*T[int])`, or the whole type in parentheses. */
export function receiverText(ctx: DataContext, type: Type): string {
  const actual = unalias(type);
  if (actual.kind === "named") return typeKey(ctx, actual);
  if (actual.kind === "pointer") {
    const element = unalias(actual.element);
    if (element.kind === "named" && element.obj.pkg !== undefined) {
      const path = symbolPath(element.obj.pkg);
      return `${path}.(*${typeKey(ctx, element).slice(path.length + 1)})`;
    }
  }
  return `(${typeKey(ctx, actual)})`;
}

/** The symbol of a function or declared method (the origin of those of instances); `typeArgs` as for `useFunc`. */
export function funcSymbol(ctx: DataContext, func: Func, typeArgs: readonly Type[]): string {
  const { pkg, name } = func;
  if (pkg === undefined) throw new InternalError("ssa", `the function ${name} has no package`);
  const receiver = signatureOf(func).receiver;
  const path = symbolPath(pkg);
  if (receiver === undefined) {
    if (name === "init" || name === "_") return `${path}.${name}.${initIndex(ctx, func, pkg)}`;
    return `${path}.${name}${typeArgsText(ctx, typeArgs)}`;
  }
  const type = receiver.type!;
  const element = pointerElement(type);
  const named = unalias(element ?? type);
  if (named.kind !== "named") throw new InternalError("ssa", `the receiver of ${name} has no name`);
  const base = named.obj.name + typeArgsText(ctx, typeArgs);
  return element === undefined ? `${path}.${base}.${name}` : `${path}.(*${base}).${name}`;
}

/** The index of a function among the `init` (or `_`) functions of its package. */
function initIndex(ctx: DataContext, func: Func, pkg: Package): number {
  const checked = ctx.checkedPackage(pkg);
  let index = 0;
  for (const file of checked.files) {
    for (const decl of file.decls) {
      if (decl.kind !== "FuncDecl" || decl.receiver !== undefined || decl.name.name !== func.name) continue;
      if (checked.info.funcDecls.get(func) === decl) return index;
      index++;
    }
  }
  return index;
}

/** The symbol of the number `index` (from 1) function literal of `outer`; nested literals count on: `f.func1.2`. */
export function closureSymbol(outer: string, index: number): string {
  return /\.func\d+(\.\d+)*$/.test(outer) ? `${outer}.${index}` : `${outer}.func${index}`;
}

/** The symbol of a package-level variable. */
export function globalSymbol(variable: Var): string {
  return `${variable.pkg === undefined ? "" : symbolPath(variable.pkg)}.${variable.name}`;
}
