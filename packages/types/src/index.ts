// The type checker of Go, in the shape that users of go/types know.
export type {
  BigFloatValue,
  BoolValue,
  ComplexValue,
  ConstantValue,
  IntValue,
  RationalValue,
  RealValue,
  StringValue,
  UnknownValue,
} from "./constant/value.ts";
export type { Info, Initializer, Instance, OperandMode, Selection, TypeAndValue } from "./info.ts";
export {
  Builtin,
  Const,
  Func,
  Label,
  Nil,
  ObjectBase,
  PkgName,
  TypeName,
  Var,
  type BuiltinName,
  type TypesObject,
  type VarRole,
} from "./object.ts";
export { Package } from "./package.ts";
export type { CheckedPackage, CheckPackage, Importer, PackageInput } from "./program.ts";
export { Scope } from "./scope.ts";
export {
  AliasType,
  ArrayType,
  BasicType,
  ChanType,
  InterfaceType,
  MapType,
  NamedType,
  PointerType,
  Signature,
  SliceType,
  StructType,
  TupleType,
  TypeParam,
  UnionType,
  type BasicKind,
  type Type,
  type UnionTerm,
} from "./type.ts";
