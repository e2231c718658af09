import { instantiateAlias, instantiateNamed } from "./instantiate.ts";
import { unalias } from "./named.ts";
import { Func, Var } from "./object.ts";
import {
  ArrayType,
  ChanType,
  InterfaceType,
  MapType,
  PointerType,
  Signature,
  SliceType,
  StructType,
  TupleType,
  TypeParam,
  UnionType,
  type Type,
} from "./type.ts";

/** What replaces each type parameter. */
export type Substitution = ReadonlyMap<TypeParam, Type>;

/** Pairs parameters with arguments. Parameters beyond the arguments stay as they are. */
export function substitutionOf(params: readonly TypeParam[], args: readonly Type[]): Substitution {
  const map = new Map<TypeParam, Type>();
  params.forEach((param, index) => {
    const arg = args[index];
    if (arg !== undefined) map.set(param, arg);
  });
  return map;
}

/**
 * `type` with its type parameters replaced; the same object if none occurs. Type parameters that a generic signature
 * itself declares stay.
 */
export function substitute(type: Type, map: Substitution): Type {
  if (map.size === 0) return type;
  switch (type.kind) {
    case "basic":
      return type;
    case "typeparam":
      return map.get(type) ?? type;
    case "pointer": {
      const element = substitute(type.element, map);
      return element === type.element ? type : new PointerType(element);
    }
    case "slice": {
      const element = substitute(type.element, map);
      return element === type.element ? type : new SliceType(element);
    }
    case "array": {
      const element = substitute(type.element, map);
      return element === type.element ? type : new ArrayType(element, type.length);
    }
    case "chan": {
      const element = substitute(type.element, map);
      return element === type.element ? type : new ChanType(type.direction, element);
    }
    case "map": {
      const key = substitute(type.key, map);
      const value = substitute(type.value, map);
      return key === type.key && value === type.value ? type : new MapType(key, value);
    }
    case "struct": {
      const fields = substituteVars(type.fields, map);
      return fields === type.fields ? type : new StructType(fields, type.tags);
    }
    case "tuple":
      return substituteTuple(type, map);
    case "signature":
      return substituteSignature(type, map);
    case "union": {
      const terms = mapSame(type.terms, (term) => {
        const replaced = substitute(term.type, map);
        return replaced === term.type ? term : { tilde: term.tilde, type: replaced };
      });
      return terms === type.terms ? type : new UnionType(terms);
    }
    case "interface":
      return substituteInterface(type, map);
    case "named": {
      if (type.typeArgs.length === 0) return type;
      const args = substituteTypes(type.typeArgs, map);
      return args === type.typeArgs ? type : instantiateNamed(type.origin, args);
    }
    case "alias": {
      if (type.typeArgs.length > 0) {
        const args = substituteTypes(type.typeArgs, map);
        return args === type.typeArgs ? type : instantiateAlias(type.origin, args);
      }
      // An alias that a generic function declares may stand for a type with parameters of the function.
      const actual = unalias(type);
      const replaced = substitute(actual, map);
      return replaced === actual ? type : replaced;
    }
  }
}

/** A list whose elements are all as before is the same list. */
function mapSame<T>(list: readonly T[], change: (item: T) => T): readonly T[] {
  let out: T[] | undefined;
  list.forEach((item, index) => {
    const changed = change(item);
    if (changed !== item) out ??= list.slice();
    if (out !== undefined) out[index] = changed;
  });
  return out ?? list;
}

/** {@link substitute} in each type. */
function substituteTypes(types: readonly Type[], map: Substitution): readonly Type[] {
  return mapSame(types, (type) => substitute(type, map));
}

function substituteVars(vars: readonly Var[], map: Substitution): readonly Var[] {
  return mapSame(vars, (v) => {
    const { type } = v;
    if (type === undefined) return v;
    const replaced = substitute(type, map);
    if (replaced === type) return v;
    const copy = new Var(v.pos, v.pkg, v.name, replaced, v.role, v.embedded);
    copy.origin = v.origin;
    return copy;
  });
}

/** {@link substitute} in parameters or results. */
export function substituteTuple(tuple: TupleType, map: Substitution): TupleType {
  const vars = substituteVars(tuple.vars, map);
  return vars === tuple.vars ? tuple : new TupleType(vars);
}

function substituteSignature(signature: Signature, map: Substitution): Signature {
  const params = substituteTuple(signature.params, map);
  const results = substituteTuple(signature.results, map);
  if (params === signature.params && results === signature.results) return signature;
  return new Signature({
    receiver: signature.receiver,
    typeParams: signature.typeParams,
    receiverTypeParams: signature.receiverTypeParams,
    params,
    results,
    variadic: signature.variadic,
  });
}

function substituteInterface(type: InterfaceType, map: Substitution): InterfaceType {
  const methods = mapSame(type.methods, (method) => {
    const signature = method.type;
    if (signature === undefined) return method;
    const replaced = substituteSignature(signature, map);
    if (replaced === signature) return method;
    const copy = new Func(method.pos, method.pkg, method.name, replaced);
    copy.origin = method.origin;
    return copy;
  });
  const embeddeds = substituteTypes(type.embeddeds, map);
  if (methods === type.methods && embeddeds === type.embeddeds) return type;
  return new InterfaceType(methods, embeddeds, type.embeddedPos, type.implicit);
}

/**
 * Fresh copies of type parameters, their constraints referring to the copies, and `type` in terms of them. A generic
 * signature that declares `params` declares the copies then.
 */
export function renameTypeParams<T extends Type>(
  params: readonly TypeParam[],
  type: T,
): { readonly params: readonly TypeParam[]; readonly type: T } {
  const copies = params.map((param) => {
    const copy = new TypeParam(param.obj, param.id);
    copy.index = param.index;
    return copy;
  });
  const map = substitutionOf(params, copies);
  copies.forEach((copy, index) => {
    const { constraint } = params[index]!;
    copy.constraint = constraint === undefined ? undefined : substitute(constraint, map);
  });
  let renamed: Type = substitute(type, map);
  if (renamed.kind === "signature" && renamed.typeParams === params) {
    renamed = new Signature({
      receiver: renamed.receiver,
      typeParams: copies,
      receiverTypeParams: renamed.receiverTypeParams,
      params: renamed.params,
      results: renamed.results,
      variadic: renamed.variadic,
    });
  }
  return { params: copies, type: renamed as T };
}

/** Whether a type parameter of `params` occurs in `type`; with undefined, whether any does. */
export function isParameterized(params: readonly TypeParam[] | undefined, type: Type): boolean {
  return occurs(params, type, new Set());
}

function occurs(params: readonly TypeParam[] | undefined, type: Type | undefined, seen: Set<Type>): boolean {
  if (type === undefined) return false;
  const inside = (inner: Type | undefined): boolean => occurs(params, inner, seen);
  switch (type.kind) {
    case "basic":
      return false;
    case "typeparam":
      return params === undefined || params.includes(type);
    case "pointer":
    case "slice":
    case "array":
    case "chan":
      return inside(type.element);
    case "map":
      return inside(type.key) || inside(type.value);
    case "struct":
      return type.fields.some((field) => inside(field.type));
    case "tuple":
      return type.vars.some((v) => inside(v.type));
    case "signature":
      return inside(type.params) || inside(type.results);
    case "union":
      return type.terms.some((term) => inside(term.type));
    case "interface":
      if (seen.has(type)) return false;
      seen.add(type);
      return type.methods.some((method) => inside(method.type)) || type.embeddeds.some(inside);
    case "named":
      return type.typeArgs.some(inside);
    case "alias":
      return type.typeArgs.length > 0 ? type.typeArgs.some(inside) : inside(unalias(type));
  }
}
