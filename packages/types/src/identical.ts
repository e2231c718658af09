import { sameName, signatureOf, unalias } from "./named.ts";
import type { Func } from "./object.ts";
import { substitute, substitutionOf } from "./substitute.ts";
import type { InterfaceType, Signature, StructType, Type } from "./type.ts";
import { termsSubset } from "./terms.ts";
import { typeSetOf } from "./typeset.ts";

/** What does not matter in a comparison. */
type Tags = "tags matter" | "tags ignored";

/** Interfaces that are being compared further out. Anonymous interfaces can refer to each other in a circle. */
interface Pair {
  readonly x: InterfaceType;
  readonly y: InterfaceType;
  readonly outer: Pair | undefined;
}

/** Type identity (spec, "Type identity"). */
export function identical(x: Type, y: Type): boolean {
  return x === y || same(x, y, "tags matter", undefined);
}

/** Type identity that disregards struct tags (spec, "Conversions"). */
export function identicalIgnoringTags(x: Type, y: Type): boolean {
  return x === y || same(x, y, "tags ignored", undefined);
}

/** Two lists of types are identical element by element. */
export function identicalLists(xs: readonly Type[], ys: readonly Type[]): boolean {
  return xs.length === ys.length && xs.every((x, index) => identical(x, ys[index]!));
}

function same(left: Type, right: Type, tags: Tags, pair: Pair | undefined): boolean {
  if (left === right) return true;
  const x = unalias(left);
  const y = unalias(right);
  if (x === y) return true;
  switch (x.kind) {
    case "basic":
      return y.kind === "basic" && x.basic === y.basic;
    case "pointer":
      return y.kind === "pointer" && same(x.element, y.element, tags, pair);
    case "slice":
      return y.kind === "slice" && same(x.element, y.element, tags, pair);
    case "array":
      // A length that is unknown after an error agrees with any.
      return (
        y.kind === "array" &&
        (x.length === y.length || x.length < 0 || y.length < 0) &&
        same(x.element, y.element, tags, pair)
      );
    case "map":
      return y.kind === "map" && same(x.key, y.key, tags, pair) && same(x.value, y.value, tags, pair);
    case "chan":
      return y.kind === "chan" && x.direction === y.direction && same(x.element, y.element, tags, pair);
    case "struct":
      return y.kind === "struct" && sameStruct(x, y, tags, pair);
    case "tuple":
      return (
        y.kind === "tuple" &&
        x.vars.length === y.vars.length &&
        x.vars.every((v, index) => sameOptional(v.type, y.vars[index]!.type, tags, pair))
      );
    case "signature":
      return y.kind === "signature" && sameSignature(x, y, tags, pair);
    case "union":
      return y.kind === "union" && termsSubset(x.terms, y.terms) && termsSubset(y.terms, x.terms);
    case "interface":
      return y.kind === "interface" && sameInterface(x, y, tags, pair);
    case "named":
      return (
        y.kind === "named" &&
        x.origin === y.origin &&
        x.typeArgs.length > 0 &&
        x.typeArgs.length === y.typeArgs.length &&
        x.typeArgs.every((arg, index) => same(arg, y.typeArgs[index]!, tags, pair))
      );
    case "typeparam":
      return false;
  }
}

function sameOptional(x: Type | undefined, y: Type | undefined, tags: Tags, pair: Pair | undefined): boolean {
  return x === y || (x !== undefined && y !== undefined && same(x, y, tags, pair));
}

function sameStruct(x: StructType, y: StructType, tags: Tags, pair: Pair | undefined): boolean {
  if (x.fields.length !== y.fields.length) return false;
  return x.fields.every((field, index) => {
    const other = y.fields[index]!;
    return (
      field.embedded === other.embedded &&
      sameName(field.name, field.pkg, other.name, other.pkg) &&
      (tags === "tags ignored" || (x.tags[index] ?? "") === (y.tags[index] ?? "")) &&
      sameOptional(field.type, other.type, tags, pair)
    );
  });
}

function sameSignature(x: Signature, y: Signature, tags: Tags, pair: Pair | undefined): boolean {
  if (x.typeParams.length !== y.typeParams.length || x.variadic !== y.variadic) return false;
  let { params, results } = y;
  if (x.typeParams.length > 0) {
    // Generic functions are identical if they are after renaming the type parameters of one.
    const map = substitutionOf(y.typeParams, x.typeParams);
    const constraintsAgree = x.typeParams.every((param, index) => {
      const other = y.typeParams[index]!.constraint;
      if (param.constraint === undefined || other === undefined) return param.constraint === other;
      return same(param.constraint, substitute(other, map), tags, pair);
    });
    if (!constraintsAgree) return false;
    params = substitute(params, map) as typeof params;
    results = substitute(results, map) as typeof results;
  }
  return same(x.params, params, tags, pair) && same(x.results, results, tags, pair);
}

function sameInterface(x: InterfaceType, y: InterfaceType, tags: Tags, outer: Pair | undefined): boolean {
  const xs = typeSetOf(x);
  const ys = typeSetOf(y);
  if (xs.comparable !== ys.comparable || xs.methods.length !== ys.methods.length) return false;
  if (!termsSubset(xs.terms, ys.terms) || !termsSubset(ys.terms, xs.terms)) return false;
  for (let pair = outer; pair !== undefined; pair = pair.outer) {
    if ((pair.x === x && pair.y === y) || (pair.x === y && pair.y === x)) return true;
  }
  const pair: Pair = { x, y, outer };
  return xs.methods.every((method, index) => sameMethod(method, ys.methods[index]!, tags, pair));
}

function sameMethod(x: Func, y: Func, tags: Tags, pair: Pair): boolean {
  return sameName(x.name, x.pkg, y.name, y.pkg) && same(signatureOf(x), signatureOf(y), tags, pair);
}
