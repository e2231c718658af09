import type * as ast from "@goes/ast";
import { basicTypes, invalidType } from "../basic.ts";
import { instantiateNamed } from "../instantiate.ts";
import { unalias, underlying } from "../named.ts";
import { Var, type Func, type VarRole } from "../object.ts";
import { Scope } from "../scope.ts";
import { substitute, substitutionOf } from "../substitute.ts";
import {
  NamedType,
  PointerType,
  Signature,
  SliceType,
  TupleType,
  type Type,
  type TypeParam,
} from "../type.ts";
import type { Checker } from "./checker.ts";
import { collectTypeParams, declareTypeParam, firstTypeParam } from "./declarations.ts";
import { exprString } from "./expr-string.ts";
import { showType } from "./operand.ts";
import { declare, unpackReceiver } from "./resolver.ts";
import { definedType, typeExpr } from "./type-expressions.ts";

/**
 * The signature that a function type writes. Parameters are declared in a scope of their own, which is recorded
 * for the function type. `decl` declares the receiver of a method; `receiverType` that of an interface's method.
 */
export function funcType(
  c: Checker,
  e: ast.FuncType,
  decl: ast.FuncDecl | undefined,
  func: Func | undefined,
  receiverType?: Type,
): Signature {
  const outer = c.env.scope;
  const scope = new Scope(outer, e.pos, decl?.end ?? e.end, true);
  c.info.scopes.set(e, scope);
  c.env.scope = scope;
  let receiverTypeParams: readonly TypeParam[] = [];
  let receiver: Var | undefined;
  let typeParams: readonly TypeParam[] = [];
  if (decl?.receiver !== undefined) {
    const result = collectReceiver(c, decl.receiver, decl);
    receiver = result.receiver;
    receiverTypeParams = result.typeParams;
  } else if (receiverType !== undefined && func !== undefined) {
    receiver = new Var(func.pos, c.pkg, "", receiverType, "receiver");
  }
  if (e.typeParams !== undefined) {
    if (decl === undefined) {
      c.error(
        "InvalidSyntaxTree",
        e.typeParams.pos,
        func === undefined
          ? "function type must have no type parameters"
          : "interface method must have no type parameters",
      );
    } else if (decl.receiver !== undefined) {
      c.error("InvalidMethodTypeParams", e.typeParams.pos, "methods cannot have type parameters");
    } else c.requireVersion(18, firstTypeParam(e.typeParams), "type parameter");
    typeParams = collectTypeParams(c, e.typeParams, () => {});
  }
  const declared: { readonly ident: ast.Ident; readonly v: Var }[] = [];
  const params = collectParams(c, e.params, "param", declared);
  const results =
    e.results === undefined ? { vars: [], variadic: false } : collectParams(c, e.results, "result", declared);
  if (receiver !== undefined && decl?.receiver !== undefined) {
    const ident = decl.receiver.fields[0]?.names[0];
    if (ident !== undefined && receiver.name !== "") declare(c, scope, ident, receiver, 0);
  }
  for (const { ident, v } of declared) declare(c, scope, ident, v, 0);
  c.env.scope = outer;
  return new Signature({
    receiver,
    typeParams,
    receiverTypeParams,
    params: new TupleType(params.vars),
    results: new TupleType(results.vars),
    variadic: params.variadic,
  });
}

function collectParams(
  c: Checker,
  list: ast.FieldList,
  role: VarRole,
  declared: { readonly ident: ast.Ident; readonly v: Var }[],
): { readonly vars: Var[]; readonly variadic: boolean } {
  const vars: Var[] = [];
  let variadic = false;
  const count = list.fields.length;
  list.fields.forEach((field, i) => {
    let e = field.type;
    let spread = false;
    if (e.kind === "Ellipsis") {
      const isLast = role === "param" && i === count - 1 && field.names.length <= 1;
      // A misplaced `...` has been reported by the parser.
      if (isLast) spread = true;
      if (e.element === undefined) return;
      const whole = e;
      e = e.element;
      variadic = spread;
      const element = typeExpr(c, e, "variable");
      const type: Type = spread ? new SliceType(element) : element;
      c.recordType(whole, { mode: "type", type, value: undefined });
      addParams(type, field);
      return;
    }
    addParams(typeExpr(c, e, "variable"), field);
  });
  return { vars, variadic };

  function addParams(type: Type, field: ast.Field): void {
    if (field.names.length === 0) {
      const v = new Var(field.type.pos, c.pkg, "", type, role);
      c.info.implicits.set(field, v);
      vars.push(v);
      return;
    }
    for (const ident of field.names) {
      const v = new Var(ident.pos, c.pkg, ident.name, type, role);
      declared.push({ ident, v });
      vars.push(v);
    }
  }
}

/** The receiver of a method declaration, with the type parameters that it declares. */
function collectReceiver(
  c: Checker,
  list: ast.FieldList,
  decl: ast.FuncDecl,
): { readonly receiver: Var; readonly typeParams: readonly TypeParam[] } {
  const field = list.fields[0];
  if (field === undefined) {
    c.error("InvalidRecv", list.pos, "method has no receiver");
    return { receiver: new Var(list.pos, c.pkg, "", invalidType, "receiver"), typeParams: [] };
  }
  if (list.fields.length > 1 || field.names.length > 1) {
    c.error("InvalidRecv", list.fields[1]?.pos ?? field.pos, "method has multiple receivers");
  }
  const { pointer, base, params, inner } = unpackReceiver(field.type);
  let type: Type;
  let typeParams: readonly TypeParam[] = [];
  if (params.length > 0 && inner.kind === "IndexExpr") {
    c.requireVersion(18, inner.pos, "type instantiation");
    const result = genericReceiver(c, inner, base, params);
    type = result.type;
    typeParams = result.typeParams;
    if (pointer && type !== invalidType) type = new PointerType(type);
    c.recordType(field.type, { mode: "type", type, value: undefined });
  } else type = definedType(c, field.type, undefined);
  const name = field.names[0];
  const receiver = new Var(name?.pos ?? field.type.pos, c.pkg, name?.name ?? "", type, "receiver");
  if (name === undefined) c.info.implicits.set(field, receiver);
  c.receiverTypeParams.set(decl, typeParams);
  c.later(() => validateReceiver(c, type, field.type));
  return { receiver, typeParams };
}

function genericReceiver(
  c: Checker,
  inner: ast.IndexExpr,
  base: ast.Ident | undefined,
  names: readonly ast.Expr[],
): { readonly type: Type; readonly typeParams: readonly TypeParam[] } {
  const generic = base === undefined ? typeExpr(c, inner.x) : baseType(c, base);
  const typeParams: TypeParam[] = [];
  names.forEach((name, index) => {
    if (name.kind !== "Ident") {
      c.error("BadDecl", name.pos, `receiver type parameter ${exprString(name)} must be an identifier`);
      return;
    }
    const param = declareTypeParam(c, name);
    param.index = index;
    typeParams.push(param);
    c.recordType(name, { mode: "type", type: param, value: undefined });
  });
  const plain = unalias(generic);
  if (plain === invalidType || typeParams.length < names.length) return { type: invalidType, typeParams };
  if (generic.kind === "alias" && generic.typeParams.length > 0) {
    c.error(
      "InvalidRecv",
      inner.pos,
      `cannot define new methods on generic alias type ${showType(c, generic)}`,
    );
    return { type: invalidType, typeParams };
  }
  if (!(plain instanceof NamedType) || plain.typeParams.length === 0) {
    c.error("NotAGenericType", inner.pos, `${showType(c, generic)} is not a generic type`);
    return { type: invalidType, typeParams };
  }
  const want = plain.typeParams;
  if (want.length !== typeParams.length) {
    c.error(
      "BadRecv",
      inner.pos,
      `receiver declares ${typeParams.length} type parameter${typeParams.length === 1 ? "" : "s"}, but receiver base type declares ${want.length}`,
    );
    return { type: invalidType, typeParams };
  }
  const map = substitutionOf(want, typeParams);
  typeParams.forEach((param, i) => {
    const bound = want[i]!.constraint;
    param.constraint = bound === undefined ? undefined : substitute(bound, map);
  });
  const type = instantiateNamed(plain, typeParams);
  if (base !== undefined) c.info.instances.set(base, { typeArgs: typeParams, type });
  c.recordType(inner, { mode: "type", type, value: undefined });
  return { type, typeParams };
}

function baseType(c: Checker, base: ast.Ident): Type {
  const obj = c.env.scope.lookupParent(base.name);
  if (obj === undefined) {
    c.error("UndeclaredName", base.pos, `undefined: ${base.name}`);
    return invalidType;
  }
  if (obj.kind !== "typename") {
    c.error("NotAType", base.pos, `${base.name} is not a type`);
    return invalidType;
  }
  c.recordUse(base, obj);
  const type = obj.type ?? invalidType;
  c.recordType(base, { mode: "type", type, value: undefined });
  return type;
}

/** Spec, "Method declarations": the receiver's base type is defined in this package and no pointer or interface. */
function validateReceiver(c: Checker, receiver: Type, e: ast.Expr): void {
  const plain = unalias(receiver);
  if (plain === invalidType) return;
  const written = plain.kind === "pointer" ? plain.element : receiver;
  const base = unalias(written);
  if (base === invalidType) return;
  const inner = unpackReceiver(e).inner;
  const at = inner.pos;
  if (base.kind === "named") {
    if (base.typeArgs.length > 0 && inner.kind !== "IndexExpr") {
      c.error("InvalidRecv", at, `cannot define new methods on instantiated type ${showType(c, base)}`);
      return;
    }
    if (base.obj.pkg !== c.pkg) {
      c.error("InvalidRecv", at, `cannot define new methods on non-local type ${showType(c, written)}`);
      return;
    }
    const under = underlying(base);
    if (under.kind === "pointer" || under.kind === "interface") {
      c.error("InvalidRecv", at, `invalid receiver type ${showType(c, written)} (pointer or interface type)`);
    } else if (under === basicTypes["unsafe.Pointer"]) {
      c.error("InvalidRecv", at, `invalid receiver type ${showType(c, base)}`);
    }
    return;
  }
  if (base.kind === "basic") {
    c.error("InvalidRecv", at, `cannot define new methods on non-local type ${showType(c, written)}`);
    return;
  }
  c.error("InvalidRecv", at, `invalid receiver type ${showType(c, receiver)}`);
  return;
}
