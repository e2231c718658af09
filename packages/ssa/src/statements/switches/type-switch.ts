import type * as ast from "@goes/ast";
import { types, type Block, type Value } from "@goes/ir";
import { underlying } from "@goes/types";
import { emitPayloadValue } from "../../descriptors/interfaces.ts";
import { buildExpr } from "../../expressions/expressions.ts";
import type { FunctionBuilder } from "../../function/function-builder.ts";
import { hoistCalls } from "../../expressions/order/hoisted-calls.ts";
import { buildStmt } from "../statements.ts";
import { buildClauses } from "./expression-switch.ts";
import { typeMatches } from "../../expressions/type-assertions.ts";

/** A type switch: the types are tried in source order. */
export function buildTypeSwitch(
  fb: FunctionBuilder,
  stmt: ast.TypeSwitchStmt,
  label: string | undefined,
): void {
  if (stmt.init !== undefined) buildStmt(fb, stmt.init);
  hoistCalls(fb, [stmt.x]);
  const operand = buildExpr(fb, stmt.x);
  const typeword = fb.emit("typeword", types.ptr, [operand]);
  const end = fb.newBlock();
  const bodies = stmt.clauses.map(() => fb.newBlock());
  let otherwise: Block = end;
  stmt.clauses.forEach((clause, i) => {
    if (clause.list === undefined) {
      otherwise = bodies[i]!;
      return;
    }
    for (const expr of clause.list) {
      const next = fb.newBlock();
      fb.pos = expr.pos;
      const matches = isNil(fb, expr)
        ? fb.emit("eq", types.bool, [typeword, fb.nil()])
        : typeMatches(fb, typeword, fb.typeOf(expr));
      fb.branch(matches, bodies[i]!, next);
      fb.enterSealed(next);
    }
  });
  fb.jump(otherwise);
  buildClauses(fb, stmt.clauses, bodies, end, label, (clause) => {
    declareClauseVariable(fb, clause, operand);
  });
  fb.enterSealed(end);
}

function isNil(fb: FunctionBuilder, expr: ast.Expr): boolean {
  return fb.unit.info.types.get(expr)?.mode === "nil";
}

/** The variable of a clause: of the type of the case if there is one, else of that of the operand. */
function declareClauseVariable(fb: FunctionBuilder, clause: ast.CaseClause, operand: Value): void {
  const object = fb.unit.info.implicits.get(clause);
  if (object?.kind !== "var") return;
  const type = fb.typeOfVar(object);
  const [only] = clause.list ?? [];
  const single = clause.list?.length === 1 && only !== undefined && !isNil(fb, only);
  if (!single || underlying(type).kind === "interface") {
    fb.declare(object, operand);
    return;
  }
  fb.declare(object, emitPayloadValue(fb.ctx, fb, type, fb.emit("payload", types.payload, [operand])));
}
