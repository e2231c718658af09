import type * as ast from "@goes/ast";
import { unparen } from "@goes/ast";
import { positionPhrase, type Pos } from "@goes/source";
import { checkLabels } from "../labels.ts";
import { Scope } from "../scope.ts";
import { isTerminatingList } from "../terminating.ts";
import type { Signature } from "../type.ts";
import { objectString } from "../type-string.ts";
import { allNumeric, allBoolean } from "../predicates.ts";
import { assignment, assignVariables, initVariables, opAssign, shortVarDecl } from "./assignments.ts";
import { isStatementBuiltin } from "./builtins.ts";
import { useArguments } from "./calls.ts";
import type { Checker } from "./checker.ts";
import { declStmt } from "./declarations.ts";
import { exprString, startPos } from "./expr-string.ts";
import { expr, rawExpr } from "./expressions.ts";
import { describe, showType } from "./operand.ts";
import { channelType, one } from "./operators.ts";
import { rangeStmt } from "./range.ts";
import { switchStmt, typeSwitchStmt } from "./switch.ts";
import { useDefaultType } from "./untyped.ts";

/** Which statements are allowed where. */
export interface StmtContext {
  readonly breakOk: boolean;
  readonly continueOk: boolean;
  readonly fallthroughOk: boolean;
  /** The last clause of a switch, where fallthrough leads nowhere. */
  readonly finalCase: boolean;
  readonly inTypeSwitch: boolean;
}

const plain: StmtContext = {
  breakOk: false,
  continueOk: false,
  fallthroughOk: false,
  finalCase: false,
  inTypeSwitch: false,
};

/** Checks the body of a function whose parameters are declared in `scope`. The environment is the function's own. */
export function funcBody(c: Checker, body: ast.BlockStmt, signature: Signature, scope: Scope): void {
  const env = c.env;
  env.scope = scope;
  env.signature = signature;
  env.panicCalls = new Set();
  env.hasLabel = false;
  env.hasCallOrReceive = false;
  const panics = env.panicCalls;
  stmtList(c, body.list, plain);
  if (env.hasLabel) {
    // Where all bodies are checked, the faults have been reported before ({@link checkFileLabels}).
    checkLabels(body, c.pkg, c.info, (item) => {
      if (c.input.bodies !== "all") c.pass(item);
    });
  }
  if (signature.results.vars.length > 0 && !isTerminatingList(body.list, (call) => panics.has(call))) {
    c.error("MissingReturn", body.end - 1, "missing return");
  }
  reportUnused(c, scope);
}

/** Reports local variables that were never read, outer ones first. */
function reportUnused(c: Checker, outermost: Scope): void {
  const work = [outermost];
  for (let scope = work.pop(); scope !== undefined; scope = work.pop()) {
    for (const obj of scope.objects()) {
      if (obj.kind === "var" && !obj.used && obj.role === "local") {
        c.softError("UnusedVar", obj.pos, `declared and not used: ${obj.name}`);
      }
    }
    const { children } = scope;
    // Function literals report their own variables.
    for (let i = children.length - 1; i >= 0; i--) if (!children[i]!.isFunc) work.push(children[i]!);
  }
}

/** Opens the scope of a node; the caller restores `c.env.scope`. */
export function openScope(c: Checker, node: ast.Node, pos: Pos = node.pos): Scope {
  const scope = new Scope(c.env.scope, pos, node.end);
  c.info.scopes.set(node, scope);
  c.env.scope = scope;
  return scope;
}

/** Checks a list of statements. */
export function stmtList(c: Checker, list: readonly ast.Stmt[], context: StmtContext): void {
  let count = list.length;
  while (count > 0 && list[count - 1]!.kind === "EmptyStmt") count--;
  const inner = context.fallthroughOk ? { ...context, fallthroughOk: false } : context;
  list.forEach((s, i) => {
    stmt(c, s, i + 1 === count ? context : inner);
  });
}

/** Checks one statement, and the function literals in it. */
export function stmt(c: Checker, s: ast.Stmt, context: StmtContext): void {
  const top = c.delayed.length;
  dispatch(c, s, context);
  if (c.delayed.length > top) c.processDelayed(top);
}

function dispatch(c: Checker, s: ast.Stmt, context: StmtContext): void {
  const inner =
    context.fallthroughOk || context.finalCase || context.inTypeSwitch
      ? { ...context, fallthroughOk: false, finalCase: false, inTypeSwitch: false }
      : context;
  switch (s.kind) {
    case "EmptyStmt":
    case "BadStmt":
      return;
    case "DeclStmt":
      declStmt(c, s.decl);
      return;
    case "LabeledStmt":
      c.env.hasLabel = true;
      stmt(c, s.statement, context);
      return;
    case "ExprStmt":
      exprStmt(c, s);
      return;
    case "SendStmt":
      sendStmt(c, s);
      return;
    case "IncDecStmt":
      incDec(c, s);
      return;
    case "AssignStmt":
      assignStmt(c, s);
      return;
    case "GoStmt":
      deferred(c, "go", s.call);
      return;
    case "DeferStmt":
      deferred(c, "defer", s.call);
      return;
    case "ReturnStmt":
      returnStmt(c, s);
      return;
    case "BranchStmt":
      branchStmt(c, s, context);
      return;
    case "BlockStmt":
      block(c, s, inner);
      return;
    case "IfStmt":
      ifStmt(c, s, inner);
      return;
    case "SwitchStmt":
      switchStmt(c, s, inner);
      return;
    case "TypeSwitchStmt":
      typeSwitchStmt(c, s, inner);
      return;
    case "SelectStmt":
      selectStmt(c, s, inner);
      return;
    case "ForStmt":
      forStmt(c, s, inner);
      return;
    case "RangeStmt":
      rangeStmt(c, s, inner);
      return;
  }
}

/** Checks a block in a scope of its own. */
export function block(c: Checker, s: ast.BlockStmt, context: StmtContext): void {
  const outer = c.env.scope;
  openScope(c, s);
  stmtList(c, s.list, context);
  c.env.scope = outer;
}

function exprStmt(c: Checker, s: ast.ExprStmt): void {
  const x = rawExpr(c, s.x, undefined);
  let code: "UncalledBuiltin" | "NotAnExpr" | "UnusedExpr" = "UnusedExpr";
  let text = "is not used";
  switch (x.mode) {
    case "invalid":
      return;
    case "builtin":
      code = "UncalledBuiltin";
      text = "must be called";
      break;
    case "type":
      code = "NotAnExpr";
      text = "is not an expression";
      if (x.type.kind === "named" && x.type.typeParams.length > 0) {
        c.error(
          "WrongTypeArgCount",
          s.x.pos,
          `cannot use generic type ${showType(c, x.type)} without instantiation`,
        );
        return;
      }
      break;
    case "commaok":
    case "constant":
    case "mapindex":
    case "nil":
    case "novalue":
    case "value":
    case "variable":
      if (x.mode !== "novalue" && x.type.kind === "signature" && x.type.typeParams.length > 0) {
        c.error(
          "WrongTypeArgCount",
          s.x.pos,
          `cannot use generic function ${exprString(s.x)} without instantiation`,
        );
        return;
      }
      if (isStatementExpr(c, s.x)) return;
  }
  c.error(code, s.x.pos, `${describe(c, x)} ${text}`);
}

/** Calls and receive operations are statements; conversions and most built-in functions are not. */
function isStatementExpr(c: Checker, e: ast.Expr): boolean {
  const inner = unparen(e);
  if (inner.kind === "UnaryExpr") return inner.op === "<-";
  return inner.kind === "CallExpr" && callKind(c, inner) === "statement";
}

function callKind(c: Checker, e: ast.CallExpr): "statement" | "conversion" | "expression" {
  const callee = unparen(e.callee);
  const entry = c.info.types.get(callee);
  if (entry?.mode === "type") return "conversion";
  if (entry?.mode !== "builtin") return "statement";
  const name =
    callee.kind === "Ident" ? callee : callee.kind === "SelectorExpr" ? callee.selector : undefined;
  const obj = name === undefined ? undefined : c.info.uses.get(name);
  return obj?.kind === "builtin" && isStatementBuiltin(obj.builtin) ? "statement" : "expression";
}

function sendStmt(c: Checker, s: ast.SendStmt): void {
  const channel = expr(c, s.channel);
  if (channel.mode === "invalid") {
    expr(c, s.value);
    return;
  }
  const value = expr(c, s.value);
  if (value.mode === "invalid") return;
  const element = channelType(c, channel, "send");
  if (element !== undefined) assignment(c, value, element, "send");
}

function incDec(c: Checker, s: ast.IncDecStmt): void {
  const x = expr(c, s.x);
  if (x.mode === "invalid") return;
  if (!allNumeric(x.type)) {
    c.error(
      "NonNumericIncDec",
      s.x.pos,
      `invalid operation: ${exprString(s.x)}${s.op} (non-numeric type ${showType(c, x.type)})`,
    );
    return;
  }
  const literal: ast.BasicLit = { kind: "BasicLit", pos: s.end - 2, end: s.end, literal: "int", text: "1" };
  opAssign(c, s.x, s.op === "++" ? "+" : "-", () => one(literal), {
    pos: s.pos,
    opPos: s.end - 2,
    text: () => `${exprString(s.x)} ${s.op === "++" ? "+=" : "-="} 1`,
    expr: s.x,
  });
}

function assignStmt(c: Checker, s: ast.AssignStmt): void {
  if (s.op === ":=") {
    shortVarDecl(c, s.opPos, s.lhs, s.rhs, s.end);
    return;
  }
  if (s.op === "=") {
    assignVariables(c, s.lhs, s.rhs);
    return;
  }
  const lhs = s.lhs[0]!;
  const rhs = s.rhs[0]!;
  if (s.lhs.length !== 1 || s.rhs.length !== 1) {
    c.error("MultiValAssignOp", s.opPos, `assignment operation ${s.op}= requires single-valued expressions`);
    return;
  }
  const op = s.op;
  opAssign(c, lhs, op, () => expr(c, rhs), {
    pos: s.pos,
    opPos: s.opPos,
    text: () => `${exprString(lhs)} ${op}= ${exprString(rhs)}`,
    expr: lhs,
  });
}

function deferred(c: Checker, keyword: "go" | "defer", call: ast.Expr): void {
  const inner = unparen(call);
  if (inner.kind !== "CallExpr") {
    const x = rawExpr(c, call, undefined);
    if (x.mode !== "invalid")
      c.error(
        keyword === "go" ? "InvalidGo" : "InvalidDefer",
        call.pos,
        `expression in ${keyword} must be function call`,
      );
    return;
  }
  // No call was written, which the parser has reported.
  if (inner.lparen === inner.rparen) {
    rawExpr(c, inner.callee, undefined);
    return;
  }
  const x = rawExpr(c, inner, undefined);
  if (x.mode === "invalid") return;
  const code = keyword === "go" ? "InvalidGo" : "InvalidDefer";
  switch (callKind(c, inner)) {
    case "statement":
      return;
    case "conversion":
      c.error(code, call.pos, `${keyword} requires function call, not conversion ${describe(c, x)}`);
      return;
    case "expression":
      c.error(code, call.pos, `${keyword} discards result of ${describe(c, x)}`);
      return;
  }
}

function returnStmt(c: Checker, s: ast.ReturnStmt): void {
  const signature = c.env.signature;
  if (signature === undefined) return;
  const results = signature.results.vars;
  if (s.results.length === 0) {
    if (results.length === 0) return;
    if (results[0]!.name === "") {
      initVariables(c, results, [], { pos: s.pos });
      return;
    }
    for (const v of results) {
      const other = c.env.scope.lookupParent(v.name);
      if (other === undefined || other === v || v.name === "_") continue;
      c.error("OutOfScopeResult", s.pos, `result parameter ${v.name} not in scope at return`, [
        { pos: other.pos, message: `inner declaration of ${objectString(other, c.types.qualifier)}` },
      ]);
    }
    return;
  }
  if (results.length > 0) {
    initVariables(c, results, s.results, { pos: s.results[0]!.pos });
    return;
  }
  const operands = s.results.map((e) => rawExpr(c, e, undefined));
  if (operands.some((x) => x.mode === "invalid")) return;
  const first = operands[0]!;
  if (operands.length === 1 && first.mode === "novalue") {
    c.error(
      "WrongResultCount",
      startPos(first.expr),
      "too many return values\n\thave (" + describe(c, first) + ")\n\twant ()",
    );
    return;
  }
  initVariables(c, [], s.results, { pos: s.results[0]!.pos });
}

function branchStmt(c: Checker, s: ast.BranchStmt, context: StmtContext): void {
  if (s.label !== undefined) {
    // The labels of the function are looked at when the body has been checked.
    c.env.hasLabel = true;
    return;
  }
  switch (s.keyword) {
    case "break":
      // Reported with the labels if there are some, and if all bodies are checked.
      c.env.hasLabel ||= !context.breakOk;
      return;
    case "continue":
      c.env.hasLabel ||= !context.continueOk;
      return;
    case "fallthrough":
      if (!context.fallthroughOk) {
        let text = "fallthrough statement out of place";
        if (context.finalCase) text = "cannot fallthrough final case in switch";
        else if (context.inTypeSwitch) text = "cannot fallthrough in type switch";
        c.error("MisplacedFallthrough", s.pos, text);
      }
      return;
    case "goto":
      return;
  }
}

function ifStmt(c: Checker, s: ast.IfStmt, context: StmtContext): void {
  const outer = c.env.scope;
  // Chains of else-if are walked in a loop: they can be long.
  let at: ast.IfStmt | undefined = s;
  while (at !== undefined) {
    openScope(c, at);
    if (at.init !== undefined) stmt(c, at.init, plain);
    condition(c, at.condition, "if");
    block(c, at.body, context);
    const next: ast.BlockStmt | ast.IfStmt | undefined = at.else;
    at = undefined;
    if (next?.kind === "IfStmt") at = next;
    else if (next !== undefined) block(c, next, context);
  }
  c.env.scope = outer;
}

function condition(c: Checker, e: ast.Expr, keyword: "if" | "for"): void {
  const x = expr(c, e);
  if (x.mode === "invalid") return;
  if (!allBoolean(x.type)) {
    c.error("InvalidCond", e.pos, `non-boolean condition in ${keyword} statement`);
    return;
  }
  useDefaultType(c, x);
}

function forStmt(c: Checker, s: ast.ForStmt, context: StmtContext): void {
  const outer = c.env.scope;
  openScope(c, s);
  if (s.init !== undefined) stmt(c, s.init, plain);
  if (s.condition !== undefined) condition(c, s.condition, "for");
  if (s.post !== undefined) {
    if (s.post.kind === "AssignStmt" && s.post.op === ":=") {
      c.softError("InvalidPostDecl", s.post.pos, "cannot declare in post statement");
      useArguments(
        c,
        s.post.lhs.filter((e) => e.kind !== "Ident"),
      );
      useArguments(c, s.post.rhs);
    } else stmt(c, s.post, plain);
  }
  block(c, s.body, loopContext(context));
  c.env.scope = outer;
}

/** The context of a loop's body. */
export function loopContext(context: StmtContext): StmtContext {
  return context.breakOk && context.continueOk ? context : { ...context, breakOk: true, continueOk: true };
}

function selectStmt(c: Checker, s: ast.SelectStmt, context: StmtContext): void {
  reportDefaults(
    c,
    s.clauses.filter((clause) => clause.comm === undefined),
  );
  const inner = context.breakOk ? context : { ...context, breakOk: true };
  for (const clause of s.clauses) {
    const outer = c.env.scope;
    openScope(c, clause);
    if (clause.comm !== undefined) {
      if (isCommunication(clause.comm)) stmt(c, clause.comm, plain);
      else {
        c.error(
          "InvalidSelectCase",
          clause.comm.kind === "ExprStmt" && clause.comm.x.kind === "CallExpr"
            ? clause.comm.x.lparen
            : clause.comm.pos,
          "select case must be send or receive (possibly with assignment)",
        );
        c.env.scope = outer;
        continue;
      }
    }
    stmtList(c, clause.body, inner);
    c.env.scope = outer;
  }
}

function isCommunication(s: ast.Stmt): boolean {
  const receives = (e: ast.Expr | undefined): boolean => {
    const inner = e === undefined ? undefined : unparen(e);
    return inner?.kind === "UnaryExpr" && inner.op === "<-";
  };
  if (s.kind === "SendStmt") return true;
  if (s.kind === "ExprStmt") return receives(s.x);
  if (s.kind === "AssignStmt")
    return (s.op === "=" || s.op === ":=") && s.rhs.length === 1 && receives(s.rhs[0]);
  return false;
}

/** Reports all but the first default clause. */
export function reportDefaults(c: Checker, clauses: readonly ast.Node[]): void {
  const first = clauses[0];
  for (const clause of clauses.slice(1)) {
    c.error(
      "DuplicateDefault",
      clause.pos,
      `multiple defaults${positionPhrase(" (first at ", first!.pos, ")")}`,
    );
  }
}
