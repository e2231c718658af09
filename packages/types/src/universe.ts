import { notWritten } from "./stub.ts";
import { TypeName } from "./object.ts";
import type { Package } from "./package.ts";
import type { Scope } from "./scope.ts";
import { AliasType, InterfaceType, NamedType } from "./type.ts";

/** The scope of the predeclared names and package `unsafe`, whose scope has it as parent. */
export interface Universe {
  readonly scope: Scope;
  readonly unsafe: Package;
}

/** `error`. */
export const errorType: NamedType = new NamedType(new TypeName(0, undefined, "error", undefined));

/** `comparable`. */
export const comparableType: NamedType = new NamedType(new TypeName(0, undefined, "comparable", undefined));

/** `interface{}`. */
export const emptyInterface: InterfaceType = new InterfaceType([]);

/** `any`, an alias of {@link emptyInterface}. */
export const anyType: AliasType = new AliasType(new TypeName(0, undefined, "any", undefined));

/** A fresh universe: every program has one of its own. Its types are the shared constants of this file. */
export function createUniverse(): Universe {
  return notWritten();
}
