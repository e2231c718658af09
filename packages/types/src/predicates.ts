import { basicTypes, runeType } from "./basic.ts";
import { unalias, underlying } from "./named.ts";
import { forEachTerm } from "./typeset.ts";
import type { BasicKind, Type } from "./type.ts";

const BOOLEAN = 1;
const INTEGER = 2;
const UNSIGNED = 4;
const FLOAT = 8;
const COMPLEX = 16;
const STRING = 32;
const UNTYPED = 64;
const ORDERED = INTEGER | FLOAT | STRING;
const NUMERIC = INTEGER | FLOAT | COMPLEX;
const CONSTANT = BOOLEAN | NUMERIC | STRING;

// prettier-ignore
const properties: Readonly<Record<BasicKind, number>> = {
  invalid: 0,
  bool: BOOLEAN,
  int: INTEGER, int8: INTEGER, int16: INTEGER, int32: INTEGER, int64: INTEGER,
  uint: INTEGER | UNSIGNED, uint8: INTEGER | UNSIGNED, uint16: INTEGER | UNSIGNED, uint32: INTEGER | UNSIGNED,
  uint64: INTEGER | UNSIGNED, uintptr: INTEGER | UNSIGNED,
  float32: FLOAT, float64: FLOAT,
  complex64: COMPLEX, complex128: COMPLEX,
  string: STRING,
  "unsafe.Pointer": 0,
  "untyped bool": BOOLEAN | UNTYPED,
  "untyped int": INTEGER | UNTYPED,
  "untyped rune": INTEGER | UNTYPED,
  "untyped float": FLOAT | UNTYPED,
  "untyped complex": COMPLEX | UNTYPED,
  "untyped string": STRING | UNTYPED,
  "untyped nil": UNTYPED,
};

function has(type: Type, wanted: number): boolean {
  const under = underlying(type);
  return under.kind === "basic" && (properties[under.basic] & wanted) !== 0;
}

/** As {@link has}; a type parameter qualifies if it has specific types and all of them do. */
function allHave(type: Type, wanted: number): boolean {
  return forEachTerm(type, (_, under) => under !== undefined && has(under, wanted));
}

/** Not the type that marks an error. */
export function isValid(type: Type): boolean {
  const actual = unalias(type);
  return !(actual.kind === "basic" && actual.basic === "invalid");
}

// These hold for types whose underlying type is a predeclared type of the sort, never for type parameters.

/** A boolean type. */
export function isBoolean(type: Type): boolean {
  return has(type, BOOLEAN);
}

/** An integer, floating-point or complex type. */
export function isNumeric(type: Type): boolean {
  return has(type, NUMERIC);
}

/** A string type. */
export function isString(type: Type): boolean {
  return has(type, STRING);
}

/** An integer type. */
export function isInteger(type: Type): boolean {
  return has(type, INTEGER);
}

/** An unsigned integer type. */
export function isUnsigned(type: Type): boolean {
  return has(type, UNSIGNED);
}

/** A complex type. */
export function isComplex(type: Type): boolean {
  return has(type, COMPLEX);
}

/** An integer or floating-point type. */
export function isIntegerOrFloat(type: Type): boolean {
  return has(type, INTEGER | FLOAT);
}

/** A type that constants can have. */
export function isConstType(type: Type): boolean {
  return has(type, CONSTANT);
}

// These hold for a type parameter too, if it has specific types and they hold for all of them.

/** Boolean throughout the type set. */
export function allBoolean(type: Type): boolean {
  return allHave(type, BOOLEAN);
}

/** Numeric throughout the type set. */
export function allNumeric(type: Type): boolean {
  return allHave(type, NUMERIC);
}

/** String throughout the type set. */
export function allString(type: Type): boolean {
  return allHave(type, STRING);
}

/** Integer throughout the type set. */
export function allInteger(type: Type): boolean {
  return allHave(type, INTEGER);
}

/** Unsigned throughout the type set. */
export function allUnsigned(type: Type): boolean {
  return allHave(type, UNSIGNED);
}

/** Ordered by `<` throughout the type set. */
export function allOrdered(type: Type): boolean {
  return allHave(type, ORDERED);
}

/** Operands of `+` throughout the type set. */
export function allNumericOrString(type: Type): boolean {
  return allHave(type, NUMERIC | STRING);
}

/** A predeclared type that constants can have, throughout the type set. */
export function allBasic(type: Type): boolean {
  return allHave(type, CONSTANT);
}

/** Not untyped; works on incomplete types. */
export function isTyped(type: Type): boolean {
  const actual = type.kind === "alias" ? unalias(type) : type;
  return actual.kind !== "basic" || (properties[actual.basic] & UNTYPED) === 0;
}

/** An untyped constant's type or that of nil. */
export function isUntyped(type: Type): boolean {
  return !isTyped(type);
}

/** An untyped number. */
export function isUntypedNumeric(type: Type): boolean {
  const actual = type.kind === "alias" ? unalias(type) : type;
  if (actual.kind !== "basic") return false;
  const flags = properties[actual.basic];
  return (flags & UNTYPED) !== 0 && (flags & NUMERIC) !== 0;
}

/** The type has a name: predeclared, defined, type parameter. */
export function hasName(type: Type): boolean {
  const actual = unalias(type);
  return actual.kind === "basic" || actual.kind === "named" || actual.kind === "typeparam";
}

/** An interface, or a type parameter. */
export function isInterface(type: Type): boolean {
  return underlying(type).kind === "interface";
}

/** An interface type that is not a type parameter. */
export function isNonTypeParamInterface(type: Type): boolean {
  return !isTypeParam(type) && isInterface(type);
}

/** A type parameter. */
export function isTypeParam(type: Type): boolean {
  return unalias(type).kind === "typeparam";
}

/** A generic type (or alias) that lacks its arguments. */
export function isGeneric(type: Type): boolean {
  if (type.kind === "alias" && type.typeArgs.length === 0 && type.typeParams.length > 0) return true;
  const actual = unalias(type);
  return actual.kind === "named" && actual.typeArgs.length === 0 && actual.typeParams.length > 0;
}

/** nil is a value of the type (of every type in the type set of a type parameter). */
export function hasNil(type: Type): boolean {
  const under = underlying(type);
  switch (under.kind) {
    case "basic":
      return under.basic === "unsafe.Pointer";
    case "slice":
    case "pointer":
    case "signature":
    case "map":
    case "chan":
      return true;
    case "interface":
      return !isTypeParam(type) || forEachTerm(type, (_, term) => term !== undefined && hasNil(term));
    case "array":
    case "struct":
    case "tuple":
    case "union":
      return false;
  }
}

/** The size depends on type arguments, so that it is no constant (spec, "Package unsafe"). */
export function hasVarSize(type: Type): boolean {
  return variesInSize(type, new Set());
}

function variesInSize(type: Type, seen: Set<Type>): boolean {
  const actual = unalias(type);
  if (actual.kind === "named") {
    // A type that contains itself has been reported.
    if (seen.has(actual)) return false;
    seen.add(actual);
  }
  const under = underlying(actual);
  if (under.kind === "array") return variesInSize(under.element, seen);
  if (under.kind === "struct") {
    return under.fields.some((field) => field.type !== undefined && variesInSize(field.type, seen));
  }
  return under.kind === "interface" && actual.kind === "typeparam";
}

/** The type that an untyped type has by default; typed ones are returned as they are. Untyped nil stays. */
export function defaultType(type: Type): Type {
  if (type.kind !== "basic") return type;
  if (type.basic === "untyped bool") return basicTypes.bool;
  if (type.basic === "untyped int") return basicTypes.int;
  if (type.basic === "untyped rune") return runeType;
  if (type.basic === "untyped float") return basicTypes.float64;
  if (type.basic === "untyped complex") return basicTypes.complex128;
  if (type.basic === "untyped string") return basicTypes.string;
  return type;
}
