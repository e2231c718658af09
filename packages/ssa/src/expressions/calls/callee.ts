import type * as ast from "@goes/ast";
import { unparen } from "@goes/ast";
import type { BuiltinName } from "@goes/types";
import type { FunctionBuilder } from "../../function/function-builder.ts";

/** The built-in function that a call calls. */
export function builtinOf(fb: FunctionBuilder, expr: ast.CallExpr): BuiltinName | undefined {
  const callee = unparen(expr.callee);
  const name = callee.kind === "SelectorExpr" ? callee.selector : callee;
  if (name.kind !== "Ident") return undefined;
  const object = fb.unit.info.uses.get(name);
  return object?.kind === "builtin" ? object.builtin : undefined;
}
