import { notWritten } from "./stub.ts";
import type { Func } from "./object.ts";
import type { Package } from "./package.ts";
import type { InterfaceType, NamedType, Signature, Type, TypeParam } from "./type.ts";

/** The type that an alias stands for (through chains of aliases); any other type as it is. */
export function unalias(type: Type): Type {
  return notWritten(type);
}

/**
 * The underlying type: never a named type, an alias or a type parameter (whose underlying type is its constraint
 * interface). Completes declarations and instances on first use; invalid for cycles.
 */
export function underlying(type: Type): Exclude<Type, NamedType> {
  return notWritten(type);
}

/** The interface that constrains `param`; a constraint that is no interface is wrapped into one. */
export function constraintInterface(param: TypeParam): InterfaceType {
  return notWritten(param);
}

/** The declared methods, those of an instance with its type arguments in place. Not the methods of interfaces. */
export function methodsOf(type: NamedType): readonly Func[] {
  return notWritten(type);
}

/** The declared method of that name, and its index among {@link methodsOf}. */
export function methodNamed(
  type: NamedType,
  pkg: Package | undefined,
  name: string,
  foldCase = false,
): { readonly method: Func; readonly index: number } | undefined {
  return notWritten(type, pkg, name, foldCase);
}

/** The type of a function or method, computed now if its declaration has not been checked yet. */
export function signatureOf(func: Func): Signature {
  return notWritten(func);
}

/**
 * Two names of fields or methods are the same: exported ones by their letters, others only within one package
 * (spec, "Uniqueness of identifiers"). With `foldCase`, letters count irrespective of case, and packages not.
 */
export function sameName(
  name: string,
  pkg: Package | undefined,
  otherName: string,
  otherPkg: Package | undefined,
  foldCase = false,
): boolean {
  return notWritten(name, pkg, otherName, otherPkg, foldCase);
}
