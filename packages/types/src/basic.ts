import { BasicType, InterfaceType, type BasicKind } from "./type.ts";

/** The one {@link BasicType} of each kind. */
export const basicTypes: Readonly<Record<BasicKind, BasicType>> = {
  invalid: new BasicType("invalid", "invalid type"),
  bool: new BasicType("bool"),
  int: new BasicType("int"),
  int8: new BasicType("int8"),
  int16: new BasicType("int16"),
  int32: new BasicType("int32"),
  int64: new BasicType("int64"),
  uint: new BasicType("uint"),
  uint8: new BasicType("uint8"),
  uint16: new BasicType("uint16"),
  uint32: new BasicType("uint32"),
  uint64: new BasicType("uint64"),
  uintptr: new BasicType("uintptr"),
  float32: new BasicType("float32"),
  float64: new BasicType("float64"),
  complex64: new BasicType("complex64"),
  complex128: new BasicType("complex128"),
  string: new BasicType("string"),
  "unsafe.Pointer": new BasicType("unsafe.Pointer"),
  "untyped bool": new BasicType("untyped bool"),
  "untyped int": new BasicType("untyped int"),
  "untyped rune": new BasicType("untyped rune"),
  "untyped float": new BasicType("untyped float"),
  "untyped complex": new BasicType("untyped complex"),
  "untyped string": new BasicType("untyped string"),
  "untyped nil": new BasicType("untyped nil"),
};

/** `byte`: identical to uint8, printed as written. */
export const byteType: BasicType = new BasicType("uint8", "byte");

/** `rune`: identical to int32, printed as written. */
export const runeType: BasicType = new BasicType("int32", "rune");

/** The type of what could not be checked. */
export const invalidType: BasicType = basicTypes.invalid;

/** The interface that `any` is; printed as that. */
export const emptyInterface: InterfaceType = new InterfaceType([]);
