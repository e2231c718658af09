import type * as ast from "@goes/ast";
import { basicTypes, invalidType, runeType } from "../basic.ts";
import { fails, holds } from "../environment.ts";
import { unalias, underlying } from "../named.ts";
import { Var } from "../object.ts";
import { allInteger, isInteger, isUntyped } from "../predicates.ts";
import type { Signature, Type } from "../type.ts";
import { commonUnderlying } from "../typeset.ts";
import { assignOperand, initVariable } from "./assignments.ts";
import type { Checker } from "./checker.ts";
import { exprString } from "./expr-string.ts";
import { expr, rawExpr } from "./expressions.ts";
import { describe, Operand, showType } from "./operand.ts";
import { declare } from "./resolver.ts";
import { block, loopContext, openScope, type StmtContext } from "./statements.ts";
import { useDefaultType } from "./untyped.ts";

interface Iteration {
  readonly key: Type | undefined;
  readonly value: Type | undefined;
  readonly kind: "function" | "integer" | "other";
}

/** A range loop (spec, "For statements with range clause"). */
export function rangeStmt(c: Checker, s: ast.RangeStmt, context: StmtContext): void {
  const outer = c.env.scope;
  const x = expr(c, s.x);
  openScope(c, s);
  const iteration = x.mode === "invalid" ? undefined : iterationOf(c, x, s);
  const lhs = [s.key, s.value];
  const fresh: { readonly ident: ast.Ident; readonly v: Var }[] = [];
  let anyVariable = false;
  lhs.forEach((left, i) => {
    if (left === undefined) return;
    anyVariable = true;
    const type =
      iteration === undefined ? invalidType : ((i === 0 ? iteration.key : iteration.value) ?? invalidType);
    if (s.op === ":=") {
      if (left.kind !== "Ident") {
        c.error("InvalidSyntaxTree", left.pos, `non-name ${exprString(left)} on left side of :=`);
        return;
      }
      const v = new Var(left.pos, c.pkg, left.name, undefined, "local");
      c.recordDef(left, v);
      if (left.name !== "_") fresh.push({ ident: left, v });
      if (type === invalidType) {
        v.type = invalidType;
        v.used = true;
        return;
      }
      if (iteration?.kind === "integer" && i === 0) initVariable(c, v, x, "range clause");
      else v.type = type;
      return;
    }
    if (type === invalidType) {
      const inner = left;
      if (!(inner.kind === "Ident" && inner.name === "_")) rawExpr(c, inner, undefined);
      return;
    }
    if (iteration?.kind === "integer" && i === 0 && isUntyped(x.type)) {
      assignOperand(c, left, x, "range clause");
      const own = x.mode === "invalid" ? undefined : c.info.types.get(left)?.type;
      if (own !== undefined && !allInteger(own)) {
        c.error("InvalidRangeExpr", left.pos, `cannot use iteration variable of type ${showType(c, own)}`);
      }
    } else {
      assignOperand(c, left, new Operand("value", type, left), "assignment");
    }
  });
  if (
    s.op === ":=" &&
    anyVariable &&
    fresh.length === 0 &&
    lhs.every((l) => l === undefined || l.kind === "Ident")
  ) {
    // `for _ := range x` declares nothing, which is allowed only if a later variable is new.
    c.softError("NoNewVar", s.opPos ?? s.pos, "no new variables on left side of :=");
  }
  for (const { ident, v } of fresh) declare(c, c.env.scope, ident, v, s.body.pos);
  if (x.mode !== "invalid" && isUntyped(x.type)) useDefaultType(c, x);
  block(c, s.body, loopContext(context));
  c.env.scope = outer;
}

/** What the range clause yields; undefined after a report. */
function iterationOf(c: Checker, x: Operand, s: ast.RangeStmt): Iteration | undefined {
  const at = s.x.pos;
  const refuse = (cause: string): undefined => {
    const tail = cause === "" ? "" : `: ${cause}`;
    c.error("InvalidRangeExpr", at, `cannot range over ${describe(c, x)}${tail}`);
    return undefined;
  };
  const core = commonUnderlying(x.type, (type, under) => {
    if (under.kind === "chan" && under.direction === "send") {
      return fails(`receive from send-only channel ${showType(c, type)}`);
    }
    return holds;
  });
  if (!core.ok) return refuse(core.cause === "" ? "no core type" : core.cause);
  const under = core.type;
  const two = (key: Type, value: Type): Iteration => ({ key, value, kind: "other" });
  let result: Iteration | undefined;
  switch (under.kind) {
    case "basic":
      if (under.basic === "string" || under.basic === "untyped string")
        result = two(basicTypes.int, runeType);
      else if (isInteger(under)) {
        if (!c.allows(22)) return refuse("requires go1.22 or later");
        result = { key: x.type, value: undefined, kind: "integer" };
      }
      break;
    case "array":
    case "slice":
      result = two(basicTypes.int, under.element);
      break;
    case "pointer": {
      const array = underlying(under.element);
      if (array.kind === "array") result = two(basicTypes.int, array.element);
      break;
    }
    case "map":
      result = two(under.key, under.value);
      break;
    case "chan":
      result = { key: under.element, value: undefined, kind: "other" };
      break;
    case "signature": {
      if (!c.allows(23)) return refuse("requires go1.23 or later");
      const yields = yieldParams(under);
      if (typeof yields === "string") return refuse(`func must be func(yield func(...) bool): ${yields}`);
      result = { key: yields[0], value: yields[1], kind: "function" };
      break;
    }
    case "alias":
    case "interface":
    case "named":
    case "struct":
    case "tuple":
    case "typeparam":
    case "union":
      break;
  }
  if (result === undefined) return refuse("");
  if (s.key !== undefined && result.key === undefined) {
    c.error("InvalidIterVar", s.key.pos, `range over ${describe(c, x)} permits no iteration variables`);
    return undefined;
  }
  if (s.value !== undefined && result.value === undefined) {
    c.error(
      "InvalidIterVar",
      s.value.pos,
      result.key === undefined
        ? `range over ${describe(c, x)} permits no iteration variables`
        : `range over ${describe(c, x)} permits only one iteration variable`,
    );
    return { ...result };
  }
  return result;
}

/** The types that an iterator function yields, or why the function is none. */
function yieldParams(signature: Signature): readonly Type[] | string {
  if (signature.params.vars.length !== 1) return "wrong argument count";
  if (signature.results.vars.length !== 0) return "unexpected results";
  const param = signature.params.vars[0]!.type ?? invalidType;
  const core = commonUnderlying(param);
  if (!core.ok || core.type.kind !== "signature") return "argument is not func";
  const yielded = core.type;
  if (yielded.params.vars.length > 2) return "yield func has too many parameters";
  const results = yielded.results.vars;
  const result = results.length === 1 ? underlying(results[0]!.type ?? invalidType) : undefined;
  const own = results.length === 1 ? unalias(results[0]!.type ?? invalidType) : undefined;
  if (own?.kind === "named" && result?.kind === "basic" && result.basic === "bool") {
    return "yield func returns user-defined boolean, not bool";
  }
  if (result?.kind !== "basic" || result.basic !== "bool") {
    return "yield func does not return bool";
  }
  return yielded.params.vars.map((v) => v.type ?? invalidType);
}
