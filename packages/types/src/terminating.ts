import { notWritten } from "./stub.ts";
import type * as ast from "@goes/ast";

/** Whether a statement list ends in a terminating statement (spec, "Terminating statements"). `isPanic`: the call is one of the predeclared panic. */
export function isTerminatingList(
  list: readonly ast.Stmt[],
  isPanic: (call: ast.CallExpr) => boolean,
): boolean {
  return notWritten(list, isPanic);
}
