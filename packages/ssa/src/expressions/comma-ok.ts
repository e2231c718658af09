import type * as ast from "@goes/ast";
import { unparen } from "@goes/ast";
import { types, type Value } from "@goes/ir";
import { basicTypes, underlying, type Type } from "@goes/types";
import { buildReceive, channelType } from "./channel-operations.ts";
import { buildExpr, buildExprAs } from "./expressions.ts";
import type { FunctionBuilder } from "../function/function-builder.ts";
import { findInMap, loadFound } from "./places.ts";
import { buildTypeAssertOk } from "./type-assertions.ts";

/** `value, ok` of a type assertion, map element or receive: each with its type. */
export function buildCommaOk(
  fb: FunctionBuilder,
  expr: ast.Expr,
): readonly (readonly [value: Value, type: Type])[] {
  const node = unparen(expr);
  if (node.kind === "TypeAssertExpr") {
    const [value, ok] = buildTypeAssertOk(fb, node);
    return [
      [value, fb.typeOf(node.type!)],
      [ok, basicTypes.bool],
    ];
  }
  if (node.kind === "IndexExpr") {
    const map = underlying(fb.typeOf(node.x));
    if (map.kind !== "map") throw fb.broken("two values of an element that is of no map", node);
    const object = buildExpr(fb, node.x);
    const key = buildExprAs(fb, node.indices[0]!, map.key);
    fb.pos = node.lbrack;
    const found = findInMap(fb, map, object, key);
    const ok = fb.emit("ne", types.bool, [found, fb.nil()]);
    return [
      [loadFound(fb, map.value, found), map.value],
      [ok, basicTypes.bool],
    ];
  }
  if (node.kind !== "UnaryExpr") throw fb.broken(`two values of a ${node.kind}`, node);
  const { value, ok } = buildReceive(fb, node, "wanted");
  return [
    [value!, channelType(fb, node.x).element],
    [ok, basicTypes.bool],
  ];
}
