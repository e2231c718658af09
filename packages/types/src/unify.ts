import { identical } from "./identical.ts";
import { lookupFieldOrMethod } from "./lookup.ts";
import { sameName, signatureOf, unalias, underlying } from "./named.ts";
import { termsSubset } from "./terms.ts";
import type { InterfaceType, Signature, StructType, TupleType, Type, TypeParam } from "./type.ts";
import { coreType, typeSetOf } from "./typeset.ts";

/**
 * How closely types must agree (spec, "Type unification"). loose: a defined type agrees with its underlying type and
 * channel directions do not matter; assign: loose at the top, exact for element types; exact: identical except for the
 * type parameters.
 */
type UnifyMode = "loose" | "assign" | "exact";

/** Nesting beyond which types are taken not to agree: they expand without end. */
const maxDepth = 100;

/** The type of a group of type parameters that are known to be equal. */
interface Slot {
  type: Type | undefined;
}

/** Interfaces being unified further out, as anonymous ones may refer to each other in a circle. */
interface Pair {
  readonly x: InterfaceType;
  readonly y: InterfaceType;
  readonly outer: Pair | undefined;
}

/** Solves type equations for a list of type parameters, the bound ones; all others are ordinary types to it. */
export class Unifier {
  readonly #slots = new Map<TypeParam, Slot>();
  readonly #interfaces: boolean;
  #depth = 0;

  /** Before go1.21 types were not unified with the methods of interfaces: `rules.interfaces` says whether they are. */
  constructor(
    params: readonly TypeParam[],
    args: readonly (Type | undefined)[],
    rules: { readonly interfaces: boolean },
  ) {
    this.#interfaces = rules.interfaces;
    params.forEach((param, index) => this.#slots.set(param, { type: args[index] }));
  }

  /** The type found for a bound parameter so far. It may contain other bound parameters. */
  at(param: TypeParam): Type | undefined {
    return this.#slots.get(param)?.type;
  }

  /** Gives a bound parameter, and those joined with it, a type. */
  set(param: TypeParam, type: Type): void {
    const slot = this.#slots.get(param);
    if (slot !== undefined) slot.type = type;
  }

  /** How many bound parameters have no type yet. */
  unknowns(): number {
    let count = 0;
    for (const slot of this.#slots.values()) if (slot.type === undefined) count++;
    return count;
  }

  /** What was found for each parameter. */
  inferred(params: readonly TypeParam[]): (Type | undefined)[] {
    return params.map((param) => this.at(param));
  }

  /** Makes two types agree by giving types to bound parameters; false if that is impossible. */
  unify(x: Type, y: Type, mode: UnifyMode): boolean {
    return this.#unify(x, y, mode, undefined);
  }

  #bound(type: Type): TypeParam | undefined {
    const actual = unalias(type);
    return actual.kind === "typeparam" && this.#slots.has(actual) ? actual : undefined;
  }

  /** Makes two parameters share a slot; false if both have a type already. */
  #join(x: TypeParam, y: TypeParam): boolean {
    const xSlot = this.#slots.get(x)!;
    const ySlot = this.#slots.get(y)!;
    if (xSlot === ySlot) return true;
    if (xSlot.type !== undefined && ySlot.type !== undefined) return false;
    const [keep, drop] = ySlot.type === undefined ? [xSlot, ySlot] : [ySlot, xSlot];
    for (const [param, slot] of this.#slots) if (slot === drop) this.#slots.set(param, keep);
    return true;
  }

  #unify(left: Type, right: Type, mode: UnifyMode, pair: Pair | undefined): boolean {
    if (left === right) return true;
    if (this.#depth >= maxDepth) return false;
    this.#depth++;
    try {
      return this.#unifyDistinct(left, right, mode, pair);
    } finally {
      this.#depth--;
    }
  }

  #unifyDistinct(left: Type, right: Type, mode: UnifyMode, pair: Pair | undefined): boolean {
    let x: Type = unalias(left);
    let y: Type = unalias(right);
    if (x === y) return true;
    // What is inferred for a parameter keeps the name under which it was given.
    let written = right;
    // From here on a bound parameter, if there is one, is x, and a defined type y.
    if (x.kind === "named" || this.#bound(y) !== undefined) {
      [x, y] = [y, x];
      written = left;
    }
    const original = y;
    if (mode !== "exact" && y.kind === "named" && isLiteral(x) && !(x.kind === "interface")) {
      y = underlying(y);
      written = y;
    }
    const xParam = this.#bound(x);
    const yParam = this.#bound(y);
    if (xParam !== undefined) {
      if (yParam !== undefined) {
        if (this.#join(xParam, yParam)) return true;
        return this.#unify(this.at(xParam)!, this.at(yParam)!, mode, pair);
      }
      const known = this.at(xParam);
      if (known !== undefined) return this.#unifyKnown(xParam, known, written, mode, pair);
      this.set(xParam, written);
      return true;
    }
    if (mode !== "exact") {
      const verdict = this.#unifyInterfaces(x, y, pair);
      if (verdict !== undefined) return verdict;
    }
    // A type parameter that is not bound counts as its core type, if it has one.
    if (y.kind === "typeparam") {
      const core = coreType(y);
      return core !== undefined && this.#unify(core, x, "assign", pair);
    }
    if (x.kind === "typeparam") {
      const core = coreType(x);
      return core !== undefined && this.#unify(core, original, "assign", pair);
    }
    return this.#unifyStructure(x, y, mode, pair);
  }

  /** A parameter that has a type meets another one. */
  #unifyKnown(
    param: TypeParam,
    known: Type,
    written: Type,
    mode: UnifyMode,
    pair: Pair | undefined,
  ): boolean {
    const x = unalias(known);
    const other = unalias(written);
    // Two different interfaces are no reason to infer one of them: only a name may be missing.
    if (mode !== "exact") {
      const xUnder = x.kind === "typeparam" ? x : underlying(x);
      const yUnder = other.kind === "typeparam" ? other : underlying(other);
      if (xUnder.kind === "interface" || yUnder.kind === "interface") {
        if (x.kind === "named" && other.kind === "named") {
          if (!this.#unify(x, other, "exact", pair)) return false;
        } else if (!this.#unify(xUnder, yUnder, "exact", pair)) return false;
        if (other.kind === "named") this.set(param, written);
        return true;
      }
    }
    if (!this.#unify(known, other, mode, pair)) return false;
    if (mode === "exact") return true;
    // Of types that agree loosely a defined one is kept, and of channels one that has a direction: values of the
    // other type can be assigned to it.
    if (other.kind === "named") this.set(param, written);
    else if (x.kind === "chan" && x.direction === "both" && other.kind === "chan") this.set(param, written);
    return true;
  }

  /** Interfaces by their methods; undefined if neither type is an interface. */
  #unifyInterfaces(x: Type, y: Type, pair: Pair | undefined): boolean | undefined {
    if (!this.#interfaces) return undefined;
    const xi = interfaceOf(x);
    const yi = interfaceOf(y);
    if (xi === undefined && yi === undefined) return undefined;
    if (xi !== undefined && yi !== undefined) {
      return this.#unifyMethodSubset(xi, yi, pair);
    }
    const methods = typeSetOf((xi ?? yi)!).methods;
    const concrete = xi === undefined ? x : y;
    return methods.every((method) => {
      const found = lookupFieldOrMethod(concrete, false, method.pkg, method.name);
      if (found.kind !== "found" || found.obj.kind !== "func") return false;
      return this.#unify(signatureOf(method), signatureOf(found.obj), "exact", pair);
    });
  }

  /** One interface has all methods of the other, and their types agree. */
  #unifyMethodSubset(x: InterfaceType, y: InterfaceType, outer: Pair | undefined): boolean {
    const xs = typeSetOf(x);
    const ys = typeSetOf(y);
    if (xs.comparable !== ys.comparable) return false;
    if (!termsSubset(xs.terms, ys.terms) || !termsSubset(ys.terms, xs.terms)) return false;
    if (isKnownPair(x, y, outer)) return true;
    const pair: Pair = { x, y, outer };
    const [few, many] = xs.methods.length <= ys.methods.length ? [xs, ys] : [ys, xs];
    return few.methods.every((method) => {
      const other = many.methods.find((m) => sameName(m.name, m.pkg, method.name, method.pkg));
      return other !== undefined && this.#unify(signatureOf(method), signatureOf(other), "exact", pair);
    });
  }

  #unifyStructure(x: Type, y: Type, mode: UnifyMode, pair: Pair | undefined): boolean {
    const inner: UnifyMode = mode === "assign" ? "exact" : mode;
    switch (x.kind) {
      case "basic":
        return identical(x, y);
      case "pointer":
        return y.kind === "pointer" && this.#unify(x.element, y.element, inner, pair);
      case "slice":
        return y.kind === "slice" && this.#unify(x.element, y.element, inner, pair);
      case "array":
        return (
          y.kind === "array" &&
          (x.length === y.length || x.length < 0 || y.length < 0) &&
          this.#unify(x.element, y.element, inner, pair)
        );
      case "map":
        return (
          y.kind === "map" &&
          this.#unify(x.key, y.key, inner, pair) &&
          this.#unify(x.value, y.value, inner, pair)
        );
      case "chan":
        return (
          y.kind === "chan" &&
          (mode !== "exact" || x.direction === y.direction) &&
          this.#unify(x.element, y.element, inner, pair)
        );
      case "struct":
        return y.kind === "struct" && this.#unifyStructs(x, y, inner, pair);
      case "tuple":
        return y.kind === "tuple" && this.#unifyTuples(x, y, mode, pair);
      case "signature":
        return y.kind === "signature" && this.#unifySignatures(x, y, inner, pair);
      case "interface":
        return y.kind === "interface" && this.#unifyExactInterfaces(x, y, pair);
      case "named":
        return (
          y.kind === "named" &&
          x.typeArgs.length === y.typeArgs.length &&
          // Before the origins, so that messages can tell what the arguments would be.
          x.typeArgs.every((arg, index) => this.#unify(arg, y.typeArgs[index]!, mode, pair)) &&
          x.origin === y.origin &&
          x.typeArgs.length > 0
        );
      case "union":
        return y.kind === "union" && identical(x, y);
      case "alias":
      case "typeparam":
        return false;
    }
  }

  #unifyStructs(x: StructType, y: StructType, mode: UnifyMode, pair: Pair | undefined): boolean {
    if (x.fields.length !== y.fields.length) return false;
    return x.fields.every((field, index) => {
      const other = y.fields[index]!;
      return (
        field.embedded === other.embedded &&
        sameName(field.name, field.pkg, other.name, other.pkg) &&
        (x.tags[index] ?? "") === (y.tags[index] ?? "") &&
        field.type !== undefined &&
        other.type !== undefined &&
        this.#unify(field.type, other.type, mode, pair)
      );
    });
  }

  #unifyTuples(x: TupleType, y: TupleType, mode: UnifyMode, pair: Pair | undefined): boolean {
    if (x.vars.length !== y.vars.length) return false;
    return x.vars.every((v, index) => {
      const other = y.vars[index]!.type;
      return v.type !== undefined && other !== undefined && this.#unify(v.type, other, mode, pair);
    });
  }

  #unifySignatures(x: Signature, y: Signature, mode: UnifyMode, pair: Pair | undefined): boolean {
    return (
      x.typeParams.length === y.typeParams.length &&
      x.variadic === y.variadic &&
      this.#unifyTuples(x.params, y.params, mode, pair) &&
      this.#unifyTuples(x.results, y.results, mode, pair)
    );
  }

  #unifyExactInterfaces(x: InterfaceType, y: InterfaceType, outer: Pair | undefined): boolean {
    if (typeSetOf(x).methods.length !== typeSetOf(y).methods.length) return false;
    return this.#unifyMethodSubset(x, y, outer);
  }
}

function isKnownPair(x: InterfaceType, y: InterfaceType, outer: Pair | undefined): boolean {
  for (let pair = outer; pair !== undefined; pair = pair.outer) {
    if ((pair.x === x && pair.y === y) || (pair.x === y && pair.y === x)) return true;
  }
  return false;
}

/** A type that has no declaration of its own; predeclared types count as such. */
function isLiteral(type: Type): boolean {
  return type.kind !== "named" && type.kind !== "typeparam";
}

/** The interface that a type is, defined or not; type parameters are none. */
function interfaceOf(type: Type): InterfaceType | undefined {
  if (type.kind === "typeparam") return undefined;
  const under = underlying(type);
  return under.kind === "interface" ? under : undefined;
}
