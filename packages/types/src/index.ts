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
export { float32Value, float64Value, int64Value, safeIntValue, uint64Value } from "./constant/convert.ts";
export { identical } from "./identical.ts";
export { instantiateNamed, instantiateSignature } from "./instantiate.ts";
export { lookupFieldOrMethod, pointerElement, type LookupResult } from "./lookup.ts";
export { methodSet, type MethodSetEntry } from "./method-set.ts";
export { methodsOf, signatureOf, unalias, underlying } from "./named.ts";
export { hasNil, isInterface } from "./predicates.ts";
export { gcSizes, goesSizes, type Sizes } from "./sizes.ts";
export { substitute, substitutionOf, type Substitution } from "./substitute.ts";
export { signatureString, typeString, type Qualifier } from "./type-string.ts";
export { coreType, typeSetOf, type TypeSet } from "./typeset.ts";
export { emptyInterface, errorType } from "./universe.ts";
export { allowsVersion } from "./version.ts";
export { checkPackage, loopVarPerIteration } from "./check/check-package.ts";
export { basicTypes, byteType, runeType } from "./basic.ts";
export { imaginaryPart, realPart, toInt } from "./constant/convert.ts";
export { defaultType } from "./predicates.ts";
