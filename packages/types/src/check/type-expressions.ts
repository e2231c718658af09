import type * as ast from "@goes/ast";
import { basicTypes, invalidType } from "../basic.ts";
import { safeIntValue, toInt } from "../constant/convert.ts";
import { isComparable } from "../comparable.ts";
import { instantiateAlias, instantiateNamed } from "../instantiate.ts";
import { verifyInstance } from "../verify-instance.ts";
import { unalias, underlying } from "../named.ts";
import type { TypeName, TypesObject } from "../object.ts";
import { isGeneric, isInteger, isTypeParam, isUntyped } from "../predicates.ts";
import {
  AliasType,
  ArrayType,
  ChanType,
  MapType,
  NamedType,
  PointerType,
  SliceType,
  UnionType,
  type Type,
  type TypeParam,
  type UnionTerm,
} from "../type.ts";
import { typeString } from "../type-string.ts";
import { isMethodSet, overlappingTerms, typeSetOf } from "../typeset.ts";
import type { Checker } from "./checker.ts";
import { implicitInterface, resolve } from "./declarations.ts";
import { exprString, startPos } from "./expr-string.ts";
import { expr } from "./expressions.ts";
import { interfaceType } from "./interface.ts";
import { describe, invalidOperand, Operand, showType } from "./operand.ts";
import { selector } from "./selectors.ts";
import { funcType } from "./signature.ts";
import { structType } from "./struct.ts";

/** What a type is used for; constraint interfaces cannot be types of variables. */
type TypeUse = "any" | "variable";

/** The type that `e` denotes; the invalid type after an error. Generic types must be instantiated. */
export function typeExpr(c: Checker, e: ast.Expr, use: TypeUse = "any"): Type {
  const type = definedType(c, e, undefined);
  if (use === "variable") checkVariableType(c, e, type);
  return type;
}

function checkVariableType(c: Checker, e: ast.Expr, type: Type): void {
  const kind = type.kind;
  if (kind === "basic" || kind === "pointer" || kind === "slice" || kind === "typeparam") return;
  if (kind === "named" && type.underlyingCache !== undefined && type.underlyingCache.kind !== "interface")
    return;
  c.later(() => {
    if (isTypeParam(type)) return;
    const under = underlying(type);
    if (under.kind !== "interface") return;
    const set = typeSetOf(under);
    if (isMethodSet(set)) return;
    if (set.terms === "all" && set.comparable) {
      c.softError(
        "MisplacedConstraintIface",
        e.pos,
        `cannot use type ${showType(c, type)} outside a type constraint: interface is (or embeds) comparable`,
      );
    } else {
      c.softError(
        "MisplacedConstraintIface",
        e.pos,
        `cannot use type ${showType(c, type)} outside a type constraint: interface contains type constraints`,
      );
    }
  });
}

/** As {@link typeExpr}; `def` is the name that is being declared with this type, if any. */
export function definedType(c: Checker, e: ast.Expr, def: TypeName | undefined): Type {
  const type = internalType(c, e, def);
  if (isGeneric(type)) {
    c.error(
      "WrongTypeArgCount",
      e.pos,
      `cannot use generic type ${showGeneric(c, type)} without instantiation`,
    );
    c.recordType(e, { mode: "type", type: invalidType, value: undefined });
    return invalidType;
  }
  c.recordType(e, { mode: "type", type, value: undefined });
  return type;
}

/** A generic type with its parameters, as messages show it. */
function showGeneric(c: Checker, type: Type): string {
  return showType(c, type);
}

/** The generic type that `e` denotes. */
function genericType(c: Checker, e: ast.Expr, whole?: ast.Expr): Type {
  const type = internalType(c, e, undefined);
  if (unalias(type) !== invalidType && !isGeneric(type)) {
    c.error(
      "NotAGenericType",
      e.pos,
      whole === undefined
        ? `${showType(c, type)} is not a generic type`
        : `invalid operation: ${exprString(whole)} (${showType(c, type)} is not a generic type)`,
    );
    return invalidType;
  }
  c.recordType(e, { mode: "type", type, value: undefined });
  return type;
}

function internalType(c: Checker, e: ast.Expr, def: TypeName | undefined): Type {
  switch (e.kind) {
    case "BadExpr":
      return invalidType;
    case "Ident":
      return operandType(c, ident(c, e, true), e);
    case "SelectorExpr":
      return operandType(c, selector(c, e, true), e);
    case "IndexExpr":
      c.requireVersion(18, e.pos, "type instantiation");
      return instantiatedType(c, e);
    case "ParenExpr":
      return definedType(c, e.x, def);
    case "ArrayType": {
      if (e.length === undefined) return new SliceType(typeExpr(c, e.element, "variable"));
      if (e.length.kind === "Ellipsis") {
        c.error("BadDotDotDotSyntax", e.pos, "invalid use of [...] array (outside a composite literal)");
        typeExpr(c, e.element, "variable");
        return invalidType;
      }
      const length = arrayLength(c, e.length);
      const element = typeExpr(c, e.element, "variable");
      if (length < 0) return invalidType;
      const array = new ArrayType(element, length);
      if (length > 1 << 20) {
        c.largeArrays.push({ type: array, pos: e.pos });
      }
      return array;
    }
    case "Ellipsis":
      c.error("InvalidDotDotDot", e.pos, "invalid use of ...");
      if (e.element !== undefined) typeExpr(c, e.element);
      return invalidType;
    case "StructType":
      return structType(c, e);
    case "StarExpr": {
      const element = typeExpr(c, e.x, "variable");
      return element === invalidType ? invalidType : new PointerType(element);
    }
    case "FuncType":
      return funcType(c, e, undefined, undefined);
    case "InterfaceType":
      return interfaceType(c, e, def);
    case "MapType": {
      const key = typeExpr(c, e.key, "variable");
      const value = typeExpr(c, e.value, "variable");
      c.later(() => checkMapKey(c, e.key, key));
      return new MapType(key, value);
    }
    case "ChanType":
      return chanType(c, e);
    case "UnaryExpr":
    case "BinaryExpr":
      if (
        (e.kind === "UnaryExpr" && e.op === "~") ||
        (e.kind === "BinaryExpr" && e.op === "|" && c.env.inTypeParams)
      ) {
        return constraintType(c, e);
      }
      break;
    case "BasicLit":
    case "CallExpr":
    case "CompositeLit":
    case "FuncLit":
    case "KeyValueExpr":
    case "SliceExpr":
    case "TypeAssertExpr":
      break;
  }
  c.error("NotAType", e.pos, `${exprString(e)} is not a type`);
  // What is inside counts as used all the same.
  if (e.kind === "CallExpr") expr(c, e);
  else if (e.kind === "TypeAssertExpr") expr(c, e.x);
  return invalidType;
}

function chanType(c: Checker, e: ast.ChanType): ChanType {
  const element = typeExpr(c, e.element, "variable");
  if (element.kind !== "basic" && element.kind !== "pointer") c.channels.push({ element, pos: e.pos });
  return new ChanType(e.direction, element);
}

function checkMapKey(c: Checker, e: ast.Expr, key: Type): void {
  if (key === invalidType || isComparable(key)) return;
  const cause = isTypeParam(key) ? " (missing comparable constraint)" : "";
  c.error("IncomparableMapKey", startPos(e), `invalid map key type ${showType(c, key)}${cause}`);
}

function operandType(c: Checker, x: Operand, e: ast.Expr): Type {
  switch (x.mode) {
    case "type":
      return x.type;
    case "invalid":
      return invalidType;
    case "novalue":
      c.error("NotAType", e.pos, `${describe(c, x)} used as type`);
      return invalidType;
    case "builtin":
    case "commaok":
    case "constant":
    case "mapindex":
    case "nil":
    case "value":
    case "variable":
      c.error("NotAType", e.pos, `${describe(c, x)} is not a type`);
      return invalidType;
  }
}

/** A name that is not a type, with what it is. */
function notAType(e: ast.Ident, obj: TypesObject): string {
  switch (obj.kind) {
    case "const":
      return `${e.name} (constant)`;
    case "var":
      return `${e.name} (${obj.role === "package" ? "package-level variable" : "local variable"})`;
    case "func":
      return `${e.name} (function)`;
    case "nil":
      return "nil (untyped nil)";
    case "builtin":
      return `${e.name} (built-in)`;
    case "label":
    case "pkgname":
    case "typename":
      return e.name;
  }
}

/** The operand that an identifier denotes. `wantType`: it is used where a type is expected. */
export function ident(c: Checker, e: ast.Ident, wantType: boolean): Operand {
  const name = e.name;
  const obj = lookup(c, name);
  if (obj === undefined) {
    if (name === "_") c.error("InvalidBlank", e.pos, "cannot use _ as value or type");
    else c.error("UndeclaredName", e.pos, `undefined: ${name}`);
    return invalidOperand(e);
  }
  c.recordUse(e, obj);
  if (obj.kind === "pkgname") {
    c.error(
      "InvalidPkgUse",
      e.pos,
      wantType ? `${obj.name} (package name) is not a type` : `use of package ${obj.name} not in selector`,
    );
    return invalidOperand(e);
  }
  if (wantType && obj.kind !== "typename") {
    // That it is no type is more to the point than a cycle that its declaration may be in.
    if (obj.kind === "var") obj.used = true;
    c.error("NotAType", e.pos, `${notAType(e, obj)} is not a type`);
    return invalidOperand(e);
  }
  if (obj.pkg === undefined && (name === "any" || name === "comparable")) {
    if (!c.requireVersion(18, e.pos, `predeclared ${name}`)) return invalidOperand(e);
  }
  const unknownConstant = obj.kind === "const" && obj.value?.kind === "unknown";
  if (
    obj.knownType === undefined ||
    obj.resolve !== undefined ||
    ((wantType || unknownConstant) && c.path.length > 0)
  ) {
    if (c.decls.has(obj)) resolve(c, obj);
    else void obj.type;
  }
  return objectOperand(c, obj, e, wantType);
}

/** The object that `name` denotes in the present scope; marks dot-imports as used. */
export function lookup(c: Checker, name: string): TypesObject | undefined {
  const obj = c.env.scope.lookupParent(name);
  if (obj !== undefined && c.dotObjects.size > 0 && c.env.file !== undefined && obj.pkg !== c.pkg) {
    const dot = c.dotObjects.get(c.env.file)?.get(obj);
    if (dot !== undefined) dot.used = true;
  }
  return obj;
}

/** The operand that a use of `obj` (its type resolved) is. */
export function objectOperand(c: Checker, obj: TypesObject, e: ast.Expr, wantType: boolean): Operand {
  const type = obj.knownType ?? invalidType;
  switch (obj.kind) {
    case "const":
      if (obj.pkg === c.pkg) c.addDependency(obj);
      if (type === invalidType) return invalidOperand(e);
      if (obj.name === "iota" && obj.pkg === undefined) {
        if (c.env.iota === undefined) {
          c.error("InvalidIota", e.pos, "cannot use iota outside constant declaration");
          return invalidOperand(e);
        }
        return new Operand("constant", basicTypes["untyped int"], e, {
          kind: "int",
          value: BigInt(c.env.iota),
        });
      }
      return new Operand("constant", type, e, obj.value);
    case "typename":
      if (!wantType && type === invalidType) return invalidOperand(e);
      return type === invalidType ? invalidOperand(e) : new Operand("type", type, e);
    case "var":
      if (obj.pkg === c.pkg) {
        obj.used = true;
        if (obj.role === "package") c.addDependency(obj);
      }
      return type === invalidType ? invalidOperand(e) : new Operand("variable", type, e);
    case "func":
      if (obj.pkg === c.pkg) c.addDependency(obj);
      return new Operand("value", type, e);
    case "builtin": {
      const x = new Operand("builtin", type, e);
      x.builtin = obj.builtin;
      return x;
    }
    case "nil":
      return new Operand("nil", basicTypes["untyped nil"], e);
    case "pkgname":
    case "label":
      return invalidOperand(e);
  }
}

/** The length that an array type states; -1 after an error. */
function arrayLength(c: Checker, e: ast.Expr): number {
  if (e.kind === "Ident") {
    const obj = lookup(c, e.name);
    if (obj === undefined) {
      c.error("InvalidArrayLen", e.pos, `undefined array length ${e.name} or missing type constraint`);
      return -1;
    }
    if (obj.kind !== "const") {
      c.recordUse(e, obj);
      c.error("InvalidArrayLen", e.pos, `invalid array length ${e.name}`);
      if (obj.kind === "var" || obj.kind === "pkgname") obj.used = true;
      return -1;
    }
  }
  const x = expr(c, e);
  if (x.mode === "invalid") return -1;
  if (x.mode !== "constant") {
    c.error("InvalidArrayLen", e.pos, `array length ${describe(c, x)} must be constant`);
    return -1;
  }
  if (isUntyped(x.type) || isInteger(x.type)) {
    const value = x.value === undefined ? undefined : toInt(x.value);
    if (value !== undefined && value.kind === "int") {
      const length = safeIntValue(value);
      if (length !== undefined && length >= 0) return length;
    }
    if (value?.kind === "int") {
      c.error("InvalidArrayLen", e.pos, `invalid array length ${describe(c, x)}`);
      return -1;
    }
  }
  c.error(
    "InvalidArrayLen",
    e.pos,
    `array length ${describe(c, x)} must be ${isInteger(x.type) ? "valid" : "integer"}`,
  );
  return -1;
}

function instantiatedType(c: Checker, e: ast.IndexExpr): Type {
  const generic = unaliasOnce(genericType(c, e.x, e));
  const args = e.indices.map((index) => typeExpr(c, index, "variable"));
  if (generic === invalidType || args.includes(invalidType)) return invalidType;
  return instantiate(c, generic, args, e.x, e.indices) ?? invalidType;
}

function unaliasOnce(type: Type): Type {
  // An alias without parameters of a generic type is that type.
  return type.kind === "alias" && type.typeParams.length === 0 ? unalias(type) : type;
}

/** The instance of a generic type; checks number and constraints of the arguments. */
function instantiate(
  c: Checker,
  generic: Type,
  args: readonly Type[],
  where: ast.Expr,
  argExprs: readonly ast.Expr[],
): Type | undefined {
  if (!(generic instanceof NamedType) && !(generic instanceof AliasType)) return undefined;
  const params = generic.typeParams;
  if (!checkTypeArgCount(c, where.pos, "type", generic.obj.name, args.length, params.length))
    return undefined;
  const instance =
    generic.kind === "named" ? instantiateNamed(generic, args) : instantiateAlias(generic, args);
  const name = instanceIdent(where);
  if (name !== undefined) c.info.instances.set(name, { typeArgs: args, type: instance });
  c.later(() => {
    verifyTypeArgs(c, generic.typeParams, args, argExprs, where.pos);
  });
  return instance;
}

/** Reports a wrong number of type arguments. */
function checkTypeArgCount(
  c: Checker,
  pos: number,
  what: "type" | "function",
  name: string,
  have: number,
  want: number,
): boolean {
  if (have === want) return true;
  const word = have < want ? "not enough" : "too many";
  c.error("WrongTypeArgCount", pos, `${word} type arguments for ${what} ${name}: have ${have}, want ${want}`);
  return false;
}

/** Reports the first type argument that does not satisfy its constraint. */
export function verifyTypeArgs(
  c: Checker,
  params: readonly TypeParam[],
  args: readonly Type[],
  argExprs: readonly ast.Expr[],
  pos: number,
): boolean {
  const problem = verifyInstance(params, args, c.types);
  if (problem === undefined) return true;
  c.error("InvalidTypeArg", argExprs[problem.index]?.pos ?? pos, problem.cause);
  return false;
}

/** The identifier at which an instance of the generic thing that `e` denotes is recorded. */
export function instanceIdent(e: ast.Expr): ast.Ident | undefined {
  for (;;) {
    if (e.kind === "Ident") return e;
    if (e.kind === "SelectorExpr") return e.selector;
    if (e.kind === "ParenExpr" || e.kind === "IndexExpr") e = e.x;
    else return undefined;
  }
}

/** The type of a constraint: unions and `~T` are allowed, and what is not an interface means one. */
export function constraintType(c: Checker, e: ast.Expr): Type {
  if ((e.kind === "BinaryExpr" && e.op === "|") || (e.kind === "UnaryExpr" && e.op === "~")) {
    const union = unionType(c, e);
    const type = union === invalidType ? invalidType : implicitInterface(union, e.pos);
    c.recordType(e, { mode: "type", type, value: undefined });
    return type;
  }
  const type = typeExpr(c, e);
  if (type === invalidType || type.kind === "typeparam") return type;
  // Whether a defined type is an interface may not be known yet: `implicitInterface` would have to look.
  const target = unalias(type);
  if (target.kind === "interface" || (target.kind === "named" && target.underlyingCache === undefined))
    return type;
  return implicitInterface(type, e.pos);
}

/** The union that `e` writes; a single term without `~` is that type itself. */
export function unionType(c: Checker, e: ast.Expr): Type {
  const parts: ast.Expr[] = [];
  const flatten = (x: ast.Expr): void => {
    if (x.kind === "BinaryExpr" && x.op === "|") {
      flatten(x.x);
      flatten(x.y);
    } else parts.push(x);
  };
  flatten(e);
  const terms: UnionTerm[] = [];
  let bad = false;
  for (const part of parts) {
    const tilde = part.kind === "UnaryExpr" && part.op === "~";
    const type = typeExpr(c, tilde ? part.x : part);
    if (tilde) c.recordType(part, { mode: "type", type, value: undefined });
    if (type === invalidType) bad = true;
    else if (parts.length === 1 && !tilde) return type;
    terms.push({ tilde, type });
  }
  if (bad) return invalidType;
  if (terms.length > 100) {
    c.error(
      "InvalidUnion",
      parts[100]!.pos,
      `cannot handle more than 100 union terms (implementation limitation)`,
    );
    return invalidType;
  }
  c.later(() => checkUnion(c, parts, terms));
  return new UnionType(terms);
}

function checkUnion(c: Checker, parts: readonly ast.Expr[], terms: readonly UnionTerm[]): void {
  for (let i = 0; i < terms.length; i++) {
    const term = terms[i]!;
    const part = parts[i]!;
    const under = underlying(term.type);
    if (under === invalidType) return;
    if (isTypeParam(term.type)) {
      if (terms.length > 1 || term.tilde) {
        const text = term.tilde
          ? "type in term ~" + showType(c, term.type) + " cannot be a type parameter"
          : "term cannot be a type parameter";
        c.error("MisplacedTypeParam", term.tilde && part.kind === "UnaryExpr" ? part.x.pos : part.pos, text);
      }
      continue;
    }
    if (term.tilde) {
      if (under.kind === "interface") {
        c.error("InvalidUnion", part.pos, `invalid use of ~ (${showType(c, term.type)} is an interface)`);
        continue;
      }
      const target = unalias(term.type);
      if (target.kind === "named") {
        c.error(
          "InvalidUnion",
          part.pos,
          `invalid use of ~ (underlying type of ${showType(c, term.type)} is ${showType(c, under)})`,
        );
        continue;
      }
    }
    if (under.kind === "interface" && terms.length > 1) {
      const set = typeSetOf(under);
      if (set.methods.length > 0) {
        c.error(
          "InvalidUnion",
          part.pos,
          `cannot use ${typeString(term.type)} in union (${typeString(term.type)} contains methods)`,
        );
        continue;
      }
      if (set.terms === "all" && set.comparable) {
        c.error(
          "InvalidUnion",
          part.pos,
          unalias(term.type).kind === "named" && (unalias(term.type) as NamedType).obj.name === "comparable"
            ? "cannot use comparable in union"
            : `cannot use ${typeString(term.type)} in union (${typeString(term.type)} embeds comparable)`,
        );
        continue;
      }
    }
  }
  for (const overlap of overlappingTerms(terms)) {
    const show = (t: UnionTerm): string => `${t.tilde ? "~" : ""}${typeString(t.type)}`;
    c.error(
      "InvalidUnion",
      parts[overlap.second]!.pos,
      `overlapping terms ${show(terms[overlap.second]!)} and ${show(terms[overlap.first]!)}`,
    );
  }
}
