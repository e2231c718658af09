import type * as ast from "@goes/ast";
import { unparen } from "@goes/ast";

/** Finds calls of the predeclared panic. */
type IsPanic = (call: ast.CallExpr) => boolean;

/**
 * Whether a statement list ends in a terminating statement (spec, "Terminating statements"). `isPanic`: the call is
 * one of the predeclared panic.
 */
export function isTerminatingList(list: readonly ast.Stmt[], isPanic: IsPanic): boolean {
  const last = list.findLast((statement) => statement.kind !== "EmptyStmt");
  return last !== undefined && isTerminating(last, undefined, isPanic);
}

function isTerminating(statement: ast.Stmt, label: string | undefined, isPanic: IsPanic): boolean {
  switch (statement.kind) {
    case "ReturnStmt":
      return true;
    case "BranchStmt":
      return statement.keyword === "goto" || statement.keyword === "fallthrough";
    case "ExprStmt": {
      const x = unparen(statement.x);
      return x.kind === "CallExpr" && isPanic(x);
    }
    case "BlockStmt":
      return isTerminatingList(statement.list, isPanic);
    case "IfStmt": {
      let at = statement;
      for (;;) {
        if (at.else === undefined || !isTerminatingList(at.body.list, isPanic)) return false;
        if (at.else.kind !== "IfStmt") return isTerminatingList(at.else.list, isPanic);
        at = at.else;
      }
    }
    case "SwitchStmt":
    case "TypeSwitchStmt":
      return (
        statement.clauses.some((clause) => clause.list === undefined) &&
        clausesTerminate(statement.clauses, label, isPanic)
      );
    case "SelectStmt":
      return clausesTerminate(statement.clauses, label, isPanic);
    case "ForStmt":
      return statement.condition === undefined && !hasBreak(statement.body, label, true);
    case "LabeledStmt":
      return isTerminating(statement.statement, statement.label.name, isPanic);
    case "AssignStmt":
    case "BadStmt":
    case "DeclStmt":
    case "DeferStmt":
    case "EmptyStmt":
    case "GoStmt":
    case "IncDecStmt":
    case "RangeStmt":
    case "SendStmt":
      return false;
  }
}

function clausesTerminate(
  clauses: readonly { readonly body: readonly ast.Stmt[] }[],
  label: string | undefined,
  isPanic: IsPanic,
): boolean {
  return clauses.every(
    ({ body }) => isTerminatingList(body, isPanic) && !body.some((inner) => hasBreak(inner, label, true)),
  );
}

/** A break leaves the statement labelled `label`, or, if `implicit`, the innermost one without a label. */
function hasBreak(statement: ast.Stmt, label: string | undefined, implicit: boolean): boolean {
  const anyBreak = (list: readonly ast.Stmt[], inner: boolean): boolean =>
    list.some((item) => hasBreak(item, label, inner));
  switch (statement.kind) {
    case "BranchStmt":
      if (statement.keyword !== "break") return false;
      return statement.label === undefined ? implicit : statement.label.name === label;
    case "BlockStmt":
      return anyBreak(statement.list, implicit);
    case "IfStmt": {
      let at = statement;
      for (;;) {
        if (anyBreak(at.body.list, implicit)) return true;
        if (at.else === undefined) return false;
        if (at.else.kind !== "IfStmt") return anyBreak(at.else.list, implicit);
        at = at.else;
      }
    }
    case "LabeledStmt":
      return hasBreak(statement.statement, label, implicit);
    // Inside these, a break without label is theirs.
    case "SwitchStmt":
    case "TypeSwitchStmt":
    case "SelectStmt":
      return label !== undefined && statement.clauses.some((clause) => anyBreak(clause.body, false));
    case "ForStmt":
    case "RangeStmt":
      return label !== undefined && anyBreak(statement.body.list, false);
    case "AssignStmt":
    case "BadStmt":
    case "DeclStmt":
    case "DeferStmt":
    case "EmptyStmt":
    case "ExprStmt":
    case "GoStmt":
    case "IncDecStmt":
    case "ReturnStmt":
    case "SendStmt":
      return false;
  }
}
