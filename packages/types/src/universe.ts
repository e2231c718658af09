import { basicTypes, byteType, emptyInterface, invalidType, runeType } from "./basic.ts";
import { makeBool, makeInt } from "./constant/make.ts";
import { Builtin, builtinNames, Const, Func, Nil, TypeName, Var } from "./object.ts";
import { Package } from "./package.ts";
import { Scope } from "./scope.ts";
import { AliasType, InterfaceType, NamedType, Signature, TupleType, type BasicType } from "./type.ts";
import { comparableTypeSet } from "./typeset.ts";

/** The scope of the predeclared names and package `unsafe`, whose scope has it as parent. */
export interface Universe {
  readonly scope: Scope;
  readonly unsafe: Package;
}

/** `error`. */
export const errorType: NamedType = makeError();

/** `comparable`. */
export const comparableType: NamedType = makeComparable();

export { emptyInterface } from "./basic.ts";

/** `any`, an alias of {@link emptyInterface}. */
export const anyType: AliasType = makeAny();

function makeError(): NamedType {
  const name = new TypeName(0, undefined, "error", undefined);
  const type = new NamedType(name);
  name.type = type;
  const signature = new Signature({
    receiver: new Var(0, undefined, "", type, "receiver"),
    params: new TupleType([]),
    results: new TupleType([new Var(0, undefined, "", basicTypes.string, "result")]),
  });
  type.underlyingCache = new InterfaceType([new Func(0, undefined, "Error", signature)]);
  return type;
}

function makeComparable(): NamedType {
  const name = new TypeName(0, undefined, "comparable", undefined);
  const type = new NamedType(name);
  name.type = type;
  const under = new InterfaceType([]);
  under.typeSetCache = comparableTypeSet();
  type.underlyingCache = under;
  return type;
}

function makeAny(): AliasType {
  const name = new TypeName(0, undefined, "any", undefined);
  const type = new AliasType(name);
  name.type = type;
  name.isAlias = true;
  type.actual = emptyInterface;
  return type;
}

/** The basic types that have names in programs. */
const predeclaredTypes: readonly BasicType[] = Object.values(basicTypes).filter(
  ({ basic }) => basic !== "invalid" && basic !== "unsafe.Pointer" && !basic.startsWith("untyped "),
);

/** What the names of the built-in functions of package unsafe begin with. */
const unsafePrefix = "unsafe.";

/** A fresh universe: every program has one of its own. Its types are the shared constants of this file. */
export function createUniverse(): Universe {
  const scope = new Scope(undefined);
  for (const type of predeclaredTypes) scope.insert(new TypeName(0, undefined, type.name, type));
  for (const type of [byteType, runeType]) {
    const name = new TypeName(0, undefined, type.name, type);
    name.isAlias = true;
    scope.insert(name);
  }
  scope.insert(errorType.obj);
  scope.insert(comparableType.obj);
  scope.insert(anyType.obj);
  for (const value of [true, false]) {
    const constant = new Const(0, undefined, String(value), basicTypes["untyped bool"]);
    constant.value = makeBool(value);
    scope.insert(constant);
  }
  const iota = new Const(0, undefined, "iota", basicTypes["untyped int"]);
  iota.value = makeInt(0);
  scope.insert(iota);
  scope.insert(new Nil(0, undefined, "nil", basicTypes["untyped nil"]));
  const unsafe = new Package("unsafe", "unsafe", scope);
  unsafe.scope.insert(new TypeName(0, unsafe, "Pointer", basicTypes["unsafe.Pointer"]));
  for (const name of builtinNames) {
    if (name.startsWith(unsafePrefix)) {
      unsafe.scope.insert(new Builtin(name, unsafe, name.slice(unsafePrefix.length), invalidType));
    } else scope.insert(new Builtin(name, undefined, name, invalidType));
  }
  return { scope, unsafe };
}
