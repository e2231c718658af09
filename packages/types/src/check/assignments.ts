import type * as ast from "@goes/ast";
import { unparen } from "@goes/ast";
import type { Pos } from "@goes/source";
import { assignableTo, implicitConversion } from "../assignable.ts";
import { basicTypes, invalidType } from "../basic.ts";
import { underlying } from "../named.ts";
import { Var, type Const } from "../object.ts";
import { defaultType, isNonTypeParamInterface, isUntyped, hasNil } from "../predicates.ts";
import type { Type } from "../type.ts";
import { inferForTarget, haveTypes, useArguments } from "./calls.ts";
import type { Checker } from "./checker.ts";
import { exprString, startPos } from "./expr-string.ts";
import { expr, multiExpr, singleValue } from "./expressions.ts";
import { asValue, describe, Operand, showType } from "./operand.ts";
import { binary, type BinarySite } from "./operators.ts";
import { declare } from "./resolver.ts";
import { applyConversion, updateType } from "./untyped.ts";
import { lookup } from "./type-expressions.ts";

/**
 * Assigns `x` to a variable of type `target`, or of the default type of `x` if that is undefined: converts
 * untyped values and reports what is not assignable. `context` ends the message ("in assignment"); a
 * function where the text takes time.
 */
export function assignment(
  c: Checker,
  x: Operand,
  target: Type | undefined,
  context: string | (() => string),
): void {
  const where = (): string => (typeof context === "string" ? context : context());
  singleValue(c, x);
  if (x.mode === "invalid") return;
  switch (x.mode) {
    case "constant":
    case "variable":
    case "mapindex":
    case "value":
    case "nil":
    case "commaok":
      break;
    case "builtin":
    case "novalue":
    case "type":
      c.error(
        "IncompatibleAssign",
        startPos(x.expr),
        `cannot assign ${describe(c, x)} to ${target === undefined ? "_" : showType(c, target)} in ${where()}`,
      );
      x.invalidate();
      return;
  }
  if (target === invalidType) {
    x.invalidate();
    return;
  }
  if (isUntyped(x.type)) {
    if (x.mode === "nil") {
      if (target === undefined) {
        c.error("UntypedNilUse", startPos(x.expr), `use of untyped nil in ${where()}`);
        x.invalidate();
        return;
      }
      if (!hasNil(target)) {
        c.error(
          "IncompatibleAssign",
          startPos(x.expr),
          `cannot use nil as ${showType(c, target)} value in ${where()}`,
        );
        x.invalidate();
        return;
      }
      updateType(c, x.expr, target);
      return;
    }
    const to = target === undefined || isNonTypeParamInterface(target) ? defaultType(x.type) : target;
    const result = implicitConversion(asValue(x), to, c.types);
    if (!result.ok) {
      const tail =
        result.reason === "truncated" ? " (truncated)" : result.reason === "overflows" ? " (overflows)" : "";
      const code =
        result.reason === "truncated"
          ? "TruncatedFloat"
          : result.reason === "overflows"
            ? "NumericOverflow"
            : "IncompatibleAssign";
      c.error(
        code,
        startPos(x.expr),
        `cannot use ${describe(c, x)} as ${showType(c, to)} value in ${where()}${tail}`,
      );
      x.invalidate();
      return;
    }
    applyConversion(c, x, result.type, result.value);
  } else if (x.type.kind === "signature" && x.type.typeParams.length > 0) {
    const inferred = inferForTarget(c, x, target);
    x.mode = inferred.mode;
    x.type = inferred.type;
    if (inferred.mode === "invalid") return;
  }
  if (target === undefined || x.type === target) return;
  const verdict = assignableTo(asValue(x), target, c.types);
  if (verdict.ok) return;
  const tail = verdict.cause === "" ? "" : `: ${verdict.cause}`;
  c.error(
    "IncompatibleAssign",
    startPos(x.expr),
    `cannot use ${describe(c, x)} as ${showType(c, target)} value in ${where()}${tail}`,
  );
  x.invalidate();
}

/** Sets type and value of a constant from its expression. */
export function initConstant(c: Checker, obj: Const, x: Operand): void {
  if (x.mode === "invalid" || x.type === invalidType || obj.knownType === invalidType) {
    obj.type ??= invalidType;
    return;
  }
  if (x.mode !== "constant") {
    c.error("InvalidConstInit", startPos(x.expr), `${describe(c, x)} is not constant`);
    obj.type ??= invalidType;
    return;
  }
  obj.type ??= x.type;
  assignment(c, x, obj.knownType, "constant declaration");
  if ((x.mode as string) === "invalid") return;
  obj.value = x.value;
}

/** Initialises a variable; it gets the type of the value if it has none. */
export function initVariable(c: Checker, v: Var, x: Operand, context: string): void {
  const type = v.knownType;
  if (x.mode === "invalid" || x.type === invalidType || type === invalidType) {
    if (type === undefined) v.type = invalidType;
    x.invalidate();
    return;
  }
  if (type === undefined) {
    singleValue(c, x);
    if ((x.mode as string) === "invalid") {
      v.type = invalidType;
      return;
    }
    let own = x.type;
    if (isUntyped(own)) {
      if (x.mode === "nil") {
        c.error("UntypedNilUse", startPos(x.expr), `use of untyped nil in ${context}`);
        v.type = invalidType;
        x.invalidate();
        return;
      }
      own = defaultType(own);
    }
    v.type = own;
  }
  assignment(c, x, v.knownType, context);
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

/** Reports that numbers of variables and values differ. */
function mismatch(c: Checker, rhs: readonly ast.Expr[], variables: number, values: number): void {
  const vars = plural(variables, "variable");
  const first = rhs[0]!;
  const call = unparen(first);
  if (rhs.length === 1 && call.kind === "CallExpr") {
    c.error(
      "WrongAssignCount",
      first.pos,
      `assignment mismatch: ${vars} but ${exprString(call.callee)} returns ${plural(values, "value")}`,
    );
  } else
    c.error("WrongAssignCount", first.pos, `assignment mismatch: ${vars} but ${plural(values, "value")}`);
}

function returnMismatch(c: Checker, site: ReturnSite, lhs: readonly Var[], rhs: readonly Operand[]): void {
  const few = rhs.length < lhs.length;
  const at =
    rhs.length === 0 ? site.pos : few ? startPos(rhs[rhs.length - 1]!.expr) : startPos(rhs[lhs.length]!.expr);
  const want = `(${lhs.map((v) => ((v.type ?? invalidType) === invalidType ? "unknown type" : showType(c, v.type ?? invalidType))).join(", ")})`;
  c.error(
    "WrongResultCount",
    at,
    `${few ? "not enough" : "too many"} return values\n\thave ${haveTypes(c, rhs, false)}\n\twant ${want}`,
  );
}

/** A return statement whose results are being assigned. */
interface ReturnSite {
  readonly pos: Pos;
}

/** Initialises variables from as many values, one call, or one comma-ok expression. */
export function initVariables(
  c: Checker,
  lhs: readonly Var[],
  rhs: readonly ast.Expr[],
  site: ReturnSite | undefined,
  context: string = site === undefined ? "assignment" : "return statement",
): void {
  const invalidateAll = (): void => {
    for (const v of lhs) v.type ??= invalidType;
  };
  if (lhs.length === rhs.length && !(rhs.length === 1 && site !== undefined && lhs.length !== 1)) {
    // A call with several results for one variable is a mismatch, not a misuse of a tuple.
    if (rhs.length === 1) {
      c.targetName = site === undefined ? lhs[0]!.name : "result variable";
      const x = hinted(c, rhs[0]!, lhs[0]!.knownType);
      if (x.mode === "value" && x.type.kind === "tuple") {
        if (site !== undefined) {
          returnMismatch(c, site, lhs, unpack(x));
        } else mismatch(c, rhs, 1, x.type.vars.length);
        invalidateAll();
        return;
      }
      initVariable(c, lhs[0]!, x, context);
      return;
    }
    lhs.forEach((v, i) => {
      c.targetName = site === undefined ? v.name : "result variable";
      initVariable(c, v, expr(c, rhs[i]!, v.knownType), context);
    });
    return;
  }
  if (rhs.length !== 1) {
    if (site !== undefined) {
      const operands = rhs.map((e) => expr(c, e));
      if (operands.every((x) => x.mode !== "invalid")) returnMismatch(c, site, lhs, operands);
    } else {
      let ok = true;
      for (const e of rhs) if (multiExpr(c, e).mode === "invalid") ok = false;
      if (ok) mismatch(c, rhs, lhs.length, rhs.length);
    }
    invalidateAll();
    return;
  }
  const x = multiExpr(c, rhs[0]!);
  if (x.mode === "invalid") {
    invalidateAll();
    return;
  }
  if (x.mode === "value" && x.type.kind === "tuple") {
    const values = unpack(x);
    if (values.length === lhs.length) {
      lhs.forEach((v, i) => initVariable(c, v, values[i]!, context));
      return;
    }
    if (site !== undefined) returnMismatch(c, site, lhs, values);
    else mismatch(c, rhs, lhs.length, values.length);
    invalidateAll();
    return;
  }
  if (lhs.length === 2 && site === undefined && (x.mode === "mapindex" || x.mode === "commaok")) {
    const ok = new Operand("value", basicTypes["untyped bool"], x.expr);
    x.mode = "value";
    initVariable(c, lhs[0]!, x, context);
    initOk(c, lhs[1]!, ok, context);
    return;
  }
  if (site !== undefined) returnMismatch(c, site, lhs, [x]);
  else mismatch(c, rhs, lhs.length, 1);
  invalidateAll();
}

function initOk(c: Checker, v: Var, ok: Operand, context: string): void {
  // The second value has not an expression of its own: its type must not be noted at the first one's.
  const type = v.knownType;
  if (type === undefined) {
    v.type = basicTypes.bool;
    return;
  }
  checkOk(c, ok, type, context);
}

function checkOk(c: Checker, ok: Operand, type: Type, context: string): void {
  if (type === invalidType) return;
  const under = underlying(type);
  if (under.kind === "basic" && under.basic === "bool") return;
  if (isNonTypeParamInterface(type)) {
    ok.type = basicTypes.bool;
    if (assignableTo(asValue(ok), type, c.types).ok) return;
  } else if (implicitConversion(asValue(ok), type, c.types).ok) return;
  c.error(
    "IncompatibleAssign",
    startPos(ok.expr),
    `cannot use ${describe(c, ok)} as ${showType(c, type)} value in ${context}`,
  );
}

function unpack(x: Operand): Operand[] {
  return x.type.kind === "tuple"
    ? x.type.vars.map((v) => new Operand("value", v.type ?? invalidType, x.expr))
    : [x];
}

/** An expression that may have several values; a generic function takes its arguments from the hint. */
function hinted(c: Checker, e: ast.Expr, hint: Type | undefined): Operand {
  const inner = unparen(e);
  return inner.kind === "CallExpr" ? multiExpr(c, e) : expr(c, e, hint);
}

/** The type of the left side of an assignment: undefined for `_`, the invalid type after an error. */
function leftType(c: Checker, lhs: ast.Expr): Type | undefined {
  const inner = unparen(lhs);
  if (inner.kind === "Ident" && inner.name === "_") {
    return undefined;
  }
  // Assigning to a local variable does not use it.
  let local: Var | undefined;
  let used = false;
  if (inner.kind === "Ident") {
    const obj = lookup(c, inner.name);
    if (obj?.kind === "var" && obj.pkg === c.pkg) {
      local = obj;
      used = obj.used;
    }
  }
  const x = expr(c, lhs);
  if (local !== undefined) local.used = used;
  if (x.mode === "invalid") return invalidType;
  if (x.mode === "variable" || x.mode === "mapindex") return x.type;
  if (inner.kind === "SelectorExpr") {
    const base = c.info.types.get(inner.x);
    if (base?.mode === "mapindex") {
      c.error(
        "UnaddressableFieldAssign",
        lhs.pos,
        `cannot assign to struct field ${exprString(x.expr)} in map`,
      );
      return invalidType;
    }
  }
  c.error(
    "UnassignableOperand",
    lhs.pos,
    `cannot assign to ${exprString(x.expr)} (neither addressable nor a map index expression)`,
  );
  return invalidType;
}

/** `lhs = x`, where `x` is an operand that has been checked. */
export function assignOperand(c: Checker, lhs: ast.Expr, x: Operand, context: string): void {
  const type = leftType(c, lhs);
  if (type === invalidType) {
    x.invalidate();
    return;
  }
  assignment(c, x, type, type === undefined ? blankContext : context);
}

const blankContext = "assignment to _ identifier";

/** `lhs… = rhs…`. */
export function assignVariables(c: Checker, lhs: readonly ast.Expr[], rhs: readonly ast.Expr[]): void {
  const context = "assignment";
  if (lhs.length === rhs.length) {
    const single = lhs.length === 1;
    lhs.forEach((left, i) => {
      const type = leftType(c, left);
      const right = rhs[i]!;
      if (left.kind === "Ident") c.targetName = left.name;
      else if (right.kind !== "CallExpr" && type?.kind === "signature") c.targetName = exprString(left);
      const x = single ? hinted(c, right, type) : expr(c, right, type);
      if (type === invalidType) return;
      if (single && x.mode === "value" && x.type.kind === "tuple") {
        mismatch(c, rhs, 1, x.type.vars.length);
        return;
      }
      assignment(c, x, type, type === undefined ? blankContext : context);
    });
    return;
  }
  if (rhs.length !== 1) {
    for (const left of lhs) leftType(c, left);
    let ok = true;
    for (const e of rhs) if (multiExpr(c, e).mode === "invalid") ok = false;
    if (ok) mismatch(c, rhs, lhs.length, rhs.length);
    return;
  }
  const x = multiExpr(c, rhs[0]!);
  if (x.mode === "invalid") {
    for (const left of lhs) leftType(c, left);
    return;
  }
  if (x.mode === "value" && x.type.kind === "tuple") {
    const values = unpack(x);
    if (values.length === lhs.length) {
      lhs.forEach((left, i) => assignOperand(c, left, values[i]!, context));
      return;
    }
    for (const left of lhs) leftType(c, left);
    mismatch(c, rhs, lhs.length, values.length);
    return;
  }
  if (lhs.length === 2 && (x.mode === "mapindex" || x.mode === "commaok")) {
    x.mode = "value";
    assignOperand(c, lhs[0]!, x, context);
    const type = leftType(c, lhs[1]!);
    if (type !== undefined)
      checkOk(
        c,
        new Operand("value", basicTypes["untyped bool"], x.expr.kind === "ParenExpr" ? x.expr : rhs[0]!),
        type,
        context,
      );
    return;
  }
  for (const left of lhs) leftType(c, left);
  mismatch(c, rhs, lhs.length, 1);
}

/** `lhs… := rhs…`. */
export function shortVarDecl(
  c: Checker,
  pos: Pos,
  lhs: readonly ast.Expr[],
  rhs: readonly ast.Expr[],
  visibleFrom: Pos,
): void {
  const top = c.delayed.length;
  const scope = c.env.scope;
  const vars: Var[] = [];
  const fresh: { readonly ident: ast.Ident; readonly v: Var }[] = [];
  const seen = new Set<string>();
  let hadError = false;
  for (const left of lhs) {
    if (left.kind !== "Ident") {
      useArguments(c, [left]);
      c.error("BadDecl", left.pos, `non-name ${exprString(left)} on left side of :=`);
      hadError = true;
      vars.push(dummy(c, left.pos));
      continue;
    }
    const name = left.name;
    if (name !== "_") {
      if (seen.has(name)) {
        c.error("RepeatedDecl", left.pos, `${name} repeated on left side of :=`);
        hadError = true;
        vars.push(dummy(c, left.pos));
        continue;
      }
      seen.add(name);
    }
    const old = scope.lookup(name);
    if (old !== undefined) {
      c.recordUse(left, old);
      if (old.kind === "var") vars.push(old);
      else {
        c.error("UnassignableOperand", left.pos, `cannot assign to ${name}`);
        hadError = true;
        vars.push(dummy(c, left.pos));
      }
      continue;
    }
    const v = new Var(left.pos, c.pkg, name, undefined, "local");
    vars.push(v);
    // A blank is no new variable.
    if (name !== "_") fresh.push({ ident: left, v });
    else c.recordDef(left, v);
  }
  initVariables(c, vars, rhs, undefined);
  if (c.delayed.length > top) c.processDelayed(top);
  if (fresh.length === 0 && !hadError) {
    c.softError("NoNewVar", pos, "no new variables on left side of :=");
    return;
  }
  for (const { ident, v } of fresh) declare(c, scope, ident, v, visibleFrom);
}

function dummy(c: Checker, pos: Pos): Var {
  const v = new Var(pos, c.pkg, "_", undefined, "local");
  v.used = true;
  return v;
}

/** `lhs op= rhs`, `lhs++` and `lhs--` (with the operand 1). */
export function opAssign(
  c: Checker,
  lhs: ast.Expr,
  op: ast.BinaryOperator,
  y: (x: Operand) => Operand,
  site: BinarySite,
): void {
  const x = expr(c, lhs);
  const right = y(x);
  const result = binary(c, x, right, op, site);
  if (result.mode === "invalid") return;
  assignOperand(c, lhs, result, "assignment operation");
}
