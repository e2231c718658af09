import type * as ast from "@goes/ast";
import { unparen } from "@goes/ast";
import { underlying, type Info, type Type, type Var } from "@goes/types";
import { forEachChild, leftOperand, rightOperands } from "./syntax-walk.ts";

/** What has a body of its own: a declaration, a literal, or the body of a range over a function. */
export type Body = ast.FuncDecl | ast.FuncLit | ast.RangeStmt | ast.Expr;

/** What a body holds, as far as code generation must know beforehand. */
export interface BodyFacts {
  /** Variables of enclosing bodies that this one uses, its nested bodies included, in order of first use. */
  readonly captures: Var[];
  /** Contains `defer` (also in the body of a range over a function, which defers for this one). */
  hasDefer: boolean;
  /** Calls the built-in `recover` itself. */
  recovers: boolean;
  /** A body of a range over a function contains `return`. */
  returnsInRange: boolean;
  /** Names of the labels that `goto` jumps to. */
  readonly gotoLabels: Set<string>;
  /** Names of the labels that it declares itself. */
  readonly labels: Set<string>;
}

/** What a function, with all that is nested in it, does to its variables. */
export interface VariableFacts {
  /** Their address is taken, by `&`, a method with pointer receiver, or slicing. */
  readonly addressed: ReadonlySet<Var>;
  /** Assigned to besides their declaration. */
  readonly reassigned: ReadonlySet<Var>;
  /** Used in a body that is nested in the one that declares them. */
  readonly captured: ReadonlySet<Var>;
  readonly bodies: ReadonlyMap<Body, BodyFacts>;
}

/**
 * Looks through `root` once. `typeOf` returns the types of expressions in the instance that is being built. Without
 * `perIteration` (before go1.22) the variables of a range statement are variables that each iteration assigns to.
 */
export function computeVariableFacts(
  root: Body,
  info: Info,
  perIteration: boolean,
  typeOf: (expr: ast.Expr) => Type,
): VariableFacts {
  const pass = new VariablePass(info, perIteration, typeOf);
  pass.body(root);
  return pass;
}

/** The facts of a body that holds nothing. */
export function emptyFacts(): BodyFacts {
  return {
    captures: [],
    hasDefer: false,
    recovers: false,
    returnsInRange: false,
    gotoLabels: new Set(),
    labels: new Set(),
  };
}

class VariablePass implements VariableFacts {
  readonly addressed: Set<Var> = new Set();
  readonly reassigned: Set<Var> = new Set();
  readonly captured: Set<Var> = new Set();
  readonly bodies: Map<Body, BodyFacts> = new Map();
  readonly #info: Info;
  readonly #perIteration: boolean;
  readonly #typeOf: (expr: ast.Expr) => Type;
  readonly #owners: Map<Var, number> = new Map();
  /** The bodies that are being looked through, outermost first. */
  readonly #stack: BodyFacts[] = [];
  /** The functions among them: a body of a range over a function is none. */
  readonly #functions: BodyFacts[] = [];

  constructor(info: Info, perIteration: boolean, typeOf: (expr: ast.Expr) => Type) {
    this.#info = info;
    this.#perIteration = perIteration;
    this.#typeOf = typeOf;
  }

  body(node: Body): void {
    const facts = emptyFacts();
    this.bodies.set(node, facts);
    this.#stack.push(facts);
    const isFunction = node.kind !== "RangeStmt";
    if (isFunction) this.#functions.push(facts);
    if (node.kind === "FuncDecl" || node.kind === "FuncLit") {
      if (node.kind === "FuncDecl") this.#declareFields(node.receiver);
      this.#declareFields(node.type.params);
      this.#declareFields(node.type.results);
      for (const field of node.type.results?.fields ?? []) {
        for (const name of field.names) this.#markReassigned(name);
      }
      if (node.body !== undefined) this.#visit(node.body);
    } else if (node.kind === "RangeStmt") {
      if (node.op === ":=") {
        this.#declareName(node.key);
        this.#declareName(node.value);
      } else {
        // Assigned in the body closure.
        if (node.key !== undefined) this.#assign(node.key);
        if (node.value !== undefined) this.#assign(node.value);
      }
      this.#visit(node.body);
    } else {
      this.#visit(node);
    }
    if (isFunction) this.#functions.pop();
    this.#stack.pop();
  }

  readonly #visit = (node: ast.Node): void => {
    switch (node.kind) {
      case "Ident":
        this.#ident(node);
        return;
      case "FuncLit":
        this.body(node);
        return;
      case "KeyValueExpr": {
        // The key of a struct literal is a field name.
        const key = node.key;
        const object = key.kind === "Ident" ? this.#info.uses.get(key) : undefined;
        if (!(object?.kind === "var" && object.role === "field")) this.#visit(key);
        this.#visit(node.value);
        return;
      }
      case "RangeStmt":
        if (underlying(this.#typeOf(node.x)).kind === "signature") {
          this.#visit(node.x);
          this.body(node);
          return;
        }
        if (node.op === ":=") {
          for (const name of [node.key, node.value]) {
            this.#declareName(name);
            if (!this.#perIteration && name?.kind === "Ident") this.#markReassigned(name);
          }
        } else {
          if (node.key !== undefined) this.#assign(node.key);
          if (node.value !== undefined) this.#assign(node.value);
        }
        this.#visit(node.x);
        this.#visit(node.body);
        return;
      case "AssignStmt":
        node.rhs.forEach(this.#visit);
        for (const lhs of node.lhs) {
          if (node.op === ":=" && lhs.kind === "Ident" && this.#info.defs.has(lhs)) this.#declareName(lhs);
          else this.#assign(lhs);
        }
        return;
      case "IncDecStmt":
        this.#assign(node.x);
        return;
      case "VarSpec":
        node.values.forEach(this.#visit);
        for (const name of node.names) this.#declareName(name);
        return;
      case "CaseClause": {
        const object = this.#info.implicits.get(node);
        if (object?.kind === "var") this.#owners.set(object, this.#stack.length - 1);
        forEachChild(node, this.#visit);
        return;
      }
      case "UnaryExpr":
        if (node.op === "&") this.#markAddressed(node.x);
        this.#visit(node.x);
        return;
      case "SelectorExpr":
      case "IndexExpr":
      case "SliceExpr":
      case "TypeAssertExpr":
      case "CallExpr":
      case "StarExpr":
      case "ParenExpr":
        this.#chain(node);
        return;
      case "DeferStmt":
        this.#functions.at(-1)!.hasDefer = true;
        this.#visit(node.call);
        return;
      case "ReturnStmt":
        if (this.#stack.at(-1) !== this.#functions.at(-1)) this.#functions.at(-1)!.returnsInRange = true;
        node.results.forEach(this.#visit);
        return;
      case "LabeledStmt":
        this.#stack.at(-1)!.labels.add(node.label.name);
        this.#visit(node.statement);
        return;
      case "BranchStmt":
        if (node.keyword === "goto" && node.label !== undefined) {
          // The label may be in any body between this one and the function: all of them pass the jump on.
          const outermost = this.#stack.indexOf(this.#functions.at(-1)!);
          for (const body of this.#stack.slice(outermost)) body.gotoLabels.add(node.label.name);
        }
        return;
      default:
        // A node that declares and assigns nothing by itself: its parts may.
        forEachChild(node, this.#visit);
    }
  };

  /** An expression that begins with another one, which begins with another one, and so on. */
  #chain(expr: ast.Expr): void {
    const chain: ast.Expr[] = [];
    let first: ast.Expr | undefined = expr;
    for (let at: ast.Expr | undefined = expr; at !== undefined; at = leftOperand(at)) {
      first = at;
      if (at.kind === "SelectorExpr" && this.#info.selections.get(at)?.kind === "methodexpr") {
        first = undefined;
        break;
      }
      this.#link(at);
      chain.push(at);
    }
    if (first !== undefined) {
      chain.pop();
      this.#visit(first);
    }
    for (let at = chain.pop(); at !== undefined; at = chain.pop()) rightOperands(at).forEach(this.#visit);
  }

  /** What an expression does by itself with the operand that it begins with. */
  #link(node: ast.Expr): void {
    if (node.kind === "SliceExpr") {
      if (underlying(this.#typeOf(node.x)).kind === "array") this.#markAddressed(node.x);
      return;
    }
    if (node.kind === "SelectorExpr") {
      const selection = this.#info.selections.get(node);
      if (
        selection?.kind === "method" &&
        selection.obj.kind === "func" &&
        selection.obj.origin.pointerReceiver &&
        !selection.indirect
      ) {
        this.#markAddressed(node.x);
      }
      return;
    }
    if (node.kind === "CallExpr") {
      const callee = unparen(node.callee);
      if (callee.kind !== "Ident") return;
      const object = this.#info.uses.get(callee);
      if (object?.kind === "builtin" && object.builtin === "recover") {
        // As in gc, the iterator calls the body of a range over a function, so recover returns nil there.
        if (this.#stack.at(-1) === this.#functions.at(-1)) this.#stack.at(-1)!.recovers = true;
      }
      return;
    }
  }

  #declareFields(list: ast.FieldList | undefined): void {
    for (const field of list?.fields ?? []) {
      for (const name of field.names) this.#declareName(name);
    }
  }

  #declareName(name: ast.Expr | undefined): void {
    if (name?.kind !== "Ident") return;
    const object = this.#info.defs.get(name);
    if (object?.kind === "var") this.#owners.set(object, this.#stack.length - 1);
  }

  #ident(node: ast.Ident): void {
    const object = this.#info.uses.get(node);
    if (object?.kind === "var") this.#use(object);
  }

  #use(variable: Var): void {
    const owner = this.#owners.get(variable);
    if (owner === undefined || owner === this.#stack.length - 1) return;
    this.captured.add(variable);
    for (let level = owner + 1; level < this.#stack.length; level++) {
      const { captures } = this.#stack[level]!;
      if (!captures.includes(variable)) captures.push(variable);
    }
  }

  #assign(lhs: ast.Expr): void {
    const root = this.#rootOf(lhs);
    if (root !== undefined) this.reassigned.add(root);
    this.#visit(lhs);
  }

  #markReassigned(name: ast.Ident): void {
    const object = this.#info.defs.get(name);
    if (object?.kind === "var") this.reassigned.add(object);
  }

  #markAddressed(expr: ast.Expr): void {
    const root = this.#rootOf(expr);
    if (root !== undefined) this.addressed.add(root);
  }

  /** The variable that holds the operand `expr` (a field or array element of it), if no pointer is between. */
  #rootOf(expr: ast.Expr): Var | undefined {
    let node = expr;
    for (;;) {
      if (node.kind === "ParenExpr") {
        node = node.x;
      } else if (node.kind === "Ident") {
        const object = this.#info.uses.get(node) ?? this.#info.defs.get(node);
        return object?.kind === "var" ? object : undefined;
      } else if (node.kind === "SelectorExpr") {
        const selection = this.#info.selections.get(node);
        if (selection?.kind !== "field" || selection.indirect) return undefined;
        node = node.x;
      } else if (node.kind === "IndexExpr") {
        if (underlying(this.#typeOf(node.x)).kind !== "array") return undefined;
        node = node.x;
      } else {
        return undefined;
      }
    }
  }
}
