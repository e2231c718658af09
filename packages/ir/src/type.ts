/**
 * Types of SSA values: small finite trees. Pointers are opaque (`ptr`), so no type refers to itself; what a
 * pointer points to is said by the operation that uses it (a type, a size or a {@link Layout}).
 *
 * Go-level types keep Go's widths and signs; wasm-level types are those of the target. `ptr` is on both levels
 * (an i32 that the collector follows), `payload` too: the 64-bit payload of an interface, whose low half may be a
 * pointer.
 */
export type Type = ScalarType | AggregateType;

/** Integer types of the Go level. `int` is int64, `uintptr` is uint32. */
export type IntegerKind = "int8" | "int16" | "int32" | "int64" | "uint8" | "uint16" | "uint32" | "uint64";

/** Types without fields that can be named. */
export type ScalarKind =
  | IntegerKind
  | "void"
  | "bool"
  | "float32"
  | "float64"
  | "complex64"
  | "complex128"
  | "string"
  | "slice"
  | "iface"
  | "ptr"
  | "payload"
  | "i32"
  | "i64"
  | "f32"
  | "f64";

/** A type that has only a name. */
export interface ScalarType {
  readonly kind: ScalarKind;
  /** The text form; two types are equal if their texts are. */
  readonly text: string;
}

/**
 * struct: fields in order (also Go arrays of length 0 and 1); tuple: the results of a call. Memory classes
 * (see `isRegisterType`) never appear as types of values.
 */
export interface AggregateType {
  readonly kind: "struct" | "tuple";
  readonly fields: readonly Type[];
  readonly text: string;
}

function scalar(kind: ScalarKind): ScalarType {
  return Object.freeze({ kind, text: kind });
}

/** The scalar types by name. */
export const types: { readonly [K in ScalarKind]: ScalarType } = Object.freeze({
  void: scalar("void"),
  bool: scalar("bool"),
  int8: scalar("int8"),
  int16: scalar("int16"),
  int32: scalar("int32"),
  int64: scalar("int64"),
  uint8: scalar("uint8"),
  uint16: scalar("uint16"),
  uint32: scalar("uint32"),
  uint64: scalar("uint64"),
  float32: scalar("float32"),
  float64: scalar("float64"),
  complex64: scalar("complex64"),
  complex128: scalar("complex128"),
  string: scalar("string"),
  slice: scalar("slice"),
  iface: scalar("iface"),
  ptr: scalar("ptr"),
  payload: scalar("payload"),
  i32: scalar("i32"),
  i64: scalar("i64"),
  f32: scalar("f32"),
  f64: scalar("f64"),
});

/** A struct of register types. */
export function structType(fields: readonly Type[]): AggregateType {
  return { kind: "struct", fields, text: `{${fields.map((field) => field.text).join(", ")}}` };
}

/** The results of a call that returns more than one. */
export function tupleType(fields: readonly Type[]): AggregateType {
  return { kind: "tuple", fields, text: `(${fields.map((field) => field.text).join(", ")})` };
}

/** The type of a call with these results: void, the only one, or a tuple. */
export function resultType(results: readonly Type[]): Type {
  return results.length === 0 ? types.void : results.length === 1 ? results[0]! : tupleType(results);
}

/** Whether two types are the same. */
export function sameType(a: Type, b: Type): boolean {
  return a === b || a.text === b.text;
}

/** Whether the type is an integer of the Go level. */
export function isInteger(type: Type): boolean {
  return type.kind.startsWith("int") || type.kind.startsWith("uint");
}

/** Whether the type is a signed integer of the Go level. */
export function isSigned(type: Type): boolean {
  return type.kind.startsWith("int");
}

/** Bits of an integer, float, bool (1) or pointer type; 0 for others. */
export function bitsOf(type: Type): number {
  switch (type.kind) {
    case "bool":
      return 1;
    case "int8":
    case "uint8":
      return 8;
    case "int16":
    case "uint16":
      return 16;
    case "int32":
    case "uint32":
    case "float32":
    case "ptr":
    case "i32":
    case "f32":
      return 32;
    case "int64":
    case "uint64":
    case "float64":
    case "payload":
    case "i64":
    case "f64":
      return 64;
    case "complex128":
    case "complex64":
    case "iface":
    case "slice":
    case "string":
    case "struct":
    case "tuple":
    case "void":
      return 0;
  }
}
