import type * as ast from "@goes/ast";
import type { Value } from "@goes/ir";
import { underlying, type Info, type Type } from "@goes/types";
import { buildCall } from "../calls/calls.ts";
import { buildExpr, isFresh } from "../expressions.ts";
import type { FunctionBuilder } from "../../function/function-builder.ts";
import {
  hasCall,
  isCopiedForInterface,
  isPointerShaped,
  mapKeyRole,
  type OperandRole,
} from "./operand-roles.ts";
import { forEachChild } from "../../function/syntax-walk.ts";

/** What the builder evaluates ahead of the expression that holds it: its values. */
export type Hoisted = Map<ast.Expr, readonly Value[]>;

/**
 * Evaluates the calls in operands ahead of everything else in them, from left to right. The spec orders calls only among
 * each other; gc reads variables and elements, divides, and checks indices once all calls are done: in `x + f()` where f
 * changes x, the new x counts. Nothing happens unless something that a call may change, or that may panic, comes before a call.
 *
 * Some operands take their turn among the calls, because gc copies them before it goes on: what becomes an interface
 * (`roles`: the types that operands are assigned to) and cannot be handed on as it is, see {@link isCopiedForInterface}.
 */
export function hoistCalls(
  fb: FunctionBuilder,
  operands: readonly (ast.Expr | undefined)[],
  roles: readonly OperandRole[] = [],
): void {
  evaluate(fb, passOver(fb, operands, roles).early());
}

/** Evaluates all that takes a turn, for statements whose operands are evaluated when something has been assigned already. */
export function hoistTurns(
  fb: FunctionBuilder,
  operands: readonly ast.Expr[],
  roles: readonly OperandRole[],
): void {
  evaluate(fb, passOver(fb, operands, roles).turns);
}

function passOver(
  fb: FunctionBuilder,
  operands: readonly (ast.Expr | undefined)[],
  roles: readonly OperandRole[],
): OperandPass {
  const pass = new OperandPass(fb);
  operands.forEach((operand, i) => {
    if (operand !== undefined) pass.operand(operand, roles[i]);
  });
  return pass;
}

function evaluate(fb: FunctionBuilder, turns: readonly Turn[]): void {
  for (const { expr, isCall } of turns) {
    if (!isCall) hoistCalls(fb, [expr]);
    const values = expr.kind === "CallExpr" ? buildCall(fb, expr) : [buildExpr(fb, expr)];
    const [value] = values;
    const mustCopy = !isCall && value !== undefined && !isFresh(fb, expr);
    fb.hoisted.set(expr, mustCopy ? [fb.copied(fb.typeOf(expr), value)] : values);
  }
}

/** The values of an expression that was evaluated ahead; they can be taken once. */
export function takeHoisted(fb: FunctionBuilder, expr: ast.Expr): readonly Value[] | undefined {
  if (fb.hoisted.size === 0) return undefined;
  const values = fb.hoisted.get(expr);
  if (values !== undefined) fb.hoisted.delete(expr);
  return values;
}

/** Whether an operator may panic: division, shifts by what may be negative, comparisons of what may be uncomparable. */
function mayPanic(fb: FunctionBuilder, expr: ast.BinaryExpr): boolean {
  const { types } = fb.unit.info;
  if (expr.op === "/" || expr.op === "%") return true;
  if (expr.op === "<<" || expr.op === ">>") return types.get(expr.y)?.value === undefined;
  if (expr.op === "==" || expr.op === "!=")
    return [expr.x, expr.y].every(
      (operand) => types.get(operand)?.mode !== "nil" && holdsInterface(fb.typeOf(operand)),
    );
  return false;
}

function isTypeAt(info: Info, expr: ast.Expr): boolean {
  return info.types.get(expr)?.mode === "type";
}

function holdsInterface(type: Type): boolean {
  const under = underlying(type);
  switch (under.kind) {
    case "interface":
      return true;
    case "array":
      return holdsInterface(under.element);
    case "struct":
      return under.fields.some((field) => holdsInterface(field.type!));
    case "basic":
    case "chan":
    case "map":
    case "pointer":
    case "signature":
    case "slice":
    case "tuple":
    case "union":
      return false;
  }
}

/** A call, or an operand that is evaluated in its turn among the calls. */
interface Turn {
  readonly expr: ast.Expr;
  readonly isCall: boolean;
}

class OperandPass {
  readonly #fb: FunctionBuilder;
  readonly turns: Turn[] = [];
  #observes = false;
  /** Calls that come after something that they may change. */
  #late = 0;

  constructor(fb: FunctionBuilder) {
    this.#fb = fb;
  }

  early(): readonly Turn[] {
    return this.turns.slice(0, this.#late);
  }

  /** Looks through an operand. */
  operand(expr: ast.Expr, role: OperandRole): void {
    const isInterface =
      role === "interface" ||
      (role !== undefined && role !== "in turn" && underlying(role).kind === "interface");
    if (role === "in turn" || (isInterface && isCopiedForInterface(this.#fb, expr))) this.#inTurn(expr);
    else this.visit(expr);
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
        // One that a long chain began with is evaluated already, with all that it is made of.
        if (!isPointerShaped(this.#fb.typeOf(expr)) || this.#fb.hoisted.has(expr)) this.#call(expr);
        else {
          // Without a copy, gc looks at the type when it takes the pointer.
          this.visit(expr.x);
          this.#observes = true;
        }
        return;
      case "BinaryExpr":
        this.#visitBinary(expr);
        return;
      case "CompositeLit":
        if (underlying(this.#fb.typeOf(expr)).kind === "map") {
          // Made entry by entry.
          if (hasCall(this.#fb, expr)) this.#call(expr);
          else this.#observes = true;
          return;
        }
        this.#visitElements(expr);
        return;
      case "SelectorExpr":
      case "IndexExpr":
        this.#visitParts(expr);
        return;
      case "SliceExpr":
        this.#call(expr);
        return;
      case "StarExpr":
        forEachChild(expr, this.visit);
        this.#observes = true;
        return;
      default:
        // A node that calls and reads nothing by itself: its parts do.
        forEachChild(expr, this.visit);
    }
  };

  /** A field or an element: chains of them can be long. */
  #visitParts(expr: ast.SelectorExpr | ast.IndexExpr): void {
    const { info } = this.#fb.unit;
    const chain: (ast.SelectorExpr | ast.IndexExpr)[] = [];
    let at: ast.Expr | undefined = expr;
    while (at?.kind === "SelectorExpr" || at?.kind === "IndexExpr") {
      const selection = at.kind === "SelectorExpr" ? info.selections.get(at) : undefined;
      if (at.kind === "SelectorExpr" && selection === undefined) {
        at = at.selector;
        break;
      }
      if (selection?.kind === "methodexpr" || (at.kind === "IndexExpr" && isTypeAt(info, at.x))) {
        at = undefined;
        break;
      }
      chain.push(at);
      at = at.x;
    }
    if (at !== undefined) this.visit(at);
    for (let part = chain.pop(); part !== undefined; part = chain.pop()) {
      if (part.kind === "IndexExpr") {
        for (const index of part.indices) this.operand(index, mapKeyRole(this.#fb, part.x, index));
      }
      this.#observes = true;
    }
  }

  #visitElements(expr: ast.CompositeLit): void {
    const own = underlying(this.#fb.typeOf(expr));
    const under = own.kind === "pointer" ? underlying(own.element) : own;
    expr.elements.forEach((element, i) => {
      const value = element.kind === "KeyValueExpr" ? element.value : element;
      if (under.kind === "array" || under.kind === "slice") this.operand(value, under.element);
      else if (under.kind !== "struct") this.visit(value);
      else {
        const name = element.kind === "KeyValueExpr" ? (element.key as ast.Ident).name : undefined;
        const field =
          name === undefined ? under.fields[i] : under.fields.find((candidate) => candidate.name === name);
        this.operand(value, field?.type === undefined ? undefined : this.#fb.type(field.type));
      }
    });
  }

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
      if (mayPanic(this.#fb, node)) this.#observes = true;
    }
  }

  #visitCall(expr: ast.CallExpr): void {
    const { types } = this.#fb.unit.info;
    if (types.get(expr)?.value !== undefined) return;
    if (types.get(expr.callee)?.mode === "type") {
      for (const arg of expr.args) this.operand(arg, this.#fb.typeOf(expr));
      // A copy of what a call may change, and a length that may be wrong.
      if (underlying(this.#fb.typeOf(expr.args[0]!)).kind === "slice") this.#observes = true;
      return;
    }
    this.#call(expr);
  }

  #call(expr: ast.Expr): void {
    this.turns.push({ expr, isCall: true });
    if (this.#observes) this.#late = this.turns.length;
  }

  /** What takes its turn, unless it does not matter when it is evaluated. */
  #inTurn(expr: ast.Expr): void {
    const inside = new OperandPass(this.#fb);
    inside.visit(expr);
    if (!inside.#observes && inside.turns.length === 0) return;
    this.turns.push({ expr, isCall: false });
    if (this.#observes || inside.#late > 0) this.#late = this.turns.length;
  }
}
