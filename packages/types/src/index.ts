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
// Constants.
export {
  float32Value,
  float64Value,
  imaginaryPart,
  int64Value,
  realPart,
  safeIntValue,
  toInt,
  uint64Value,
} from "./constant/convert.ts";
export { formatConstant, quote } from "./constant/format.ts";
export { makeFromLiteral } from "./constant/make.ts";
export { binaryOp, compare, shift, unaryOp } from "./constant/operations.ts";
export { representable, type Representation } from "./constant/representable.ts";
// Types.
export { basicTypes, byteType, invalidType, runeType } from "./basic.ts";
export { isComparable, isStrictlyComparable } from "./comparable.ts";
export { assignableTo, convertibleTo, implementsInterface, satisfies } from "./relations.ts";
export { identical, identicalIgnoringTags } from "./identical.ts";
export { instantiateNamed, instantiateSignature } from "./instantiate.ts";
export { lookupFieldOrMethod, pointerElement, type LookupResult } from "./lookup.ts";
export { methodSet, type MethodSetEntry } from "./method-set.ts";
export { methodsOf, signatureOf, unalias, underlying } from "./named.ts";
export {
  defaultType,
  hasNil,
  isGeneric,
  isInterface,
  isNonTypeParamInterface,
  isTypeParam,
  isUntyped,
} from "./predicates.ts";
export { gcSizes, goesSizes, type Sizes } from "./sizes.ts";
export { isParameterized, substitute, substitutionOf, type Substitution } from "./substitute.ts";
export { objectString, relativeTo, signatureString, typeString, type Qualifier } from "./type-string.ts";
export { coreType, forEachTerm, typeSetOf, type TypeSet } from "./typeset.ts";
export {
  anyType,
  comparableType,
  createUniverse,
  emptyInterface,
  errorType,
  type Universe,
} from "./universe.ts";
export { exprString } from "./check/expr-string.ts";
export { checkDirectiveForms } from "./check/directives.ts";
export { checkFileLabels } from "./labels.ts";
export { newestVersion } from "./version.ts";
// Checking.
export { checkPackage, loopVarPerIteration } from "./check/check-package.ts";
