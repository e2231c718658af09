import type * as ast from "@goes/ast";
import type { FunctionBuilder } from "../function/function-builder.ts";

/** `break`, `continue`, `goto` and `fallthrough`. */
export function buildBranch(fb: FunctionBuilder, stmt: ast.BranchStmt): void {
  const label = stmt.label?.name;
  switch (stmt.keyword) {
    case "goto":
      jumpToLabel(fb, label!);
      return;
    case "fallthrough":
      if (fb.fallthroughTo === undefined) throw fb.broken("fallthrough without a next clause", stmt);
      fb.jump(fb.fallthroughTo);
      return;
    case "break":
    case "continue":
      leaveTo(fb, stmt.keyword, label);
  }
}

/** Jumps to a label of this body, or of one around it. */
export function jumpToLabel(fb: FunctionBuilder, label: string): void {
  if (fb.gotoHook !== undefined && !fb.facts.labels.has(label)) fb.gotoHook(label);
  else fb.jump(fb.labelBlock(label));
}

/** `break` or `continue`, of the innermost statement that takes it or of the labelled one. */
export function leaveTo(fb: FunctionBuilder, keyword: "break" | "continue", label: string | undefined): void {
  for (let i = fb.targets.length - 1; i >= 0; i--) {
    const target = fb.targets[i]!;
    if (label !== undefined && target.label !== label) continue;
    const go = keyword === "break" ? target.breakTo : target.continueTo;
    if (go !== undefined) {
      go();
      return;
    }
  }
  if (fb.leaveHook === undefined) throw fb.broken(`${keyword} outside of a loop`);
  fb.leaveHook(keyword, label);
}
