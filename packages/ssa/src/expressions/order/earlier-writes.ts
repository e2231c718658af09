import type * as ast from "@goes/ast";
import { unparen } from "@goes/ast";
import { underlying, type Type, type Var } from "@goes/types";
import { builtinOf } from "../calls/callee.ts";
import { buildExpr, isFresh } from "../expressions.ts";
import { buildPlace } from "../places.ts";
import { typed, type FunctionBuilder, type ResultSlot } from "../../function/function-builder.ts";
import { selectionOf } from "../../function/selections.ts";
import { forEachChild } from "../../function/syntax-walk.ts";

/** Operators that compute from their operands alone; gc takes comparisons and `!` for reads of memory. */
const arithmetic: ReadonlySet<string> = new Set(["+", "-", "*", "/", "%", "&", "|", "^", "&^", "<<", ">>"]);

/**
 * What the assignments of one statement have changed so far, as gc sees it. In `a, b = x, y` gc computes ahead only those
 * operands that an earlier assignment of the statement may change; it evaluates all others when their turn comes, so that an
 * operand that panics then leaves the assignments before it done.
 */
export class EarlierWrites {
  readonly #fb: FunctionBuilder;
  readonly #variables: Set<Var> = new Set();
  #memory = false;
  #everything = false;

  constructor(fb: FunctionBuilder) {
    this.#fb = fb;
  }

  /** Notes an assignment to an expression that denotes a variable. */
  assign(target: ast.Expr): void {
    const { info } = this.#fb.unit;
    let node = unparen(target);
    for (;;) {
      if (node.kind === "SelectorExpr") {
        const selection = selectionOf(this.#fb, node);
        if (selection?.kind !== "field" || isIndirect(this.#fb, node)) break;
      } else if (node.kind !== "IndexExpr" || underlying(this.#fb.typeOf(node.x)).kind !== "array") {
        break;
      }
      node = unparen(node.x);
    }
    if (node.kind === "Ident" && node.name === "_") return;
    const object = node.kind === "Ident" ? (info.uses.get(node) ?? info.defs.get(node)) : undefined;
    if (object?.kind === "var") this.assignVariable(object);
    else this.#memory = true;
  }

  /** Notes an assignment to a variable. */
  assignVariable(variable: Var): void {
    const { facts, results, storage } = this.#fb;
    const place = storage.get(variable);
    const isResult = place !== undefined && results.some((result) => result.storage === place);
    if (facts.hasDefer && isResult) this.#everything = true;
    else if (isInMemory(this.#fb, variable)) this.#memory = true;
    else this.#variables.add(variable);
  }

  /** Notes that a return statement sets a result: deferred calls see those without a name too. */
  setResult({ storage }: ResultSlot): void {
    if (this.#fb.facts.hasDefer) this.#everything = true;
    for (const [variable, place] of this.#fb.storage) {
      if (place === storage) this.assignVariable(variable);
    }
  }

  /** Evaluates those operands of a place (but not its checks) that earlier assignments may change. */
  saveOperands(target: ast.Expr): void {
    let node = unparen(target);
    for (;;) {
      if (node.kind === "IndexExpr") {
        const under = underlying(this.#fb.typeOf(node.x));
        if (under.kind !== "array") this.#save(node.x, undefined);
        this.#save(node.indices[0]!, under.kind === "map" ? under.key : undefined);
        if (under.kind !== "array") return;
      } else if (node.kind === "SelectorExpr") {
        if (selectionOf(this.#fb, node)?.kind !== "field") return;
        if (isIndirect(this.#fb, node)) {
          if (this.affect(node.x)) this.#fb.places.set(node, buildPlace(this.#fb, node));
          return;
        }
      } else {
        if (node.kind === "StarExpr") this.#save(node.x, undefined);
        return;
      }
      node = unparen(node.x);
    }
  }

  /** `target` is the type of the copy that values of memory class need. */
  #save(expr: ast.Expr, target: Type | undefined): void {
    const fb = this.#fb;
    if (fb.hoisted.has(expr) || isConstant(fb, expr) || !this.affect(expr)) return;
    const value = buildExpr(fb, expr);
    const type = fb.typeOf(expr);
    fb.hoisted.set(expr, [target === undefined || isFresh(fb, expr) ? value : fb.copied(type, value)]);
  }

  /** Whether the value of an expression may be another one after the assignments so far. */
  affect(expr: ast.Expr): boolean {
    if (this.#everything) return true;
    if (!this.#memory && this.#variables.size === 0) return false;
    let affected = false;
    const work: ast.Node[] = [expr];
    for (let node = work.pop(); node !== undefined; node = work.pop()) {
      if (this.#isRead(node)) affected = true;
      if (node.kind === "SelectorExpr") {
        if (selectionOf(this.#fb, node) !== undefined) work.push(node.x);
      } else if (!this.#isLeaf(node)) {
        forEachChild(node, (child) => work.push(child));
      }
    }
    return affected;
  }

  /** Nothing in it is looked at: a constant, what has been evaluated, a length (gc evaluates these ahead). */
  #isLeaf(node: ast.Node): boolean {
    const fb = this.#fb;
    if (node.kind === "FuncLit") return true;
    const expr = node as ast.Expr;
    if (isConstant(fb, expr) || fb.hoisted.has(expr)) return true;
    if (node.kind !== "CallExpr" || !isLength(fb, node)) return false;
    if (node.args.some((arg) => this.affect(arg))) fb.hoisted.set(node, [buildExpr(fb, node)]);
    return true;
  }

  /** Whether the node itself, without its parts, reads what has been changed. */
  #isRead(node: ast.Node): boolean {
    const fb = this.#fb;
    const expr = node as ast.Expr;
    if (isConstant(fb, expr) || fb.hoisted.has(expr)) return false;
    switch (node.kind) {
      case "Ident": {
        const object = fb.unit.info.uses.get(node);
        if (object?.kind !== "var") return false;
        return this.#variables.has(object) || (this.#memory && isInMemory(fb, object));
      }
      case "ParenExpr":
      case "BasicLit":
      case "TypeAssertExpr":
        return false;
      case "BinaryExpr":
        return this.#memory && !(arithmetic.has(node.op) && !isString(fb.typeOf(node)));
      case "UnaryExpr":
        return this.#memory && (node.op === "!" || node.op === "&");
      case "SelectorExpr": {
        const selection = selectionOf(fb, node);
        if (selection === undefined)
          return this.#memory && fb.unit.info.uses.get(node.selector)?.kind === "var";
        return this.#memory && (selection.kind !== "field" || isIndirect(fb, node));
      }
      case "CallExpr":
        if (fb.unit.info.types.get(node.callee)?.mode === "type") {
          return this.#memory && copiesMemory(fb.typeOf(node), fb.typeOf(node.args[0]!));
        }
        return this.#memory && !isLength(fb, node);
      default:
        // Elements, what pointers point to, literals and everything that is not known to compute only.
        return this.#memory && fb.unit.info.types.get(expr)?.mode !== "type";
    }
  }
}

function isConstant(fb: FunctionBuilder, expr: ast.Expr): boolean {
  const entry = fb.unit.info.types.get(expr);
  return entry !== undefined && (entry.value !== undefined || entry.mode === "nil");
}

function isLength(fb: FunctionBuilder, call: ast.CallExpr): boolean {
  const builtin = builtinOf(fb, call);
  return builtin === "len" || builtin === "cap";
}

/** Whether gc has the variable in memory: package-level, with an address that is taken, or of the function around this one. */
function isInMemory(fb: FunctionBuilder, variable: Var): boolean {
  if (variable.role === "package" || variable.parent === variable.pkg?.scope) return true;
  const { addressed, captured, reassigned } = fb.unit.facts;
  if (addressed.has(variable) || fb.facts.captures.includes(variable)) return true;
  const storage = fb.storage.get(variable);
  if (storage?.kind === "heap" || (storage?.kind === "memory" && !storage.isPrivate)) return true;
  return captured.has(variable) && (reassigned.has(variable) || fb.isMemory(fb.typeOfVar(variable)));
}

/** Whether a field is selected through a pointer. */
function isIndirect(fb: FunctionBuilder, node: ast.SelectorExpr): boolean {
  return fb.unit.info.selections.get(node)?.indirect === true;
}

function isString(type: Type): boolean {
  const under = underlying(typed(type));
  return under.kind === "basic" && /string/.test(under.basic);
}

/** Whether a conversion makes a copy of memory: from and to strings, and to arrays. */
function copiesMemory(to: Type, from: Type): boolean {
  const target = underlying(to);
  const source = underlying(typed(from));
  if (isString(to) || isString(from)) return isString(to) !== isString(from) && target.kind !== "interface";
  return source.kind === "slice" && (target.kind === "array" || target.kind === "pointer");
}
