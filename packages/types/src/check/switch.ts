import type * as ast from "@goes/ast";
import { unparen } from "@goes/ast";
import { basicTypes, invalidType } from "../basic.ts";
import { assignableTo } from "../assignable.ts";
import { makeBool } from "../constant/make.ts";
import { isComparable } from "../comparable.ts";
import { identical } from "../identical.ts";
import { Var } from "../object.ts";
import { hasNil, isNonTypeParamInterface, isUntyped } from "../predicates.ts";
import type { Type } from "../type.ts";
import { assignment } from "./assignments.ts";
import type { Checker } from "./checker.ts";
import { exprString, startPos } from "./expr-string.ts";
import { expr } from "./expressions.ts";
import { constantKey } from "./literals.ts";
import { asValue, describe, Operand, showType } from "./operand.ts";
import { binary } from "./operators.ts";
import { declare } from "./resolver.ts";
import { openScope, reportDefaults, stmt, stmtList, type StmtContext } from "./statements.ts";
import { impossibleCause, isDynamic } from "./type-assertion.ts";
import { lookup, typeExpr } from "./type-expressions.ts";
import { convertUntyped, useDefaultType } from "./untyped.ts";

const simple: StmtContext = {
  breakOk: false,
  continueOk: false,
  fallthroughOk: false,
  finalCase: false,
  inTypeSwitch: false,
};

/** An expression switch (spec, "Expression switches"). */
export function switchStmt(c: Checker, s: ast.SwitchStmt, context: StmtContext): void {
  const outer = c.env.scope;
  openScope(c, s);
  if (s.init !== undefined) stmt(c, s.init, simple);
  const x = s.tag === undefined ? implicitTrue(s) : tag(c, s.tag);
  reportDefaults(
    c,
    s.clauses.filter((clause) => clause.list === undefined),
  );
  const seen = new Map<string, { readonly type: Type; readonly pos: number }[]>();
  s.clauses.forEach((clause, i) => {
    for (const e of clause.list ?? []) caseValue(c, x, e, s.tag, seen);
    const before = c.env.scope;
    openScope(c, clause);
    const last = i === s.clauses.length - 1;
    stmtList(c, clause.body, { ...context, breakOk: true, fallthroughOk: !last, finalCase: last });
    c.env.scope = before;
  });
  c.env.scope = outer;
}

function implicitTrue(s: ast.SwitchStmt): Operand {
  const e: ast.Ident = { kind: "Ident", pos: s.lbrace, end: s.lbrace, name: "true" };
  return new Operand("constant", basicTypes.bool, e, makeBool(true));
}

function tag(c: Checker, e: ast.Expr): Operand {
  const x = expr(c, e);
  assignment(c, x, undefined, "switch expression");
  if (x.mode !== "invalid" && !isComparable(x.type) && !hasNil(x.type)) {
    c.error(
      "InvalidExprSwitch",
      e.pos,
      `cannot switch on ${describe(c, x)} (${showType(c, x.type)} is not comparable)`,
    );
    x.invalidate();
  }
  return x;
}

function caseValue(
  c: Checker,
  x: Operand,
  e: ast.Expr,
  tagExpr: ast.Expr | undefined,
  seen: Map<string, { readonly type: Type; readonly pos: number }[]>,
): void {
  const v = expr(c, e);
  if (x.mode === "invalid" || v.mode === "invalid") return;
  if (v.mode !== "nil") {
    const target = isNonTypeParamInterface(x.type) && isUntyped(v.type) ? undefined : x.type;
    if (target === undefined) useDefaultType(c, v);
    else convertUntyped(c, v, target);
    if ((v.mode as string) === "invalid") return;
  }
  const left = v.copy();
  const right = x.copy();
  const entry = c.info.types.get(right.expr);
  const ok =
    assignableTo(asValue(left), right.type, c.types).ok ||
    assignableTo(asValue(right), left.type, c.types).ok;
  if (!ok) {
    const on = tagExpr === undefined ? "" : ` on ${exprString(tagExpr)}`;
    c.error(
      "MismatchedTypes",
      e.pos,
      `invalid case ${exprString(e)} in switch${on} (mismatched types ${showType(c, v.type)} and ${showType(c, x.type)})`,
    );
    return;
  }
  const result = binary(c, left, right, "==", {
    pos: e.pos,
    opPos: e.pos,
    text: () =>
      tagExpr === undefined ? `${exprString(e)} == true` : `${exprString(tagExpr)} == ${exprString(e)}`,
    expr: e,
  });
  if (entry !== undefined) c.info.types.set(x.expr, entry);
  // gc lets booleans be repeated: `case debug && x:` may be constant in one configuration only.
  if (result.mode === "invalid" || v.mode !== "constant" || v.value === undefined || v.value.kind === "bool")
    return;
  const key = constantKey(v.value);
  const others = seen.get(key);
  if (others === undefined) {
    seen.set(key, [{ type: v.type, pos: e.pos }]);
    return;
  }
  const other = others.find((o) => identical(o.type, v.type));
  if (other === undefined) others.push({ type: v.type, pos: e.pos });
  else {
    c.error("DuplicateCase", e.pos, `duplicate case ${describe(c, v)} in expression switch`, [
      { pos: other.pos, message: "previous case" },
    ]);
  }
}

/** A type switch (spec, "Type switches"). */
export function typeSwitchStmt(c: Checker, s: ast.TypeSwitchStmt, context: StmtContext): void {
  const outer = c.env.scope;
  openScope(c, s);
  if (s.init !== undefined) stmt(c, s.init, simple);
  let binding = s.binding;
  if (binding?.name === "_") {
    c.softError("NoNewVar", binding.pos, "no new variable on left side of :=");
    binding = undefined;
  }
  const x = expr(c, s.x);
  let subject: Type | undefined;
  if (x.mode !== "invalid") {
    if (isDynamic(x.type)) subject = x.type;
    else {
      c.error(
        "InvalidTypeSwitch",
        startPos(x.expr),
        x.type.kind === "typeparam"
          ? `cannot use type switch on type parameter value ${describe(c, x)}`
          : `${describe(c, x)} is not an interface`,
      );
    }
  }
  reportDefaults(
    c,
    s.clauses.filter((clause) => clause.list === undefined),
  );
  const vars: Var[] = [];
  const seen: { readonly type: Type | undefined; readonly pos: number }[] = [];
  for (const clause of s.clauses) {
    let type: Type | undefined;
    for (const e of clause.list ?? []) type = caseType(c, x, subject, e, seen);
    const before = c.env.scope;
    openScope(c, clause);
    if (binding !== undefined) {
      // One type gives the variable that type; several, nil or default give it that of the operand.
      if (clause.list?.length !== 1 || type === undefined) type = x.mode === "invalid" ? invalidType : x.type;
      const v = new Var(binding.pos, c.pkg, binding.name, type, "local");
      declare(c, c.env.scope, undefined, v, clause.colon);
      c.info.implicits.set(clause, v);
      vars.push(v);
    }
    stmtList(c, clause.body, {
      ...context,
      breakOk: true,
      fallthroughOk: false,
      finalCase: false,
      inTypeSwitch: true,
    });
    c.env.scope = before;
  }
  if (binding !== undefined) {
    // The literals of the clauses may use the variable: they have been checked by now.
    const used = vars.some((v) => v.used);
    for (const v of vars) v.used = true;
    if (!used) c.softError("UnusedVar", binding.pos, `${binding.name} declared and not used`);
  }
  c.env.scope = outer;
}

function caseType(
  c: Checker,
  x: Operand,
  subject: Type | undefined,
  e: ast.Expr,
  seen: { readonly type: Type | undefined; readonly pos: number }[],
): Type | undefined {
  const inner = unparen(e);
  const isNil = inner.kind === "Ident" && lookup(c, inner.name)?.kind === "nil";
  let type: Type | undefined;
  if (isNil) expr(c, e);
  else {
    type = typeExpr(c, e, "variable");
    if (type === invalidType) return type;
  }
  const other = seen.find((o) =>
    o.type === undefined || type === undefined ? o.type === type : identical(o.type, type),
  );
  if (other !== undefined) {
    c.error(
      "DuplicateCase",
      e.pos,
      `duplicate case ${type === undefined ? "nil" : showType(c, type)} in type switch`,
      [{ pos: other.pos, message: "previous case" }],
    );
    return type;
  }
  seen.push({ type, pos: e.pos });
  if (subject !== undefined && type !== undefined) {
    const cause = impossibleCause(c, subject, type);
    if (cause !== undefined) {
      c.error(
        "ImpossibleAssert",
        e.pos,
        `impossible type switch case: ${exprString(e)}\n\t${describe(c, x)} cannot have dynamic type ${showType(c, type)} ${cause}`,
      );
    }
  }
  return type;
}
