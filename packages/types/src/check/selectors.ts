import type * as ast from "@goes/ast";
import { invalidType } from "../basic.ts";
import type { Selection } from "../info.ts";
import { lookupFieldOrMethod } from "../lookup.ts";
import { unalias, underlying } from "../named.ts";
import { Var, type Func } from "../object.ts";
import { isTypeParam } from "../predicates.ts";
import { Signature, TupleType, type Type } from "../type.ts";
import type { Checker } from "./checker.ts";
import { requireComplete } from "./declarations.ts";
import { exprString } from "./expr-string.ts";
import { exprOrType } from "./expressions.ts";
import { describe, invalidOperand, Operand, showType } from "./operand.ts";
import { lookup, objectOperand } from "./type-expressions.ts";

/** `x.f`: a name of another package, a field, a method value or a method expression. */
export function selector(c: Checker, e: ast.SelectorExpr, wantType: boolean): Operand {
  const name = e.selector.name;
  if (name === "_") {
    c.error("BlankSelector", e.selector.pos, "cannot refer to blank field or method");
    return invalidOperand(e);
  }
  if (e.x.kind === "Ident") {
    const obj = lookup(c, e.x.name);
    if (obj?.kind === "pkgname") {
      c.recordUse(e.x, obj);
      obj.used = true;
      const imported = obj.imported;
      const member = imported.scope.lookup(name);
      if (member === undefined || member.kind === "pkgname") {
        if (!imported.broken) {
          const other = imported.scope.lookup(otherCase(name));
          const slip = other?.exported === true ? ` (but have ${other.name})` : "";
          c.error("UndeclaredImportedName", e.selector.pos, `undefined: ${exprString(e)}${slip}`);
        }
        return invalidOperand(e);
      }
      if (!member.exported) {
        c.error("UnexportedName", e.selector.pos, `name ${name} not exported by package ${imported.name}`);
      }
      c.recordUse(e.selector, member);
      void member.type;
      return objectOperand(c, member, e, wantType);
    }
  }
  const x = exprOrType(c, e.x, false);
  if (x.mode === "invalid") return x;
  if (x.mode === "builtin") {
    c.error("InvalidPkgUse", e.x.end, `invalid use of ${describe(c, x)} in selector expression`);
    return x.invalidate();
  }
  if (wantType) {
    if (!requireComplete(c, x.type)) return x.invalidate();
    c.error("NotAType", e.selector.pos, `${exprString(e)} is not a type`);
    return x.invalidate();
  }
  return member(c, e, x, name);
}

function member(c: Checker, e: ast.SelectorExpr, x: Operand, name: string): Operand {
  const isType = x.mode === "type";
  if (c.pendingRhs.size > 0) {
    const plain = unalias(x.type);
    if (!requireComplete(c, plain.kind === "pointer" ? plain.element : plain)) return x.invalidate();
  }
  const found = lookupFieldOrMethod(x.type, x.mode === "variable", c.pkg, name);
  if (found.kind !== "found") {
    if (underlying(x.type) === invalidType) return x.invalidate();
    reportMissing(c, e, x, name, found);
    return x.invalidate();
  }
  const obj = found.obj;
  if (isType) {
    if (obj.kind !== "func") {
      c.error(
        "MissingFieldOrMethod",
        e.selector.pos,
        `${exprString(e)} undefined (type ${showType(c, x.type)} has no method ${name})`,
      );
      return x.invalidate();
    }
    c.recordUse(e.selector, obj);
    if (obj.origin.pkg === c.pkg) c.addDependency(obj.origin);
    const type = methodExpression(c, x.type, obj);
    select(c, e, {
      kind: "methodexpr",
      receiver: x.type,
      obj,
      index: found.index,
      indirect: found.indirect,
      type,
    });
    return new Operand("value", type, e);
  }
  c.recordUse(e.selector, obj);
  const type = obj.type ?? invalidType;
  if (obj.kind === "var") {
    select(c, e, {
      kind: "field",
      receiver: x.type,
      obj,
      index: found.index,
      indirect: found.indirect,
      type,
    });
    if (type === invalidType) return x.invalidate();
    return new Operand(x.mode === "variable" || found.indirect ? "variable" : "value", type, e);
  }
  if (obj.origin.pkg === c.pkg) c.addDependency(obj.origin);
  select(c, e, { kind: "method", receiver: x.type, obj, index: found.index, indirect: found.indirect, type });
  return new Operand("value", type, e);
}

function select(c: Checker, e: ast.SelectorExpr, selection: Selection): void {
  c.info.selections.set(e, selection);
}

/** The function type of `T.m`: the receiver comes first. */
function methodExpression(c: Checker, receiver: Type, method: Func): Signature {
  const signature = method.type;
  if (signature === undefined)
    return new Signature({ params: new TupleType([]), results: new TupleType([]) });
  const named = signature.params.vars.length > 0 && signature.params.vars[0]!.name !== "";
  const first = new Var(
    method.pos,
    c.pkg,
    named ? (signature.receiver?.name ?? "") || "_" : "",
    receiver,
    "param",
  );
  return new Signature({
    params: new TupleType([first, ...signature.params.vars]),
    results: signature.results,
    variadic: signature.variadic,
  });
}

function reportMissing(
  c: Checker,
  e: ast.SelectorExpr,
  x: Operand,
  name: string,
  found: ReturnType<typeof lookupFieldOrMethod>,
): void {
  const pos = e.selector.pos;
  const text = exprString(e);
  if (found.kind === "ambiguous") {
    c.error("AmbiguousSelector", pos, `ambiguous selector ${text}`);
    return;
  }
  if (found.kind === "pointer-receiver") {
    if (x.mode === "type") {
      const type = showType(c, x.type);
      c.error(
        "InvalidMethodExpr",
        pos,
        `invalid method expression ${text} (needs pointer receiver (*${type}).${name})`,
      );
    } else c.error("InvalidMethodExpr", pos, `cannot call pointer method ${name} on ${showType(c, x.type)}`);
    return;
  }
  const plain = unalias(x.type);
  const type = showType(c, x.type);
  let why: string;
  const under = underlying(plain);
  if (under.kind === "pointer" && plain.kind !== "typeparam" && isTypeParam(under.element)) {
    why = `type ${type} is pointer to type parameter, not type parameter`;
  } else if (under.kind === "pointer" && underlying(under.element).kind === "interface") {
    why = `type ${type} is pointer to interface, not interface`;
  } else {
    why = alternative(c, x, name, type);
  }
  c.error("MissingFieldOrMethod", pos, `${text} undefined (${why})`);
}

/** What the type has instead of the field or method that is missing: another capitalisation, or nothing. */
function alternative(c: Checker, x: Operand, name: string, type: string): string {
  const other = lookupFieldOrMethod(x.type, x.mode === "variable", c.pkg, name, true);
  const none = `type ${type} has no field or method ${name}`;
  if (other.kind !== "found") return none;
  const obj = other.obj;
  const kind = obj.kind === "var" ? "field" : "method";
  const accessible = obj.exported || obj.pkg === c.pkg;
  if (obj.name === name) {
    if (accessible) return none;
    return `cannot refer to unexported ${kind} ${name}`;
  }
  // Only the case of the first letter is taken for a slip.
  if (obj.name !== otherCase(name)) return none;
  if (!accessible) return `${none}, but does have unexported ${kind} ${obj.name}`;
  return `type ${type} has no field or method ${name}, but does have ${kind} ${obj.name}`;
}

/** A name with its first letter in the other case. */
export function otherCase(name: string): string {
  const first = String.fromCodePoint(name.codePointAt(0) ?? 0);
  const upper = first.toUpperCase();
  return (first === upper ? first.toLowerCase() : upper) + name.slice(first.length);
}
