import { notWritten } from "./stub.ts";
import type * as ast from "@goes/ast";
import type { Report } from "@goes/source";
import type { Info } from "./info.ts";
import type { Package } from "./package.ts";

/**
 * Checks the labels of a function body and the branches to them (spec, "Labeled statements", "Goto statements"), and
 * records them in `info`. Function literals inside have labels of their own: call it for each body.
 */
export function checkLabels(body: ast.BlockStmt, pkg: Package, info: Info, report: Report): void {
  return notWritten(body, pkg, info, report);
}
