import { invalidType } from "./basic.ts";
import { identicalLists } from "./identical.ts";
import { resolveNamed, unalias, underlying } from "./named.ts";
import { substitute, substituteTuple, substitutionOf } from "./substitute.ts";
import { AliasType, NamedType, Signature, type Type } from "./type.ts";

/**
 * The instance of a generic type: one object for identical arguments. Verifies nothing. The underlying type is worked
 * out on first use, so that generic types may refer to instances of themselves.
 */
export function instantiateNamed(origin: NamedType, args: readonly Type[]): NamedType {
  return shared(origin.instances, args, () => {
    const instance = new NamedType(origin.obj, origin, args);
    instance.resolve = () => expandNamed(instance);
    return instance;
  });
}

function expandNamed(instance: NamedType): void {
  const origin = resolveNamed(instance.origin);
  const under = underlying(origin);
  const declared = origin.underlyingCache;
  if (under === invalidType && declared !== invalidType) {
    // The declaration is not complete yet: try again on next use.
    instance.resolve = () => expandNamed(instance);
    return;
  }
  // A wrong number of arguments has been reported.
  const fits = origin.typeParams.length === instance.typeArgs.length;
  const map = substitutionOf(origin.typeParams, instance.typeArgs);
  instance.underlyingCache = fits ? substitute(under, map) : invalidType;
}

/** The instance of a generic alias. Verifies nothing. */
export function instantiateAlias(origin: AliasType, args: readonly Type[]): AliasType {
  return shared(origin.instances, args, () => {
    const instance = new AliasType(origin.obj, origin, args);
    instance.resolve = () => expandAlias(instance);
    return instance;
  });
}

function expandAlias(instance: AliasType): void {
  const { origin } = instance;
  const actual = unalias(origin);
  if (origin.actual === undefined) {
    instance.resolve = () => expandAlias(instance);
    return;
  }
  const fits = origin.typeParams.length === instance.typeArgs.length;
  const map = substitutionOf(origin.typeParams, instance.typeArgs);
  instance.actual = fits ? substitute(actual, map) : invalidType;
}

/** The instance made before for identical arguments, or a new one. */
function shared<T extends NamedType | AliasType>(
  instances: Map<string, T[]>,
  args: readonly Type[],
  make: () => T,
): T {
  const key = args.map((arg) => coarseHash(arg)).join(",");
  const bucket = instances.get(key);
  if (bucket === undefined) {
    const instance = make();
    instances.set(key, [instance]);
    return instance;
  }
  const found = bucket.find((candidate) => identicalLists(candidate.typeArgs, args));
  if (found !== undefined) return found;
  const instance = make();
  bucket.push(instance);
  return instance;
}

/** Type arguments that nest deeper than this all look the same to {@link coarseHash}. */
const hashDepth = 8;

/** A text that is equal for identical types. Different types may share one; it looks into no declaration. */
function coarseHash(type: Type, depth = 0): string {
  if (depth > hashDepth) return "…";
  const actual = unalias(type);
  switch (actual.kind) {
    case "basic":
      return actual.basic;
    case "typeparam":
      return `$${actual.id}`;
    case "named":
      return actual.typeArgs.length === 0
        ? `${actual.obj.pkg?.path ?? ""}.${actual.obj.name}`
        : `${actual.obj.name}[${actual.typeArgs.map((arg) => coarseHash(arg, depth + 1)).join(",")}]`;
    case "pointer":
      return `*${coarseHash(actual.element, depth + 1)}`;
    case "slice":
      return `[]${coarseHash(actual.element, depth + 1)}`;
    case "array":
      // An unknown length is identical to any.
      return `[_]${coarseHash(actual.element, depth + 1)}`;
    case "chan":
      return `${actual.direction} ${coarseHash(actual.element, depth + 1)}`;
    case "map":
      return `map[${coarseHash(actual.key, depth + 1)}]${coarseHash(actual.value, depth + 1)}`;
    case "struct":
      return `struct{${actual.fields.map((field) => field.name).join(";")}}`;
    case "signature":
      return `func(${actual.params.vars.length})${actual.results.vars.length}`;
    case "interface":
    case "tuple":
    case "union":
      return actual.kind;
  }
}

/** A generic function's type with its parameters replaced. Verifies nothing. */
export function instantiateSignature(signature: Signature, args: readonly Type[]): Signature {
  const map = substitutionOf(signature.typeParams, args);
  return new Signature({
    receiver: signature.receiver,
    params: substituteTuple(signature.params, map),
    results: substituteTuple(signature.results, map),
    variadic: signature.variadic,
  });
}
