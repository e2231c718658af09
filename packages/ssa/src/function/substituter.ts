import type { Pos } from "@goes/source";
import {
  ArrayType,
  ChanType,
  instantiateNamed,
  InterfaceType,
  MapType,
  NamedType,
  PointerType,
  Signature,
  SliceType,
  StructType,
  TupleType,
  TypeName,
  Func,
  signatureOf,
  unalias,
  underlying,
  Var,
  type Type,
  type TypeParam,
} from "@goes/types";

/** Where the generic function is, and what is to be known of the types that are declared in it. */
interface InstanceScope {
  readonly pos: Pos;
  readonly end: Pos;
  /** The types of all instances, with the type arguments of theirs. */
  readonly implicitArgs: Map<NamedType, readonly Type[]>;
}

/**
 * Replaces type parameters by the type arguments of one function instance. Types declared inside the generic
 * function become types of the instance: `type pair struct{ a T }` in F[int] and F[string] are two types.
 */
export class Substituter {
  readonly #map: ReadonlyMap<TypeParam, Type>;
  readonly #cache: Map<Type, Type> = new Map();
  /** The local types of the instance. */
  readonly #locals: Map<NamedType, NamedType> = new Map();
  readonly #args: readonly Type[];
  readonly #scope: InstanceScope | undefined;

  constructor(params: readonly TypeParam[], args: readonly Type[], scope?: InstanceScope) {
    this.#args = args;
    this.#scope = scope;
    this.#map = new Map(params.map((param, i) => [param, args[i]!]));
  }

  /** Nothing is replaced: the function is not generic. */
  get empty(): boolean {
    return this.#map.size === 0;
  }

  /** The type in this instance; the same object if nothing is replaced. */
  type<T extends Type>(type: T): T {
    if (this.#map.size === 0) return type;
    return this.#type(type) as T;
  }

  /** The types in this instance. */
  types(types: readonly Type[]): readonly Type[] {
    return this.#map.size === 0 ? types : mapSame(types, (type) => this.#type(type));
  }

  #type(type: Type): Type {
    if (type.kind === "basic") return type;
    const known = this.#cache.get(type);
    if (known !== undefined) return known;
    const replaced = this.#replace(type);
    this.#cache.set(type, replaced);
    return replaced;
  }

  #replace(type: Type): Type {
    switch (type.kind) {
      case "typeparam":
        return this.#map.get(type) ?? type;
      case "alias":
        return this.#type(unalias(type));
      case "named":
        return this.#named(type);
      case "pointer": {
        const element = this.#type(type.element);
        return element === type.element ? type : new PointerType(element);
      }
      case "slice": {
        const element = this.#type(type.element);
        return element === type.element ? type : new SliceType(element);
      }
      case "array": {
        const element = this.#type(type.element);
        return element === type.element ? type : new ArrayType(element, type.length);
      }
      case "chan": {
        const element = this.#type(type.element);
        return element === type.element ? type : new ChanType(type.direction, element);
      }
      case "map": {
        const key = this.#type(type.key);
        const value = this.#type(type.value);
        return key === type.key && value === type.value ? type : new MapType(key, value);
      }
      case "struct": {
        const fields = mapSame(type.fields, (field) => this.#variable(field));
        return fields === type.fields ? type : new StructType(fields, type.tags);
      }
      case "tuple": {
        const vars = mapSame(type.vars, (variable) => this.#variable(variable));
        return vars === type.vars ? type : new TupleType(vars);
      }
      case "signature": {
        const params = this.#type(type.params) as TupleType;
        const results = this.#type(type.results) as TupleType;
        if (params === type.params && results === type.results) return type;
        return new Signature({ receiver: type.receiver, params, results, variadic: type.variadic });
      }
      case "interface": {
        const methods = mapSame(type.methods, (method) => this.#method(method));
        const embeddeds = mapSame(type.embeddeds, (embedded) => this.#type(embedded));
        if (methods === type.methods && embeddeds === type.embeddeds) return type;
        return new InterfaceType(methods, embeddeds, type.embeddedPos, type.implicit);
      }
      case "basic":
      case "union":
        return type;
    }
  }

  #named(type: NamedType): Type {
    if (type.typeArgs.length === 0) return this.#local(type);
    const origin = this.#local(type.origin);
    const args = mapSame(type.typeArgs, (arg) => this.#type(arg));
    return args === type.typeArgs && origin === type.origin ? type : instantiateNamed(origin, args);
  }

  /** A type declared in the generic function: each instance has its own, whether or not what it is made of changes. */
  #local(type: NamedType): NamedType {
    const { obj } = type;
    const scope = this.#scope;
    if (scope === undefined || obj.pos < scope.pos || obj.pos > scope.end) return type;
    // Already of an instance, perhaps of another one: what the type arguments are made of is not replaced.
    if (scope.implicitArgs.has(type)) return type;
    const known = this.#locals.get(type);
    if (known !== undefined) return known;
    const copyName = new TypeName(obj.pos, obj.pkg, obj.name, undefined);
    const copy = new NamedType(copyName);
    copyName.type = copy;
    copyName.parent = obj.parent;
    copy.typeParams = type.typeParams;
    scope.implicitArgs.set(copy, this.#args);
    this.#locals.set(type, copy);
    copy.underlyingCache = this.#type(underlying(type));
    return copy;
  }

  #variable(variable: Var): Var {
    const type = variable.type!;
    const replaced = this.#type(type);
    if (replaced === type) return variable;
    const copy = new Var(
      variable.pos,
      variable.pkg,
      variable.name,
      replaced,
      variable.role,
      variable.embedded,
    );
    copy.origin = variable.origin;
    return copy;
  }

  #method(method: Func): Func {
    const signature = signatureOf(method);
    const replaced = this.#type(signature) as Signature;
    if (replaced === signature) return method;
    const copy = new Func(method.pos, method.pkg, method.name, replaced);
    copy.origin = method.origin;
    return copy;
  }
}

function mapSame<T>(items: readonly T[], map: (item: T) => T): readonly T[] {
  let changed: T[] | undefined;
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    const mapped = map(item);
    if (changed !== undefined) changed.push(mapped);
    else if (mapped !== item) changed = [...items.slice(0, i), mapped];
  }
  return changed ?? items;
}
