import type * as ast from "@goes/ast";
import { lookupFieldOrMethod, signatureOf, unalias, type Func, type Type, type Var } from "@goes/types";
import type { FunctionBuilder } from "./function-builder.ts";

/** What a selector expression selects in the instance that is being built. */
export interface ResolvedSelection {
  readonly kind: "field" | "method" | "methodexpr";
  readonly receiver: Type;
  readonly obj: Var | Func;
  readonly index: readonly number[];
}

/** What `x.f` selects; undefined for a qualified identifier. */
export function selectionOf(fb: FunctionBuilder, node: ast.SelectorExpr): ResolvedSelection | undefined {
  const selection = fb.unit.info.selections.get(node);
  if (selection === undefined) return undefined;
  const receiver = fb.type(selection.receiver);
  if (receiver === selection.receiver) return selection;
  // In an instance of a generic function the path may be another one, and the method that of a concrete type.
  const { obj } = selection;
  const found = lookupFieldOrMethod(receiver, true, obj.pkg, obj.name);
  if (found.kind !== "found") throw fb.broken(`${obj.name} was not found again`, node);
  return { kind: selection.kind, receiver, obj: found.obj, index: found.index };
}

/** The type arguments of the type that a concrete method belongs to. */
export function receiverTypeArgs(method: Func): readonly Type[] {
  const receiver = signatureOf(method).receiver?.type;
  if (receiver === undefined) return [];
  let type = unalias(receiver);
  if (type.kind === "pointer") type = unalias(type.element);
  return type.kind === "named" ? type.typeArgs : [];
}
