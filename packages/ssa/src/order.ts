import type * as ast from "@goes/ast";
import type { Value } from "@goes/ir";
import { underlying } from "@goes/types";
import { buildCall, builtinOf } from "./calls.ts";
import { buildExpr } from "./expr.ts";
import type { FunctionBuilder } from "./function-builder.ts";
import { unparen } from "./variables.ts";
import { forEachChild } from "./walk.ts";

/** What the builder evaluates ahead of the expression that holds it: its values. */
export type Hoisted = Map<ast.Expr, readonly Value[]>;

/**
 * Evaluates the calls in operands ahead of everything else in them, from left to right. The spec orders calls only among
 * each other; gc reads variables and elements, divides, and checks indices once all calls are done: in `x + f()` where f
 * changes x, the new x counts. Nothing happens unless something that a call may change, or that may panic, stands before a call.
 */
export function hoistCalls(fb: FunctionBuilder, operands: readonly (ast.Expr | undefined)[]): void {
  const pass = new OperandPass(fb);
  for (const operand of operands) if (operand !== undefined) pass.visit(operand);
  for (const call of pass.early()) {
    const values = call.kind === "CallExpr" ? buildCall(fb, call) : [buildExpr(fb, call)];
    fb.hoisted.set(call, values);
  }
}

/** The values of an expression that was evaluated ahead; they can be taken once. */
export function takeHoisted(fb: FunctionBuilder, expr: ast.Expr): readonly Value[] | undefined {
  if (fb.hoisted.size === 0) return undefined;
  const values = fb.hoisted.get(expr);
  if (values !== undefined) fb.hoisted.delete(expr);
  return values;
}

class OperandPass {
  readonly #fb: FunctionBuilder;
  readonly #calls: ast.Expr[] = [];
  #observes = false;
  /** Calls that come behind something that they may change. */
  #late = 0;

  constructor(fb: FunctionBuilder) {
    this.#fb = fb;
  }

  early(): readonly ast.Expr[] {
    return this.#calls.slice(0, this.#late);
  }

  readonly visit = (expr: ast.Node): void => {
    const { info } = this.#fb.unit;
    switch (expr.kind) {
      case "BasicLit":
      case "FuncLit":
        return;
      case "Ident": {
        const object = info.uses.get(expr);
        if (object?.kind !== "var") return;
        const storage = this.#fb.storage.get(object);
        if (storage === undefined || storage.kind === "heap") this.#observes = true;
        else if (storage.kind === "memory" && !storage.isPrivate) this.#observes = true;
        return;
      }
      case "CallExpr":
        this.#visitCall(expr);
        return;
      case "UnaryExpr":
        if (expr.op === "<-") this.#call(expr);
        else this.visit(expr.x);
        return;
      case "TypeAssertExpr":
        this.#call(expr);
        return;
      case "BinaryExpr":
        this.#visitBinary(expr);
        return;
      case "SelectorExpr": {
        const selection = info.selections.get(expr);
        if (selection === undefined) this.visit(expr.selector);
        else if (selection.kind !== "methodexpr") {
          this.visit(expr.x);
          this.#observes = true;
        }
        return;
      }
      case "CompositeLit":
        if (underlying(this.#fb.typeOf(expr)).kind === "map") {
          // Made entry by entry.
          if (hasCall(this.#fb, expr)) this.#call(expr);
          else this.#observes = true;
          return;
        }
        for (const element of expr.elements) {
          this.visit(element.kind === "KeyValueExpr" ? element.value : element);
        }
        return;
      case "IndexExpr":
        if (info.types.get(expr.x)?.mode === "type") return;
        forEachChild(expr, this.visit);
        this.#observes = true;
        return;
      case "SliceExpr":
        this.#call(expr);
        return;
      case "StarExpr":
        forEachChild(expr, this.visit);
        this.#observes = true;
        return;
      default:
        forEachChild(expr, this.visit);
    }
  };

  #visitBinary(expr: ast.BinaryExpr): void {
    const { types } = this.#fb.unit.info;
    const chain: ast.BinaryExpr[] = [];
    let left: ast.Expr = expr;
    for (; left.kind === "BinaryExpr" && types.get(left)?.value === undefined; left = left.x) {
      if (left.op === "&&" || left.op === "||") {
        // The right operand may not be evaluated at all: nothing is taken out of it.
        this.#call(left);
        break;
      }
      chain.push(left);
    }
    if (left.kind !== "BinaryExpr") this.visit(left);
    for (let node = chain.pop(); node !== undefined; node = chain.pop()) {
      this.visit(node.y);
      if (node.op === "/" || node.op === "%") this.#observes = true;
    }
  }

  #visitCall(expr: ast.CallExpr): void {
    const { types } = this.#fb.unit.info;
    if (types.get(expr)?.value !== undefined) return;
    if (types.get(expr.callee)?.mode === "type") {
      expr.args.forEach(this.visit);
      // A copy of what a call may change, and a length that may be wrong.
      if (underlying(this.#fb.typeOf(expr.args[0]!)).kind === "slice") this.#observes = true;
      return;
    }
    this.#call(expr);
  }

  #call(expr: ast.Expr): void {
    this.#calls.push(expr);
    if (this.#observes) this.#late = this.#calls.length;
  }
}

/** Built-in functions that change nothing: what they are given may as well be evaluated later. */
const pureBuiltins: ReadonlySet<string> = new Set([
  "len",
  "cap",
  "complex",
  "real",
  "imag",
  "min",
  "max",
  "make",
  "new",
  "unsafe.Add",
  "unsafe.Slice",
  "unsafe.SliceData",
  "unsafe.String",
  "unsafe.StringData",
]);

/** Whether an expression holds a call or a receive operation. */
function hasCall(fb: FunctionBuilder, expr: ast.Node): boolean {
  const node = expr.kind === "ParenExpr" ? unparen(expr) : expr;
  if (node.kind === "FuncLit") return false;
  if (node.kind === "UnaryExpr" && node.op === "<-") return true;
  if (node.kind === "CallExpr" && fb.unit.info.types.get(node.callee)?.mode !== "type") {
    const builtin = builtinOf(fb, node);
    if (builtin === undefined || !pureBuiltins.has(builtin)) return true;
  }
  let found = false;
  forEachChild(node, (child) => {
    found ||= hasCall(fb, child);
  });
  return found;
}
