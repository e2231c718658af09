import { InternalError } from "@goes/source";
import { invalidType } from "./basic.ts";
import { Func, Var } from "./object.ts";
import type { Package } from "./package.ts";
import { substitute, substitutionOf } from "./substitute.ts";
import {
  InterfaceType,
  PointerType,
  Signature,
  TupleType,
  type AliasType,
  type NamedType,
  type Type,
  type TypeParam,
} from "./type.ts";

/** The type that an alias stands for (through chains of aliases); any other type as it is. */
export function unalias(type: Type): Exclude<Type, AliasType> {
  let current = type;
  // A chain that never ends is a cycle of declarations, which the checker reports: it comes back to a type that was
  // kept at a power of two of steps (Brent 1980).
  let kept: Type = type;
  let steps = 0;
  while (current.kind === "alias") {
    if (current.target !== undefined) return current.target;
    if (current.actual === undefined) runResolve(current);
    // Instances may expand without end.
    if (current.actual === undefined || (steps > maxInstances && current.typeArgs.length > 0))
      return invalidType;
    current = current.actual;
    if (current === kept) return invalidType;
    steps++;
    if ((steps & (steps - 1)) === 0) kept = current;
  }
  if (steps > longAliasChain) {
    for (let at = type; at.kind === "alias" && at.actual !== undefined; at = at.actual) at.target = current;
  }
  return current;
}

/** From longer chains on the end is remembered. */
const longAliasChain = 8;

const maxInstances = 10_000;

/**
 * The underlying type: never a named type, an alias or a type parameter (whose underlying type is its constraint
 * interface). Completes declarations and instances on first use; invalid for cycles.
 */
export function underlying(type: Type): Exclude<Type, NamedType | AliasType | TypeParam> {
  if (type.kind === "named" || type.kind === "alias") return underlyingOfNamed(type);
  if (type.kind === "typeparam") return constraintInterface(type);
  return type;
}

function underlyingOfNamed(type: NamedType | AliasType): Exclude<Type, NamedType | AliasType | TypeParam> {
  const chain: NamedType[] = [];
  let current: Type = type;
  for (;;) {
    if (current.kind === "alias") {
      current = unalias(current);
      continue;
    }
    if (current.kind === "typeparam") return chain.length === 0 ? constraintInterface(current) : invalidType;
    if (current.kind !== "named") break;
    if (current.resolve !== undefined) runResolve(current);
    if (current.underlyingCache === undefined || chain.includes(current)) return invalidType;
    chain.push(current);
    current = current.underlyingCache;
  }
  for (const named of chain) named.underlyingCache = current;
  return current;
}

/** Runs the pending completion of a declaration or an instance, once. */
function runResolve(target: { resolve: (() => void) | undefined }): void {
  const { resolve } = target;
  target.resolve = undefined;
  resolve?.();
}

/** Completes the declaration or instance: afterwards `typeParams` and `methods` are there. */
export function resolveNamed(type: NamedType): NamedType {
  if (type.resolve !== undefined) runResolve(type);
  return type;
}

/** The interface that constrains `param`; a constraint that is not an interface is wrapped into one. */
export function constraintInterface(param: TypeParam): InterfaceType {
  const { constraint } = param;
  if (constraint !== undefined && constraint.kind === "interface") return constraint;
  if (constraint === undefined) return new InterfaceType([]);
  // A type parameter as constraint is an error that the checker reports; following it could cycle.
  const actual = unalias(constraint);
  const under = actual.kind === "typeparam" ? invalidType : underlying(actual);
  if (under.kind === "interface") return under;
  if (under.kind === "basic" && under.basic === "invalid") return new InterfaceType([]);
  const wrapped = new InterfaceType([], [constraint], [0], true);
  param.constraint = wrapped;
  return wrapped;
}

/** The declared methods, those of an instance with its type arguments in place. Not the methods of interfaces. */
export function methodsOf(type: NamedType): readonly Func[] {
  const origin = resolveNamed(type.origin);
  if (origin === type || origin.methods.length === 0) return origin.methods;
  return origin.methods.map((_, index) => methodAt(type, index));
}

/** The declared method of that name, and its index among {@link methodsOf}. */
export function methodNamed(
  type: NamedType,
  pkg: Package | undefined,
  name: string,
  foldCase = false,
): { readonly method: Func; readonly index: number } | undefined {
  const { methods } = resolveNamed(type.origin);
  const index = methods.findIndex((method) => sameName(method.name, method.pkg, name, pkg, foldCase));
  return index < 0 ? undefined : { method: methodAt(type, index), index };
}

function methodAt(type: NamedType, index: number): Func {
  const original = type.origin.methods[index];
  if (original === undefined) throw new InternalError("types", `no method ${index} of ${type.obj.name}`);
  if (type === type.origin) return original;
  const made = type.instanceMethods[index];
  if (made !== undefined) return made;
  const method = new Func(original.pos, original.pkg, original.name, undefined);
  type.instanceMethods[index] = method;
  method.origin = original;
  method.pointerReceiver = original.pointerReceiver;
  const complete = (): void => {
    // While the declaration is being checked (a cycle, which is reported) there is no type yet.
    if (original.type === undefined) method.resolve = complete;
    else method.type = instantiateMethod(type, original);
  };
  method.resolve = complete;
  return method;
}

function instantiateMethod(type: NamedType, original: Func): Signature {
  const signature = signatureOf(original);
  const params = signature.receiverTypeParams;
  // A receiver with a wrong number of type parameters has been reported.
  const complete = params.length === type.typeArgs.length;
  const map = complete ? substitutionOf(params, type.typeArgs) : new Map<TypeParam, Type>();
  const { receiver } = signature;
  const plain = new Signature({
    typeParams: signature.typeParams,
    params: signature.params,
    results: signature.results,
    variadic: signature.variadic,
  });
  const result = substitute(plain, map) as Signature;
  if (receiver === undefined) return result;
  const receiverType = original.pointerReceiver ? new PointerType(type) : type;
  const instanceReceiver = new Var(receiver.pos, receiver.pkg, receiver.name, receiverType, receiver.role);
  instanceReceiver.origin = receiver;
  return new Signature({
    receiver: instanceReceiver,
    typeParams: result.typeParams,
    params: result.params,
    results: result.results,
    variadic: result.variadic,
  });
}

/** The type of a function or method; without parameters and results while it is still being declared. */
export function signatureOf(func: Func): Signature {
  return func.type ?? new Signature({ params: new TupleType([]), results: new TupleType([]) });
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
  if (foldCase) return name === otherName || name.toLowerCase() === otherName.toLowerCase();
  if (name !== otherName) return false;
  return isExportedName(name) || pkg === otherPkg || (pkg !== undefined && pkg.path === otherPkg?.path);
}

/** The name begins with an upper-case letter. */
function isExportedName(name: string): boolean {
  const first = name.charCodeAt(0);
  if (first < 0x80) return first >= 0x41 && first <= 0x5a;
  return /^\p{Lu}/u.test(name);
}
