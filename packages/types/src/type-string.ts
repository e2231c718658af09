import { notWritten } from "./stub.ts";
import type { TypesObject } from "./object.ts";
import type { Package } from "./package.ts";
import type { Signature, Type } from "./type.ts";

/** How a package is written before its names; "" leaves it out. */
export type Qualifier = (pkg: Package) => string;

/** Writes no package for names of `pkg` itself, and for others their name. */
export function relativeTo(pkg: Package | undefined): Qualifier {
  return (other) => (other === pkg ? "" : other.name);
}

/** A type as gc prints it in messages. The default qualifier writes the package path. */
export function typeString(type: Type, qualifier?: Qualifier): string {
  return notWritten(type, qualifier);
}

/** Parameters and results as in `(x int) (y string)`, without `func`. */
export function signatureString(signature: Signature, qualifier?: Qualifier): string {
  return notWritten(signature, qualifier);
}

/** An object as gc prints it: `var x int`, `func (T).m()`, `type T struct{}`. */
export function objectString(object: TypesObject, qualifier?: Qualifier): string {
  return notWritten(object, qualifier);
}
